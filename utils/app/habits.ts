import { array, number, object, record, safeParse, string } from 'valibot';
import { noHabits, type ReplyHabits } from '../domain/replies/habits';
import { err, ok } from '../domain/result';
import type { Db } from '../platform/db/schema';
import type { ApiResult } from './api';
import { changing, noShop, reading, type RecordDeps } from './records';

/** What this agent uses and likes; ids and counts, never a text. */
export interface Habits {
  /** Empty when the store can't be read: the search works without it. */
  read(): Promise<ReplyHabits>;
  used(templateId: string): ApiResult<null>;
  favourite(request: { readonly templateId: string; readonly on: boolean }): ApiResult<null>;
}

/** Name of the row in the settings. */
const NAME = 'replyHabits';
const ID = /^[a-z][a-z0-9-]{0,79}$/;
/** More templates than anybody works with; those used longest ago are forgotten. */
const MOST_USED = 1_000;
const MOST_FAVOURITES = 200;

const Kept = object({
  used: record(string(), object({ count: number(), at: string() })),
  favourites: array(string()),
});

const keptIn = async (db: Db): Promise<ReplyHabits> => {
  const read = safeParse(Kept, (await db.settings.get(NAME))?.value);
  return read.success ? { used: read.output.used, favourites: new Set(read.output.favourites) } : noHabits;
};

const newest = (used: ReplyHabits['used']): ReplyHabits['used'] =>
  Object.fromEntries(
    Object.entries(used)
      .sort(([, a], [, b]) => (a.at < b.at ? 1 : -1))
      .slice(0, MOST_USED),
  );

/** Use cases around what an agent uses, over the given stores. */
export const createHabits = (deps: RecordDeps): Habits => {
  const edit = (templateId: string, change: (kept: ReplyHabits, at: string) => ReplyHabits | null): ApiResult<null> =>
    changing(deps, [], async (work) => {
      if (!ID.test(templateId)) return err({ kind: 'invalid', field: 'templateId' });
      const changed = change(await keptIn(work.db), work.now);
      if (changed === null) return err({ kind: 'invalid', field: 'favourites' });
      const value = { used: newest(changed.used), favourites: [...changed.favourites].sort() };
      await work.db.settings.put({ ...work.stamp(noShop), name: NAME, value });
      return ok(null);
    });
  return {
    read: async () => {
      const found = await reading(deps, async (db) => ok(await keptIn(db)));
      return found.ok ? found.value : noHabits;
    },
    used: (templateId) =>
      edit(templateId, ({ used, favourites }, at) => ({
        used: { ...used, [templateId]: { count: (used[templateId]?.count ?? 0) + 1, at } },
        favourites,
      })),
    favourite: ({ templateId, on }) =>
      edit(templateId, ({ used, favourites }) => {
        const others = [...favourites].filter((id) => id !== templateId);
        if (on && others.length >= MOST_FAVOURITES) return null;
        return { used, favourites: new Set(on ? [...others, templateId] : others) };
      }),
  };
};
