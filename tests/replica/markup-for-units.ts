import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { contactApp, contactForm } from './amazon/contact';
import { inboxApp, openThreadOf } from './amazon/inbox';
import { amazonShell } from './amazon/shell';
import { Chat } from './aliexpress/chat';
import { aliexpressShell } from './aliexpress/shell';
import type { KnobChoice } from './knobs';
import { type AliexpressThreadKey, aliexpressThread, aliexpressThreadKeys, type AmazonThreadKey } from './threads';
import { aliexpressChatUrl, amazonContactUrl, amazonThreadUrl } from './urls';
import { type PageView, toPageView } from './view';

/** A page for tests without a browser: put `body` into a document, then read it as if it stood at `url`. */
export interface UnitPage {
  readonly url: URL;
  readonly body: string;
  readonly view: PageView;
}

/** Moment the fixtures count from in tests without a browser. */
export const unitNow = '2026-11-21T15:20:00.000Z';

function viewOf(page: 'inbox' | 'contact' | 'chat', address: string): { readonly url: URL; readonly view: PageView } {
  const url = new URL(address);
  return { url, view: toPageView(page, url, unitNow) };
}

/** An Amazon conversation as it stands once the page has settled. Katal text is in attributes; call `defineKatal` for inner roots. */
export function amazonInboxUnit(key: AmazonThreadKey, knobs: KnobChoice = {}): UnitPage {
  const { url, view } = viewOf('inbox', amazonThreadUrl(key, knobs));
  url.pathname = '/messaging/inbox-v3';
  return { url, view, body: amazonShell(view, inboxApp(openThreadOf(view), view, view.knobs.w >= 1600)) };
}

/** The contact page, with the text box when a reason (`'0'` to `'4'`) has been chosen. */
export function amazonContactUnit(key: AmazonThreadKey, reason?: string, knobs: KnobChoice = {}): UnitPage {
  const { url, view } = viewOf('contact', amazonContactUrl(key, knobs));
  const page = contactApp(view);
  const chosen =
    reason === undefined
      ? page
      : page
          .replace(`name="reason" value="${reason}"`, `name="reason" value="${reason}" checked`)
          .replace('<div class="after-reason"></div>', `<div class="after-reason">${contactForm(view)}</div>`);
  return { url, view, body: amazonShell(view, chosen) };
}

/** The message centre with a conversation open; `panel` names the conversation the buyer panel still shows. */
export function aliexpressChatUnit(key?: AliexpressThreadKey, knobs: KnobChoice = {}, panel = key): UnitPage {
  const { url, view } = viewOf('chat', aliexpressChatUrl(key, knobs));
  url.searchParams.delete('session');
  const nothing = (): void => undefined;
  const chat = createElement(Chat, {
    text: '',
    view,
    state: {
      sessions: aliexpressThreadKeys.map(aliexpressThread),
      ownMessages: [],
      composerKey: 0,
      ...(key === undefined ? {} : { open: aliexpressThread(key) }),
      ...(panel === undefined ? {} : { panel: aliexpressThread(panel) }),
    },
    actions: { onText: nothing, onInputEvent: nothing, onSend: nothing, onOpen: nothing },
  });
  return { url, view, body: aliexpressShell(view, renderToStaticMarkup(chat)) };
}
