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
