import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { OrderEvent, OrderSeen } from '@/utils/domain/orders';
import type { BuyerAlias, FieldHealth, PageKind } from '@/utils/marketplaces/contract';

/** A row of a list as plain values. */
export interface RowReading {
  readonly key: string;
  readonly aliases: readonly BuyerAlias[];
  readonly lastText?: string;
  readonly isWaiting?: boolean;
  readonly since?: string;
  /** Text of the element the row was read from. */
  readonly shown: string;
}

/** Everything the lists of a marketplace say about a page, as plain values. */
export interface ListWorldReading {
  readonly kind: PageKind;
  readonly orders: readonly OrderSeen[] | null;
  readonly ordersProblem: string | null;
  readonly events: readonly OrderEvent[] | null;
  readonly eventsProblem: string | null;
  readonly rows: readonly RowReading[] | null;
  readonly shop: { readonly accountId?: string; readonly name?: string } | null;
  readonly health: readonly FieldHealth[];
  readonly glance: string;
  /** Script time of `readOrders` and `readEvents` together. Units: milliseconds. */
  readonly ms: number;
}

let bundle: Promise<string> | undefined;

/** Bundles the lists of AliExpress as their content script would, with one function that reads the page. */
const listBundle = (): Promise<string> =>
  (bundle ??= build({
    stdin: {
      contents: `
import { createAliexpressLists as create } from './utils/marketplaces/aliexpress/lists';
import { pageHealth } from './utils/marketplaces/page-health';
import { shareReads } from './utils/page/share-reads';
const lists = create();
globalThis.parleyNow = (now) => { Date.now = () => now; };
globalThis.parleyLists = (now) => {
  const url = new URL(location.href);
  const kind = lists.pageKind(url, document);
  return shareReads(() => {
    const started = performance.now();
    const orders = lists.readOrders(document, url);
    const events = lists.readEvents(document, url);
    const ms = performance.now() - started;
    const rows = lists.readRows(document, url, new Date(now));
    const shop = lists.shop(document);
    return {
      kind, ms,
      orders: orders.ok ? orders.value : null, ordersProblem: orders.ok ? null : orders.problem.kind,
      events: events.ok ? events.value : null, eventsProblem: events.ok ? null : events.problem.kind,
      rows: rows.ok ? rows.value.map(({ element, ...row }) => ({ ...row, shown: element.textContent })) : null,
      shop: shop.ok ? shop.value : null,
      health: lists.health(), glance: pageHealth(lists.health()),
    };
  });
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

/** An isolated world of a page with the lists in it. */
export interface ListWorld {
  read(): Promise<ListWorldReading>;
  /** Reads until the wish is fulfilled or the time is over; gives the last reading. */
  readUntil(wish: (reading: ListWorldReading) => boolean, limitMs?: number): Promise<ListWorldReading>;
  run<T>(expression: string): Promise<T>;
}

/** Puts the lists of AliExpress into an isolated world of the page's main frame. `now`: what the reader takes for today. */
export async function openListWorld(page: Page, now: string): Promise<ListWorld> {
  const session = await page.context().newCDPSession(page);
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
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  await run(`${await listBundle()};0`);
  await run(`parleyNow(${Date.parse(now)})`);
  const read = (): Promise<ListWorldReading> => run(`parleyLists(${JSON.stringify(now)})`);
  return {
    run,
    read,
    async readUntil(wish, limitMs = 5_000) {
      const until = Date.now() + limitMs;
      for (;;) {
        const reading = await read();
        if (wish(reading) || Date.now() > until) return reading;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
