// Whose conversation it is. A site that knows its customer gives a token that names them: their conversation is theirs alone,
// and neither a stranger at the same browser nor the next customer goes on with it.

import { customersToken, isFramed } from './frame.js';
import { kept } from './kept.js';

/** The site's customer; null when there is none, or when they are not known. */
export let customer = null;

let isAsked = false;

/**
 * What to go on with: the token that there is, if it is the same customer's; else what the site gives.
 * Every grant is checked: a token that the service does not take leads to a stranger's conversation, which this is not.
 */
export async function grantFor(token, getToken) {
  if (!isFramed) {
    return getToken(token);
  }

  const theirs = await customersToken();
  const user = theirs && userOf(theirs);
  if (theirs && !user) {
    throw new Error('The token of the site names no user.');
  }

  const before = isAsked ? customer : kept()?.customer ?? null;
  isAsked = true;
  customer = user;
  const grant = await getToken(user === before && token ? token : theirs);
  if (!user || userOf(grant.token) === user) {
    return grant;
  }

  const again = await getToken(theirs);
  if (userOf(again.token) !== user) {
    throw new Error('The service does not take the token of the site.');
  }

  return again;
}

/** The user that a token names; null when it names none. Only the service can tell whether it is true. */
function userOf(token) {
  try {
    const claims = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(claims), sign => sign.charCodeAt(0)))).user ?? null;
  } catch {
    return null;
  }
}
