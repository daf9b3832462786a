// The field in which agents write. Its words belong to the browser until the service has them on disk: they survive a reload,
// a lost connection and a restart of the service. What is on its way is kept beside the draft and comes back if it is refused.
// With words that were made from an article goes which one it was, until nothing is left of them.
const key = conversation => `carebot-draft:${conversation}`;

const read = conversation => {
  const draft = JSON.parse(sessionStorage.getItem(key(conversation)) ?? 'null') ?? { text: '', note: false, sent: [] };

  // An older service had kept the words alone.
  return { ...draft, sent: draft.sent.map(sent => typeof sent === 'string' ? { text: sent } : sent) };
};

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

const keep = (composer, article) => {
  const draft = read(composer.dataset.composer);
  const text = field(composer).value;
  write(composer.dataset.composer, { ...draft, text, note: isNote(composer), article: text.trim() ? article ?? draft.article : undefined });
};

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

  const { sent, article } = read(composer.dataset.composer);
  write(composer.dataset.composer, { text: '', note: isNote(composer), sent: [...sent, { text, article }] });
  composer.dispatchEvent(new CustomEvent('desksend', { bubbles: true, detail: { text, note: isNote(composer), article } }));
  field(composer).value = '';
};

/** The service says what became of the oldest words on their way: done, or not and they are the agent's again. */
export function settle(conversation, done) {
  const draft = read(conversation);
  const [first, ...sent] = draft.sent;
  const text = done ? draft.text : join(first?.text, draft.text);
  write(conversation, { ...draft, text, sent, article: done ? draft.article : draft.article ?? first?.article });

  const composer = form();
  if (!done && composer?.dataset.composer === conversation) {
    field(composer).value = text;
  }
}

/** Puts a canned reply, or the text of an article, where the cursor is; the agent reads it and sends it. */
export function insert(conversation, text, article) {
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
  keep(composer, article ?? undefined);
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

// A picker that opens looks again: the customer may have written since.
document.addEventListener('shown', event =>
  event.target.matches('[data-picker]') && event.target.querySelector('input').dispatchEvent(new Event('input', { bubbles: true })));

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
    field(composer).value = join(draft.sent.map(sent => sent.text).join('\n'), draft.text);
    const article = draft.article ?? draft.sent.findLast(sent => sent.article)?.article;
    write(composer.dataset.composer, { ...draft, text: field(composer).value, sent: [], article });
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
