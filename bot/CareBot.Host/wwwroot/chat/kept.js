// What this browser remembers of the conversation, so that a closed tab, a second one and the next morning find it again.
// How long a token leads back is the service's to say.

import { read, remove, write } from './storage.js';

const key = 'carebot.conversation';

// How far the customer has read, and the site around the page has been told.
const readKey = 'carebot.read';

/** The conversation's id, its token, its language and the site's customer whose it is; null when there is none. */
export function kept() {
  const found = parsed(key);
  return typeof found?.token === 'string' ? found : null;
}

export const keep = conversation => write(key, JSON.stringify(conversation));

export const forget = () => remove(key);

/** The numbers of the last message read and of the last one told, in a conversation. */
export function keptRead(conversation) {
  const found = parsed(readKey);
  return found?.conversation === conversation ? found : { conversation, read: 0, told: 0 };
}

export const keepRead = marks => write(readKey, JSON.stringify(marks));

/** Calls back when another tab keeps a conversation. What counts is what is kept now: two tabs that begin at once then agree. */
export function whenKeptElsewhere(callback) {
  addEventListener('storage', event => {
    const found = event.key === key ? kept() : null;
    if (found) {
      callback(found);
    }
  });
}

function parsed(name) {
  try {
    return JSON.parse(read(name));
  } catch {
    // Not ours, or of another time.
    return null;
  }
}
