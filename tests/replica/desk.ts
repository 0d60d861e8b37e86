import { clientScripts, type ClientScripts, styleSheet } from './bundle';
import { replicaDocument } from './document';
import { startPage } from './start-page';
import { otherHosts, sellerHosts, startPageUrl, thirdMarketHost } from './urls';
import { type PageName, toPageView } from './view';

/** What the desk answers to one request. */
export interface DeskAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const amazonPages: readonly (readonly [RegExp, PageName])[] = [
  [/^\/messaging\/inbox(-v3)?(\/|$)/, 'inbox'],
  [/^\/messaging\/contact(\/returns)?$/, 'contact'],
  [/\/gp\/returns\/list\/v2$/, 'returns'],
  [/^\/messaging\/reviews$/, 'review-request'],
  [/^\/feedback-manager(\/|$)/, 'feedback'],
  [/^\/brand-customer-reviews(\/|$)/, 'brand-reviews'],
  [/^\/manage\/returns\/[ma]fn$/, 'manage-returns'],
  [/^\/gp\/guarantee-claims\/home\.html$/, 'claims'],
  [/^\/orders-v3\/order\/[^/]+$/, 'order'],
  [/^(\/amazonsell)?\/orders(-v3)?(\/(mfn|fba)(\/\w+)*|\/search)?\/?$/, 'orders'],
  [/^\/cu\/case-dashboard\/form-frame$/, 'support-frame'],
  [/^\/cu\//, 'support'],
  [/^\/abis\/listing\/edit/, 'listing'],
  [/^\/hz\/vendor\//, 'vendor'],
  [/^\/ap\//, 'blocked'],
];

/** Tested against host and path. */
const aliexpressPages: readonly (readonly [RegExp, PageName])[] = [
  [/^message\./, 'ae-buyer-messages'],
  [/^feedback\.[^/]+\/management\/feedbackSellerList\.htm$/, 'ae-feedback-legacy'],
  [/\/(m_)?apps\/(ai-im|im-chat|csp)\/im$/, 'chat'],
  [/\/m_apps\/order-manage\/orderList$/, 'ae-orders'],
  [/\/m_apps\/order-manage\/order_?[dD]etail$/, 'ae-order'],
  [/\/m_apps\/dispute-management\/list$/, 'ae-disputes'],
  [/\/m_apps\/dispute-management\/detail$/, 'ae-dispute'],
  [/\/m_apps\/evaluation\/\w+$/, 'ae-feedback'],
  [/\/m_apps\/help-center\/chat$/, 'ae-help-chat'],
  [/\/m_apps\/product-qa\/list$/, 'ae-product-qa'],
];

function pageOf(url: URL): PageName {
  if (url.hostname === thirdMarketHost) return 'third-market';
  if (url.hostname.endsWith('.aliexpress.com'))
    return aliexpressPages.find(([path]) => path.test(url.host + url.pathname))?.[1] ?? 'section';
  return amazonPages.find(([path]) => path.test(url.pathname))?.[1] ?? 'section';
}

/** Real sign-in pages are known by their path; here the path sets the knob. */
function withBlockedPath(url: URL): URL {
  const kind = /^\/ap\/(signin|mfa)$/.exec(url.pathname)?.[1];
  if (!kind || url.searchParams.has('blocked')) return url;
  const next = new URL(url);
  next.searchParams.set('blocked', kind);
  return next;
}

const sendPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><circle cx="14" cy="14" r="14" fill="#c8402b"/><path d="M8 20l13-6-13-6v4.6l8 1.4-8 1.4z" fill="#fff"/></svg>';

function productPicture(id: string): string {
  if (id === 'send.svg') return sendPicture;
  let sum = 7;
  for (const sign of id) sum = (sum * 31 + sign.charCodeAt(0)) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><rect width="44" height="44" rx="4" fill="hsl(${sum} 30% 90%)"/><path d="M12 30h20l-3-14H15z" fill="hsl(${sum} 35% 55%)"/><circle cx="22" cy="13" r="4" fill="hsl(${sum} 35% 40%)"/></svg>`;
}

async function asset(path: string): Promise<DeskAnswer | undefined> {
  const name = path.slice('/assets/'.length);
  const found = async (): Promise<readonly [string | undefined, string]> => {
    if (name.endsWith('.css')) return [await styleSheet(name.slice(0, -4)), 'text/css; charset=utf-8'];
    if (name.endsWith('.js'))
      return [(await clientScripts())[name as keyof ClientScripts], 'text/javascript; charset=utf-8'];
    return [name.endsWith('.svg') ? productPicture(name.slice(name.lastIndexOf('/') + 1)) : undefined, 'image/svg+xml'];
  };
  const [body, type] = await found();
  return body === undefined
    ? undefined
    : { status: 200, headers: { 'content-type': type, 'cache-control': 'no-store' }, body };
}

/**
 * Answers a request as the desk, without any server.
 *
 * Errors: `undefined` for every address that is not the desk's; the caller refuses and counts it.
 */
export async function answerRequest(method: string, address: string, now: string): Promise<DeskAnswer | undefined> {
  const url = new URL(address);
  if (url.protocol !== 'https:' || method !== 'GET') return undefined;
  const isStart = url.origin === new URL(startPageUrl).origin;
  if (!isStart && ![...sellerHosts, ...otherHosts].includes(url.hostname)) return undefined;
  if (url.pathname === '/favicon.ico') return { status: 204, headers: {}, body: '' };
  if (url.pathname.startsWith('/assets/')) return asset(url.pathname);
  if (isStart) return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: startPage() };
  try {
    const document = replicaDocument(toPageView(pageOf(url), withBlockedPath(url), now));
    return { status: 200, ...document };
  } catch (problem) {
    return {
      status: 400,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: problem instanceof Error ? problem.message : 'bad knob',
    };
  }
}
