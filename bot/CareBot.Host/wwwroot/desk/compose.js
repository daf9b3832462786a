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

const send = composer => {
  const text = field(composer).value.trim();
  if (!text || !isConnected()) {
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

document.addEventListener('input', event => {
  const composer = event.target.closest('[data-composer]');
  if (composer) {
    keep(composer);
    name(composer);
  }
});

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.target.matches('[data-composer] textarea')) {
    event.preventDefault();
    send(event.target.form);
  }
});

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
