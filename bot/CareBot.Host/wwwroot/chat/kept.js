// What this browser remembers of the conversation, so that a closed tab, a second one and the next morning find it again.
// How long a token leads back is the service's to say. Browsers may forbid storage: then every page begins anew.

const key = 'carebot.conversation';

/** The conversation's id, its token and its language; null when there is none. */
export function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    return typeof found?.token === 'string' ? found : null;
  } catch {
    return null;
  }
}

export function keep(conversation) {
  try {
    localStorage.setItem(key, JSON.stringify(conversation));
  } catch { /* see above */ }
}

export function forget() {
  try {
    localStorage.removeItem(key);
  } catch { /* see above */ }
}

/** Calls back when another tab keeps a conversation. What counts is what is kept now: two tabs that begin at once then agree. */
export function whenKeptElsewhere(callback) {
  addEventListener('storage', event => {
    const found = event.key === key ? kept() : null;
    if (found) {
      callback(found);
    }
  });
}
