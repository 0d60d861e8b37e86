import type { Conversion } from '@/utils/domain/convert/conversion';

/** When the tables for times, deliveries, money and duties are wanted: a text half typed is no reason yet. */
export type TableNeed = 'none' | 'pause' | 'now';

// A refusal may only mean that the country's clocks are not loaded.
const LEANING_KINDS: ReadonlySet<Conversion['kind']> = new Set(['time', 'delivery', 'money', 'duty', 'cannot']);

/** What a device label holds; without any of it a country's name may be a city's, which is asked for its time. */
const LABEL = /\d\s?(?:[vw]|hz|в|вт|гц|ボルト|伏|볼트|فولت)/iu;

/** A currency's sign, a word of some length, or one right behind a number (`30 kr`): what another table may know. */
const TELLING = /\p{Sc}|\p{Script=Han}|\p{L}{3,}|(?<=\d\s?)\p{L}+|\p{N}+/gu;

const NUMBERS = /\p{Sc}|\p{N}+/gu;

/** Whether an answer may be another one once every table is there. */
export const isLeaning = ({ kind }: Conversion, typed: string): boolean =>
  LEANING_KINDS.has(kind) || (kind === 'power' && !LABEL.test(typed));

/** What a query and its answers from the first tables say about the need for the others. */
export function tableNeed(typed: string, found: readonly Conversion[]): TableNeed {
  if (typed === '') return 'none';
  if (found.some((one) => isLeaning(one, typed))) return 'now';
  const isRead = (at: number) => found.some(({ start, end }) => at >= start && at < end);
  // Beside what stands on a label a place is where the device goes.
  const telling = found.some(({ kind }) => kind === 'power') ? NUMBERS : TELLING;
  const unread = [...typed.matchAll(telling)].some(({ index }) => !isRead(index));
  return found.length === 0 || unread ? 'pause' : 'none';
}
