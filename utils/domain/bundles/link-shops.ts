/** Shops of a file and shops of ours: each installation numbers its own, so that rows find the right one by a link. */
import type { ShopId } from '../ids';
import type { ShopRow } from '../records';
import type { BundleLine } from './bundle';
import type { ShopLink } from './import-job';

/** To which shop of ours the rows of a shop of theirs go. */
export type ShopLinks = ReadonlyMap<ShopId, ShopId>;

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase();

const isUnclaimed = (ours: ShopRow, theirs: ShopRow): boolean =>
  ours.accountId === undefined || theirs.accountId === undefined || ours.accountId === theirs.accountId;

/**
 * The shop of ours that a shop of theirs is: the one of this id, else the one it was linked to before, else the one with its
 * account at the marketplace, else the only one of its name that has no other account; null when it is none of them.
 */
const ourShopOf = (
  theirs: ShopRow,
  ours: readonly ShopRow[],
  remembered: Readonly<Record<string, string>>,
): ShopId | null => {
  const there = ours.filter(({ marketplace }) => marketplace === theirs.marketplace);
  const linked = Object.hasOwn(remembered, theirs.id) ? remembered[theirs.id] : undefined;
  const same = there.find(({ id }) => id === theirs.id) ?? there.find(({ id }) => id === linked);
  if (same) return same.id;
  const alive = there.filter(({ deleted }) => deleted === 0);
  const byAccount = alive.find(({ accountId }) => accountId !== undefined && accountId === theirs.accountId);
  if (byAccount) return byAccount.id;
  const byName = alive.filter((shop) => sameName(shop.name, theirs.name) && isUnclaimed(shop, theirs));
  return byName.length === 1 ? byName[0]!.id : null;
};

/** A link for each shop of a file; `remembered` are links that were chosen or found before, by the id over there. */
export const linkShops = (
  theirs: readonly ShopRow[],
  ours: readonly ShopRow[],
  remembered: Readonly<Record<string, string>>,
): readonly ShopLink[] =>
  theirs.map((shop) => ({
    theirs: { id: shop.id, marketplace: shop.marketplace, name: shop.name },
    ours: ourShopOf(shop, ours, remembered),
  }));

/** Those links that lead to another id. */
export const movedShops = (links: readonly ShopLink[]): ShopLinks =>
  new Map(
    links.flatMap(({ theirs, ours }) => (ours === null || ours === theirs.id ? [] : [[theirs.id, ours] as const])),
  );

const withOurShop = <R extends { readonly shopId: ShopId; readonly id?: string }>(row: R, links: ShopLinks): R => {
  const ours = links.get(row.shopId);
  if (ours === undefined) return row;
  const begins = `${row.shopId}:`;
  const isNumbered = row.id?.startsWith(begins) === true;
  return { ...row, shopId: ours, ...(isNumbered ? { id: `${ours}:${row.id.slice(begins.length)}` } : {}) };
};

/** A row of a file as a row of our shops; null for a shop of theirs that is one of ours already. */
export const inOurShops = (line: BundleLine, links: ShopLinks): BundleLine | null => {
  if (links.size === 0) return line;
  if (line.section === 'shops') return links.has(line.row.id) ? null : line;
  return { section: line.section, row: withOurShop<BundleLine['row']>(line.row, links) } as BundleLine;
};
