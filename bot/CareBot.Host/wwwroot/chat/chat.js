// The chat page: gets a token from this service, shows Microsoft's Web Chat, and keeps the conversation alive.

const chat = document.querySelector('#chat');
const state = document.querySelector('#state');
const newButton = document.querySelector('#new');
const renewDialog = document.querySelector('#renew');

const directLineUrl = `${location.origin}/v3/directline`;
const storageKey = 'carebot.conversation';

// The states of a Direct Line connection, by the client's own numbers.
const connecting = 1, online = 2, expiredToken = 3, failedToConnect = 4, ended = 5;

// The waits between tries to get back, in milliseconds; the last one repeats.
const waits = [1000, 3000, 8000, 20000];

// A state shorter than this is not worth a word.
const stateDelay = 700;

let directLine, store, tries = 0, stateTimer, hasSpoken = false;

function show(text) {
  clearTimeout(stateTimer);
  if (!text) {
    state.hidden = true;
    return;
  }

  stateTimer = setTimeout(() => {
    state.textContent = text;
    state.hidden = false;
  }, state.hidden ? stateDelay : 0);
}

// The client says nothing when its stream breaks, and tries again by itself some seconds later: the page watches the stream.
let stream;
window.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    this.addEventListener('open', () => {
      stream = this;
      show();
    });
    this.addEventListener('close', () => {
      if (stream === this && directLine) {
        show(state.dataset.reconnecting);
      }
    });
  }
};

// sessionStorage, so that a reload goes on and a new tab begins anew. Browsers may forbid it: then a reload begins anew.
function keep() {
  try {
    if (directLine?.conversationId) {
      sessionStorage.setItem(storageKey, directLine.token);
    }
  } catch { /* see above */ }
}

function kept() {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function forget() {
  try {
    sessionStorage.removeItem(storageKey);
  } catch { /* see above */ }
}

async function getToken(token) {
  const response = await fetch('/chat/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ locale: chat.dataset.locale, token: token ?? undefined }),
  });
  if (!response.ok) {
    throw new Error(`No token: ${response.status}`);
  }

  return response.json();
}

// Begins, or goes on with, the conversation of a token; again and again until it works.
async function connect(token) {
  const mine = directLine;
  try {
    const grant = await getToken(token);
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
  show(tries < waits.length ? state.dataset.reconnecting : state.dataset.unavailable);
  setTimeout(connect, waits[Math.min(tries++, waits.length - 1)], token);
}

function open({ token, conversationId, started }) {
  const draft = store?.getState().sendBoxValue;
  stream = undefined;
  directLine?.end();

  const mine = directLine = window.WebChat.createDirectLine({
    domain: directLineUrl,
    token,
    // A conversation that was never started is started by the client; one that was is asked for its history.
    ...(started ? { conversationId } : {}),
    conversationStartProperties: { locale: chat.dataset.locale },
  });

  let wasOnline = false;
  mine.connectionStatus$.subscribe(status => {
    if (mine !== directLine) {
      return;
    }

    if (status === online) {
      wasOnline = true;
      tries = 0;
      newButton.hidden = false;
      show();
      keep();
    } else if (status === connecting) {
      show(wasOnline ? state.dataset.reconnecting : state.dataset.connecting);
    } else if (status === expiredToken || status === failedToConnect || status === ended) {
      again(mine.token ?? token);
    }
  });

  store = window.WebChat.createStore({}, () => next => action => {
    hasSpoken ||= action.type === 'DIRECT_LINE/POST_ACTIVITY';
    return next(action);
  });
  render();
  if (draft) {
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
  }
}

// Web Chat keeps React to itself; an element like one of its own is made out of one of its own.
const element = (like, type, props) => ({ ...like, type, key: null, ref: null, props });

const isAgent = activity => activity?.channelData?.carebot?.speaker === 'agent';

// A person's words carry their name and a mark, so that nobody takes one for the other.
const activityMiddleware = () => next => (...args) => {
  const render = next(...args);
  const { activity } = args[0];
  if (!render || !isAgent(activity) || activity.type !== 'message') {
    return render;
  }

  return (...inner) => {
    const shown = render(...inner);
    const name = element(shown, 'div', { className: 'agent-name', children: `${activity.from.name} · ${chat.dataset.agent}` });
    return element(shown, 'div', { className: 'agent', children: [{ ...name, key: 'name' }, { ...shown, key: 'words' }] });
  };
};

const initials = name => (name ?? '').split(/\s+/).slice(0, 2).map(word => word[0] ?? '').join('').toUpperCase();

const avatarMiddleware = () => next => (...args) => {
  const render = next(...args);
  const { activity, fromUser } = args[0];
  if (!render || fromUser || !isAgent(activity)) {
    return render;
  }

  return (...inner) => element(render(...inner), 'div',
    { 'aria-hidden': true, className: 'agent-avatar', children: initials(activity.from.name) });
};

// Web Chat puts everything that is not the customer's under one avatar: here a group ends where the speaker changes.
const groupActivitiesMiddleware = () => next => ({ activities }) => {
  const speakers = [];
  for (const activity of activities) {
    const last = speakers.at(-1);
    if (last && last[0].from?.role === activity.from?.role && last[0].from?.id === activity.from?.id) {
      last.push(activity);
    } else {
      speakers.push([activity]);
    }
  }

  return { ...next({ activities }), sender: speakers };
};

const dark = matchMedia('(prefers-color-scheme: dark)');

function styleOptions() {
  const token = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const rounded = 18;
  return {
    accent: token('brand'),
    subtle: token('text-quiet'),
    backgroundColor: token('surface'),
    primaryFont: token('font'),
    rootHeight: '100%',
    paddingRegular: 14,
    paddingWide: 18,

    avatarSize: 34,
    botAvatarInitials: chat.dataset.initials,
    botAvatarBackgroundColor: token('brand-solid'),
    showAvatarInGroup: true,

    bubbleBackground: token('bubble'),
    bubbleTextColor: token('text'),
    bubbleBorderWidth: 0,
    bubbleBorderRadius: rounded,
    bubbleMaxWidth: 560,
    bubbleMinHeight: 42,
    bubbleFromUserBackground: token('brand-solid'),
    bubbleFromUserTextColor: token('on-brand'),
    bubbleFromUserBorderWidth: 0,
    bubbleFromUserBorderRadius: rounded,
    markdownRespectCRLF: true,
    messageActivityWordBreak: 'break-word',

    hideUploadButton: true,
    sendBoxBackground: token('field'),
    sendBoxTextColor: token('text'),
    sendBoxPlaceholderColor: token('text-quiet'),
    sendBoxButtonColor: token('brand'),
    sendBoxButtonColorOnHover: token('brand-strong'),
    sendBoxButtonColorOnFocus: token('brand-strong'),
    sendBoxButtonColorOnActive: token('brand-strong'),
    sendBoxButtonColorOnDisabled: token('text-quiet'),
    sendBoxHeight: 52,
    sendBoxMaxHeight: 160,
    sendBoxTextWrap: true,
    sendBoxBorderTop: 'none',

    suggestedActionLayout: 'flow',
    suggestedActionHeight: 38,
    suggestedActionBorderRadius: 19,
    suggestedActionBorderWidth: 1,
    suggestedActionBorderColor: token('brand'),
    suggestedActionBackgroundColor: token('surface'),
    suggestedActionBackgroundColorOnHover: token('brand-faint'),
    suggestedActionBackgroundColorOnActive: token('brand-faint'),
    suggestedActionTextColor: token('brand'),
    suggestedActionTextColorOnHover: token('brand-strong'),
    suggestedActionTextColorOnActive: token('brand-strong'),

    timestampColor: token('text-quiet'),
    transcriptOverlayButtonBackground: token('brand-solid'),
    transcriptOverlayButtonColor: token('on-brand'),
    transcriptOverlayButtonBackgroundOnHover: token('brand-strong'),
    transcriptOverlayButtonColorOnHover: token('on-brand'),
    transcriptOverlayButtonBackgroundOnFocus: token('brand-strong'),
    transcriptOverlayButtonColorOnFocus: token('on-brand'),
    transcriptActivityVisualKeyboardIndicatorColor: token('brand'),
    transcriptVisualKeyboardIndicatorColor: token('brand'),
    notificationText: token('text'),
    connectivityTextSize: 13,
  };
}

function render() {
  window.WebChat.renderWebChat({
    directLine,
    store,
    locale: chat.dataset.locale,
    nonce: chat.dataset.styleNonce,
    styleOptions: styleOptions(),
    activityMiddleware,
    avatarMiddleware,
    groupActivitiesMiddleware,
    overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: chat.dataset.placeholder },
  }, chat);
}

function begin() {
  forget();
  hasSpoken = false;
  stream = undefined;
  directLine?.end();
  directLine = store = undefined;
  show(state.dataset.connecting);
  connect();
}

newButton.addEventListener('click', () => hasSpoken ? renewDialog.showModal() : begin());
renewDialog.addEventListener('click', ({ target }) => {
  if (target.value) {
    renewDialog.close();
  }

  if (target.value === 'begin') {
    begin();
  }
});
dark.addEventListener('change', () => directLine && render());
addEventListener('pagehide', keep);

if (window.WebChat) {
  show(state.dataset.connecting);
  connect(kept());
} else {
  show(state.dataset.unavailable);
}
