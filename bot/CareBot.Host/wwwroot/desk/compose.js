// The field in which agents write. Its words belong to the browser until the service has them on disk: they survive a reload,
// a lost connection and a restart of the service. What is on its way is kept beside the draft and comes back if it is refused.
const key = conversation => `carebot-draft:${conversation}`;

const read = conversation =>
  JSON.parse(sessionStorage.getItem(key(conversation)) ?? 'null') ?? { text: '', note: false, sent: [] };

const write = (conversation, draft) => draft.text || draft.sent.length
  ? sessionStorage.setItem(key(conversation), JSON.stringify(draft))
  : sessionStorage.removeItem(key(conversation));

const join = (first, second) => [first, second].filter(text => text).join('\n');

const form = () => document.querySelector('[data-composer]');
const field = composer => composer.elements.text;
const isNote = composer => new FormData(composer).get('kind') === 'note';
const isConnected = () => !/components-reconnect-(show|retrying|failed|rejected|paused)/
  .test(document.getElementById('components-reconnect-modal')?.className ?? '');

const name = composer => {
  const words = isNote(composer) ? field(composer).dataset.note : field(composer).dataset.reply;
  field(composer).placeholder = words;
  field(composer).setAttribute('aria-label', words);
};

const keep = composer =>
  write(composer.dataset.composer, { ...read(composer.dataset.composer), text: field(composer).value, note: isNote(composer) });

// What stands in a canned reply where the agent must write something.
const Gap = /⟦([^⟧]*)⟧/u;

/** Selects the first gap from a place on, so that typing fills it; returns what is missing there. */
const selectGap = (composer, from) => {
  const gap = Gap.exec(field(composer).value.slice(from));
  if (gap) {
    field(composer).setSelectionRange(from + gap.index, from + gap.index + gap[0].length);
  }

  return gap?.[1];
};

/** Words with a gap do not go out: the agent is led to it and told. */
const toGap = composer => {
  const missing = selectGap(composer, 0);
  if (missing === undefined) {
    return false;
  }

  field(composer).setCustomValidity(field(composer).dataset.gap.replace('{}', missing));
  field(composer).reportValidity();
  return true;
};

const send = composer => {
  const text = field(composer).value.trim();
  if (!text || !isConnected() || (!isNote(composer) && toGap(composer))) {
    return;
  }

  const draft = read(composer.dataset.composer);
  write(composer.dataset.composer, { text: '', note: isNote(composer), sent: [...draft.sent, text] });
  composer.dispatchEvent(new CustomEvent('desksend', { bubbles: true, detail: { text, note: isNote(composer) } }));
  field(composer).value = '';
};

/** The service says what became of the oldest words on their way: done, or not and they are the agent's again. */
export function settle(conversation, done) {
  const draft = read(conversation);
  const [first, ...sent] = draft.sent;
  const text = done ? draft.text : join(first, draft.text);
  write(conversation, { ...draft, text, sent });

  const composer = form();
  if (!done && composer?.dataset.composer === conversation) {
    field(composer).value = text;
  }
}

/** Puts a canned reply where the cursor is; the agent reads it and sends it. */
export function insert(conversation, text) {
  const picker = document.querySelector('[data-picker]');
  const composer = form();
  if (!picker?.open || composer?.dataset.composer !== conversation) {
    return;
  }

  picker.close();
  const area = field(composer);
  const start = area.selectionStart;
  area.focus();
  area.setRangeText(text, start, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
  selectGap(composer, start);
}

document.addEventListener('input', event => {
  const composer = event.target.closest('[data-composer]');
  if (composer) {
    field(composer).setCustomValidity('');
    keep(composer);
    name(composer);
  }
});

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.target.matches('[data-composer] textarea')) {
    event.preventDefault();

    // A key held down since it chose a canned reply must not send it unread.
    if (!event.repeat) {
      send(event.target.form);
    }
  } else if (event.key === '/' && event.target.matches('[data-composer] textarea') && !event.target.value && !isNote(event.target.form)) {
    const opener = event.target.form.querySelector('[data-opens="replies"]:enabled');
    if (opener) {
      event.preventDefault();
      opener.click();
    }
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && event.target.matches('[data-picker] input')) {
    // The arrows go through the list and not through the letters.
    event.preventDefault();
  }
});

// A picker that closes forgets what was sought, so that it opens with everything.
document.addEventListener('close', event => {
  const input = event.target.matches('[data-picker]') ? event.target.querySelector('input') : null;
  if (input?.value) {
    input.value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}, { capture: true });

// The line that the arrows have come to is kept in sight.
new MutationObserver(records => records
  .find(({ target }) => target.matches('[data-picker] [aria-selected=true]'))?.target.scrollIntoView({ block: 'nearest' }))
  .observe(document.body, { subtree: true, attributeFilter: ['aria-selected'] });

document.addEventListener('submit', event => {
  if (event.target.matches('[data-composer]')) {
    event.preventDefault();
    send(event.target);
  }
});

let current = null;
let kinds = null;

// A field that has just come gets its draft; where it may now be a reply what was begun as a note, it stays a note.
const look = () => {
  const composer = form();
  if (composer && composer !== current) {
    const draft = read(composer.dataset.composer);
    field(composer).value = join(draft.sent.join('\n'), draft.text);
    write(composer.dataset.composer, { ...draft, text: field(composer).value, sent: [] });
  }

  const choice = composer?.querySelector('[data-kinds]') ?? null;
  if (choice && choice !== kinds) {
    const draft = read(composer.dataset.composer);
    const kind = draft.text && draft.note ? 'note' : 'reply';
    choice.querySelector(`[value=${kind}]`).checked = true;
  }

  if (composer && (composer !== current || choice !== kinds)) {
    name(composer);
  }

  current = composer;
  kinds = choice;
};

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
look();

globalThis.Blazor.registerCustomEventType('send', {
  browserEventName: 'desksend',
  createEventArgs: event => event.detail,
});
