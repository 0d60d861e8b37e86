import { describe, expect, test } from 'vitest';
import type { BundleLine } from '@/utils/domain/bundles/bundle';
import { canonicalJson } from '@/utils/domain/bundles/canonical-json';
import { mergeLines } from '@/utils/domain/bundles/merge-bundles';
import { parseClock, receiveClock } from '@/utils/domain/customers/clock';
import {
  byPlace,
  DAY_MS,
  DAYS,
  DESKS,
  edits,
  editOnce,
  FIRST_MS,
  liveOf,
  newDesk,
  randomOf,
  rowsOf,
  wallOf,
  type Desk,
  type Random,
  type Truth,
} from './desk-days';

const textOf = (lines: Iterable<BundleLine>): string => [...lines].map((line) => canonicalJson(line)).join('\n');

const latestOf = (lines: readonly BundleLine[]): string =>
  lines.map(({ row }) => row.hlc).reduce((a, b) => (a < b ? b : a), '');

/** Reads what came as an import would: merged into everything that is there, and the clock moves past it. */
const receive = (desk: Desk, lines: readonly BundleLine[], nowMs: number): void => {
  desk.lines = byPlace(mergeLines([[...desk.lines.values()], lines]));
  const latest = parseClock(latestOf(lines));
  if (!latest.ok) return;
  const moved = receiveClock(desk.clock, latest.value, nowMs);
  if (!moved.ok) throw new Error(moved.error.kind);
  desk.clock = moved.value;
};

/** Nothing names a buyer whose mark has arrived. */
const expectNothingOfForgotten = (desk: Desk): void => {
  const gone = new Set(rowsOf(desk, 'buyers').flatMap((row) => (row.forgotten === 1 ? [row.key as string] : [])));
  for (const { section, row } of desk.lines.values()) {
    if (section === 'buyers' && gone.has(row.key)) expect(Object.keys(row)).not.toContain('displayName');
    if ('buyerKey' in row && gone.has(row.buyerKey ?? ''))
      expect.fail(`${section} of a forgotten buyer at ${desk.name}`);
  }
};

const exchange = (desks: readonly Desk[], day: number, random: Random, truth: Truth): void => {
  const [from, to] = [random.pick(desks)!, random.pick(desks)!];
  if (from === to) return;
  const lines = [...from.lines.values()];
  const fate = random.next();
  const said = fate < 0.2 ? 'lost' : fate < 0.4 ? 'late' : fate < 0.6 ? 'twice' : 'heard';
  truth.done[said] = (truth.done[said] ?? 0) + 1;
  const nowMs = wallOf(to, day, random) + DAY_MS / 2;
  if (said === 'late') to.inbox = [...to.inbox, { day: day + 1 + random.below(9), lines }];
  if (said === 'heard' || said === 'twice') receive(to, lines, nowMs);
  if (said === 'twice') receive(to, [...lines].reverse(), nowMs);
};

const openInbox = (desk: Desk, day: number, random: Random): void => {
  const due = desk.inbox.filter((one) => one.day <= day);
  desk.inbox = desk.inbox.filter((one) => one.day > day);
  for (const { lines } of due) receive(desk, lines, wallOf(desk, day, random));
};

const oneDay = (desks: readonly Desk[], day: number, random: Random, truth: Truth): void => {
  for (const desk of desks) {
    openInbox(desk, day, random);
    for (let left = 2 + random.below(6); left > 0; left -= 1) editOnce(desk, { day, left, random, truth });
  }
  for (let left = 1 + random.below(4); left > 0; left -= 1) exchange(desks, day, random, truth);
  desks.forEach(expectNothingOfForgotten);
};

/** Everybody sends everything to everybody, one after another, in an order of chance. */
const everybodyExchanges = (desks: readonly Desk[], random: Random): void => {
  const pairs = desks.flatMap((from) => desks.flatMap((to) => (from === to ? [] : [{ from, to, at: random.next() }])));
  for (const { from, to } of pairs.sort((a, b) => a.at - b.at))
    receive(to, [...from.lines.values()], FIRST_MS + (DAYS + 20) * DAY_MS);
};

const play = (seed: number) => {
  const random = randomOf(seed);
  const desks = Array.from({ length: DESKS }, (_, at) => newDesk(at, random));
  const truth: Truth = { notes: new Map(), deletedNotes: new Set(), forgotten: new Set(), done: {} };
  for (let day = 0; day < DAYS; day += 1) oneDay(desks, day, random, truth);
  for (const desk of desks) openInbox(desk, DAYS + 10, random);
  const apart = new Set(desks.map((desk) => textOf(mergeLines([[...desk.lines.values()]])))).size;
  // Once so that everybody has heard of everybody forgotten, once more for what an earlier copy brought along meanwhile.
  everybodyExchanges(desks, random);
  everybodyExchanges(desks, random);
  return { desks, truth, apart };
};

const seeds = [1, 7, 42, 99, 2026, 31_337];

describe('five desks that exchange bundles for thirty days, some lost, some twice, some days late', () => {
  test.each(seeds)('hold the same rows in the end (seed %i)', (seed) => {
    const { desks, truth, apart } = play(seed);
    const [first, ...others] = desks;
    expect(apart).toBe(DESKS);
    for (const desk of others) expect(textOf(desk.lines.values())).toBe(textOf(first!.lines.values()));

    const live = liveOf(first!, 'notes');
    const wanted = [...truth.notes].filter(([id, key]) => !truth.deletedNotes.has(id) && !truth.forgotten.has(key));
    expect(live.map(({ id }) => id as string).sort()).toEqual(wanted.map(([id]) => id).sort());
    expect(live.every(({ text }) => text !== '')).toBe(true);
    expect(live.length).toBeGreaterThan(10);

    const marks = rowsOf(first!, 'buyers').filter((row) => row.forgotten === 1);
    expect(marks.map(({ key }) => key as string).sort()).toEqual([...truth.forgotten].sort());
    expect(marks.length).toBeGreaterThan(0);
    desks.forEach(expectNothingOfForgotten);
  });

  test('do everything the simulation knows', () => {
    const done = play(seeds[0]!).truth.done;
    expect(Object.keys(done).sort()).toEqual([...Object.keys(edits), 'heard', 'lost', 'late', 'twice'].sort());
  });

  test('end the same when the same seed is played again', () => {
    const [one, other] = [play(42), play(42)];
    expect(textOf(one.desks[0]!.lines.values())).toBe(textOf(other.desks[0]!.lines.values()));
  });
});
