import { array, safeParse, string } from 'valibot';
import { withFields } from '../../domain/customers/clocked';
import { commonGround, isTellingName, pairOf } from '../../domain/customers/same-person';
import type { BuyerKey } from '../../domain/ids';
import type { BuyerRow } from '../../domain/records';
import { err, ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import { buyerTopic } from '../../platform/settings/change-signal';
import type { BuyersApi, JoinSuggestion } from '../buyers-api';
import { announcing, changing, noShop, type Change, type RecordDeps } from '../records';
import { joinedTo, rootOf } from './refresh';

/** Name of the settings row with the pairs somebody has said are two people. */
const notSameSetting = 'notSame';
/** Pairs that are remembered; the oldest are asked about again. */
const MOST_PAIRS = 2_000;
const MOST_SUGGESTED = 5;
/** Namesakes that are looked at; a name so many have suggests nothing. */
const MOST_NAMESAKES = 50;

const Pairs = array(string());

/** The pairs of records somebody has said are two people (`pairOf`). */
export const readPairs = async (db: Db): Promise<readonly string[]> => {
  const read = safeParse(Pairs, (await db.settings.get(notSameSetting))?.value);
  return read.success ? read.output : [];
};

const keepPairs = async ({ db, stamp }: Change, pairs: readonly string[]): Promise<void> => {
  await db.settings.put({ ...stamp(noShop), name: notSameSetting, value: pairs.slice(-MOST_PAIRS) });
};

const addPairs = async (change: Change, apart: readonly string[]): Promise<void> => {
  const others = (await readPairs(change.db)).filter((pair) => !apart.includes(pair));
  await keepPairs(change, [...others, ...apart]);
};

/** Takes records out of the pairs that are not the same person, because they are forgotten. */
export const dropPairs = async (change: Change, keys: ReadonlySet<BuyerKey>): Promise<void> => {
  const pairs = await readPairs(change.db);
  const left = pairs.filter((pair) => !pair.split(' ').some((key) => keys.has(key as BuyerKey)));
  if (left.length !== pairs.length) await keepPairs(change, left);
};

const isLive = (row: BuyerRow | undefined): row is BuyerRow => row !== undefined && row.deleted === 0;

/**
 * Records of the same shop that may be the same person, at most five: those that share a number first, then those with the
 * same telling name and country. Those a person has separated are left out.
 */
export const suggestionsFor = async (db: Db, buyer: BuyerRow): Promise<readonly JoinSuggestion[]> => {
  const { displayName, aliases } = buyer;
  const names = isTellingName(displayName) ? [...new Set([displayName, displayName.normalize('NFKC')])] : [];
  const [namesakes, holders] = await Promise.all([
    names.length === 0 ? [] : db.buyers.where('displayName').anyOfIgnoreCase(names).limit(MOST_NAMESAKES).toArray(),
    aliases.length === 0 ? [] : db.buyers.where('aliases').anyOf(aliases).distinct().limit(MOST_NAMESAKES).toArray(),
  ]);
  const own = await rootOf(db, buyer);
  const group = new Set([own, buyer, ...(await joinedTo(db, [own.key]))].map(({ key }) => key));
  const apart = new Set(await readPairs(db));
  const found = new Map<BuyerKey, JoinSuggestion>();
  for (const row of [...holders, ...namesakes]) {
    const because = isLive(row) && !group.has(row.key) ? commonGround(buyer, row) : null;
    if (because === null) continue;
    const root = await rootOf(db, row);
    const isApart = [...group].some((key) => apart.has(pairOf(key, row.key)) || apart.has(pairOf(key, root.key)));
    if (isApart || group.has(root.key) || found.has(root.key)) continue;
    found.set(root.key, { buyer: root, because });
  }
  return [...found.values()].slice(0, MOST_SUGGESTED);
};

/** Use cases around joining records, over the given stores; every join can be taken back. */
export const createJoin = (deps: RecordDeps): Required<Pick<BuyersApi, 'join' | 'separate' | 'notSame'>> => ({
  join: async ({ keys, acrossShops }) => {
    const unique = [...new Set(keys)];
    if (unique.length < 2) return err({ kind: 'invalid', field: 'keys' });
    const joined = await changing(deps, ['buyers'], async (change) => {
      const rows = (await change.db.buyers.bulkGet(unique)).filter(isLive);
      const [first] = rows;
      if (first === undefined || rows.length < unique.length) return err({ kind: 'not-found' });
      const root = await rootOf(change.db, first);
      const roots = new Map<BuyerKey, BuyerRow>();
      for (const row of rows) {
        const own = await rootOf(change.db, row);
        if (own.key !== root.key) roots.set(own.key, own);
      }
      const others = [...roots.values()];
      const isAcross = [...rows, ...others].some(({ shopId }) => shopId !== root.shopId);
      if (isAcross && !acrossShops) return err({ kind: 'invalid', field: 'acrossShops' });
      if (others.length === 0) return ok({ root: root.key, touched: [] });
      // Two that were joined to each other elsewhere: whoever is the root of a join is joined to nobody.
      const next = [
        ...(root.joinedTo ? [withFields<BuyerRow>(root, { joinedTo: '' }, change.stamp(root.shopId))] : []),
        ...others.map((row) => withFields<BuyerRow>(row, { joinedTo: root.key }, change.stamp(row.shopId))),
      ];
      await change.db.buyers.bulkPut(next);
      for (const { key } of [root, ...others]) change.touch(key, 'words');
      const detail = { records: others.length };
      change.log({ shopId: root.shopId, what: 'buyer.joined', buyerKey: root.key, detail });
      return ok({ root: root.key, touched: [root, ...others].map(({ key }) => key) });
    });
    if (!joined.ok) return joined;
    return announcing(deps, ok(joined.value.root), joined.value.touched.map(buyerTopic));
  },

  separate: async ({ key }) => {
    const separated = await changing(deps, ['buyers'], async (change) => {
      const row = await change.db.buyers.get(key);
      if (!isLive(row) || !row.joinedTo) return err({ kind: 'not-found' });
      const root = await rootOf(change.db, row);
      const from = [...new Set([root.key, row.joinedTo])].filter((one) => one !== key);
      await change.db.buyers.put(withFields<BuyerRow>(row, { joinedTo: '' }, change.stamp(row.shopId)));
      await addPairs(
        change,
        from.map((one) => pairOf(key, one)),
      );
      for (const one of [key, ...from]) change.touch(one, 'words');
      change.log({ shopId: row.shopId, what: 'buyer.separated', buyerKey: key });
      return ok([key, ...from]);
    });
    if (!separated.ok) return separated;
    return announcing(deps, ok(null), separated.value.map(buyerTopic));
  },

  notSame: async ({ keys }) => {
    const [one, other] = keys;
    if (one === other) return err({ kind: 'invalid', field: 'keys' });
    const kept = await changing(deps, ['buyers'], async (change) => {
      if ((await change.db.buyers.bulkGet([one, other])).filter(isLive).length < 2) return err({ kind: 'not-found' });
      await addPairs(change, [pairOf(one, other)]);
      return ok(null);
    });
    return announcing(deps, kept, keys.map(buyerTopic));
  },
});
