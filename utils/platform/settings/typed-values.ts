import { browser } from 'wxt/browser';
import type { MarketId, ThreadKey } from '@/utils/domain/ids';

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
 * only, outlives the worker, and content scripts can't read it.
 */
export const readTypedValues = async (market: MarketId, thread: ThreadKey): Promise<Values> => {
  const wanted = nameOf(market, thread);
  return (await read()).find(([conversation]) => conversation === wanted)?.[1] ?? {};
};

/** Adds to what was typed in a conversation. */
export const keepTypedValues = async (market: MarketId, thread: ThreadKey, values: Values): Promise<void> => {
  const conversation = nameOf(market, thread);
  const all = await read();
  const before = all.find(([name]) => name === conversation)?.[1];
  const others = all.filter(([name]) => name !== conversation).slice(1 - MOST_THREADS);
  await browser.storage.session.set({ [NAME]: [...others, [conversation, { ...before, ...values }]] });
};
