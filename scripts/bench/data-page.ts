/**
 * Runs inside the dashboard of the bench build, beside its own scripts: what is measured is the program's own code over the
 * real store. Nothing of it is in the product.
 */
import { createBuyers } from '../../utils/app/buyers';
import { importOrders } from '../../utils/app/buyers/import-orders';
import { changing, type RecordDeps } from '../../utils/app/records';
import { shippedSegments } from '../../utils/catalog/segments/shipped-segments';
import { facetEntry, facetOf, facetsOf, isCounted, type Facet } from '../../utils/domain/customers/facets';
import { noSatellites } from '../../utils/domain/customers/satellites';
import { workOut } from '../../utils/domain/customers/work-out';
import { brandAs, type Instant } from '../../utils/domain/ids';
import { ok, type Result } from '../../utils/domain/result';
import type { BuyerFilter } from '../../utils/app/buyers-api';
import { systemClock } from '../../utils/platform/clock/system-clock';
import { lazyDatabase } from '../../utils/platform/db/lazy-database';
import { buyerAt, buyerKeyAt, orderNumber, randomFrom } from './data-rows';
import { watched } from './watched';

const deps: RecordDeps = { db: lazyDatabase(), clock: systemClock, announce: () => Promise.resolve() };
const buyers = createBuyers(deps);
const shopOf = (at: number) => brandAs<'ShopId'>(at % 10 < 8 ? 'bench-main' : `bench-${at % 10}`);
const noStamp = {
  shopId: shopOf(0),
  authorId: brandAs<'AgentId'>('a'),
  hlc: '0'.repeat(50),
  origin: '',
  deleted: 0,
} as const;
const PART = 250;
const FILL_PART = 2_000;
const END = Date.now();

const valueOf = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const insertPart = (from: number, to: number) =>
  changing(deps, ['buyers'], async (change) => {
    const made = Array.from({ length: to - from }, (_, at) => {
      const number = from + at;
      return buyerAt(number, change.stamp(shopOf(number)), END);
    });
    const notes = made.flatMap(({ note }) => note ?? []);
    await Promise.all([change.db.orders.bulkAdd(made.map(({ order }) => order)), change.db.notes.bulkAdd(notes)]);
    for (const { row, order, note } of made)
      change.make(row, { ...noSatellites, orders: [order], notes: note ? [note] : [] });
    return ok(null);
  });

/** Writes buyers `from` to `to` part by part. */
const insert = (from: number, to: number) =>
  watched(async () => {
    for (let at = from; at < to; at += PART) {
      valueOf(await insertPart(at, Math.min(to, at + PART)));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return to - from;
  });

/**
 * Puts records `from` to `to` straight into the store, worked out as the program does but without their orders and notes:
 * a million through the program would take half an hour before the first look.
 */
const fill = (from: number, to: number) =>
  watched(async () => {
    const db = valueOf(await deps.db());
    const by = { rules: shippedSegments, today: new Date(END).toISOString().slice(0, 10) };
    for (let begin = from; begin < to; begin += FILL_PART) {
      const numbers = Array.from({ length: Math.min(FILL_PART, to - begin) }, (_, at) => begin + at);
      const rows = numbers.map((number) => {
        const { row, order } = buyerAt(number, { ...noStamp, shopId: shopOf(number) }, END);
        return workOut(row, { ...noSatellites, orders: [order] }, by);
      });
      const added = new Map<string, number>();
      for (const entry of rows.flatMap(({ facets = [] }) => facets).filter(isCounted))
        added.set(facetOf(entry), (added.get(facetOf(entry)) ?? 0) + 1);
      const lists = [...added.keys()];
      await db.transaction('rw', db.buyers, db.counters, async () => {
        await db.buyers.bulkAdd(rows);
        const before = await db.counters.bulkGet(lists);
        await db.counters.bulkPut(
          lists.map((facet, at) => ({ facet, count: (before[at]?.count ?? 0) + (added.get(facet) ?? 0) })),
        );
      });
      await new Promise((resolve) => setTimeout(resolve));
    }
    return to - from;
  });

/** Takes in the orders of a file, of buyers nobody has seen before. */
const importFile = (from: number, count: number) =>
  watched(async () => {
    // Without a shop nothing of the orders would be due, and nothing would be worked out.
    const shop = { ...noStamp, id: shopOf(0), marketplace: brandAs<'MarketId'>('amazon'), name: 'Bench' };
    await valueOf(await deps.db()).shops.put(shop);
    const orders = Array.from({ length: count }, (_, at) => {
      const { row, order } = buyerAt(from + at, noStamp, END);
      const { orderId, items, amount, orderedOn, deliveredOn } = order;
      return { orderId, items, amount, orderedOn, deliveredOn, buyerName: row.displayName, country: row.country };
    });
    return valueOf(await importOrders(deps, { shopId: shopOf(0), orders, of: count })).kept;
  });

/** Average bytes of a record as it is kept, with figures and lists, and with its order and note; as JSON. */
const bytesOf = (count: number): readonly [number, number] => {
  const by = { rules: shippedSegments, today: new Date(END).toISOString().slice(0, 10) };
  const made = Array.from({ length: count }, (_, at) => {
    const { row, order, note } = buyerAt(at, noStamp, END);
    return { row: workOut(row, { ...noSatellites, orders: [order], notes: note ? [note] : [] }, by), order, note };
  });
  const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length / count;
  return [sizeOf(made.map(({ row }) => row)), sizeOf(made)];
};

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(new Error(asked.error?.name));
  });

let raw: IDBDatabase | undefined;
const rawRow = async (alias: string): Promise<unknown> => {
  raw ??= await request(indexedDB.open('parley'));
  return request(raw.transaction('buyers').objectStore('buyers').index('aliases').getAll(alias));
};

/** The row of an alias: by the browser alone, through the store, and everything `see` does when nothing is new. */
const headers = async (total: number, rounds: number) => {
  const random = randomFrom(5);
  const [byBrowser, byStore, bySee]: [number[], number[], number[]] = [[], [], []];
  const db = valueOf(await deps.db());
  for (let round = 0; round < rounds; round += 1) {
    const numbers = [0, 0, 0].map(() => Math.floor(random() * total));
    const [one, other, third] = numbers.map(orderNumber) as [string, string, string];
    const ways = [
      async () => void byBrowser.push(await timed(() => rawRow(`order:${one}`))),
      async () => void byStore.push(await timed(() => db.buyers.where('aliases').equals(`order:${other}`).toArray())),
      async () => {
        const asked = {
          shopId: shopOf(numbers[2]!),
          aliases: [{ kind: 'order', value: third, strong: true } as const],
        };
        // Once for the day, which is written down; what a seller page waits for all day is the second look.
        valueOf(await buyers.see(asked));
        bySee.push(await timed(() => buyers.see(asked)));
      },
    ];
    // Whoever comes first pays for a cold page of the store: each in turn.
    for (let way = 0; way < ways.length; way += 1) await ways[(way + round) % ways.length]!();
  }
  raw?.close();
  raw = undefined;
  return { byBrowser, byStore, bySee };
};

const middle = new Date(END - 350 * 86_400_000).toISOString() as Instant;

const listFor = (filter: BuyerFilter): Facet =>
  filter.tag !== undefined
    ? `tag:${filter.tag}`
    : filter.segment !== undefined
      ? `segment:${filter.segment}`
      : filter.country !== undefined
        ? `country:${filter.country}`
        : filter.shopId !== undefined
          ? `shop:${filter.shopId}`
          : 'all';

const midCursor = async (filter: BuyerFilter): Promise<string> => {
  if (filter.archived === true) {
    const db = valueOf(await deps.db());
    const ids = await db.archive.toCollection().primaryKeys();
    return JSON.stringify([ids[Math.floor(ids.length / 2)] ?? '', '', 0]);
  }
  return facetEntry(listFor(filter), { lastSeen: middle, key: brandAs<'BuyerKey'>('5') });
};

/** Pages of a view, from its beginning and from its middle. */
const pages = async (filter: BuyerFilter, rounds: number) => {
  const [first, deep]: [number[], number[]] = [[], []];
  let lines = 0;
  let cursor: string | undefined = await midCursor(filter);
  for (let round = 0; round < rounds; round += 1) {
    first.push(await timed(async () => (lines = valueOf(await buyers.page({ filter, limit: 50 })).lines.length)));
    const from: string | undefined = cursor;
    deep.push(
      await timed(async () => {
        const page = valueOf(await buyers.page({ filter, limit: 50, ...(from ? { cursor: from } : {}) }));
        cursor = page.next ?? from;
      }),
    );
  }
  return { first, deep, lines };
};

/** The kept counts against a recount from the records themselves, list by list. */
const counts = async (rounds: number) => {
  const times: number[] = [];
  let kept: Readonly<Record<string, number | undefined>> = {};
  for (let round = 0; round < rounds; round += 1)
    times.push(await timed(async () => (kept = valueOf(await buyers.counts()))));
  const db = valueOf(await deps.db());
  const counted = new Map<string, number>();
  const recount = await timed(async () => {
    let last = '';
    for (;;) {
      const rows = await db.buyers.where('key').above(last).limit(1_000).toArray();
      for (const row of rows)
        for (const entry of facetsOf(row).filter(isCounted)) {
          const list = facetOf(entry);
          counted.set(list, (counted.get(list) ?? 0) + 1);
        }
      last = rows.at(-1)?.key ?? '';
      if (rows.length < 1_000) break;
    }
    const packs = await db.archive.toArray();
    counted.set(
      'archived',
      packs.reduce((sum, { count }) => sum + count, 0),
    );
  });
  const wrong = [...new Set([...Object.keys(kept), ...counted.keys()])]
    .filter((list) => (kept[list] ?? 0) !== (counted.get(list) ?? 0))
    .map((list) => `${list}: ${kept[list] ?? 0} kept, ${counted.get(list) ?? 0} counted`);
  return { times, recount, wrong, kept };
};

const prepare = () => watched(async () => void valueOf(await buyers.prepareSearch()));

/** One search; the first one after the page was opened reads the index. */
const search = async (words: string) => {
  let lines = 0;
  const ms = await timed(async () => {
    lines = valueOf(await buyers.page({ filter: { search: words }, limit: 25 })).lines.length;
  });
  return { ms, lines };
};

const open = async (total: number, rounds: number) => {
  const random = randomFrom(9);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const key = brandAs<'BuyerKey'>(buyerKeyAt(Math.floor(random() * total)));
    times.push(await timed(async () => valueOf(await buyers.open(key))));
  }
  return times;
};

const archive = (from: number, count: number) =>
  watched(async () => {
    const keys = Array.from({ length: count }, (_, at) => brandAs<'BuyerKey'>(buyerKeyAt(from + at)));
    return valueOf(await buyers.archive({ keys })).length;
  });

/** Frames of a page that does nothing: what the machine leaves it. */
const idle = (ms: number) => watched(() => new Promise((resolve) => setTimeout(resolve, ms)));

const benchData = { idle, insert, fill, importFile, bytesOf, headers, pages, counts, prepare, search, open, archive };
/** What the runner calls in the page. */
export type BenchData = typeof benchData;
Object.assign(globalThis, { benchData });
