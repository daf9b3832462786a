// The page as the frame of another site's chat button: what it hears from that site, and what it tells it.
// Both name each other's exact origin: nothing is said to, or taken from, anybody else.

import { keepRead, keptRead } from './kept.js';
import { isOurs } from './speakers.js';
import { isDenied, lend } from './storage.js';

// The origin that the service found in its list; empty where the page stands for itself.
const site = document.querySelector('#chat').dataset.embed;
const chat = document.querySelector('#chat');

// A site that answers this late does not answer: with a token, or at all.
const tokenMax = 20000, welcomeMax = 5000;

export const isFramed = Boolean(site) && parent !== window;

let isShown = false, answer, welcome, look = () => ({});

const tell = message => parent.postMessage(message, site);

/** Settled once the site has said what it keeps for the page; at once where there is no site. */
export const isWelcome = isFramed
  ? new Promise(resolve => {
    welcome = resolve;
    setTimeout(resolve, welcomeMax);
  })
  : Promise.resolve();

/** Asks the site who its customer is: their token, or null where nobody is signed in. */
export function customersToken() {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The site gives no token.')), tokenMax);
    answer = ({ token, failed }) => {
      clearTimeout(timer);
      if (failed) {
        reject(new Error('The site failed to get a token.'));
      } else {
        resolve(typeof token === 'string' && token ? token : null);
      }
    };
    tell({ carebot: 'token' });
  });
}

/** Says where the conversation's id and its activities are found. */
export const reportOn = getter => {
  look = getter;
};

/** Counts what has come while nobody looked, and tells the site of what is new. */
export function report() {
  const { conversation, activities } = look();
  if (!isFramed || !conversation) {
    return;
  }

  const ours = activities.filter(isOurs);
  const numbers = ours.map(numberOf);
  const last = Math.max(0, ...numbers);
  const known = keptRead(conversation);
  for (const activity of ours.filter(one => numberOf(one) > known.told)) {
    tell({ carebot: 'message', text: activity.text ?? '', from: activity.channelData?.carebot?.speaker ?? 'bot', name: activity.from?.name });
  }

  const read = isShown ? last : known.read;
  keepRead({ conversation, read, told: Math.max(last, known.told) });
  tell({ carebot: 'unread', count: numbers.filter(number => number > read).length });
}

// An id ends in the activity's number in its conversation.
const numberOf = ({ id }) => Number(id?.split('|')[1] ?? 0);

function show(focus) {
  isShown = true;
  report();

  // On a phone the keyboard would cover what there is to read.
  if (focus && matchMedia('(pointer: fine)').matches) {
    focusBox();
  }
}

function focusBox() {
  const box = chat.querySelector('textarea, input[type="text"]');
  if (box) {
    box.focus();
    return;
  }

  const waiting = new MutationObserver(() => {
    if (chat.querySelector('textarea, input[type="text"]')) {
      waiting.disconnect();
      if (isShown) {
        focusBox();
      }
    }
  });
  waiting.observe(chat, { childList: true, subtree: true });
}

function leave(event) {
  const isElsewhere = event.defaultPrevented || document.querySelector('dialog[open]')
    || event.target.closest?.('.webchat__basic-transcript');
  if (event.key === 'Escape' && !isElsewhere) {
    tell({ carebot: 'close' });
  }
}

if (isFramed) {
  addEventListener('message', ({ data, origin, source }) => {
    if (source !== parent || origin !== site) {
      return;
    }

    switch (data?.carebot) {
      case 'welcome':
        if (isDenied) {
          lend(data.kept ?? [], entries => tell({ carebot: 'keep', entries }));
        }

        welcome();
        break;
      case 'shown':
        show(data.focus);
        break;
      case 'hidden':
        // What was there to see until now has been seen.
        report();
        isShown = false;
        break;
      case 'token':
        answer?.(data);
        break;
    }
  });

  const closeButton = document.querySelector('#close');
  closeButton.hidden = false;
  closeButton.addEventListener('click', () => tell({ carebot: 'close' }));
  document.addEventListener('keydown', leave);
  tell({ carebot: 'hello' });
}
