import type { PageLoc } from './dates';
import { type Knobs, parseKnobs } from './knobs';

/** Which page the client script shall bring to life, handed over as JSON in the document. */
export type PageName =
  | 'inbox' | 'contact' | 'returns' | 'section' | 'support' | 'support-frame' | 'listing' | 'vendor' | 'chat' | 'chat-frame' | 'blocked'
  | 'order' | 'orders' | 'review-request' | 'feedback' | 'brand-reviews' | 'manage-returns' | 'claims'
  | 'ae-orders' | 'ae-order' | 'ae-disputes' | 'ae-dispute' | 'ae-feedback' | 'ae-feedback-legacy'
  | 'ae-buyer-messages' | 'ae-help-chat' | 'ae-product-qa' | 'third-market'; // prettier-ignore

/** Everything a page builder needs besides the fixtures; a pure value. */
export interface PageView {
  readonly page: PageName;
  readonly host: string;
  readonly path: string;
  /** Query without knobs applied: case, session, order … */
  readonly query: Readonly<Record<string, string>>;
  readonly knobs: Knobs;
  readonly loc: PageLoc;
  /** ISO 8601; fixtures count their days and hours from here. */
  readonly now: string;
  /** Pages inside a frame of a replica page do not frame themselves again. */
  readonly framed: boolean;
}

const usualLoc: Record<string, PageLoc> = {
  'sellercentral.amazon.de': 'de',
  'sellercentral.amazon.co.uk': 'en_GB',
  'sellercentral.amazon.co.jp': 'ja',
  'sellercentral.amazon.sa': 'ar',
  'csp.aliexpress.com': 'zh_CN',
};

/**
 * Describes a page view from its address.
 *
 * Errors: throws when a knob has a value it does not know.
 */
export function toPageView(page: PageName, url: URL, now: string): PageView {
  const knobs = parseKnobs(url.searchParams);
  return {
    page,
    host: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    knobs,
    loc: knobs.loc === 'auto' ? (usualLoc[url.hostname] ?? 'en') : knobs.loc,
    now,
    framed: url.searchParams.get('framed') === '1',
  };
}
