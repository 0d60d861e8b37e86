/**
 * Runs inside the dashboard of the bench build: a desk of several years is put straight into the store, and the program's own
 * code reports over it. Nothing of it is in the product.
 */
import { createReports } from '../../utils/app/reports/reports';
import { collectTallies } from '../../utils/app/reports/collect';
import { countWaiting } from '../../utils/app/reports/drain';
import { shippedSegments } from '../../utils/catalog/segments/shipped-segments';
import { noSatellites } from '../../utils/domain/customers/satellites';
import { workOut } from '../../utils/domain/customers/work-out';
import { brandAs, type Instant } from '../../utils/domain/ids';
import type { ContactRow, EventRow, LogRow, OrderRow, Stamp } from '../../utils/domain/records';
import { addCounts, countsText } from '../../utils/domain/reports/counts-text';
import { FiledCounts } from '../../utils/domain/reports/file-cells';
import { lineCells } from '../../utils/domain/reports/line-cells';
import type { Result } from '../../utils/domain/result';
import { sentDetail } from '../../utils/domain/worklog/sent-measures';
import { dayAfter } from '../../utils/domain/worklog/days';
import { localDays } from '../../utils/platform/clock/local-days';
import { lazyDatabase } from '../../utils/platform/db/lazy-database';
import { buyerAt, randomFrom } from './data-rows';
import { watched } from './watched';

const deps = { db: lazyDatabase(), days: localDays };
const reports = createReports(deps);
const PART = 5_000;
const END = Date.now();
const TODAY = new Date(END).toISOString().slice(0, 10);
const INTENTS = [
  'where-is-it',
  'return-request',
  'size-question',
  'plug-question',
  'refund-status',
  'cancel',
  'thanks',
];
const REASONS = ['damaged', 'wrong-size', 'not-as-described', 'late', 'defective'];

const valueOf = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

const stampOf = (at: number): Stamp => ({
  shopId: brandAs<'ShopId'>(at % 10 < 6 ? 'bench-main' : `bench-${at % 3}`),
  authorId: brandAs<'AgentId'>(`agent-${at % 5}`),
  hlc: '0'.repeat(50),
  origin: '',
  deleted: 0,
});

/** What happens to an order: a return for six of a hundred, a refund for three, a review for two. */
const eventOf = (order: OrderRow, random: () => number): readonly EventRow[] => {
  const chance = random();
  const kind = chance < 0.06 ? 'return' : chance < 0.09 ? 'refund' : chance < 0.11 ? 'review' : null;
  if (kind === null || order.deliveredOn === undefined) return [];
  const { shopId, authorId, hlc, origin, deleted, orderId, buyerKey, amount } = order;
  const row: EventRow = {
    ...{ shopId, authorId, hlc, origin, deleted, born: hlc },
    id: `${kind}:${order.id}`,
    kind,
    at: dayAfter(order.deliveredOn, 4),
    ...(kind === 'review' ? { stars: 1 + Math.floor(random() * 5) } : { orderId, buyerKey }),
    ...(kind === 'return' ? { reason: REASONS[Math.floor(random() * REASONS.length)]! } : {}),
    ...(kind === 'refund' && amount ? { amount } : {}),
  };
  return [row];
};

/** A message to every other buyer, and the line of the log it left. */
const messageOf = (
  order: OrderRow,
  { at, seen, random }: { readonly at: number; readonly seen: Instant; readonly random: () => number },
): { readonly contacts: readonly ContactRow[]; readonly lines: readonly LogRow[] } => {
  if (at % 2 === 1) return { contacts: [], lines: [] };
  const stamp = stampOf(at);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const lang = one(['en', 'de', 'zh', 'fr', 'es', 'ja']);
  const contact: ContactRow = {
    ...stamp,
    id: `contact:${at}`,
    buyerKey: order.buyerKey,
    orderId: order.orderId,
    kind: 'message',
    at: seen,
    lang: brandAs<'Lang'>(lang),
  };
  const detail = sentDetail({
    lang,
    intent: one(INTENTS),
    openFor: Math.floor(random() * 400),
    waited: Math.floor(random() * 2_000),
    ...(random() < 0.6 ? { templateId: `reply-${Math.floor(random() * 80)}`, isEdited: random() < 0.3 } : {}),
    ...(random() < 0.05 ? { changed: ['review-request'] } : {}),
  });
  const line: LogRow = { ...stamp, id: `line:${at}`, at: seen, what: 'message.sent', buyerKey: order.buyerKey, detail };
  return { contacts: [contact], lines: [line] };
};

const madeAt = (at: number) => {
  const { row, order } = buyerAt(at, stampOf(at), END);
  const random = randomFrom(at + 99);
  const events = eventOf(order, random);
  const { contacts, lines } = messageOf(order, { at, seen: row.lastSeen, random });
  const by = { rules: shippedSegments, today: TODAY };
  const about = { ...noSatellites, orders: [order], contacts, events: events.filter(({ buyerKey }) => buyerKey) };
  return { row: workOut(row, about, by), order, events, contacts, lines };
};

/** Counts of buyers whose rows are not in the store. */
let sums = new FiledCounts();

const countMade = ({ row, lines }: ReturnType<typeof madeAt>): void => {
  for (const [period, cells] of Object.entries(row.tally ?? {})) sums.add({ period, shopId: row.shopId }, cells);
  for (const line of lines) {
    const place = { period: localDays.dayOf(line.at), shopId: line.shopId, agentId: line.authorId };
    sums.add(place, lineCells(line, localDays.hourOf(line.at)));
  }
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const benchReports = {
  /** Puts buyers `from` to `to` into the store, each with an order, some with a message, a return, a refund or a review. */
  fill: (from: number, to: number) =>
    watched(async () => {
      const db = valueOf(await deps.db());
      for (let begin = from; begin < to; begin += PART) {
        const made = Array.from({ length: Math.min(PART, to - begin) }, (_, at) => madeAt(begin + at));
        const { tally, recount, take } = collectTallies();
        for (const { row, order, lines } of made) {
          tally(row, {}, row.tally, [order]);
          recount({ came: lines, gone: [] });
        }
        const { buyers, orders, events, contacts, log, tallyChanges } = db;
        await db.transaction('rw', [buyers, orders, events, contacts, log, tallyChanges], async () => {
          await buyers.bulkAdd(made.map(({ row }) => row));
          await orders.bulkAdd(made.map(({ order }) => order));
          await events.bulkAdd(made.flatMap((one) => one.events));
          await contacts.bulkAdd(made.flatMap((one) => one.contacts));
          await log.bulkAdd(made.flatMap((one) => one.lines));
          const toCount = take();
          if (toCount) await tallyChanges.add(toCount);
        });
      }
      valueOf(await countWaiting(deps));
      return to - from;
    }),

  /** Of buyers `from` to `to`, puts what reports read: reviews at once, counts by `putCounts`. */
  count: (from: number, to: number) =>
    watched(async () => {
      const db = valueOf(await deps.db());
      for (let begin = from; begin < to; begin += PART) {
        const made = Array.from({ length: Math.min(PART, to - begin) }, (_, at) => madeAt(begin + at));
        made.forEach(countMade);
        await db.events.bulkAdd(made.flatMap(({ events }) => events.filter(({ kind }) => kind === 'review')));
        await pause();
      }
      return to - from;
    }),

  putCounts: () =>
    watched(async () => {
      const { tallies } = valueOf(await deps.db());
      const all = sums.rows;
      sums = new FiledCounts();
      for (let at = 0; at < all.length; at += 100) {
        const some = all.slice(at, at + 100);
        const kept = await tallies.bulkGet(some.map(([id]) => id));
        await tallies.bulkPut(
          some.map(([id, cells], n) => {
            addCounts(cells, kept[n]?.counts ?? '');
            return { id, counts: countsText(cells) };
          }),
        );
      }
      return all.length;
    }),

  /** A report over so many days up to today; answers how many orders it counts. */
  report: (days: number) =>
    watched(async () => {
      const { total } = valueOf(await reports.read({ from: dayAfter(TODAY, 1 - days), to: TODAY }));
      return { orders: total.order ?? 0, sent: total.sent ?? 0 };
    }),

  /** What looks back two years. */
  longView: () => watched(async () => valueOf(await reports.longView({ to: TODAY })).radar.findings.length),

  /** The same counts one by one: orders and messages of so many days, of so many buyers. */
  recount: async (days: number, buyers: number) => {
    const from = dayAfter(TODAY, 1 - days);
    const isIn = (day: string): boolean => day >= from && day <= TODAY;
    let [orders, sent] = [0, 0];
    for (let at = 0; at < buyers; at += 1) {
      const made = madeAt(at);
      if (isIn(made.order.orderedOn ?? '')) orders += 1;
      sent += made.lines.filter((line) => isIn(localDays.dayOf(line.at))).length;
      if (at % PART === 0) await pause();
    }
    return { orders, sent };
  },

  sizes: async () => {
    const db = valueOf(await deps.db());
    const [buyers, contacts, tallies] = await Promise.all([db.buyers.count(), db.contacts.count(), db.tallies.count()]);
    let cells = 0;
    await db.tallies.each((row) => {
      cells += (row.counts ?? '').split('\n').length - 1;
    });
    return { buyers, contacts, tallies, cells };
  },
};

/** What the runner calls in the page. */
export type BenchReports = typeof benchReports;
Object.assign(globalThis, { benchReports });
