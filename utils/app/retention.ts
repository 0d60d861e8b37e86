import { defaultRetention, wrongRetention, type Retention } from '../domain/customers/retention';
import type { MarketId } from '../domain/ids';
import { err, ok } from '../domain/result';
import type { Db } from '../platform/db/schema';
import { settingsTopic } from '../platform/settings/change-signal';
import type { ApiResult } from './api';
import type { JobOptions } from './buyers-api';
import { announcing, changing, noShop, reading, type RecordDeps } from './records';
import type { PurgeReport, RetentionApi } from './retention-api';
import { limitsOn, type Limits } from './retention/limits';
import { lookIntoPack, purgePack } from './retention/purge-pack';
import {
  countOver,
  isPart,
  nextOver,
  purgeContacts,
  purgeEvaluations,
  purgeIdentities,
} from './retention/purge-records';

/** Stores and the day where the agent sits. */
export interface RetentionDeps extends RecordDeps {
  /** `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** Use cases around how long things are kept. */
export interface RetentionStore extends RetentionApi {
  /** Whether pages of a marketplace are recorded; true when nobody can tell. */
  readonly isRecorded: (market: MarketId) => Promise<boolean>;
  /** Purges once a day, however often it is called; goes on where it was stopped. */
  readonly purgeDaily: () => ApiResult<null>;
}

/** Names of the settings rows: what was decided, and how far today's purge is. */
const retentionSetting = 'retention';
const runSetting = 'retentionRun';
const MOST_EXAMPLES = 5;

const readRetention = async (db: Db): Promise<Retention> => {
  const kept = (await db.settings.get(retentionSetting))?.value as Partial<Retention> | undefined;
  const retention: Retention = {
    ...defaultRetention,
    ...kept,
    identityDays: { ...defaultRetention.identityDays, ...kept?.identityDays },
  };
  return wrongRetention(retention) === null ? retention : defaultRetention;
};

interface Run {
  readonly day: string;
  /** The last record that was looked at. */
  readonly after: string;
  readonly isDone: boolean;
  /** The day before this one on which everything was looked at. */
  readonly before?: string;
}

/** The day on which everything was looked at last. */
const lastDay = (run: Run | undefined): string | undefined => (run?.isDone ? run.day : run?.before);

interface Job extends JobOptions {
  /** Begins behind this record. */
  readonly after?: string;
  /** Hears how far the job is, to go on from there another day. */
  readonly reached?: (after: string) => Promise<void>;
}

const nothing: PurgeReport = { contacts: 0, evaluations: 0, identities: 0, examples: [] };

const plus = (a: PurgeReport, b: Partial<PurgeReport>): PurgeReport => ({
  contacts: a.contacts + (b.contacts ?? 0),
  evaluations: a.evaluations + (b.evaluations ?? 0),
  identities: a.identities + (b.identities ?? 0),
  examples: [...a.examples, ...(b.examples ?? [])].slice(0, MOST_EXAMPLES),
});

const namesOf = (rows: readonly { readonly displayName?: string }[]): readonly string[] =>
  rows.flatMap(({ displayName }) => displayName ?? []).slice(0, MOST_EXAMPLES);

/** What is done to what is over: looked at, or removed. */
interface Deed {
  readonly rows: (limits: Limits) => ApiResult<Partial<PurgeReport>>;
  readonly records: (limits: Limits, over: Parameters<typeof purgeIdentities>[2]) => ApiResult<Partial<PurgeReport>>;
  readonly pack: typeof purgePack;
}

const inAllParts = async (part: () => ApiResult<number>, { signal }: JobOptions): ApiResult<number> => {
  let all = 0;
  for (;;) {
    const done = await part();
    if (!done.ok) return done;
    all += done.value;
    if (!isPart(done.value) || signal?.aborted) return ok(all);
  }
};

/** Use cases around how long things are kept, over the given stores. */
export const createRetention = (deps: RetentionDeps): RetentionStore => {
  const looking: Deed = {
    rows: (limits) => countOver(deps, limits),
    records: async (_, over) => ok({ identities: over.length, examples: namesOf(over) }),
    pack: lookIntoPack,
  };
  const removing = (options: JobOptions): Deed => ({
    rows: async (limits) => {
      const contacts = await inAllParts(() => purgeContacts(deps, limits), options);
      if (!contacts.ok) return contacts;
      const evaluations = await inAllParts(() => purgeEvaluations(deps, limits), options);
      return evaluations.ok ? ok({ contacts: contacts.value, evaluations: evaluations.value }) : evaluations;
    },
    records: async (limits, over) => {
      const done = await purgeIdentities(deps, limits, over);
      return done.ok ? ok({ identities: done.value.length, examples: namesOf(over) }) : done;
    },
    pack: purgePack,
  });

  const run = async (deed: Deed, { onProgress, signal, after = '', reached }: Job): ApiResult<PurgeReport> => {
    const begun = await reading(deps, async (db) => {
      const limits = await limitsOn(db, await readRetention(db), deps.today());
      return ok({ limits, packs: await db.archive.toCollection().primaryKeys(), records: await db.buyers.count() });
    });
    if (!begun.ok) return begun;
    const { limits, packs, records } = begun.value;
    const of = records + packs.length;
    let done = 0;
    const advance = (by: number): void => {
      done += by;
      onProgress?.({ done: Math.min(done, of), of });
    };
    const first = await deed.rows(limits);
    if (!first.ok) return first;
    let report = plus(nothing, first.value);
    for (let from: string | null = after; from !== null && !signal?.aborted;) {
      const found = await nextOver(deps, limits, from);
      if (!found.ok) return found;
      const { over, read, next } = found.value;
      const purged = over.length === 0 ? ok({}) : await deed.records(limits, over);
      if (!purged.ok) return purged;
      report = plus(report, purged.value);
      from = next;
      if (from !== null) await reached?.(from);
      advance(read);
    }
    for (const id of packs) {
      if (signal?.aborted) break;
      const found = await deed.pack(deps, id, limits);
      if (!found.ok) return found;
      const { identities, ...counts } = found.value;
      report = plus(report, { ...counts, identities: identities.length, examples: namesOf(identities) });
      advance(1);
    }
    return ok(report);
  };

  const keepRun = (value: Run): ApiResult<null> =>
    changing(deps, [], async ({ db, stamp }) => {
      await db.settings.put({ ...stamp(noShop), name: runSetting, value });
      return ok(null);
    });
  const readRun = () => reading(deps, async (db) => ok((await db.settings.get(runSetting))?.value as Run | undefined));

  const purge = async (job: Job): ApiResult<PurgeReport> => {
    const day = deps.today();
    const report = await run(removing(job), job);
    if (!report.ok) return report;
    const noted = job.signal?.aborted ? ok(null) : await keepRun({ day, after: '', isDone: true });
    if (!noted.ok) return noted;
    const { contacts, evaluations, identities } = report.value;
    if (contacts + evaluations + identities === 0) return report;
    return changing(deps, [], async (change) => {
      change.log({ shopId: noShop, what: 'retention.purged', detail: { contacts, evaluations, identities } });
      return ok(report.value);
    });
  };

  return {
    read: () => reading(deps, async (db) => ok(await readRetention(db))),

    write: async (change) => {
      const written = await changing(deps, [], async ({ db, stamp, log }) => {
        const before = await readRetention(db);
        const identityDays = { ...before.identityDays, ...change.identityDays };
        const next: Retention = { ...before, ...change, identityDays };
        const wrong = wrongRetention(next);
        if (wrong !== null) return err({ kind: 'invalid', field: wrong });
        const value = { ...next, ...(next.reason === undefined ? {} : { reason: next.reason.trim() }) };
        await db.settings.put({ ...stamp(noShop), name: retentionSetting, value });
        log({ shopId: noShop, what: 'retention.changed', detail: { names: Object.keys(change).sort().join(' ') } });
        return ok(value);
      });
      return announcing(deps, written, [settingsTopic]);
    },

    preview: (options = {}) => run(looking, options),
    purge: (options = {}) => purge(options),

    isRecorded: async (market) => {
      const found = await reading(deps, async (db) => ok((await readRetention(db)).notRecorded));
      return !found.ok || !found.value.includes(market);
    },

    lastRun: async () => {
      const kept = await readRun();
      return kept.ok ? ok(lastDay(kept.value) ?? null) : kept;
    },

    purgeDaily: async () => {
      const day = deps.today();
      const kept = await readRun();
      if (!kept.ok) return kept;
      const today = kept.value?.day === day ? kept.value : { day, after: '', isDone: false };
      if (today.isDone) return ok(null);
      const before = lastDay(kept.value);
      const known = before === undefined ? {} : { before };
      const reached = async (after: string): Promise<void> =>
        void (await keepRun({ day, after, isDone: false, ...known }));
      const purged = await purge({ after: today.after, reached });
      return purged.ok ? ok(null) : purged;
    },
  };
};
