import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import type { OrderEvent, OrderSeen, ReviewRequest } from '@/utils/domain/orders';
import type { BuyerAlias, FieldHealth, PageKind, PageHealth } from '@/utils/marketplaces/contract';

/** One row as plain values. */
export interface RowReading {
  readonly key: string;
  readonly aliases: readonly BuyerAlias[];
  readonly lastText?: string;
  readonly isWaiting?: boolean;
  readonly since?: string;
}

/** Everything the list script says about a page, as plain values. */
export interface ListReading {
  readonly kind: PageKind;
  readonly orders: readonly OrderSeen[] | null;
  readonly events: readonly OrderEvent[] | null;
  readonly review: ReviewRequest | null;
  readonly rows: readonly RowReading[] | null;
  readonly shop: { readonly accountId?: string; readonly name?: string } | null;
  /** Kinds of problems, for what could not be read. */
  readonly problems: Readonly<Record<string, string>>;
  readonly health: readonly FieldHealth[];
  readonly glance: PageHealth;
  readonly ms: number;
}

let bundle: Promise<string> | undefined;

/** The list reader of Seller Central as its content script has it, with functions that give plain values. */
const amazonBundle = (): Promise<string> =>
  (bundle ??= build({
    stdin: {
      contents: `
import { createAmazonLists } from './utils/marketplaces/amazon/lists';
import { pageHealth } from './utils/marketplaces/page-health';
import { shareReads } from './utils/page/share-reads';
const lists = createAmazonLists();
globalThis.parleyLists = () => {
  const started = performance.now();
  const url = new URL(location.href);
  const kind = lists.pageKind(url, document);
  const read = shareReads(() => ({
    orders: lists.readOrders(document, url),
    events: lists.readEvents(document, url),
    review: lists.readReviewRequest(document, url),
    rows: lists.readRows(document, url, new Date()),
    shop: lists.shop(document),
  }));
  const ms = performance.now() - started;
  const valueOf = (field) => (field.ok ? field.value : null);
  return {
    kind, ms,
    orders: valueOf(read.orders), events: valueOf(read.events), review: valueOf(read.review), shop: valueOf(read.shop),
    rows: valueOf(read.rows)?.map(({ element: _, ...row }) => row) ?? null,
    problems: Object.fromEntries(Object.entries(read).flatMap(([name, field]) => (field.ok ? [] : [[name, field.problem.kind]]))),
    health: lists.health(), glance: pageHealth(lists.health()),
  };
};
globalThis.parleyMs = (times) => {
  for (let at = 0; at < 20; at++) parleyLists();
  return Array.from({ length: times }, () => parleyLists().ms).sort((a, b) => a - b)[times >> 1];
};`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    charset: 'utf8',
  }).then(({ outputFiles }) => outputFiles[0]!.text));

/** A page's isolated world with the list reader in it. */
export interface ListWorld {
  read(): Promise<ListReading>;
  /** Reads until the wish is fulfilled or the time is over; gives the last reading. */
  readUntil(wish: (reading: ListReading) => boolean, limitMs?: number): Promise<ListReading>;
  /** Median of so many readings after a warm-up. Units: milliseconds. */
  medianMs(times: number): Promise<number>;
}

/** Puts the list reader into an isolated world of the page's main frame. */
export async function openListWorld(page: Page): Promise<ListWorld> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'parley-lists',
  });
  const run = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  await run(`${await amazonBundle()};0`);
  const read = (): Promise<ListReading> => run<ListReading>('parleyLists()');
  return {
    read,
    medianMs: (times) => run<number>(`parleyMs(${times})`),
    async readUntil(wish, limitMs = 6_000) {
      const until = Date.now() + limitMs;
      for (;;) {
        const reading = await read();
        if (wish(reading) || Date.now() > until) return reading;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
