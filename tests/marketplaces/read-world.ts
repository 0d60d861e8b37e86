import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import type { FieldHealth, PageKind, Thread } from '@/utils/marketplaces/contract';
import type { OrderFacts } from '@/utils/domain/orders';

/** Everything an adapter says about a page, as plain values. */
export interface PageReading {
  readonly kind: PageKind;
  readonly thread: Thread | null;
  readonly threadProblem: string | null;
  readonly order: OrderFacts | null;
  readonly orderProblem: string | null;
  readonly country: string | null;
  readonly shop: { readonly accountId?: string; readonly name?: string } | null;
  readonly aliases: readonly string[];
  /** `tag` of the text box, or why there is none. */
  readonly composer: string;
  readonly composerVisible: boolean;
  /** Whether the place for the bar stands above the text box and outside the conversation. */
  readonly slotIsAbove: boolean | null;
  readonly health: readonly FieldHealth[];
  readonly glance: string;
  readonly ms: number;
}

const bundles = new Map<string, Promise<string>>();

/** Bundles an adapter as the content script would, with one function that reads the page into plain values. */
export function adapterBundle(market: 'amazon' | 'aliexpress'): Promise<string> {
  const name = market === 'amazon' ? 'createAmazonAdapter' : 'createAliexpressAdapter';
  const contents = `
import { ${name} as create } from './utils/marketplaces/${market}/adapter';
import { pageHealth } from './utils/marketplaces/page-health';
import { createScope } from './utils/page/deep-query';
import { shareReads } from './utils/page/share-reads';
const adapter = create();
const sent = [];
globalThis.parleySent = sent;
globalThis.parleyCount = (css) => createScope(document).all(css).length;
globalThis.parleyWatch = () => adapter.onSent(document, new AbortController().signal, ({ kind }) => sent.push(kind));
globalThis.parleyTook = (text) => { const box = adapter.findComposer(document); return box.ok ? adapter.tookText(document, box.value, text) : 'none'; };
globalThis.parleyThread = () => shareReads(() => adapter.readThread(document, new URL(location.href))).ok;
globalThis.parleyRead = () => {
  const started = performance.now();
  const url = new URL(location.href);
  const kind = adapter.pageKind(url, document);
  const thread = adapter.readThread(document, url);
  const order = adapter.readOrder(document, url);
  const country = adapter.country(document);
  const shop = adapter.shop(document);
  const composer = adapter.findComposer(document);
  const ms = performance.now() - started;
  const slot = adapter.slot('composer', document);
  const bubble = adapter.slot('bubble', document);
  const host = composer.ok ? (composer.value.getRootNode().host ?? composer.value) : null;
  return {
    kind, ms,
    thread: thread.ok ? thread.value : null, threadProblem: thread.ok ? null : thread.problem.kind,
    order: order.ok ? order.value : null, orderProblem: order.ok ? null : order.problem.kind,
    country: country.ok ? country.value : null,
    shop: shop.ok ? shop.value : null,
    aliases: thread.ok ? adapter.aliases(thread.value).map((alias) => alias.kind + (alias.strong ? '!' : '')) : [],
    composer: composer.ok ? composer.value.localName : composer.problem.kind,
    composerVisible: composer.ok && composer.value.getBoundingClientRect().height > 20,
    slotIsAbove: slot.ok && host ? slot.value.contains(host) && !(bubble.ok && slot.value.contains(bubble.value)) && slot.value.getBoundingClientRect().top <= host.getBoundingClientRect().top : null,
    health: adapter.health(), glance: pageHealth(adapter.health()),
  };
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

/** An isolated world of a page with an adapter in it: what a content script sees, and nothing the page has defined. */
export interface ReadWorld {
  read(): Promise<PageReading>;
  /** Reads until the wish is fulfilled or the time is over; gives the last reading. */
  readUntil(wish: (reading: PageReading) => boolean, limitMs?: number): Promise<PageReading>;
  run<T>(expression: string): Promise<T>;
}

/** Puts an adapter into an isolated world of the page's main frame, or of the first frame inside it. */
export async function openReadWorld(
  page: Page,
  market: 'amazon' | 'aliexpress',
  where: 'page' | 'frame' = 'page',
): Promise<ReadWorld> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: where === 'page' ? frameTree.frame.id : frameTree.childFrames![0]!.frame.id,
    worldName: 'parley-reader',
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
  await run(`${await adapterBundle(market)};0`);
  const read = (): Promise<PageReading> => run<PageReading>('parleyRead()');
  return {
    run,
    read,
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
