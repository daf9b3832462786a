// What the page itself says, in the language of the conversation.

const inLanguages = JSON.parse(document.querySelector('#chat').dataset.texts);
const state = document.querySelector('#state');
const attendant = document.querySelector('#attendant');

// A state shorter than this is not worth a word.
const stateDelay = 700;

let stateName, stateTimer, attending = { with: 'bot' };

export let language = document.documentElement.lang;
export let texts = inLanguages[language];

/** Changes to a language such as `it`; one that the page does not speak changes nothing. */
export function speak(tag) {
  if (tag === language || !Object.hasOwn(inLanguages, tag)) {
    return false;
  }

  language = tag;
  texts = inLanguages[tag];
  document.documentElement.lang = tag;
  document.title = texts.pageTitle;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = texts[element.dataset.text];
  }

  state.textContent = texts[stateName] ?? '';
  showAttendant(attending);
  return true;
}

/** Shows the state of that name; nothing takes it away. */
export function showState(name) {
  clearTimeout(stateTimer);
  stateName = name;
  if (!name) {
    state.hidden = true;
    return;
  }

  stateTimer = setTimeout(() => {
    state.textContent = texts[name];
    state.hidden = false;
  }, state.hidden ? stateDelay : 0);
}

/** Names who has the conversation: the person, the queue, or the assistant as what it is. */
export function showAttendant(now) {
  attending = now;
  attendant.dataset.with = now.with;
  attendant.textContent = now.with === 'agent' ? personal(now.agent) : now.with === 'queue' ? texts.waiting : texts.assistant;
}

/** A person's name and what they are. */
export const personal = name => `${name} · ${texts.agent}`;
