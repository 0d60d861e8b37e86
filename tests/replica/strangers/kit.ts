import type { OrderEvent, OrderSeen, ReviewRequestState } from '@/utils/domain/orders';
import type { Bubble, ContactReason, PageKind } from '@/utils/marketplaces/contract';

/** Languages the strangers' pages are written in. */
export type StrangerLang = 'en' | 'de' | 'fr' | 'ja' | 'zh-CN' | 'ar';

type Plain<T> = { readonly [K in keyof T]?: T[K] extends string | undefined ? string : T[K] };

/** What a page says, known before any reader has seen it; only named fields are scored. */
export interface Golden {
  readonly kind: PageKind;
  readonly orderId?: string;
  readonly buyerName?: string;
  readonly buyerLang?: string;
  readonly contactReason?: ContactReason;
  readonly country?: string;
  readonly bubbles?: readonly (readonly [Bubble['side'], string])[];
  /** Whether there is a text box for a message to the buyer; the others on the page are none. */
  readonly composer?: boolean;
  readonly orders?: readonly Plain<OrderSeen>[];
  readonly events?: readonly Plain<OrderEvent>[];
  readonly review?: ReviewRequestState;
  /** What the page calls our shop; a reader may stay silent, but never say anything else. */
  readonly shop?: { readonly accountId?: string; readonly name?: string };
}

/** One seller page as a front-end team unknown to us might have built it. */
export interface Stranger {
  readonly id: string;
  readonly market: 'amazon' | 'aliexpress';
  readonly url: string;
  readonly lang: StrangerLang;
  readonly css?: string;
  readonly body: string;
  /** The way to the buyer's text box: each selector inside the open shadow root of the one before. */
  readonly composer?: readonly string[];
  readonly golden: Golden;
}

/** Wraps markup into an open shadow root, as a parser builds it. */
export const shadow = (inner: string): string => `<template shadowrootmode="open">${inner}</template>`;

/** A Katal text box: the native field is inside. */
export const katTextarea = (attributes: string, label: string): string =>
  `<kat-textarea ${attributes} maxlength="4000">${shadow(
    `<style>textarea{width:100%;height:90px}</style><div class="container"><textarea part="textarea" maxlength="4000" aria-label="${label}"></textarea></div>`,
  )}</kat-textarea>`;

/** A Katal button with its label in the attribute alone. */
export const katButton = (label: string, attributes = ''): string =>
  `<kat-button label="${label}" ${attributes}>${shadow(`<button type="button"><span>${label}</span></button>`)}</kat-button>`;

// The page's own state is what its listener heard, not what stands in the field.
const wiring = (path: readonly string[]): string => `<script>(() => {
  const path = ${JSON.stringify(path)};
  const root = document.documentElement;
  const field = path.reduce((at, css, step) => (step ? at.shadowRoot : at).querySelector(css), document);
  if (!field) { root.dataset.wiring = 'broken'; return; }
  const shown = document.querySelector('[data-shown-count]');
  const send = document.querySelector('[data-shown-send]');
  const wordsOf = () => field.value ?? field.innerText;
  field.addEventListener('input', () => {
    root.dataset.appText = wordsOf();
    if (shown) shown.textContent = wordsOf().length + ' / 4000';
    if (send) wordsOf() ? send.removeAttribute('disabled') : send.setAttribute('disabled', '');
    if (send && send.hasAttribute('aria-disabled')) send.setAttribute('aria-disabled', wordsOf() ? 'false' : 'true');
  });
  if (send) send.addEventListener('click', () => { root.dataset.appSent = 'yes'; });
})();</script>`;

// Text boxes that are not the buyer's must stay empty.
const guard = `<script>addEventListener('input', (event) => {
  const root = document.documentElement;
  const at = event.composedPath()[0];
  queueMicrotask(() => { if (root.dataset.appText !== (at.value ?? at.innerText)) root.dataset.strayInput = 'yes'; });
}, true);</script>`;

/** The document of a stranger's page. */
export const documentOf = ({ lang, css = '', body, composer, id }: Stranger): string => `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${id.replace(/-.*/, '')}</title>
<style>body{margin:0;font:14px/1.5 sans-serif}textarea{width:320px;height:60px}[hidden],.gone{display:none}${css}</style></head>
<body>${body}${composer ? wiring(composer) + guard : ''}</body></html>`;
