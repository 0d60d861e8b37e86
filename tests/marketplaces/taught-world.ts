import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import type { TaughtField, TaughtPage } from '@/utils/domain/profiles/profile';
import type { FieldHealth, Thread } from '@/utils/marketplaces/contract';

/** What is pointed at, as expressions in the page: selectors that reach into open roots by ` >>> `. */
export type Pointing = Readonly<Partial<Record<TaughtField, string>>>;

/** What was learned of a page. */
export interface LearnedPage {
  readonly page: TaughtPage;
  readonly failed: readonly TaughtField[];
}

/** What a taught page is read as. */
export interface TaughtReading {
  readonly kind: string;
  readonly thread: Thread | null;
  readonly problem: string | null;
  readonly order: string | null;
  readonly composer: string;
  readonly health: readonly FieldHealth[];
  readonly aliases: readonly string[];
  readonly ms: number;
}

const contents = `
import { learnPage } from './components/content/teach/taught-page';
import { createTaughtAdapter } from './utils/marketplaces/taught';
import { structureSkeleton } from './utils/page/skeleton';
import { shareReads } from './utils/page/share-reads';
const deep = (path) => path.split(' >>> ').reduce((root, css, at) => (at === 0 ? document : root.shadowRoot).querySelector(css), document);
const adapters = new Map();
globalThis.parleyLearn = (pointing, marketplace) => {
  const chosen = Object.fromEntries(Object.entries(pointing).map(([field, path]) => [field, deep(path)]));
  for (const [field, element] of Object.entries(chosen)) if (!element) throw new Error('nothing at ' + field);
  return learnPage(chosen, { doc: document, url: new URL(location.href), marketplace, today: '2026-11-22' });
};
globalThis.parleySkeleton = () => structureSkeleton(document);
globalThis.parleyReadTaught = (page) => {
  const key = JSON.stringify(page);
  const adapter = adapters.get(key) ?? createTaughtAdapter(page);
  adapters.set(key, adapter);
  const url = new URL(location.href);
  const started = performance.now();
  const { thread, order, composer } = shareReads(() => ({
    thread: adapter.readThread(document, url), order: adapter.readOrder(document, url), composer: adapter.findComposer(document),
  }));
  const ms = performance.now() - started;
  return {
    ms, kind: adapter.pageKind(url, document),
    thread: thread.ok ? thread.value : null, problem: thread.ok ? null : thread.problem.kind + ' ' + thread.problem.field,
    order: order.ok ? order.value.orderId : null,
    composer: composer.ok ? composer.value.localName : composer.problem.kind,
    health: adapter.health(),
    aliases: thread.ok ? adapter.aliases(thread.value).map((alias) => alias.kind + (alias.strong ? '!' : '')) : [],
  };
};`;

let bundle: Promise<string> | undefined;

/** Bundles teaching and reading as the content scripts would. */
function taughtBundle(): Promise<string> {
  bundle ??= build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    alias: { '@': process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome123',
    charset: 'utf8',
  }).then(({ outputFiles }) => outputFiles[0]!.text);
  return bundle;
}

/** An isolated world of a page in which it can be taught and read. */
export interface TaughtWorld {
  learn(pointing: Pointing, marketplace?: string): Promise<LearnedPage>;
  read(page: TaughtPage): Promise<TaughtReading>;
  skeleton(): Promise<string>;
}

/** Puts teaching and reading into an isolated world of the page's main frame. */
export async function openTaughtWorld(page: Page): Promise<TaughtWorld> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'parley-taught',
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
  await run(`${await taughtBundle()};0`);
  return {
    learn: (pointing, marketplace = 'other') =>
      run(`parleyLearn(${JSON.stringify(pointing)}, ${JSON.stringify(marketplace)})`),
    read: (taught) => run(`parleyReadTaught(${JSON.stringify(taught)})`),
    skeleton: () => run('parleySkeleton()'),
  };
}
