import { brandAs, type AgentId, type ShopId } from '../../domain/ids';
import { addAll, countsBy, plainCells, type Cells, type OpenCells } from '../../domain/reports/cells';
import { addCounts } from '../../domain/reports/counts-text';
import { entryCells } from '../../domain/reports/entry-cells';
import { periodsOf, type Periods } from '../../domain/reports/file-cells';
import { reviewCells } from '../../domain/reports/review-cells';
import { titleId, titleOfId, titleRange, type Sheet, type TallyPlace } from '../../domain/reports/tally-ids';
import { err, ok } from '../../domain/result';
import { isDay } from '../../domain/worklog/check-entry';
import { dayAfter } from '../../domain/worklog/days';
import { isWatch } from '../../domain/worklog/watch';
import type { LocalDays } from '../../platform/clock/local-days';
import type { Db } from '../../platform/db/schema';
import { reading, selfSetting } from '../records';
import type { AgentCounts, ReportAsk, ReportCounts, ReportsApi } from '../reports-api';
import { entriesIn, productFinder, reviewsIn } from './beside-counts';
import { readCases } from './cases';
import { countWaiting, type CountDeps } from './drain';
import { readLongView } from './long-view';
import { readProductDays } from './product-days';
import { eachTally } from './tally-rows';

/** Longest time of one report. Units: days. */
const LONGEST = 2 * 366;

/** From so many titles on, all of them are read. */
const MANY_TITLES = 200;

/** Counts that are added up by something. */
class Sums<K> {
  readonly #sums = new Map<K, OpenCells>();

  /** What is added up for a key. */
  of(key: K): OpenCells {
    const sum = this.#sums.get(key) ?? new Map<string, number>();
    this.#sums.set(key, sum);
    return sum;
  }

  get all(): readonly (readonly [key: K, cells: Cells])[] {
    return [...this.#sums].map(([key, cells]) => [key, plainCells(cells)] as const);
  }
}

/** Titles of the products that were counted. */
const titlesOf = async (db: Db, total: Cells): Promise<Readonly<Record<string, string>>> => {
  const whats = ['order', 'return', 'refund', 'claim', 'dispute', 'review', 'feedback', 'reported'];
  const names = new Set(whats.flatMap((what) => countsBy(total, what, 'product').map((found) => found.names[0] ?? '')));
  const ids = [...names];
  // One by one they take longer than all there are.
  const rows =
    ids.length > MANY_TITLES
      ? await db.tallies
          .where('id')
          .between(...titleRange, true, true)
          .toArray()
      : await db.tallies.bulkGet(ids.map(titleId));
  const titles = new Map(rows.flatMap((row) => (row?.title ? [[titleOfId(row.id), row.title] as const] : [])));
  return Object.fromEntries(
    ids.flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [[id, title] as const];
    }),
  );
};

const agentsOf = async (db: Db, total: Cells, here: ReadonlyMap<AgentId, Cells>): Promise<readonly AgentCounts[]> => {
  const contacts = new Map(
    countsBy(total, 'contact', 'agent').map(({ names, count }) => [brandAs<'AgentId'>(names[0] ?? ''), count] as const),
  );
  const ids = [...new Set([...here.keys(), ...contacts.keys()])];
  const [known, self] = [await db.agents.bulkGet(ids), await db.settings.get(selfSetting)];
  const own = (self?.value as { readonly agentId: AgentId } | undefined)?.agentId;
  return ids.map((agentId, at) => ({
    agentId,
    initials: known[at]?.initials ?? '',
    isSelf: agentId === own,
    contacts: contacts.get(agentId) ?? 0,
    cells: here.get(agentId) ?? {},
  }));
};

/** Counts of the days in which Parley only watched; they are few. */
const watchedIn = async (db: Db, days: LocalDays, shopId: ShopId | undefined): Promise<Cells> => {
  const watch = (await db.settings.get('watch'))?.value ?? null;
  if (watch === null || !isWatch(watch)) return {};
  const periods: Periods = { grain: 'day', from: days.dayOf(watch.from), to: days.dayOf(watch.until) };
  const sum: OpenCells = new Map();
  await eachTally(db, { sheet: 'agents', periods, shopId }, (_, counts) => addCounts(sum, counts));
  return plainCells(sum);
};

/** What is added up: products last, which are many, and asked for of all shops together. */
const summed: readonly Sheet[] = ['records', 'agents', 'products'];

/** Everything that was counted in some days, a row at a time; reviews and entries of the work log are not among it. */
const eachCounted = async (
  db: Db,
  { from, to, shopId }: ReportAsk,
  onRow: (sheet: Sheet, place: TallyPlace, counts: string) => void,
): Promise<void> => {
  // In one look at the store: what is counted meanwhile is in all of it or in none.
  await db.transaction('r', db.tallies, async () => {
    for (const sheet of summed)
      for (const periods of periodsOf(from, to))
        await eachTally(db, { sheet, periods, shopId }, (place, counts) => onRow(sheet, place, counts));
  });
};

interface Beside {
  readonly day: string;
  readonly shopId: ShopId;
  readonly cells: Cells;
}

/** Counts of what is read row by row. */
const besideIn = async (db: Db, ask: ReportAsk): Promise<readonly Beside[]> => {
  const [reviews, entries] = await Promise.all([reviewsIn(db, ask), entriesIn(db, ask)]);
  const productOf = await productFinder(db, entries);
  return [
    ...reviews.map((row) => ({ day: row.at, shopId: row.shopId, cells: reviewCells(row) })),
    ...entries.map((row) => ({ day: row.day, shopId: row.shopId, cells: entryCells(row, productOf) })),
  ];
};

const readTotal = async (db: Db, ask: ReportAsk): Promise<Cells> => {
  const all: OpenCells = new Map();
  await eachCounted(db, ask, (_, __, counts) => addCounts(all, counts));
  for (const { cells } of await besideIn(db, ask)) addAll(all, cells);
  return plainCells(all);
};

const read = async (db: Db, localDays: LocalDays, ask: ReportAsk): Promise<ReportCounts> => {
  const { from, to, shopId } = ask;
  const all: OpenCells = new Map();
  const [days, shops, agents] = [new Sums<string>(), new Sums<ShopId>(), new Sums<AgentId>()];
  await eachCounted(db, ask, (sheet, place, counts) => {
    addCounts(all, counts);
    if (sheet !== 'products') addCounts(shops.of(place.shopId), counts);
    if (place.agentId !== undefined) addCounts(agents.of(place.agentId), counts);
  });
  const daily: Periods = { grain: 'day', from, to };
  for (const sheet of ['records', 'sent'] as const)
    await eachTally(db, { sheet, periods: daily, shopId }, ({ period }, counts) => addCounts(days.of(period), counts));
  for (const { day, shopId: shop, cells } of await besideIn(db, ask))
    for (const sum of [all, days.of(day), shops.of(shop)]) addAll(sum, cells);
  const total = plainCells(all);
  return {
    total,
    watched: await watchedIn(db, localDays, shopId),
    days: days.all.map(([day, cells]) => ({ day, cells })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    shops: shops.all.map(([id, cells]) => ({ shopId: id, cells })),
    agents: await agentsOf(db, total, new Map(agents.all)),
    titles: await titlesOf(db, total),
  };
};

/** Which end of the days can't be reported on. */
const wrongIn = ({ from, to }: ReportAsk): 'from' | 'to' | null => {
  if (!isDay(from)) return 'from';
  return !isDay(to) || to < from || to >= dayAfter(from, LONGEST) ? 'to' : null;
};

/** The counts of the reports, over the given store. */
export const createReports = (deps: CountDeps): ReportsApi => ({
  cases: (ask) => readCases(deps, ask),

  longView: (ask) => (isDay(ask.to) ? readLongView(deps, ask) : Promise.resolve(err({ kind: 'invalid', field: 'to' }))),

  read: async (ask) => {
    const field = wrongIn(ask);
    if (field) return err({ kind: 'invalid', field });
    const counted = await countWaiting(deps);
    return counted.ok ? reading(deps, async (db) => ok(await read(db, deps.days, ask))) : counted;
  },

  total: async (ask) => {
    const field = wrongIn(ask);
    if (field) return err({ kind: 'invalid', field });
    const counted = await countWaiting(deps);
    return counted.ok ? reading(deps, async (db) => ok(await readTotal(db, ask))) : counted;
  },

  productDays: async (ask) => {
    const field = wrongIn(ask);
    if (field) return err({ kind: 'invalid', field });
    return reading(deps, async (db) => ok(await readProductDays(db, ask)));
  },
});
