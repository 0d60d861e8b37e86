/** Some days on one page: the few figures an owner asks for, each with what it was worked out from. */
import { askedIntents } from '../worklog/asked';
import { cellOf, countIn, countsBy, type Cells } from './cells';
import { countBelow, timesIn } from './spans';
import { shareIn } from './tables';

/** A figure; null while nothing was counted that it could be worked out from. */
export interface Figure {
  readonly id: string;
  readonly kind: 'count' | 'share' | 'minutes' | 'seconds';
  readonly value: number | null;
  /** How many things it is worked out from. */
  readonly n: number;
  /** Of a share, how many of them. */
  readonly count?: number;
}

const MINUTES_OF_A_DAY = 24 * 60;

const counted = (cells: Cells, id: string, cell: string): Figure => {
  const n = countIn(cells, cell);
  return { id, kind: 'count', value: n, n };
};

const shared = (cells: Cells, id: string, cell: string, of: string): Figure => {
  const { count, of: n } = shareIn(cells, cell, of);
  return { id, kind: 'share', value: n === 0 ? null : count / n, n, count };
};

const median = (cells: Cells, id: string, what: string, by: string, kind: 'minutes' | 'seconds'): Figure => {
  const times = timesIn(cells, what, by);
  return { id, kind, value: times?.median ?? null, n: times?.n ?? 0 };
};

/** Of what was written while Parley helped; where it only watched, nothing was inserted. */
const withReply = (cells: Cells): Figure => {
  const n = countIn(cells, 'sent') - countIn(cells, 'sent-watched');
  const count = countIn(cells, 'sent-reply');
  return { id: 'with-reply', kind: 'share', value: n === 0 ? null : count / n, n, count };
};

/** Findings of the guards, which compare a draft with the page and the record, that were changed before it was sent. */
const factsMended = (cells: Cells): Figure => {
  const guards = countsBy(cells, 'mended', 'rule').filter(({ names }) => names[0]?.startsWith('guard-'));
  const n = guards.reduce((sum, { count }) => sum + count, 0);
  return { id: 'facts', kind: 'count', value: n, n };
};

const sizesAndPlugs = (cells: Cells): Figure => {
  const n = askedIntents.reduce((sum, intent) => sum + countIn(cells, 'sent', 'intent', intent), 0);
  return { id: 'size-plug', kind: 'count', value: n, n };
};

/** Counts with the times of the days in which Parley only watched, whichever days those were. */
export const withWatched = (cells: Cells, watched: Cells): Cells => {
  // Most desks never only watched, and large ones have a hundred thousand cells.
  if (!cells['sent-watched'] && Object.keys(watched).length === 0) return cells;
  const isTime = ([cell]: readonly [string, number]): boolean => cell.startsWith(cellOf('sent-watched', 'open', ''));
  const others = Object.entries(cells).filter((entry) => !isTime(entry));
  return Object.fromEntries([...others, ...Object.entries(watched).filter(isTime)]);
};

const slowest = (cells: Cells): Figure => {
  const times = timesIn(cells, 'sent', 'waited');
  return { id: 'waited-p90', kind: 'minutes', value: times?.p90 ?? null, n: times?.n ?? 0 };
};

const withinADay = (cells: Cells): Figure => {
  const n = timesIn(cells, 'sent', 'waited')?.n ?? 0;
  const count = countBelow(cells, 'sent', 'waited', MINUTES_OF_A_DAY);
  return { id: 'within-day', kind: 'share', value: n === 0 ? null : count / n, n, count };
};

/** The figures of some days, in the order they are shown. */
export const glance = (cells: Cells): readonly Figure[] => [
  counted(cells, 'sent', 'sent'),
  withReply(cells),
  median(cells, 'open-reply', 'sent-reply', 'open', 'seconds'),
  median(cells, 'open-own', 'sent-own', 'open', 'seconds'),
  median(cells, 'open-watched', 'sent-watched', 'open', 'seconds'),
  withinADay(cells),
  median(cells, 'waited', 'sent', 'waited', 'minutes'),
  slowest(cells),
  shared(cells, 'mended', 'sent-mended', 'sent'),
  factsMended(cells),
  shared(cells, 'despite', 'sent-despite', 'sent'),
  shared(cells, 'foreign', 'sent-foreign', 'sent'),
  sizesAndPlugs(cells),
  shared(cells, 'asked-returned', 'asked-returned', 'asked-ordered'),
  shared(cells, 'promises', 'promise-kept', 'promise'),
  counted(cells, 'review-asked', 'review-asked'),
  shared(cells, 'presale', 'presale-ordered', 'presale'),
  shared(cells, 'repeat', 'order-repeat', 'order'),
  shared(cells, 'lead-ordered', 'lead-ordered', 'lead'),
  shared(cells, 'lead-partner', 'lead-partner', 'lead'),
  shared(cells, 'returns', 'return', 'order'),
];
