import { brandAs } from '../../domain/ids';
import { ownUrl } from '../../page/own-url';
import { showsSignIn } from '../../page/sign-in';
import type { MarketDetector, PageKind } from '../contract';
import { sellerHost } from './hosts';

/** Whether an address belongs to the disputes: their list, or the detail of one. */
export const isDisputePath = ({ pathname }: URL): boolean => /\/dispute-management(?:\/|$)/i.test(pathname);

/**
 * The detail of a dispute is a conversation. Its route is not known: the address says so, or the page shows a course of
 * offers and no rows of disputes.
 */
const isDisputeDetail = ({ pathname, search, hash }: URL, doc: Document): boolean =>
  /detail/i.test(pathname + hash) ||
  (/reverseOrderLineId=/i.test(search + hash) && !/\/list/i.test(pathname)) ||
  (!doc.querySelector('tr [class*="buyerName"]') && !!doc.querySelector('[class*="solution" i],[class*="timeline" i]'));

const BLOCKED_PATH = /\/login|csp_login|\/signin|\/punish|\/_____tmd_____/i;

/** Page kinds by the app part of the path, which has moved before (`/apps` to `/m_apps`). */
const ROUTES: readonly (readonly [RegExp, PageKind])[] = [
  [/\/(?:m_)?apps\/[\w-]+\/im\/?$/i, 'thread'],
  [/\/(?:order-manage\/order_?detail|apps\/order\/detail)/i, 'order'],
  [/\/(?:order-manage\/order_?list|apps\/order\/index)/i, 'orders'],
  [/\/dispute-management(?:\/|$)|\/[\w-]*(?:evaluation|feedback)[\w-]*(?:\/|$)/i, 'events'],
];

/** Tells what kind of AliExpress seller page is on screen. */
export const aliexpressDetector: MarketDetector = {
  id: brandAs<'MarketId'>('aliexpress'),
  pageKind(address, doc) {
    const url = ownUrl(address, doc);
    if (!sellerHost(url.hostname)) return 'none';
    if (BLOCKED_PATH.test(url.pathname)) return 'blocked';
    const route = ROUTES.find(([path]) => path.test(url.pathname))?.[1] ?? 'none';
    const kind = isDisputePath(url) && isDisputeDetail(url, doc) ? 'thread' : route;
    return kind !== 'none' && showsSignIn(doc) ? 'blocked' : kind;
  },
};
