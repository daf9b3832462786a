// Puts the chat on a page of any site: a button in a corner, and behind it the chat page of this service in a frame.
// One classic script, since a page of another origin may load nothing else without asking. bot/docs/embed.md says how to use it.
(() => {
  'use strict';

  // The service writes the origins here that may show the chat.
  const origins = [/*origins*/];

  const script = document.currentScript;
  if (!script?.src) {
    console.error('carebot: load embed.js with <script async src="…/embed.js">; a module does not know where it came from.');
    return;
  }

  const service = new URL('.', script.src);
  if (location.origin !== service.origin && !origins.includes(location.origin)) {
    console.error(`carebot: ${location.origin} is not in DirectLine:TrustedOrigins of ${service.origin}, so it shows no chat.`);
    return;
  }

  // Twice on a page is once.
  if (window.carebot) {
    return;
  }

  const words = {
    it: {
      open: 'Apri la chat con l’assistenza',
      close: 'Chiudi la chat',
      chat: 'Chat con l’assistenza',
      dismiss: 'Nascondi il messaggio',
      unread: count => count === 1 ? '1 messaggio non letto' : `${count} messaggi non letti`,
    },
    en: {
      open: 'Open the customer care chat',
      close: 'Close the chat',
      chat: 'Customer care chat',
      dismiss: 'Hide this message',
      unread: count => count === 1 ? '1 unread message' : `${count} unread messages`,
    },
  };

  const settings = window.carebotSettings ?? {};
  const language = [settings.locale, document.documentElement.lang, navigator.language]
    .map(tag => tag?.slice(0, 2).toLowerCase()).find(tag => Object.hasOwn(words, tag)) ?? 'en';
  const texts = words[language];
  const isNarrow = matchMedia('(max-width: 480px), (max-height: 480px)');
  const badgeMax = 9;

  // What comes after the frame has loaded and its page has not said hello: it was refused, or the service is down.
  const helloMax = 3000;

  const css = `
    :host {
      all: initial; --brand: #0b6e75; --brand-strong: #07545a; --on-brand: #fff; --surface: #fff; --text: #1b2426; --quiet: #566366;
      --line: #d9e2e4; --alert: #c4314b; --side: right; color-scheme: light dark;
      font: 15px/1.45 "Segoe UI Variable", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :host { --brand: #14666c; --brand-strong: #1b7c83; --surface: #161c1f; --text: #eaf0f1; --quiet: #a3b1b5; --line: #2e393d; }
    }
    @media print { :host { display: none; } }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    button { margin: 0; border: 0; font: inherit; cursor: pointer; }
    button:focus-visible { outline: 3px solid var(--brand); outline-offset: 3px; box-shadow: 0 0 0 3px var(--surface); }
    .launcher {
      position: fixed; z-index: 2147483001; bottom: 20px; right: 20px; display: grid; place-items: center; width: 60px; height: 60px;
      padding: 0; border-radius: 50%; background: var(--brand); color: var(--on-brand);
      box-shadow: 0 2px 6px rgb(12 40 44 / 20%), 0 10px 28px rgb(12 40 44 / 26%); transition: background-color .15s, transform .15s;
    }
    @media (hover: hover) { .launcher:hover { background: var(--brand-strong); transform: scale(1.05); } }
    .launcher svg { grid-area: 1 / 1; width: 30px; height: 30px; transition: opacity .15s, transform .2s; }
    .launcher .x { opacity: 0; transform: rotate(-45deg) scale(.6); }
    .launcher[aria-expanded="true"] .x { opacity: 1; transform: none; }
    .launcher[aria-expanded="true"] .talk { opacity: 0; transform: rotate(45deg) scale(.6); }
    .badge {
      position: absolute; top: -4px; right: -4px; min-width: 24px; height: 24px; padding: 0 6px; border: 2px solid var(--surface);
      border-radius: 12px; background: var(--alert); color: #fff; font-size: 13px; font-weight: 700; line-height: 20px; text-align: center;
    }
    .teaser {
      position: fixed; z-index: 2147483000; bottom: 94px; right: 20px; display: flex; align-items: start; max-width: min(300px, calc(100vw - 40px));
      border: 1px solid var(--line); border-radius: 16px 16px 4px; background: var(--surface); color: var(--text);
      box-shadow: 0 2px 6px rgb(12 40 44 / 10%), 0 10px 28px rgb(12 40 44 / 16%); animation: rise .25s ease-out;
    }
    .teaser .say { flex: 1; padding: 13px 4px 13px 16px; border-radius: inherit; background: none; color: inherit; text-align: start; }
    .teaser .dismiss { display: grid; flex: none; place-items: center; width: 36px; height: 36px; margin: 5px 5px 0 0; padding: 0; border-radius: 50%; background: none; color: var(--quiet); }
    .teaser .dismiss:hover { color: var(--text); }
    .teaser svg { width: 16px; height: 16px; }
    .panel {
      position: fixed; z-index: 2147483000; bottom: 94px; right: 20px; width: 400px; height: min(680px, calc(100dvh - 114px)); overflow: hidden;
      border-radius: 18px; background: var(--surface); box-shadow: 0 0 0 1px var(--line), 0 16px 56px rgb(12 40 44 / 26%);
      transform-origin: bottom right; transition: opacity .18s ease-out, transform .18s ease-out, visibility 0s;
    }
    .panel[inert] { visibility: hidden; opacity: 0; transform: translateY(12px) scale(.98); transition-delay: 0s, 0s, .18s; pointer-events: none; }
    iframe { display: block; width: 100%; height: 100%; border: 0; background: var(--surface); }
    .left .launcher, .left .teaser, .left .panel { right: auto; left: 20px; }
    .left .teaser { border-radius: 16px 16px 16px 4px; }
    .left .panel { transform-origin: bottom left; }
    .status { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @keyframes rise { from { opacity: 0; transform: translateY(8px); } }
    @media (max-width: 480px), (max-height: 480px) {
      .panel, .left .panel { inset: 0; width: 100%; height: 100%; border-radius: 0; box-shadow: none; }
      .panel:not([inert]) ~ .launcher { visibility: hidden; }
      .launcher { bottom: 16px; right: 16px; }
      .left .launcher { left: 16px; }
    }
    @media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
    @media (forced-colors: active) { .launcher, .panel, .teaser { border: 2px solid; } }`;

  let isOpen = false, unread = 0, frame, isThere = false, focusWanted = false;
  const listeners = { open: new Set(), close: new Set(), message: new Set() };

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const draw = (name, ...paths) => {
    const namespace = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(namespace, 'svg');
    for (const [key, value] of Object.entries({ class: name, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) {
      svg.setAttribute(key, value);
    }

    for (const path of paths) {
      const line = document.createElementNS(namespace, 'path');
      line.setAttribute('d', path);
      svg.append(line);
    }

    return svg;
  };

  const cross = name => draw(name, 'M6 6l12 12M18 6 6 18');
  const badge = make('span', { className: 'badge', hidden: true });
  const launcher = make('button', { type: 'button', className: 'launcher' },
    draw('talk', 'M5.500 4.500h13a2.500 2.500 0 0 1 2.500 2.500v8a2.500 2.500 0 0 1-2.500 2.500H12l-4.500 3.500v-3.500h-2A2.500 2.500 0 0 1 3 15V7a2.500 2.500 0 0 1 2.500-2.500z', 'M8 12.300q2-1.800 4 0t4 0'),
    cross('x'), badge);
  const panel = make('div', { className: 'panel', id: 'panel', inert: true });
  const status = make('p', { className: 'status' });
  const say = make('button', { type: 'button', className: 'say', textContent: settings.greeting ?? '' });
  const dismiss = make('button', { type: 'button', className: 'dismiss' }, cross('x'));
  const teaser = make('div', { className: 'teaser', hidden: true }, say, dismiss);
  const corner = make('div', { className: settings.position === 'left' ? 'left' : 'right' }, panel, teaser, launcher, status);

  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', texts.chat);
  status.setAttribute('role', 'status');
  badge.setAttribute('aria-hidden', 'true');
  dismiss.setAttribute('aria-label', texts.dismiss);
  launcher.setAttribute('aria-controls', 'panel');

  // Browsers may forbid storage: then the chat only does not remember that it was open.
  const storage = (of, name, value) => {
    try {
      return value === undefined ? window[of].getItem(name) : window[of].setItem(name, value);
    } catch {
      return null;
    }
  };

  // What the chat's page has this site keep, in browsers that let it keep nothing itself.
  function lent() {
    try {
      return JSON.parse(storage('localStorage', 'carebot.kept')) ?? [];
    } catch {
      return [];
    }
  }

  function paint() {
    const news = unread > 0 && !isOpen;
    launcher.setAttribute('aria-expanded', String(isOpen));
    launcher.setAttribute('aria-label', isOpen ? texts.close : news ? `${texts.open}: ${texts.unread(unread)}` : texts.open);
    badge.hidden = !news;
    badge.textContent = unread > badgeMax ? `${badgeMax}+` : unread;
    status.textContent = news ? texts.unread(unread) : '';
    panel.inert = !isOpen;
  }

  function emit(name, detail) {
    for (const listener of listeners[name]) {
      try {
        listener(detail);
      } catch (failure) {
        // The page's own mistake: it is reported as one, and the others are still told.
        reportError(failure);
      }
    }
  }

  // Before its page is there, a frame is this page's own.
  const tell = message => isThere && frame.contentWindow.postMessage(message, service.origin);

  function load() {
    if (frame) {
      return;
    }

    const address = new URL(service);
    address.searchParams.set('embed', location.origin);
    address.searchParams.set('lang', language);
    frame = make('iframe', { title: texts.chat, src: address.href });
    frame.addEventListener('load', () => setTimeout(() => !isThere && giveUp(), helloMax), { once: true });
    panel.append(frame);
  }

  function giveUp() {
    console.error(`carebot: ${service.origin} does not answer, or may not be shown on ${location.origin}.`);
    close();
    host.remove();
  }

  function open({ focus = true } = {}) {
    if (isOpen || !host.isConnected) {
      return;
    }

    isOpen = true;
    focusWanted = focus;
    teaser.hidden = true;
    storage('localStorage', 'carebot.used', '1');
    storage('sessionStorage', 'carebot.open', '1');
    load();
    paint();
    tell({ carebot: 'shown', focus });
    if (focus) {
      frame.focus();
    }

    emit('open');
  }

  function close() {
    if (!isOpen) {
      return;
    }

    // The focus is in the frame or on the button, or it is none of ours to move.
    const hadFocus = document.activeElement === host;
    isOpen = false;
    storage('sessionStorage', 'carebot.open', '0');
    paint();
    tell({ carebot: 'hidden' });
    if (hadFocus) {
      launcher.focus();
    }

    emit('close');
  }

  // The customer's token, where the page knows its customer.
  async function giveToken() {
    try {
      const token = typeof settings.token === 'function' ? await settings.token() : settings.token;
      tell({ carebot: 'token', token: token ?? null });
    } catch (failure) {
      reportError(failure);
      tell({ carebot: 'token', failed: true });
    }
  }

  addEventListener('message', ({ data, origin, source }) => {
    if (!frame || source !== frame.contentWindow || origin !== service.origin || typeof data?.carebot !== 'string') {
      return;
    }

    switch (data.carebot) {
      case 'hello':
        isThere = true;
        tell({ carebot: 'welcome', kept: lent() });
        tell({ carebot: isOpen ? 'shown' : 'hidden', focus: focusWanted });
        break;
      case 'token':
        giveToken();
        break;
      case 'close':
        close();
        break;
      case 'keep':
        storage('localStorage', 'carebot.kept', JSON.stringify(data.entries));
        break;
      case 'unread':
        unread = Number(data.count) || 0;
        paint();
        break;
      case 'message':
        emit('message', { text: data.text, from: data.from, name: data.name });
        break;
    }
  });

  launcher.addEventListener('click', () => isOpen ? close() : open());
  say.addEventListener('click', () => open());
  dismiss.addEventListener('click', () => {
    teaser.hidden = true;
    storage('sessionStorage', 'carebot.greeted', '1');
    launcher.focus();
  });

  const host = make('carebot-chat');
  host.lang = language;
  host.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      close();
    }
  });

  // A style sheet made here is no inline style: the policy of the page has nothing against it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(corner);
  paint();

  window.carebot = Object.freeze({
    open: () => open(),
    close,
    on(name, listener) {
      if (!Object.hasOwn(listeners, name) || typeof listener !== 'function') {
        throw new TypeError(`carebot.on takes ${Object.keys(listeners).map(known => `'${known}'`).join(', ')} and a function.`);
      }

      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    },
  });

  function begin() {
    document.body.append(host);
    const isKnown = storage('localStorage', 'carebot.used') === '1';
    if (storage('sessionStorage', 'carebot.open') === '1' && !isNarrow.matches) {
      open({ focus: false });
    } else if (isKnown) {
      // An answer may have come since: the frame knows. Whoever never opened the chat pays nothing for it.
      (window.requestIdleCallback ?? setTimeout)(load);
    }

    teaser.hidden = isOpen || isKnown || typeof settings.greeting !== 'string' || !settings.greeting
      || storage('sessionStorage', 'carebot.greeted') === '1';
  }

  if (document.body) {
    begin();
  } else {
    addEventListener('DOMContentLoaded', begin);
  }
})();
