// Where this browser remembers something for the page. Some browsers deny storage to a page in the frame of another site: then
// that site keeps it. Where nobody does, every page begins anew.

let own = null;
try {
  own = localStorage;
} catch { /* see above */ }

let lent = new Map(), keepThere;

/** Whether somebody else must keep things. */
export const isDenied = own === null;

/** What another site has kept so far, and how to have it keep something. */
export function lend(entries, keep) {
  lent = new Map(entries);
  keepThere = keep;
}

export const read = key => own ? own.getItem(key) : lent.get(key) ?? null;

export function write(key, value) {
  if (own) {
    try {
      own.setItem(key, value);
    } catch { /* full, or private: see above */ }
  } else {
    lent.set(key, value);
    keepThere?.([...lent]);
  }
}

export function remove(key) {
  own?.removeItem(key);
  if (lent.delete(key)) {
    keepThere?.([...lent]);
  }
}
