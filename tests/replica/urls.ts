import { type BookedOrder } from './amazon/order-book';
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
