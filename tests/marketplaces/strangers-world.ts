import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { OrderEvent, OrderSeen, ReviewRequest } from '@/utils/domain/orders';
import type { PageKind, ShopHint, Thread } from '@/utils/marketplaces/contract';
import type { Inserted, InsertProblem } from '@/utils/page/insert';
import type { Result } from '@/utils/domain/result';

/** All that both scripts of a marketplace say about a page. */
export interface StrangerReading {
  readonly kind: PageKind;
  readonly thread: Thread | null;
  readonly country: string | null;
  /** Whether the text box that was found is the buyer's; null where none was. */
  readonly composer: 'own' | 'other' | null;
  readonly orders: readonly OrderSeen[] | null;
  readonly events: readonly OrderEvent[] | null;
  readonly review: ReviewRequest | null;
  readonly rows: number;
  readonly shops: readonly ShopHint[];
  readonly problems: Readonly<Record<string, unknown>>;
}

const makers = {
  amazon: ['createAmazonAdapter', 'createAmazonLists'],
  aliexpress: ['createAliexpressAdapter', 'createAliexpressLists'],
} as const;

const bundles = new Map<string, Promise<string>>();

function bundleOf(market: keyof typeof makers): Promise<string> {
  const [adapter, lists] = makers[market];
  const contents = `
import { ${adapter} } from './utils/marketplaces/${market}/adapter';
import { ${lists} } from './utils/marketplaces/${market}/lists';
import { wrapComposer } from './utils/page/composer';
import { shareReads } from './utils/page/share-reads';
const adapter = ${adapter}();
const lists = ${lists}();
globalThis.parleyStranger = (path) => shareReads(() => {
  const own = path && path.reduce((at, css, step) => (step ? at.shadowRoot : at).querySelector(css), document);
  const url = new URL(location.href);
  const read = {
    thread: adapter.readThread(document, url),
    country: adapter.country(document),
    composer: adapter.findComposer(document),
    orders: lists.readOrders(document, url),
    events: lists.readEvents(document, url),
    review: lists.readReviewRequest(document, url),
    rows: lists.readRows(document, url, new Date()),
  };
  const valueOf = (field) => (field.ok ? field.value : null);
  return {
    kind: adapter.pageKind(url, document),
    thread: valueOf(read.thread), country: valueOf(read.country), composer: read.composer.ok ? (read.composer.value === own ? 'own' : 'other') : null,
    orders: valueOf(read.orders), events: valueOf(read.events), review: valueOf(read.review),
    rows: valueOf(read.rows)?.length ?? 0,
    shops: [adapter.shop(document), lists.shop(document)].flatMap((field) => (field.ok ? [field.value] : [])),
    problems: Object.fromEntries(Object.entries(read).flatMap(([name, field]) => (field.ok ? [] : [[name, field.problem]]))),
  };
});
globalThis.parleyWrite = (text) => {
  const box = adapter.findComposer(document);
  if (!box.ok) return box;
  return wrapComposer(box.value, { maxLength: adapter.maxMessageLength, tookText: (all) => adapter.tookText(document, box.value, all) }).insert(text, 'replace');
};`;
  const known =
    bundles.get(market) ??
    build({
      stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      target: 'chrome120',
      charset: 'utf8',
    }).then(({ outputFiles }) => outputFiles[0]!.text);
  bundles.set(market, known);
  return known;
}

/** A page's isolated world with both scripts of its marketplace. */
export interface StrangerWorld {
  /** Reads the page; `composer` is the way to the buyer's text box. */
  read(composer?: readonly string[]): Promise<StrangerReading>;
  /** Writes into the text box the adapter finds, as the extension would. */
  write(text: string): Promise<Result<Inserted, InsertProblem>>;
}

/** Puts both scripts of a marketplace into an isolated world of the page's main frame. */
export async function openStrangerWorld(page: Page, market: keyof typeof makers): Promise<StrangerWorld> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'parley-stranger',
  });
  const run = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  await run(`${await bundleOf(market)};0`);
  return {
    read: (composer) => run(`parleyStranger(${JSON.stringify(composer ?? null)})`),
    write: (text) => run(`parleyWrite(${JSON.stringify(text)})`),
  };
}
