// What the service would not take is refused before it travels: a refusal after minutes of sending helps nobody.

import { texts } from './texts.js';

const bar = document.querySelector('#attached');
const names = bar.querySelector('span');
const removeButton = bar.querySelector('button');

let shown, removeAll;

const limits = document.querySelector('#chat').dataset;
const bytesMax = Number(limits.uploadBytesMax);
const filesMax = Number(limits.uploadFilesMax);

/** Names the files that go with the next message: Web Chat shows no more than a dot. */
export function showAttached(store) {
  const attached = store.getState().sendBoxAttachments ?? [];
  removeAll = () => store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX_ATTACHMENTS', payload: { attachments: [] } });
  if (attached !== shown) {
    shown = attached;
    bar.hidden = attached.length === 0;
    names.textContent = attached.map(({ blob }) => blob.name).join(', ');
  }
}

removeButton.addEventListener('click', () => {
  removeAll?.();
  document.querySelector('#chat textarea')?.focus();
});

/**
 * The activity with a space after each file's name: Web Chat puts nothing between a name and the size under it, and tools that read
 * the page out make one word of the two. A picture has its name for those who cannot see it, and no size.
 */
export const readableFiles = activity => activity?.attachments?.some(isBare)
  ? { ...activity, attachments: activity.attachments.map(file => isBare(file) ? { ...file, name: `${file.name} ` } : file) }
  : activity;

const isBare = ({ name, thumbnailUrl }) => name && !thumbnailUrl;

/** Takes as many of the chosen files as the service does, and says so where some stay behind. */
export const refuseTooMuch = ({ dispatch }) => next => action => {
  if (action.type !== 'WEB_CHAT/SET_SEND_BOX_ATTACHMENTS') {
    return next(action);
  }

  let bytes = 0;
  const taken = action.payload.attachments.slice(0, filesMax).filter(({ blob }) => {
    const fits = bytes + blob.size <= bytesMax;
    bytes += fits ? blob.size : 0;
    return fits;
  });

  if (taken.length < action.payload.attachments.length) {
    const message = texts.tooMuch.replace('{count}', filesMax).replace('{size}', Math.floor(bytesMax / 1024 / 1024 * 10) / 10);
    dispatch({
      type: 'WEB_CHAT/SET_NOTIFICATION',
      payload: { id: 'too-much', level: 'error', message, alt: message },
    });
  }

  return next({ ...action, payload: { ...action.payload, attachments: taken } });
};
