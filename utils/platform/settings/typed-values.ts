import { browser } from 'wxt/browser';
import type { MarketId, ThreadKey } from '@/utils/domain/ids';
import { log } from '../log';

const NAME = 'typedValues';
/** More conversations than anybody has open; the one longest untouched is forgotten. */
const MOST_THREADS = 100;

type Values = Readonly<Record<string, string>>;
/** Values by conversation, the one touched last at the end. */
type Kept = readonly (readonly [conversation: string, values: Values])[];

const read = async (): Promise<Kept> => ((await browser.storage.session.get(NAME))[NAME] as Kept | undefined) ?? [];

const nameOf = (market: MarketId, thread: ThreadKey): string => `${market} ${thread}`;

/**
 * What the agent has typed into the replies of a conversation, by variable. It lives as long as the browser runs, in memory
 * only, outlives the worker, and content scripts can't read it. Without the store nothing was typed: no reply waits for it.
 */
export const readTypedValues = async (market: MarketId, thread: ThreadKey): Promise<Values> => {
  const wanted = nameOf(market, thread);
  try {
    return (await read()).find(([conversation]) => conversation === wanted)?.[1] ?? {};
  } catch {
    log('typed-values-failed');
    return {};
  }
};

let queue: Promise<void> = Promise.resolve();

/** Adds to what was typed in a conversation; never rejects. */
export const keepTypedValues = (market: MarketId, thread: ThreadKey, values: Values): Promise<void> => {
  if (Object.keys(values).length === 0) return Promise.resolve();
  const conversation = nameOf(market, thread);
  // One after the other: two tabs that wrote over the same reading would lose what one of them had typed.
  queue = queue
    .then(async () => {
      const all = await read();
      const before = all.find(([name]) => name === conversation)?.[1];
      const others = all.filter(([name]) => name !== conversation).slice(1 - MOST_THREADS);
      await browser.storage.session.set({ [NAME]: [...others, [conversation, { ...before, ...values }]] });
    })
    .catch(() => log('typed-values-failed'));
  return queue;
};
