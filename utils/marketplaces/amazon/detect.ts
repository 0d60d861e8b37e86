import { brandAs } from '../../domain/ids';
import { ownUrl } from '../../page/own-url';
import { showsSignIn } from '../../page/sign-in';
import type { MarketDetector, PageKind } from '../contract';
import { sellerHost } from './hosts';

/** Sign-in, second factor, account switcher: nothing of ours belongs there. */
const BLOCKED_PATH = /\/ap\/|signin|authportal|auth-page|account-switcher|switcher|global-picker|select-account/i;

/**
 * Page kinds by the end of the path: the newer shell wraps old pages in a container route, so nothing is anchored at
 * the start. Whatever is not listed here is `none`; text boxes of support cases, listings and the vendor pages are
 * therefore left alone.
 */
const ROUTES: readonly (readonly [RegExp, PageKind])[] = [
  [/^\/(?:cu|payments|hz|abis|help|gc)(?:\/|$)/i, 'none'],
  [/\/messaging\/contact(?:\/|$)/i, 'contact'],
  [/\/messaging\/reviews(?:\/|$)/i, 'review-request'],
  [/\/messaging\/(?:api|no-response-needed|settings|preferences|templates)(?:\/|$)/i, 'none'],
  [/\/messaging\/[^/]/i, 'thread'],
  [/\/(?:feedback-manager|brand-customer-reviews|guarantee-claims|returns)(?:\/|$)/i, 'events'],
  [/\/orders-v3\/order\/[^/]|\/orders-v2\/details?(?:\/|$)/i, 'order'],
  [/\/orders-v[23](?:\/|$)|\/amazonsell\/orders\/(?:mfn|fba|afn)(?:\/|$)/i, 'orders'],
];

/** Tells what kind of Seller Central page is on screen. */
export const amazonDetector: MarketDetector = {
  id: brandAs<'MarketId'>('amazon'),
  pageKind(address, doc) {
    const url = ownUrl(address, doc);
    if (!sellerHost(url.hostname)) return 'none';
    if (BLOCKED_PATH.test(url.pathname)) return 'blocked';
    const kind = ROUTES.find(([path]) => path.test(url.pathname))?.[1] ?? 'none';
    return kind !== 'none' && showsSignIn(doc) ? 'blocked' : kind;
  },
};
