import { brandAs, type MarketId, type ShopId } from '../domain/ids';
import type { ShopRow } from '../domain/records';
import { err, ok } from '../domain/result';
import { readShopProfile, type ShopProfile } from '../domain/shop-profile';
import { shopsTopic } from '../platform/settings/change-signal';
import type { ApiResult, AppApi, ShopState, ThreadRequest } from './api';
import { announcing, changing, checkedText, reading, type Change, type RecordDeps } from './records';

/** A page that belongs to one of our shops. */
export interface ShopQuestion {
  readonly market: MarketId;
  readonly hint: ThreadRequest['shop'];
  /** What the agent answered earlier in this session on a page of this name; not believed beside an account id. */
  readonly chosen?: ShopId;
}

/** A question with the agent's answer to it, where there is one. */
interface Asked extends ShopQuestion {
  readonly answer?: ShopId;
}

/** Use cases around shops. */
export interface Shops extends Readonly<AppApi['shops']> {
  /** Which shop the page belongs to; the first shop of a marketplace is made from what the page says. */
  resolve(question: ShopQuestion): ApiResult<ShopState>;
  /** What the shop's replies have in common; empty where nothing was said. */
  profile(id: ShopId): ApiResult<ShopProfile>;
  /** Takes the agent's answer; a page that shows its account id settles the question for good. */
  choose(question: ShopQuestion & { readonly chosen: ShopId }): ApiResult<ShopState>;
}

type Learned = Partial<Pick<ShopRow, 'accountId' | 'seenAs'>>;

interface Lesson extends Pick<ShopQuestion, 'hint'> {
  readonly isOnly: boolean;
}

type Verdict =
  | { readonly kind: 'known'; readonly shop: ShopRow; readonly learned: Learned }
  | { readonly kind: 'new' }
  | { readonly kind: 'ask'; readonly among: readonly ShopRow[] };

const LONGEST_NAME = 80;
const LONGEST_ACCOUNT = 200;
/** Names of pages that are kept of one shop: one for each country it sells in, and a few old ones. */
const MOST_NAMES = 30;

const sameName = (a: string, b: string): boolean => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;

const isCalled = ({ name, seenAs = [] }: ShopRow, shown: string | undefined): boolean =>
  shown !== undefined && [name, ...seenAs].some((one) => sameName(one, shown));

/** Made by a page without a name, and never named since: no name can contradict it. */
const isNameless = ({ name, marketplace, seenAs = [] }: ShopRow): boolean =>
  name === marketplace && seenAs.length === 0;

/** What a page teaches about the shop it belongs to: its account id, and its name if nothing else can have that name. */
const lessonFrom = (shop: ShopRow, { hint: { accountId, name }, isOnly }: Lesson): Learned => {
  const isNews = name !== undefined && name !== '' && !isCalled(shop, name);
  const isSure = accountId !== undefined || isOnly;
  return {
    ...(accountId !== undefined && shop.accountId === undefined ? { accountId } : {}),
    ...(isNews && isSure ? { seenAs: [name, ...(shop.seenAs ?? [])].slice(0, MOST_NAMES) } : {}),
  };
};

/**
 * The rules for telling shops apart: an account id is believed, a name only among shops it does not contradict. A page
 * that shows another name than the only shop is asked about.
 */
const judge = (shops: readonly ShopRow[], { hint, chosen, answer }: Asked): Verdict => {
  const lesson = { hint, isOnly: shops.length === 1 };
  const knownAs = (shop: ShopRow): Verdict => ({ kind: 'known', shop, learned: lessonFrom(shop, lesson) });
  const byAccount = shops.find((shop) => hint.accountId !== undefined && shop.accountId === hint.accountId);
  if (byAccount !== undefined) return knownAs(byAccount);
  const possible = shops.filter((shop) => hint.accountId === undefined || shop.accountId === undefined);
  if (possible.length === 0) return { kind: 'new' };
  const byName = possible.filter((shop) => isCalled(shop, hint.name));
  if (byName.length === 1) return knownAs(byName[0]!);
  const answered = possible.find((shop) => shop.id === answer);
  if (answered !== undefined) return knownAs(answered);
  const [only] = shops.length === 1 ? possible : [];
  if (only !== undefined && (hint.name === undefined || isNameless(only))) return knownAs(only);
  const earlier = hint.accountId === undefined ? possible.find((shop) => shop.id === chosen) : undefined;
  return earlier === undefined ? { kind: 'ask', among: possible } : knownAs(earlier);
};

const known = ({ id, name }: ShopRow): ShopState => ({ kind: 'known', shop: { id, name } });

const ask = (among: readonly ShopRow[]): ShopState => ({
  kind: 'ask',
  choices: among.map(({ id, name }) => ({ id, name })),
});

const alive = (rows: readonly ShopRow[]): readonly ShopRow[] => rows.filter((row) => row.deleted === 0);

/** Makes a shop, or brings back the removed one of the same account, so that its records are found again. */
const addShop = async (
  change: Change,
  id: ShopId,
  shop: Parameters<Shops['add']>[0] & Pick<ShopRow, 'seenAs'>,
): Promise<ShopRow> => {
  const rows = await change.db.shops.where('marketplace').equals(shop.marketplace).toArray();
  const removed = rows.find(
    (row) => row.deleted === 1 && shop.accountId !== undefined && row.accountId === shop.accountId,
  );
  const rowId = removed?.id ?? id;
  const row: ShopRow = { ...removed, ...change.stamp(rowId), id: rowId, ...shop };
  await change.db.shops.put(row);
  change.log({ shopId: rowId, what: 'shop.added' });
  return row;
};

/** Use cases around shops, over the given stores. */
export const createShops = (deps: RecordDeps): Shops => {
  const freshId = () => brandAs<'ShopId'>(deps.clock.newId());
  const live = (market: MarketId) =>
    reading(deps, async (db) => ok(alive(await db.shops.where('marketplace').equals(market).toArray())));

  const edit = (id: ShopId, what: string, next: (row: ShopRow) => Partial<ShopRow>): ApiResult<ShopRow> =>
    changing(deps, ['shops'], async (change) => {
      const row = await change.db.shops.get(id);
      if (row === undefined || row.deleted === 1) return err({ kind: 'not-found' });
      const edited = { ...row, ...change.stamp(id), ...next(row) };
      await change.db.shops.put(edited);
      change.log({ shopId: id, what });
      return ok(edited);
    }).then((result) => announcing(deps, result, [shopsTopic]));

  const settle = async (question: Asked): ApiResult<ShopState> => {
    const shops = await live(question.market);
    if (!shops.ok) return shops;
    const first = judge(shops.value, question);
    if (first.kind === 'ask') return ok(ask(first.among));
    if (first.kind === 'known' && Object.keys(first.learned).length === 0) return ok(known(first.shop));
    // Judged again inside the transaction: another tab may have made the same shop in between.
    const written = await changing(deps, ['shops'], async (change) => {
      const rows = alive(await change.db.shops.where('marketplace').equals(question.market).toArray());
      const verdict = judge(rows, question);
      const { accountId, name } = question.hint;
      const account = accountId === undefined ? {} : { accountId };
      if (verdict.kind === 'ask') return ok(ask(verdict.among));
      if (verdict.kind === 'new') {
        const shown = (name ?? '').trim().slice(0, LONGEST_NAME) || question.market;
        const seen = name ? { seenAs: [name] } : {};
        const shop = { marketplace: question.market, name: shown, ...account, ...seen };
        return ok(known(await addShop(change, freshId(), shop)));
      }
      const { shop, learned } = verdict;
      if (Object.keys(learned).length > 0) await change.db.shops.put({ ...shop, ...change.stamp(shop.id), ...learned });
      if (learned.accountId !== undefined) change.log({ shopId: shop.id, what: 'shop.account-learned' });
      return ok(known(verdict.shop));
    });
    return announcing(deps, written, [shopsTopic]);
  };

  return {
    resolve: settle,
    choose: async ({ chosen: answer, ...question }) => {
      const state = await settle({ ...question, answer });
      if (!state.ok || state.value.kind !== 'ask') return state;
      return err({ kind: 'shop-unknown' });
    },
    list: () => reading(deps, async (db) => ok(alive(await db.shops.toArray()))),
    add: async (shop) => {
      const name = checkedText(shop.name, { field: 'name', max: LONGEST_NAME });
      if (!name.ok) return name;
      if ((shop.accountId?.length ?? 0) > LONGEST_ACCOUNT) return err({ kind: 'invalid', field: 'accountId' });
      const { accountId, marketplace } = shop;
      const account = accountId === undefined || accountId === '' ? {} : { accountId };
      const added = await changing(deps, ['shops'], async (change) => {
        const rows = alive(await change.db.shops.where('marketplace').equals(marketplace).toArray());
        const isTaken = rows.some((row) => accountId !== undefined && row.accountId === accountId);
        if (isTaken) return err({ kind: 'invalid', field: 'accountId' });
        return ok(await addShop(change, freshId(), { marketplace, name: name.value, ...account }));
      });
      return announcing(deps, added, [shopsTopic]);
    },
    rename: async ({ id, name }) => {
      const checked = checkedText(name, { field: 'name', max: LONGEST_NAME });
      return checked.ok ? edit(id, 'shop.renamed', () => ({ name: checked.value })) : checked;
    },
    setProfile: async ({ id, profile }) => {
      const read = readShopProfile(profile);
      return read.ok
        ? edit(id, 'shop.profile', () => ({ profile: read.value }))
        : err({ kind: 'invalid', field: read.field });
    },
    profile: (id) => reading(deps, async (db) => ok((await db.shops.get(id))?.profile ?? {})),
    remove: async ({ id }) => {
      const removed = await edit(id, 'shop.removed', () => ({ deleted: 1 }));
      return removed.ok ? ok(null) : removed;
    },
  };
};
