// The chat page: gets a token from this service, shows Microsoft's Web Chat, and keeps the conversation alive.

import { customer, grantFor } from './customer.js';
import { readableFiles, refuseTooMuch, showAttached } from './files.js';
import { isWelcome, report, reportOn } from './frame.js';
import { forget, keep, kept, whenKeptElsewhere } from './kept.js';
import { styleOptions } from './look.js';
import { hasCustomerSpoken, lastOfOurs, middleware, readable } from './speakers.js';
import { language, showAttendant, showState, speak, texts } from './texts.js';
import { words } from './words.js';

const chat = document.querySelector('#chat');
const newButton = document.querySelector('#new');
const renewDialog = document.querySelector('#renew');

const directLineUrl = `${location.origin}/v3/directline`;

// The states of a Direct Line connection, by the client's own numbers.
const connecting = 1, online = 2, expiredToken = 3, failedToConnect = 4, ended = 5;

// The waits between tries to get back, in milliseconds; the last one repeats.
const waits = [1000, 3000, 8000, 20000];

// A history comes message by message; the page follows its end alone.
const followDelay = 100;

let directLine, store, tries = 0, retry;

// The client says nothing when its stream breaks, and tries again by itself some seconds later: the page watches the stream.
let stream;
window.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    this.addEventListener('open', () => {
      stream = this;
      showState();
    });
    this.addEventListener('close', () => {
      if (stream === this && directLine) {
        showState('reconnecting');
      }
    });
  }
};

async function getToken(token) {
  const response = await fetch('/chat/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ locale: texts.locale, token: token ?? undefined }),
  });
  if (!response.ok) {
    throw new Error(`No token: ${response.status}`);
  }

  return response.json();
}

// Begins, or goes on with, the conversation of a token; again and again until it works.
async function connect(token) {
  const mine = directLine;
  clearTimeout(retry);
  try {
    const grant = await grantFor(token, getToken);
    if (mine === directLine) {
      open(grant);
    }
  } catch {
    if (mine === directLine) {
      again(token);
    }
  }
}

function again(token) {
  showState(tries < waits.length ? 'reconnecting' : 'unavailable');
  clearTimeout(retry);
  retry = setTimeout(connect, waits[Math.min(tries++, waits.length - 1)], token);
}

function open({ token, conversationId, started }) {
  const draft = store?.getState().sendBoxValue;
  stream = undefined;

  const last = directLine;
  const mine = directLine = window.WebChat.createDirectLine({
    domain: directLineUrl,
    token,
    // A conversation that was never started is started by the client; one that was is asked for its history.
    ...(started ? { conversationId } : {}),
    conversationStartProperties: { locale: texts.locale },
  });

  // Not before it is the last one: what ends while it is ours is got back.
  last?.end();

  // A conversation that goes on is shown once its history is there, not while it grows.
  chat.toggleAttribute('data-arriving', Boolean(started));

  let wasOnline = false;
  mine.connectionStatus$.subscribe(status => {
    if (mine !== directLine) {
      return;
    }

    if (status === online) {
      tries = 0;
      newButton.hidden = false;
      showState();
      remember(!started && !wasOnline);
      wasOnline = true;
    } else if (status === connecting) {
      showState(wasOnline ? 'reconnecting' : 'connecting');
    } else if (status === expiredToken || status === failedToConnect || status === ended) {
      again(mine.token ?? token);
    }
  });

  store = window.WebChat.createStore({}, readOut, refuseTooMuch, sendWhenConnected);
  follow(store);
  render();
  if (draft) {
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
  }
}

const readOut = () => next => action => next(action.type === 'DIRECT_LINE/INCOMING_ACTIVITY'
  ? { ...action, payload: { ...action.payload, activity: readableFiles(readable(action.payload.activity)) } }
  : action);

// Web Chat is deaf to Enter and to its send button until it is connected: what was to be sent goes out as soon as it is.
let connected, isImpatient = false;

const sendWhenConnected = ({ dispatch }) => next => action => {
  const done = next(action);
  if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
    connected = store;
    if (isImpatient) {
      isImpatient = false;
      dispatch({ type: 'WEB_CHAT/SUBMIT_SEND_BOX', payload: { method: 'keyboard' } });
    }
  }

  return done;
};

function wish({ target, key, shiftKey, isComposing }) {
  const sends = key ? key === 'Enter' && !shiftKey && !isComposing && target.matches('textarea, input') : target.closest('.webchat__send-button');
  if (sends && connected !== store) {
    isImpatient = true;
  }
}

// A token is renewed all the time; the kept one is so too, unless another tab has begun a new conversation since.
function remember(isNew) {
  const conversation = directLine?.conversationId;
  if (isNew || (conversation && conversation === kept()?.conversation)) {
    keep({ conversation, token: directLine.token, language, customer });
  }
}

// The page speaks the language of what was said last, and names who has the conversation.
function follow(followed) {
  let seen = followed.getState().activities, timer;
  followed.subscribe(() => {
    if (followed === store) {
      showAttached(followed);
    }

    const { activities } = followed.getState();
    if (activities === seen || followed !== store) {
      return;
    }

    seen = activities;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (followed !== store) {
        return;
      }

      chat.removeAttribute('data-arriving');
      const last = lastOfOurs(activities);
      if (!last) {
        return;
      }

      report();
      showAttendant(last.channelData?.carebot ?? { with: 'bot' });
      if (speak(last.locale)) {
        render();
      }
    }, followDelay);
  });
}

function render() {
  window.WebChat.renderWebChat({
    directLine,
    store,
    locale: texts.locale,
    nonce: chat.dataset.styleNonce,
    styleOptions: styleOptions(),
    ...middleware,
    overrideLocalizedStrings: words(language, texts.placeholder),
  }, chat);
}

function begin() {
  forget();
  clearTimeout(retry);
  stream = undefined;
  const last = directLine;
  directLine = store = undefined;
  last?.end();
  isImpatient = false;
  showAttendant({ with: 'bot' });
  showState('connecting');
  connect();
}

chat.addEventListener('keydown', wish, true);
chat.addEventListener('click', wish, true);
newButton.addEventListener('click', () =>
  hasCustomerSpoken(store?.getState().activities ?? []) ? renewDialog.showModal() : begin());
renewDialog.addEventListener('click', ({ target }) => {
  if (target.value) {
    renewDialog.close();
  }

  if (target.value === 'begin') {
    begin();
  }
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => directLine && render());

// Two tabs show one conversation: where one begins anew, the others go with it.
whenKeptElsewhere(other => {
  if (directLine && other.conversation !== directLine.conversationId) {
    renewDialog.close();
    connect(other.token);
  }
});

// A phone may end a hidden page without another word.
addEventListener('pagehide', () => remember());
document.addEventListener('visibilitychange', () => document.hidden && remember());

reportOn(() => ({ conversation: directLine?.conversationId, activities: store?.getState().activities ?? [] }));
await isWelcome;
if (window.WebChat) {
  const before = kept();
  speak(before?.language);
  showState('connecting');
  connect(before?.token);
} else {
  showState('unavailable');
}
