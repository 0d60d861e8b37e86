import { Dexie } from 'dexie';
import { DEMO_BUYERS, demoRows, type DemoRows } from '../../domain/demo/demo-rows';
import type { DemoNames, DemoWords } from '../../domain/demo/demo-words';
import { err, ok } from '../../domain/result';
import { alone } from '../../platform/alone';
import type { Clock } from '../../platform/clock/system-clock';
import type { LocalDays } from '../../platform/clock/local-days';
import { lazyDatabase } from '../../platform/db/lazy-database';
import { openDatabase } from '../../platform/db/open-database';
import { toProblem } from '../../platform/db/to-problem';
import type { ApiResult } from '../api';
import type { DemoApi, DemoState } from '../demo-api';
import { noShop, reading, type RecordDeps } from '../records';
import { countWaiting } from '../reports/drain';
import { demoDatabaseName } from './database-name';
import { demoParts } from './write-rows';

/** Surroundings of the demo data. */
export interface DemoDeps {
  readonly clock: Clock;
  readonly days: LocalDays;
  readonly databaseName?: string;
  /** How many buyers there are. */
  readonly buyers?: number;
}

/** Name of the settings row that says the demo data is whole; written last. */
const demoSetting = 'demo';
/** The one demo desk: everybody who looks at it sees the same, so that one can talk about it. */
const SEED = 20_261_124;

const catalogueOf = async (
  lang: 'en' | 'zh-CN',
): Promise<{ readonly words: DemoWords; readonly names: Readonly<Record<string, DemoNames>> }> => {
  const [words, names] = await Promise.all([
    lang === 'en' ? import('@/utils/catalog/demo/en.json') : import('@/utils/catalog/demo/zh-CN.json'),
    import('@/utils/catalog/demo/names.json'),
  ]);
  return { words: words.default as DemoWords, names: names.default as Readonly<Record<string, DemoNames>> };
};

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const stateOf = (rows: DemoRows, loadedOn: string): DemoState => ({
  loadedOn,
  buyers: rows.buyers.length,
  orders: rows.buyers.reduce((sum, { about }) => sum + about.orders.length, 0),
  messages: rows.buyers.reduce((sum, { about }) => sum + about.contacts.length, 0),
});

/** Whether there is a database of this name; opening it to look would make it. */
const exists = async (name: string): Promise<boolean> =>
  (await indexedDB.databases()).some((database) => database.name === name);

/** The demo data, in a database of its own that comes and goes as a whole. */
export function createDemo({ clock, days, databaseName = demoDatabaseName, buyers = DEMO_BUYERS }: DemoDeps): DemoApi {
  const open = (): RecordDeps => ({
    db: lazyDatabase(() => openDatabase(databaseName)),
    clock,
    announce: async () => undefined,
  });
  const close = async ({ db }: RecordDeps): Promise<void> => {
    const opened = await db();
    if (opened.ok) opened.value.close();
  };
  const drop = async (): ApiResult<null> => {
    try {
      await Dexie.delete(databaseName);
      return ok(null);
    } catch (error) {
      return err(toProblem(error));
    }
  };

  const write = async (records: RecordDeps, request: Parameters<DemoApi['load']>[0]): ApiResult<DemoState | null> => {
    const { lang, onProgress, signal } = request;
    const now = clock.now();
    const day = days.dayOf(now);
    const utcOffsetMs = Date.parse(`${day}T00:00:00Z`) - Date.parse(days.startOf(day));
    const rows = demoRows({ seed: SEED, now, utcOffsetMs, buyers, ...(await catalogueOf(lang)) });
    const parts = demoParts(records, rows);
    const of = parts.reduce((sum, { weight }) => sum + weight, 0);
    let done = 0;
    for (const part of parts) {
      await breath();
      if (signal?.aborted) return ok(null);
      const written = await part.write();
      if (!written.ok) return written;
      done += part.weight;
      onProgress?.({ done: Math.round(done), of: Math.round(of) });
    }
    const counted = await countWaiting({ db: records.db, days });
    if (!counted.ok) return counted;
    if (signal?.aborted) return ok(null);
    const state = stateOf(rows, day);
    return reading(records, async (db) => {
      const self = rows.settings[0];
      if (self) await db.settings.put({ ...self, shopId: noShop, name: demoSetting, value: state });
      return ok(state);
    });
  };

  return {
    state: async () => {
      try {
        if (!(await exists(databaseName))) return ok(null);
      } catch (error) {
        return err(toProblem(error));
      }
      const records = open();
      const state = await reading(records, async (db) =>
        ok(((await db.settings.get(demoSetting))?.value as DemoState | undefined) ?? null),
      );
      await close(records);
      return state;
    },

    load: (request) =>
      alone('demo', async () => {
        const cleared = await drop();
        if (!cleared.ok) return cleared;
        const records = open();
        const loaded = await write(records, request);
        await close(records);
        // What is half there is of no use to anybody.
        if (!loaded.ok || loaded.value === null) await drop();
        return loaded;
      }),

    remove: () => alone('demo', drop),
  };
}
