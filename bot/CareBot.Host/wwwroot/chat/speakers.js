// Who says what. Web Chat knows one bot; here a person's words carry their name and a mark, so that nobody takes one for the other.

import { personal } from './texts.js';

export const isOurs = activity => activity?.type === 'message' && activity.from?.role === 'bot';

const isAgent = activity => isOurs(activity) && activity.channelData?.carebot?.speaker === 'agent';

/** What our side said last; undefined when it has not spoken. */
export const lastOfOurs = activities => activities.findLast(isOurs);

export const hasCustomerSpoken = activities => activities.some(activity => activity.from?.role === 'user');

/** The activity as Web Chat reads it out: a screen reader has only the words, so a person's begin with their name. */
export const readable = activity => isAgent(activity)
  ? { ...activity, channelData: { ...activity.channelData, 'webchat:fallback-text': `${activity.from.name}: ${activity.text}` } }
  : activity;

// Web Chat keeps React to itself; an element like one of its own is made out of one of its own.
const element = (like, type, props) => ({ ...like, type, key: null, ref: null, props });

// The language stands at every message of ours: after a switch the page is in another one.
const activityMiddleware = () => next => (...args) => {
  const render = next(...args);
  const { activity } = args[0];
  if (!render || !isOurs(activity)) {
    return render;
  }

  return (...inner) => {
    const shown = render(...inner);
    if (!isAgent(activity)) {
      return element(shown, 'div', { lang: activity.locale, children: shown });
    }

    const name = element(shown, 'div', { className: 'agent-name', children: personal(activity.from.name) });
    return element(shown, 'div', {
      className: 'agent', lang: activity.locale, children: [{ ...name, key: 'name' }, { ...shown, key: 'words' }],
    });
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

export const middleware = { activityMiddleware, avatarMiddleware, groupActivitiesMiddleware };
