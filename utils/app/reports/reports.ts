import { brandAs, type AgentId, type ShopId } from '../../domain/ids';
import { addAll, closedCells, countsBy, type Cells, type OpenCells } from '../../domain/reports/cells';
import { entryCells } from '../../domain/reports/entry-cells';
import { reviewCells } from '../../domain/reports/review-cells';
import { tallyPlace, tallyRange, titleId } from '../../domain/reports/tally-ids';
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

/** Longest time of one report. Units: days. */
const LONGEST = 2 * 366;

/** Counts that are added up by something. */
class Sums<K> {
  readonly #sums = new Map<K, OpenCells>();

  add(key: K, cells: Cells): void {
    const sum = this.#sums.get(key) ?? new Map<string, number>();
    addAll(sum, cells);
    this.#sums.set(key, sum);
  }

  get all(): readonly (readonly [key: K, cells: Cells])[] {
    return [...this.#sums].map(([key, cells]) => [key, closedCells(cells)] as const);
  }
}

/** Titles of the products that were counted. */
const titlesOf = async (db: Db, total: Cells): Promise<Readonly<Record<string, string>>> => {
  const whats = ['order', 'return', 'refund', 'claim', 'dispute', 'review', 'feedback', 'reported'];
  const names = new Set(whats.flatMap((what) => countsBy(total, what, 'product').map((found) => found.names[0] ?? '')));
  const ids = [...names];
  const rows = await db.tallies.bulkGet(ids.map(titleId));
  return Object.fromEntries(ids.flatMap((id, at) => (rows[at]?.title ? [[id, rows[at].title]] : [])));
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
  const range = tallyRange(days.dayOf(watch.from), days.dayOf(watch.until));
  const sum: OpenCells = new Map();
  const rows = await db.tallies
    .where('id')
    .between(...range, true, true)
    .toArray();
  for (const { id, cells = {} } of rows)
    if (shopId === undefined || tallyPlace(id).shopId === shopId) addAll(sum, cells);
  return closedCells(sum);
};

const read = async (db: Db, localDays: LocalDays, ask: ReportAsk): Promise<ReportCounts> => {
  const [first, last] = tallyRange(ask.from, ask.to);
  const [rows, reviews, entries] = await Promise.all([
    db.tallies.where('id').between(first, last, true, true).toArray(),
    reviewsIn(db, ask),
    entriesIn(db, ask),
  ]);
  const productOf = await productFinder(db, entries);
  const [days, shops, agents] = [new Sums<string>(), new Sums<ShopId>(), new Sums<AgentId>()];
  for (const { id, cells = {} } of rows) {
    const { day, shopId, agentId } = tallyPlace(id);
    if (ask.shopId !== undefined && shopId !== ask.shopId) continue;
    days.add(day, cells);
    shops.add(shopId, cells);
    if (agentId !== undefined) agents.add(agentId, cells);
  }
  for (const review of reviews) {
    const cells = reviewCells(review);
    days.add(review.at, cells);
    shops.add(review.shopId, cells);
  }
  for (const entry of entries) {
    const cells = entryCells(entry, productOf);
    days.add(entry.day, cells);
    shops.add(entry.shopId, cells);
  }
  const all = new Sums<null>();
  for (const [, cells] of shops.all) all.add(null, cells);
  const total = all.all[0]?.[1] ?? {};
  return {
    total,
    watched: await watchedIn(db, localDays, ask.shopId),
    days: days.all.map(([day, cells]) => ({ day, cells })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    shops: shops.all.map(([shopId, cells]) => ({ shopId, cells })),
    agents: await agentsOf(db, total, new Map(agents.all)),
    titles: await titlesOf(db, total),
  };
};

/** The counts of the reports, over the given store. */
export const createReports = (deps: CountDeps): ReportsApi => ({
  cases: (ask) => readCases(deps, ask),

  longView: (ask) => (isDay(ask.to) ? readLongView(deps, ask) : Promise.resolve(err({ kind: 'invalid', field: 'to' }))),

  read: async (ask) => {
    if (!isDay(ask.from)) return err({ kind: 'invalid', field: 'from' });
    if (!isDay(ask.to) || ask.to < ask.from || ask.to >= dayAfter(ask.from, LONGEST))
      return err({ kind: 'invalid', field: 'to' });
    const counted = await countWaiting(deps);
    return counted.ok ? reading(deps, async (db) => ok(await read(db, deps.days, ask))) : counted;
  },
});
