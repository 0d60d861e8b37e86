import { followUpTypes } from '../../catalog/follow-ups/shipped-follow-ups';
import sources from '../../catalog/rules/sources.json';
import { parseClock } from '../../domain/customers/clock';
import { facetRange } from '../../domain/customers/facets';
import type { FollowUpType } from '../../domain/follow-ups/follow-up-type';
import { hasEnded } from '../../domain/follow-ups/has-ended';
import type { Instant, MarketId, ShopId } from '../../domain/ids';
import type { FollowUpRow, ShopRow } from '../../domain/records';
import type { Db } from '../../platform/db/schema';
import type { DueItem } from '../follow-ups-api';
import { clockSetting } from '../records';

const MOST_DUE = 500;
const MOST_DONE = 200;
/** Rows that are read for one list: what a desk left for months is not worked off in one look. */
const MOST_READ = 5_000;

const byId = new Map(followUpTypes.map((type) => [type.id, type]));

/** The type of a follow-up; undefined for one that another version of Parley made. */
export const typeOf = ({ kind }: Pick<FollowUpRow, 'kind'>): FollowUpType | undefined => byId.get(kind);

/** What is open and due until a moment, the earliest first; what happens with every order only while there is room. */
export const readDue = async (
  db: Db,
  { now, until, shopId }: { readonly now: Instant; readonly until: Instant; readonly shopId?: ShopId },
): Promise<{ readonly rows: readonly FollowUpRow[]; readonly hasMore: boolean }> => {
  const read = await db.followUps
    .where('[done+dueAt]')
    .between([0, ''], [0, until], true, true)
    .limit(MOST_READ)
    .toArray();
  const open = read.filter((row) => !hasEnded(row, now) && (shopId === undefined || row.shopId === shopId));
  const isRoutine = (row: FollowUpRow): boolean => typeOf(row)?.isRoutine === true;
  const wanted = open.filter((row) => !isRoutine(row)).slice(0, MOST_DUE);
  const routine = open.filter(isRoutine).slice(0, MOST_DUE - wanted.length);
  const rows = [...wanted, ...routine].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  return { rows, hasMore: read.length === MOST_READ || open.length > rows.length };
};

/** What was done since a moment, the latest first. */
export const readDone = async (
  db: Db,
  { from, shopId }: { readonly from: Instant; readonly shopId?: ShopId },
): Promise<readonly FollowUpRow[]> => {
  const rows = await db.followUps.where('[done+dueAt]').between([1, from], [1, '\uffff']).limit(MOST_READ).toArray();
  const own = rows.filter((row) => row.deleted === 0 && (shopId === undefined || row.shopId === shopId));
  return own.reverse().slice(0, MOST_DONE);
};

const titles: Readonly<Record<string, { readonly title: string }>> = sources;

/** Sources whose key begins so speak of one marketplace alone. */
const SPEAKS_OF: Readonly<Record<string, string>> = { A: 'amazon', X: 'aliexpress' };

/** What the time of a follow-up rests on, by title; empty where the source speaks of another marketplace. */
const sourceTitle = (key: string | undefined, marketplace: MarketId): string => {
  const only = SPEAKS_OF[key?.charAt(0) ?? ''];
  return only !== undefined && only !== marketplace ? '' : (titles[key ?? '']?.title ?? '');
};

const itemOf = (row: FollowUpRow, marketplace: MarketId): DueItem => {
  const type = typeOf(row);
  const mode = type?.modes[marketplace] ?? 'watch';
  const templateId = mode === 'message' ? type?.templates?.[marketplace] : undefined;
  return {
    row,
    marketplace,
    mode,
    isDeadline: type?.isDeadline ?? false,
    isRoutine: type?.isRoutine === true && mode === 'watch',
    ...(templateId ? { templateId } : {}),
    ...(row.since ? { since: row.since } : {}),
    source: sourceTitle(type?.source, marketplace),
  };
};

/** Rows with what a person needs to see of them: whose they are and which product; `bare` leaves both out. */
export const showItems = async (
  db: Db,
  rows: readonly FollowUpRow[],
  shops: readonly ShopRow[],
  how: 'whole' | 'bare' = 'whole',
): Promise<readonly DueItem[]> => {
  const markets = new Map(shops.map(({ id, marketplace }) => [id, marketplace]));
  const items = rows.flatMap((row) => {
    const marketplace = markets.get(row.shopId);
    return marketplace ? [itemOf(row, marketplace)] : [];
  });
  if (how === 'bare') return items;
  const [buyers, orders] = await Promise.all([
    db.buyers.bulkGet(items.map(({ row }) => row.buyerKey)),
    db.orders.bulkGet(items.map(({ row }) => `${row.shopId}:${row.orderId ?? ''}`)),
  ]);
  return items.map((item, index) => {
    const buyerName = buyers[index]?.displayName;
    const product = orders[index]?.items[0]?.title;
    return { ...item, ...(buyerName ? { buyerName } : {}), ...(product ? { product } : {}) };
  });
};

/** When a page of a shop last showed anybody; null for a shop that never was. One reading of the index. */
export const lastSeen = async (db: Db, shopId: ShopId): Promise<Instant | null> => {
  const { after, before } = facetRange(`shop:${shopId}`);
  const newest = await db.buyers.where('facets').between(after, before, false, false).first();
  return newest?.lastSeen ?? null;
};

/** By how much the clock of this computer is behind the newest change that is known; 0 when it is not. Units: ms. */
export const clockBehind = async (db: Db, now: Instant): Promise<number> => {
  const row = await db.settings.get(clockSetting);
  const newest = row === undefined ? null : parseClock(String(row.value));
  return newest?.ok ? Math.max(0, newest.value.millis - Date.parse(now)) : 0;
};
