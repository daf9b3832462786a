// Keys and windows: Alt+arrow goes through the list, ? shows the key sheet, a button with data-opens shows that window.
const open = id => {
  const dialog = document.getElementById(id);
  if (dialog && !dialog.open) {
    dialog.showModal();
    dialog.dispatchEvent(new Event('shown', { bubbles: true }));
  }
};

const step = by => {
  const lines = [...document.querySelectorAll('[data-line]')];
  const at = lines.findIndex(line => line.hasAttribute('aria-current'));
  const next = at < 0 ? (by > 0 ? 0 : lines.length - 1) : at + by;
  lines[next]?.click();
  lines[next]?.scrollIntoView({ block: 'nearest' });
};

const isWriting = element => element.matches('input:not([type=radio]), textarea, [contenteditable]');

document.addEventListener('keydown', event => {
  if (event.altKey && !event.ctrlKey && !event.metaKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === '?' && !isWriting(event.target) && !document.querySelector('dialog[open]')) {
    event.preventDefault();
    open('keys');
  }
});

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-opens]');
  if (opener) {
    open(opener.dataset.opens);
  }

  // A window goes when its button or what lies around it is pressed.
  if (event.target.closest('[data-closes]') || event.target.matches('dialog[data-picker]')) {
    event.target.closest('dialog').close();
  }

  // A sheet of facts goes away when something else is pressed.
  for (const sheet of document.querySelectorAll('details.facts-narrow[open]')) {
    if (!sheet.contains(event.target)) {
      sheet.open = false;
    }
  }
});
