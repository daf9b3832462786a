// Keeps the place of whoever reads: at the end it follows new messages, anywhere else nothing moves and a button tells of them.
const Near = 48;

let current = null;
let atEnd = true;

const toEnd = () => {
  current.scrollTop = current.scrollHeight;
  atEnd = true;
  button().hidden = true;
};

const button = () => current.querySelector('[data-to-end]');

const onScroll = () => {
  atEnd = current.scrollHeight - current.scrollTop - current.clientHeight < Near;
  if (atEnd) {
    button().hidden = true;
  }
};

// The end stays in sight when the field below grows or a script beside takes room.
const room = new ResizeObserver(() => current && atEnd && toEnd());

const look = records => {
  const found = document.querySelector('[data-transcript]');
  if (found !== current) {
    current = found;
    room.disconnect();
    current?.addEventListener('scroll', onScroll, { passive: true });
    current?.addEventListener('click', event => event.target.closest('[data-to-end]') && toEnd());
    if (current) {
      room.observe(current);
      toEnd();
    }
  } else if (current && records.some(record => record.target === current && record.addedNodes.length > 0)) {
    if (atEnd) {
      toEnd();
    } else {
      button().hidden = false;
    }
  }
};

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
look([]);
