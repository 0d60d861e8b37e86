import { brandAs, type MarketId } from '../../domain/ids';
import { ok } from '../../domain/result';
import type { Assets } from '../../platform/assets';
import type { Clock } from '../../platform/clock/system-clock';
import { localDays } from '../../platform/clock/local-days';
import { lazyDatabase, type DatabaseSource } from '../../platform/db/lazy-database';
import { openDatabase } from '../../platform/db/open-database';
import type { Db } from '../../platform/db/schema';
import { isIdempotent, type CallName } from '../../platform/messaging/protocol';
import type { ContentApi } from '../api';
import { createBuyers } from '../buyers';
import { createCatalogue } from '../catalogue';
import { verdictsFor } from '../coach';
import { createContentApi, type ContentDeps } from '../content-api';
import { createDeskRules } from '../desk-rules';
import { createDrafts } from '../drafts';
import { createEdits } from '../edits';
import { createWaiting } from '../follow-ups/waiting';
import { createHabits } from '../habits';
import { createNoteReview } from '../note-review';
import { createNotes } from '../notes';
import { createProducts } from '../products';
import { createRecordWork } from '../record-work';
import type { RecordDeps } from '../records';
import { createSettings, uiLangOf } from '../settings';
import { createShops } from '../shops';
import { createDeskTemplates } from '../templates';
import type { PageWords } from '../thread';
import { createWorklog } from '../worklog';
import { createWorklogDays } from '../worklog-days';
import { practiceDatabaseName } from './database-name';

/** Surroundings of the sandbox. */
export interface SandboxDeps {
  /** The records of the desk; only read, for what the desk has decided. */
  readonly desk: DatabaseSource;
  readonly assets: Assets;
  readonly clock: Clock;
  /** Words of the seller page. */
  readonly words: PageWords;
  readonly browserLang: string;
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly databaseName?: string;
}

/** Everything a seller page can ask, over records that are thrown away. */
export interface Sandbox {
  readonly api: ContentApi;
  /** Calls back after a change of the topic; returns how to stop. */
  readonly subscribe: (topic: string, fn: () => void) => () => void;
  /** Forgets everything that was practised. */
  readonly startOver: () => Promise<void>;
}

/** What the desk has decided: replies, rules and settings are practised with as they are. Of buyers nothing is taken. */
const decided = ['settings', 'agents', 'rules', 'mutes', 'templates'] as const;

const refill = async (own: Db, desk: Db | null): Promise<void> => {
  const rows = await Promise.all(
    decided.map(async (name) => [name, (await desk?.table(name).toArray()) ?? []] as const),
  );
  await own.transaction('rw', own.tables, async () => {
    await Promise.all(own.tables.map((table) => table.clear()));
    for (const [name, kept] of rows) await own.table(name).bulkPut(kept);
  });
};

/** The use cases of a seller page over the given records; nothing of them leaves this document. */
const dependenciesOf = (records: RecordDeps, given: SandboxDeps): ContentDeps => {
  const { assets, browserLang, clock, today, words } = given;
  const own = { ...records, today };
  const kept = createSettings({ ...records, browserLang, mirror: async () => undefined });
  const settings: typeof kept = {
    ...kept,
    // What is practised is not measured, and practising without replies would teach nothing.
    read: async () => {
      const chosen = await kept.read();
      return chosen.ok ? ok({ ...chosen.value, watch: null }) : chosen;
    },
  };
  const catalogue = createCatalogue(assets);
  const deskRules = createDeskRules(own);
  const edits = createEdits(records);
  const { oldNotes } = createNoteReview({
    catalogue: async () => catalogue,
    deskRules,
    uiLang: () => uiLangOf(settings, browserLang),
  });
  const buyers = createBuyers({ ...records, oldNotes, verdicts: verdictsFor });
  return {
    records,
    shops: createShops(records),
    buyers,
    record: createRecordWork(own, buyers),
    notes: createNotes(records),
    drafts: createDrafts(records),
    products: createProducts(records),
    worklog: createWorklog(records),
    waiting: createWaiting(records),
    worklogDays: createWorklogDays({ ...own, days: localDays }),
    habits: createHabits(records),
    settings,
    catalogue,
    shelf: createDeskTemplates({ ...own, catalogue: async () => catalogue, edits }).active,
    edits,
    deskRules,
    words,
    teachWords: words,
    visits: { report: async () => ok(null), list: async () => ok([]) },
    showHealth: async () => undefined,
    showBuyer: () => undefined,
    profiles: { saveTaught: async () => ok(null) },
    clock,
    today,
  };
};

/**
 * Creates the sandbox: the API of the seller pages over a database of its own, which is emptied whenever practice begins. The
 * records of the desk are never written.
 */
export function createSandbox(given: SandboxDeps): Sandbox {
  const { desk, clock, databaseName = practiceDatabaseName } = given;
  const listeners = new Set<{ readonly topic: string; readonly fn: () => void }>();
  const announce = async (topics: readonly string[]): Promise<void> => {
    for (const { topic, fn } of listeners) if (topics.includes(topic)) fn();
  };
  const opened = lazyDatabase(() => openDatabase(databaseName));
  const startOver = async (): Promise<void> => {
    const [own, kept] = await Promise.all([opened(), desk()]);
    if (own.ok) await refill(own.value, kept.ok ? kept.value : null);
  };
  let filled: Promise<void> | undefined;
  const db: DatabaseSource = async () => {
    await (filled ??= startOver());
    return opened();
  };
  const deps = dependenciesOf({ db, clock, announce }, given);

  const apis = new Map<MarketId, ContentApi>();
  const apiOf = (market: MarketId): ContentApi => {
    const known = apis.get(market) ?? createContentApi({ market, host: 'practice' }, deps);
    apis.set(market, known);
    return known;
  };
  let current = apiOf(brandAs<'MarketId'>('amazon'));
  const call =
    (name: CallName) =>
    (request: never): Promise<unknown> =>
      current[name](request);
  const calls = Object.fromEntries((Object.keys(isIdempotent) as CallName[]).map((name) => [name, call(name)]));
  return {
    api: {
      ...(calls as unknown as ContentApi),
      openThread: (request) => {
        // A sample's key names its marketplace, whose rules then hold.
        const [, market = 'amazon'] = request.threadKey.split(':');
        current = apiOf(brandAs<'MarketId'>(market));
        return current.openThread(request);
      },
    },
    subscribe: (topic, fn) => {
      const listener = { topic, fn };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    startOver: () => {
      apis.clear();
      return (filled = startOver());
    },
  };
}
