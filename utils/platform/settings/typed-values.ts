import { browser } from 'wxt/browser';
import type { BuyerKey, MarketId, ThreadKey } from '@/utils/domain/ids';
import { log } from '../log';

const NAME = 'typedValues';
/** More conversations than anybody has open; the one longest untouched is forgotten. */
const MOST_THREADS = 100;

type Values = Readonly<Record<string, string>>;
/** Values by conversation with its buyer where one is known, the one touched last at the end. */
type Kept = readonly (readonly [conversation: string, values: Values, buyer?: BuyerKey | null])[];

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

const change = (work: (all: Kept) => Kept): Promise<void> => {
  // One after the other: two tabs that wrote over the same reading would lose what one of them had typed.
  queue = queue
    .then(async () => {
      const all = await read();
      const next = work(all);
      if (next !== all) await browser.storage.session.set({ [NAME]: next });
    })
    .catch(() => log('typed-values-failed'));
  return queue;
};

/** Adds to what was typed in a conversation; never rejects. */
export const keepTypedValues = (
  { market, thread, buyerKey }: { readonly market: MarketId; readonly thread: ThreadKey; readonly buyerKey?: BuyerKey },
  values: Values,
): Promise<void> => {
  if (Object.keys(values).length === 0) return Promise.resolve();
  const conversation = nameOf(market, thread);
  return change((all) => {
    const [, before, buyer] = all.find(([name]) => name === conversation) ?? [];
    const others = all.filter(([name]) => name !== conversation).slice(1 - MOST_THREADS);
    return [...others, [conversation, { ...before, ...values }, buyerKey ?? buyer ?? null]];
  });
};

/**
 * Forgets what was typed in conversations with some buyers, and in those whose buyer was not known where `isTheirs` says so
 * of the name of the conversation or of a value; never rejects.
 */
export const forgetTypedValues = (keys: readonly BuyerKey[], isTheirs: (text: string) => boolean): Promise<void> => {
  const gone = new Set(keys);
  return change((all) => {
    const left = all.filter(([conversation, values, buyer]) =>
      buyer ? !gone.has(buyer) : ![conversation, ...Object.values(values)].some(isTheirs),
    );
    return left.length === all.length ? all : left;
  });
};
