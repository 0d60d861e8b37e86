import type { TemplateRow } from '../../domain/records';
import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { noShop, reading, type Change, type RecordDeps } from '../records';

/** What a desk has decided about replies; one object as long as nothing changes. */
export interface DeskRows {
  readonly rows: ReadonlyMap<string, TemplateRow>;
  readonly onlyReviewed: boolean;
}

/** The settings row that says whether the rows have changed: it is all that is read as long as they have not. */
interface Head {
  /** Clock reading of the last change of rows. */
  readonly version: string;
  readonly onlyReviewed: boolean;
}

/** Name of that row. */
export const templateDeskSetting = 'templateDesk';
const noHead: Head = { version: '', onlyReviewed: false };

const headIn = async (db: Db): Promise<Head> => {
  const { version, onlyReviewed } = ((await db.settings.get(templateDeskSetting))?.value ?? {}) as Partial<Head>;
  return typeof version === 'string' ? { version, onlyReviewed: onlyReviewed === true } : noHead;
};

/** What was written, and the version it was written over. */
export interface Written {
  readonly over: string;
  readonly version: string;
  readonly rows: readonly TemplateRow[];
}

/** The rows of a desk, read once for each version of them; whoever writes rows has to `mark` it. */
export interface RowStore {
  read(): ApiResult<DeskRows>;
  /** The rows of these replies within a change, those there are. */
  rowsOf(work: Pick<Change, 'db'>, ids: readonly string[]): Promise<readonly TemplateRow[]>;
  /** Notes within a change that its rows are written. */
  mark(work: Change, rows: readonly TemplateRow[]): Promise<Written>;
  choose(work: Change, choice: { readonly onlyReviewed: boolean }): Promise<void>;
  /** Takes over what this background or page has just written, so that it need not read five thousand rows again. */
  adopt(written: Written): void;
}

/** The rows of a desk, over the given store. */
export const createRowStore = (deps: Pick<RecordDeps, 'db'>): RowStore => {
  let known: { readonly version: string; readonly desk: DeskRows } | null = null;
  let loading: { readonly version: string; readonly rows: Promise<DeskRows['rows']> } | null = null;

  const load = (db: Db, version: string): Promise<DeskRows['rows']> => {
    if (loading?.version === version) return loading.rows;
    const rows = db.templates.toArray().then((all) => new Map(all.map((row) => [row.id, row])));
    const mine = { version, rows };
    loading = mine;
    const done = (): void => {
      if (loading === mine) loading = null;
    };
    rows.then(done, done);
    return rows;
  };

  return {
    read: () =>
      reading(deps, async (db) => {
        const { version, onlyReviewed } = await headIn(db);
        const rows = known?.version === version ? known.desk.rows : await load(db, version);
        // Somebody who asked at the same moment may have been first; both get the same object.
        if (known?.version !== version || known.desk.onlyReviewed !== onlyReviewed)
          known = { version, desk: { rows, onlyReviewed } };
        return ok(known.desk);
      }),

    rowsOf: async ({ db }, ids) => {
      const { version } = await headIn(db);
      const held = known?.version === version ? known.desk.rows : null;
      const found = held ? ids.map((id) => held.get(id)) : await db.templates.bulkGet([...ids]);
      return found.flatMap((row) => row ?? []);
    },

    mark: async ({ db, stamp }, rows) => {
      const head = await headIn(db);
      const stamped = stamp(noShop);
      await db.settings.put({
        ...stamped,
        name: templateDeskSetting,
        value: { ...head, version: stamped.hlc } satisfies Head,
      });
      return { over: head.version, version: stamped.hlc, rows };
    },

    choose: async ({ db, stamp }, { onlyReviewed }) => {
      const head = await headIn(db);
      await db.settings.put({
        ...stamp(noShop),
        name: templateDeskSetting,
        value: { ...head, onlyReviewed } satisfies Head,
      });
    },

    adopt: ({ over, version, rows }) => {
      if (known?.version !== over) return;
      const all = new Map(known.desk.rows);
      for (const row of rows) all.set(row.id, row);
      known = { version, desk: { ...known.desk, rows: all } };
    },
  };
};
