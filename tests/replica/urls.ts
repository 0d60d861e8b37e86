import {
  type AliexpressDisputeKey,
  type AliexpressOrderKey,
  dispute,
  orderScene,
  type OrderListQuery,
} from './aliexpress/records';
import { type BookedOrder, marketplaceIdOf } from './amazon/order-book';
import { knobQuery, type KnobChoice } from './knobs';
import { aliexpressThread, type AliexpressThreadKey, amazonThread, type AmazonThreadKey } from './threads';

/** Host endings of the Amazon seller pages the desk answers for. */
export const amazonHostEndings = [
  'com', 'ca', 'com.mx', 'com.br', 'co.uk', 'de', 'fr', 'it', 'es', 'nl', 'se', 'pl', 'com.be', 'ie', 'com.tr',
  'ae', 'sa', 'eg', 'co.za', 'in', 'co.jp', 'com.au', 'sg',
] as const; // prettier-ignore

/** Every seller host the desk answers for. */
export const sellerHosts: readonly string[] = [
  ...amazonHostEndings.map((ending) => `sellercentral.amazon.${ending}`),
  'sellercentral-europe.amazon.com',
  'sellercentral-japan.amazon.com',
  'csp.aliexpress.com',
  'gsp.aliexpress.com',
];

/** Host of a third marketplace nobody has an adapter for. */
export const thirdMarketHost = 'seller.thirdmarket.example';

/** Hosts the desk answers for although the extension's manifest does not name them. */
export const otherHosts: readonly string[] = ['feedback.aliexpress.com', 'message.aliexpress.com', thirdMarketHost];

/** The start page of the desk; no seller host, so no extension runs there. */
export const startPageUrl = 'https://replica-desk.example/';

function join(base: string, choice: KnobChoice): string {
  const query = knobQuery(choice);
  if (query === '') return base;
  const [path = base, hash] = base.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}${query}${hash === undefined ? '' : `#${hash}`}`;
}

/** Address of an Amazon conversation. */
export function amazonThreadUrl(key: AmazonThreadKey, choice: KnobChoice = {}): string {
  const thread = amazonThread(key);
  return join(`https://sellercentral.amazon.${thread.host}/messaging/inbox?cc=${thread.caseId}`, choice);
}

/** Address of the page on which a seller starts a message about the first order of a conversation. */
export function amazonContactUrl(key: AmazonThreadKey, choice: KnobChoice = {}): string {
  const thread = amazonThread(key);
  const orderId = thread.orders[0]?.id ?? '';
  return join(
    `https://sellercentral.amazon.${thread.host}/messaging/contact?orderID=${orderId}&marketplaceID=ATVPDKIKX0DER`,
    choice,
  );
}

/** Address of the AliExpress message centre with one conversation open; without a name none is open. */
export function aliexpressChatUrl(key?: AliexpressThreadKey, choice: KnobChoice = {}): string {
  const session = key === undefined ? '' : `&session=${aliexpressThread(key).sessionId}`;
  return join(`https://csp.aliexpress.com/m_apps/ai-im/im?channelId=4711${session}#/window`, choice);
}

const sellerCentral = (ending: string): string => `https://sellercentral.amazon.${ending}`;

/** Address of an Amazon order's own page; orders come from the order book. */
export function amazonOrderUrl({ order, host }: BookedOrder, choice: KnobChoice = {}): string {
  return join(`${sellerCentral(host)}/orders-v3/order/${order.id}`, choice);
}

/** What a list of Amazon orders shows. */
export interface OrdersPlace {
  /** Ending of the seller host, `com` when left out. */
  readonly host?: string;
  /** Path behind `/orders-v3`, for example `/mfn/shipped`. */
  readonly tab?: string;
  readonly page?: number;
  /** So many orders on one page instead of the account's own; up to 5,000. */
  readonly count?: number;
}

/** Address of the list of Amazon orders. */
export function amazonOrdersUrl(
  { host = 'com', tab = '', page, count }: OrdersPlace = {},
  choice: KnobChoice = {},
): string {
  const query = new URLSearchParams({
    ...(page === undefined ? {} : { page: String(page) }),
    ...(count === undefined ? {} : { count: String(count) }),
    'date-range': 'last-30',
    sort: 'order_date_desc',
  });
  return join(`${sellerCentral(host)}/orders-v3${tab}?${query.toString()}`, choice);
}

/** Which of the three builds of the AliExpress chat: today's, the one for local sellers, the earlier one. */
export type ChatBuild = 'csp' | 'gsp' | 'old';

/** Address of the AliExpress chat in one of its builds. */
export function aliexpressChatBuildUrl(build: ChatBuild, key?: AliexpressThreadKey, choice: KnobChoice = {}): string {
  const url = new URL(aliexpressChatUrl(key, choice));
  if (build === 'csp') return url.href;
  if (build === 'old') return url.href.replace('/m_apps/ai-im/im', '/apps/csp/im');
  url.searchParams.delete('channelId');
  return url.href.replace('csp.', 'gsp.').replace('/m_apps/ai-im/im', '/m_apps/im-chat/im');
}

/** Where a page of AliExpress is opened, and the pages' own switches. */
export interface AliexpressPlace {
  /** `csp` when left out; gsp has no channel. */
  readonly on?: 'csp' | 'gsp';
}

function aliexpressApp(app: string, query: Readonly<Record<string, string | undefined>>, on: 'csp' | 'gsp'): string {
  const all = { ...query, ...(on === 'csp' ? { channelId: '4711' } : {}) };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const text = new URLSearchParams(given).toString();
  return `https://${on}.aliexpress.com/m_apps/${app}${text === '' ? '' : `?${text}`}`;
}

/** Address of the AliExpress order list. */
export function aliexpressOrdersUrl(
  { on = 'csp', count, size }: AliexpressPlace & OrderListQuery = {},
  choice: KnobChoice = {},
): string {
  return join(aliexpressApp('order-manage/orderList', { count, size }, on), choice);
}

/** Address of an AliExpress order's own page. `country`: v1 only in the masked address, v2 a line of its own. */
export function aliexpressOrderUrl(
  key: AliexpressOrderKey,
  { on = 'csp', country }: AliexpressPlace & { readonly country?: 'v1' | 'v2' } = {},
  choice: KnobChoice = {},
): string {
  return join(aliexpressApp('order-manage/orderDetail', { orderId: orderScene(key).order.id, country }, on), choice);
}

/** Address of the AliExpress dispute list; `frame=same` opens the chat in a frame beside it. */
export function aliexpressDisputesUrl({ on = 'csp' }: AliexpressPlace = {}, choice: KnobChoice = {}): string {
  return join(aliexpressApp('dispute-management/list', {}, on), choice);
}

/** Address of a dispute. `compose`: text field in the page, in a dialog, or an editable element in a dialog. */
export function aliexpressDisputeUrl(
  key: AliexpressDisputeKey,
  { on = 'csp', compose }: AliexpressPlace & { readonly compose?: 'page' | 'modal' | 'rich' } = {},
  choice: KnobChoice = {},
): string {
  const query = { reverseOrderLineId: dispute(key).id, compose };
  return join(aliexpressApp('dispute-management/detail', query, on), choice);
}

/** The builds of the AliExpress feedback page: before 2020, and today's with stars as signs or as a bar. */
export type FeedbackBuild = 'legacy' | 'modern-v1' | 'modern-v2';

/** Address of the AliExpress feedback page. */
export function aliexpressFeedbackUrl(build: FeedbackBuild, choice: KnobChoice = {}): string {
  if (build === 'legacy') return join('https://feedback.aliexpress.com/management/feedbackSellerList.htm', choice);
  return join(aliexpressApp('evaluation/list', { stars: build.slice(-2) }, 'csp'), choice);
}

/** Pages of AliExpress on which nothing of an assistant for sellers has any business. */
export const aliexpressNegativeUrls: Readonly<
  Record<'buyer messages' | 'help chat' | 'help chat, same kit' | 'product questions', string>
> = {
  'buyer messages': 'https://message.aliexpress.com/message/detail.htm',
  'help chat': 'https://csp.aliexpress.com/m_apps/help-center/chat?channelId=4711',
  'help chat, same kit': 'https://csp.aliexpress.com/m_apps/help-center/chat?channelId=4711&state=same-kit',
  'product questions': 'https://csp.aliexpress.com/m_apps/product-qa/list?channelId=4711',
};

/** Address of a conversation, or of the orders, of a marketplace nobody has an adapter for. */
export function thirdMarketUrl(page: string, choice: KnobChoice = {}): string {
  return join(`https://${thirdMarketHost}${page === 'orders' ? '/orders' : `/inbox/thread/${page}`}`, choice);
}

/** Address of the page on which the marketplace asks for a review of an order. */
export function amazonReviewRequestUrl({ order, host }: BookedOrder, choice: KnobChoice = {}): string {
  return join(
    `${sellerCentral(host)}/messaging/reviews?orderId=${order.id}&marketplaceId=${marketplaceIdOf(order)}`,
    choice,
  );
}

/** Address of the feedback manager; `#/report` is its other route. */
export function amazonFeedbackUrl(host = 'com', choice: KnobChoice = {}, route = '#/'): string {
  return join(`${sellerCentral(host)}/feedback-manager/index.html${route}`, choice);
}

/** Address of the reviews of a brand. */
export function amazonBrandReviewsUrl(host = 'com', choice: KnobChoice = {}): string {
  return join(`${sellerCentral(host)}/brand-customer-reviews/`, choice);
}

const returnPaths = {
  classic: '/gp/returns/list/v2',
  container: '/amazonsell/orders/container/gp/returns/list/v2',
  new: '/manage/returns/mfn',
} as const;

/** Address of a list of returns: the older page, the same inside the newer app, or the new one. */
export function amazonReturnsUrl(variant: keyof typeof returnPaths, choice: KnobChoice = {}, host = 'com'): string {
  return join(`${sellerCentral(host)}${returnPaths[variant]}`, choice);
}

/** Address of the claims under the marketplace's guarantee. */
export function amazonClaimsUrl(host = 'com', choice: KnobChoice = {}): string {
  return join(`${sellerCentral(host)}/gp/guarantee-claims/home.html`, choice);
}
