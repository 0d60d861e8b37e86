import * as v from 'valibot';
import { searchWords } from '../../domain/customers/search-words';
import { withoutWords } from '../../domain/customers/without-identity';
import { brandAs } from '../../domain/ids';
import { searchable } from '../../domain/replies/search/fold';
import { err, ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { BuyerFilter, BuyersApi, SavedView } from '../buyers-api';
import { changing, checkedText, noShop, reading, type Change, type RecordDeps } from '../records';

/** Name of the settings row that holds the saved views. */
const viewsSetting = 'buyerViews';
const MOST_VIEWS = 50;
const LONGEST_NAME = 60;
const LONGEST_PART = 200;

const Part = v.optional(v.pipe(v.string(), v.maxLength(LONGEST_PART)));
const Filter = v.object({
  shopId: Part,
  segment: Part,
  tag: Part,
  country: Part,
  search: Part,
  archived: v.optional(v.boolean()),
});
const Views = v.array(v.object({ id: v.string(), name: v.string(), filter: Filter }));

const readFilter = (input: unknown): BuyerFilter | null => {
  const read = v.safeParse(Filter, input);
  if (!read.success) return null;
  const { shopId, ...others } = read.output;
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  return shopId === undefined ? given : { ...given, shopId: brandAs<'ShopId'>(shopId) };
};

const kept = async (db: Db): Promise<readonly SavedView[]> => {
  const read = v.safeParse(Views, (await db.settings.get(viewsSetting))?.value);
  return read.success
    ? read.output.map(({ id, name, filter }) => ({ id, name, filter: readFilter(filter) ?? {} }))
    : [];
};

/** Whether whoever saved these words was looking for somebody of this name or number. */
const isLookingFor = (search: string, name: string): boolean => {
  const words = searchWords(search);
  const text = ` ${searchable(name).trim()} `;
  // A word of a language that writes no spaces stands anywhere, the others from end to end.
  return words.length > 0 && words.every(({ piece }) => text.includes(piece.startsWith(' ') ? `${piece} ` : piece));
};

/** Takes names and numbers of somebody who is forgotten out of the saved views; one that looked for them alone goes. */
export const dropFromViews = async ({ db, stamp }: Change, names: readonly string[]): Promise<void> => {
  const views = await kept(db);
  const left = views.flatMap((view): readonly SavedView[] => {
    const { search = '', ...others } = view.filter;
    const words = names.some((name) => isLookingFor(search, name)) ? '' : withoutWords(search, names);
    if (words === search) return [{ ...view, name: withoutWords(view.name, names) }];
    // The gap would be looked for like a word.
    const rest = words.replaceAll('…', ' ').replace(/\s+/g, ' ').trim();
    const filter = rest === '' ? others : { ...others, search: rest };
    return Object.keys(filter).length === 0 ? [] : [{ ...view, name: withoutWords(view.name, names), filter }];
  });
  if (JSON.stringify(left) !== JSON.stringify(views))
    await db.settings.put({ ...stamp(noShop), name: viewsSetting, value: left });
};

/** Views of the buyers somebody wants to come back to, at most 50. */
export const createSavedViews = (deps: RecordDeps): Pick<BuyersApi, 'savedViews' | 'saveView' | 'removeView'> => {
  const write = (next: (views: readonly SavedView[]) => readonly SavedView[]) =>
    changing(deps, [], async ({ db, stamp }) => {
      const views = next(await kept(db));
      if (views.length > MOST_VIEWS) return err({ kind: 'invalid', field: 'views' });
      await db.settings.put({ ...stamp(noShop), name: viewsSetting, value: views });
      return ok(views);
    });
  return {
    savedViews: () => reading(deps, async (db) => ok(await kept(db))),

    saveView: async ({ id = deps.clock.newId(), name, filter }) => {
      const checked = checkedText(name, { field: 'name', max: LONGEST_NAME });
      if (!checked.ok) return checked;
      const read = readFilter(filter);
      if (read === null) return err({ kind: 'invalid', field: 'filter' });
      const view: SavedView = { id, name: checked.value, filter: read };
      return write((views) =>
        views.some((one) => one.id === id) ? views.map((one) => (one.id === id ? view : one)) : [...views, view],
      );
    },

    removeView: ({ id }) => write((views) => views.filter((view) => view.id !== id)),
  };
};
