import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import type { KnobChoice } from '../replica/knobs';
import { openListWorld, type ListReading } from './list-world';

/** What a page shows of one order or event, as far as it can be wrong about somebody. */
interface Claimed {
  readonly orderId?: string;
  readonly id?: string;
  readonly buyerName?: string;
}

/** One page with what a perfect reader makes of it. */
export interface MatrixPage {
  readonly name: string;
  readonly url: (knobs: KnobChoice) => string;
  readonly golden: (knobs: KnobChoice) => unknown;
  /** The part of a reading that must equal the golden record. */
  readonly part: (reading: ListReading) => unknown;
  /** How long the page itself takes. Units: milliseconds. */
  readonly takesMs?: number;
}

/** How a page was read in the end, and whatever was claimed on the way that the page does not say. */
export interface Verdict {
  readonly page: string;
  readonly knobs: KnobChoice;
  readonly outcome: 'right' | 'limited' | 'wrong';
  readonly lies: readonly string[];
  readonly said: unknown;
}

/** The mutations every page is read with: hash, depth, language, late, node swap, hidden copies, and several at once. */
export const mutations: readonly KnobChoice[] = [
  // First, because it waits longest and the others are read meanwhile.
  { late: 8000, loc: 'it' },
  {},
  { hash: 'b' },
  { depth: '2' },
  { depth: '4' },
  { loc: 'ja' },
  { loc: 'ar' },
  { loc: 'ko' },
  { loc: 'fr' },
  { loc: 'pl' },
  { loc: 'en_GB' },
  { rerender: 'swapNode' },
  { dup: '1' },
  { hash: 'b', depth: '2', loc: 'zh_CN' },
  { loc: 'ar', depth: '4', rerender: 'swapNode' },
  { loc: 'pt_BR', depth: '4', dup: '1' },
];

/** Every page language but those the mutations have. */
export const otherLanguages: readonly KnobChoice[] = (['en', 'de', 'es', 'tr', 'nl', 'sv'] as const).map((loc) => ({
  loc,
}));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const claims = (value: unknown): readonly Claimed[] =>
  Array.isArray(value) ? (value as Claimed[]) : value ? [value] : [];

/** Orders and buyers a reading names that the golden record does not. */
function liesIn(said: unknown, golden: unknown): readonly string[] {
  const known = claims(golden);
  return claims(said).flatMap(({ orderId, id, buyerName }) => {
    const own = known.filter((one) => (orderId === undefined ? one.id === id : one.orderId === orderId));
    if (own.length === 0) return [`order ${orderId ?? id ?? 'without a name'}`];
    const isOwn = buyerName === undefined || own.some((one) => one.buyerName === buyerName);
    return isOwn ? [] : [`buyer ${buyerName} of ${orderId ?? id ?? ''}`];
  });
}

/** Reads one page until it is right or its time is over; every reading on the way counts as a claim. */
export async function judge(page: Page, one: MatrixPage, knobs: KnobChoice): Promise<Verdict> {
  const golden = plain(one.golden(knobs));
  const lies: string[] = [];
  await page.goto('about:blank');
  await page.goto(one.url(knobs), { waitUntil: 'domcontentloaded' });
  const world = await openListWorld(page);
  const isRight = (reading: ListReading): boolean => {
    lies.push(...liesIn(plain(one.part(reading)), golden));
    return isDeepStrictEqual(plain(one.part(reading)), golden);
  };
  const limitMs = (one.takesMs ?? 0) + (knobs.late ?? 0) + 10_000;
  let reading = await world.readUntil(isRight, limitMs);
  if (knobs.rerender === 'swapNode') {
    // The page is drawn anew 900 ms after it was drawn first: the same must be read from the new nodes.
    await page.waitForTimeout(1_000);
    reading = await world.readUntil(isRight, limitMs);
  }
  const said = plain(one.part(reading));
  const outcome = isDeepStrictEqual(said, golden) ? 'right' : reading.glance === 'good' ? 'wrong' : 'limited';
  return { page: one.name, knobs, outcome, lies, said: outcome === 'right' ? null : { said, golden } };
}

/** Judges pages under knobs in several tabs at once, so that slow pages wait together. */
export async function judgeAll(
  newPage: () => Promise<Page>,
  jobs: readonly (readonly [MatrixPage, KnobChoice])[],
): Promise<readonly Verdict[]> {
  const queue = [...jobs];
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    const page = await newPage();
    for (let job = queue.shift(); job; job = queue.shift()) verdicts.push(await judge(page, ...job));
    await page.close();
  };
  await Promise.all(Array.from({ length: Math.min(3, jobs.length) }, work));
  return verdicts;
}
