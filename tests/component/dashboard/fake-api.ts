import { vi } from 'vitest';
import type { ApiProblem, AppApi, PageVisit, Settings } from '@/utils/app/api';
import type { AutoBackupState } from '@/utils/app/bundles/auto-backup-api';
import type { FolderState } from '@/utils/app/bundles/folder-api';
import type { DueItem } from '@/utils/app/follow-ups-api';
import { brandAs, type BuyerKey, type CountryCode, type Instant, type MarketId } from '@/utils/domain/ids';
import type { NoteAdvice } from '@/utils/app/note-api';
import type { KeptField, KeptRows } from '@/utils/app/receipt-api';
import { buyerGroups } from '@/utils/domain/reports/buyer-groups';
import type {
  Cases,
  CasesAsk,
  LongView,
  LongViewAsk,
  ProductAsk,
  ReportAsk,
  ReportCounts,
} from '@/utils/app/reports-api';
import type { PurgeReport } from '@/utils/app/retention-api';
import { defaultRetention, type Retention } from '@/utils/domain/customers/retention';
import { compareProfiles } from '@/utils/domain/profiles/compare';
import { parseProfile } from '@/utils/domain/profiles/parse';
import type { KeptProfiles } from '@/utils/domain/profiles/profile';
import { createImportPlanner } from '@/utils/domain/products/plan-import';
import type { ProductCard } from '@/utils/domain/products/product-card';
import type { BuyerRow, NoteRow, ShopRow, Stamp } from '@/utils/domain/records';
import { err, ok } from '@/utils/domain/result';
import { radarOf } from '../../unit/reports/radar-desk';
import { fakeBuyers, fakeSegments, type BuyerStore, type HeldRecords } from '../customers/fake-buyers';
import { fakeRules, type HeldRules } from '../rules/fake-rules';
import { fakeWorklog, type HeldLog } from '../worklog/fake-worklog';
import { fakeFollowUps } from '../today/fake-follow-ups';
import { fakeOrderFiles } from '../team/files/fake-order-files';
import { fakeBundles, type HeldBundles } from '../team/fake-bundles';
import { fakeAutoBackup } from '../settings/fake-auto-backup';
import { fakeFolder } from '../team/folder/fake-folder';
import { fakeTemplates, type HeldTemplates } from './fake-templates';

const nothingOver: PurgeReport = { contacts: 0, evaluations: 0, identities: 0, examples: [] };

export const amazon = brandAs<'MarketId'>('amazon');
export const aliexpress = brandAs<'MarketId'>('aliexpress');

const stamp = (shop: string, hlc = '001'): Stamp => ({
  shopId: brandAs(shop),
  authorId: brandAs('agent-1'),
  hlc,
  origin: 'node-1',
  deleted: 0,
});

export const keyOf = (name: string): BuyerKey => brandAs<'BuyerKey'>(name);
export const at = (time: string): Instant => brandAs<'Instant'>(`2026-03-02T${time}:00.000Z`);

export const aShop = (name: string, marketplace: MarketId = amazon): ShopRow => ({
  ...stamp(name),
  id: brandAs(name),
  marketplace,
  name,
});

export const aBuyer = (key: string, change: Partial<BuyerRow> = {}): BuyerRow => ({
  ...stamp('Lumen DE'),
  key: keyOf(key),
  aliases: [`order:${key}-1`],
  displayName: key,
  country: brandAs<'CountryCode'>('DE') satisfies CountryCode,
  lang: 'de',
  tags: [],
  archived: 0,
  lastSeen: at('09:00'),
  ...change,
});

export const aNote = (id: string, buyer: string, text: string): NoteRow => ({
  ...stamp('Lumen DE'),
  id: brandAs<'NoteId'>(id),
  buyerKey: keyOf(buyer),
  text,
  createdAt: at('08:00'),
});

const retention: NoteAdvice = {
  rule: 'note-retention',
  severity: 'warn',
  words: {
    title: 'Personal data kept too long',
    why: 'Data that identifies a buyer goes 30 days after delivery.',
    alternative: 'Remove the name and address; keep region and counts.',
    sources: [],
  },
};

/** What the fake holds at its start. */
export interface Holdings extends HeldRecords {
  readonly buyers?: readonly BuyerRow[];
  readonly notes?: readonly NoteRow[];
  readonly shops?: readonly ShopRow[];
  readonly settings?: Partial<Settings>;
  readonly profiles?: Readonly<Record<string, KeptProfiles>>;
  readonly visits?: readonly PageVisit[];
  readonly products?: readonly ProductCard[];
  readonly rules?: HeldRules;
  readonly templates?: HeldTemplates;
  readonly worklog?: HeldLog;
  readonly due?: readonly DueItem[];
  readonly bundles?: HeldBundles;
  readonly folder?: FolderState;
  readonly backups?: AutoBackupState;
  readonly reports?: Partial<ReportCounts>;
  readonly cases?: Cases['rows'];
  readonly kept?: readonly KeptRows[];
  readonly fields?: readonly KeptField[];
}

const noCounts: ReportCounts = { total: {}, watched: {}, days: [], shops: [], agents: [], titles: {} };

/** An AppApi in memory with every call as a spy. Changes are heard by listeners, as in the product. */
export function fakeApi(held: Holdings = {}) {
  const store: BuyerStore = { buyers: held.buyers ?? [], notes: held.notes ?? [] };
  let shops = [...(held.shops ?? [])];
  let limits: Retention = defaultRetention;
  let settings: Settings = {
    uiLang: 'auto',
    myLang: 'en',
    marketsOff: [],
    translatesHere: false,
    agentFigures: false,
    works: null,
    watch: null,
    setUp: null,
    initials: '',
    ...held.settings,
  };
  let profiles = { ...held.profiles };
  let products = [...(held.products ?? [])];
  const keep = (...cards: readonly ProductCard[]) => {
    products = [...products.filter(({ id }) => !cards.some((card) => card.id === id)), ...cards];
    products.sort((a, b) => (a.id < b.id ? -1 : 1));
    announce('products');
  };
  let counter = 1;
  let problem: ApiProblem | null = null;
  const heard = new Set<(topics: readonly string[]) => void>();
  const announce = (...topics: string[]) => heard.forEach((listener) => listener(topics));
  const next = () => String((counter += 1)).padStart(3, '0');
  /** Answers with the problem that was set, else does the work. */
  const able = async <T>(work: () => T) => (problem ? err(problem) : ok(work()));
  const editProfiles = (market: string, change: (kept: KeptProfiles) => KeptProfiles) =>
    able(() => {
      profiles = { ...profiles, [market]: change(profiles[market] ?? { taught: [] }) };
      announce(`profiles:${market}`);
      return null;
    });
  const buyers = fakeBuyers({
    ...held,
    store,
    able,
    next,
    retention,
    problem: () => problem,
    announce: () => announce('buyer:x'),
    stamp: () => stamp('Lumen DE', next()),
    noteOf: aNote,
  });
  const bundles = fakeBundles({ ...held.bundles, able, announce });
  const api = {
    settings: {
      read: vi.fn(() => able(() => settings)),
      write: vi.fn((change: Partial<Settings>) =>
        able(() => {
          settings = { ...settings, ...change };
          announce('settings');
          return settings;
        }),
      ),
    },
    shops: {
      list: vi.fn(() => able(() => shops)),
      add: vi.fn((shop: Parameters<AppApi['shops']['add']>[0]) =>
        able(() => {
          const row = aShop(shop.name, shop.marketplace);
          shops = [...shops, row];
          announce('shops');
          return row;
        }),
      ),
      rename: vi.fn(({ id, name }: Parameters<AppApi['shops']['rename']>[0]) =>
        able(() => {
          shops = shops.map((shop) => (shop.id === id ? { ...shop, name } : shop));
          announce('shops');
          return shops.find((shop) => shop.id === id)!;
        }),
      ),
      setProfile: vi.fn(({ id, profile }: Parameters<AppApi['shops']['setProfile']>[0]) =>
        able(() => {
          shops = shops.map((shop) => (shop.id === id ? { ...shop, profile } : shop));
          announce('shops');
          return shops.find((shop) => shop.id === id)!;
        }),
      ),
      remove: vi.fn(({ id }: Parameters<AppApi['shops']['remove']>[0]) =>
        able(() => {
          shops = shops.filter((shop) => shop.id !== id);
          announce('shops');
          return null;
        }),
      ),
    },
    agent: { read: vi.fn(async () => err({ kind: 'not-found' as const })) },
    buyers: buyers.api,
    retention: {
      read: vi.fn(() => able(() => limits)),
      write: vi.fn((change: Partial<Retention>) => able(() => (limits = { ...limits, ...change }))),
      preview: vi.fn(() => able(() => nothingOver)),
      purge: vi.fn(() => able(() => nothingOver)),
      lastRun: vi.fn(() => able((): string | null => null)),
    },
    segments: fakeSegments({ able, announce: () => announce('segments') }),
    backup: {
      everything: vi.fn(() =>
        able(() => ({
          app: 'parley' as const,
          schema: 1,
          savedAt: at('12:00'),
          tables: {
            buyers: store.buyers,
            notes: [...store.notes, { ...aNote('gone', 'x', ''), deleted: 1 as const }],
            shops,
          },
        })),
      ),
      advise: vi.fn(async (_: unknown): ReturnType<AppApi['backup']['advise']> => ok(null)),
    },
    reset: { everything: vi.fn(() => able(() => null)) },
    profiles: {
      list: vi.fn(() => able(() => profiles)),
      preview: vi.fn(async ({ text }: { text: string }) => {
        if (problem) return err(problem);
        const parsed = parseProfile(text, {
          isSelector: () => true,
          knownFields: { amazon: ['composer', 'orderId'], aliexpress: ['composer', 'orderId'], other: [] },
          newerThan: { amazon: '2026.11.01.1', aliexpress: '2026.11.01.1' },
        });
        if (!parsed.ok) return err({ kind: 'invalid-profile' as const, why: parsed.error });
        return ok({ profile: parsed.value, changes: compareProfiles({ fields: {} }, parsed.value) });
      }),
      apply: vi.fn(({ profile }: Parameters<AppApi['profiles']['apply']>[0]) =>
        editProfiles(profile.marketplace, ({ imported, taught }) => ({
          imported: profile,
          ...(imported ? { previous: imported } : {}),
          taught,
        })),
      ),
      rollBack: vi.fn(({ marketplace }: Parameters<AppApi['profiles']['rollBack']>[0]) =>
        editProfiles(marketplace, ({ previous, taught }) => ({ ...(previous ? { imported: previous } : {}), taught })),
      ),
      forget: vi.fn(({ marketplace, id }: Parameters<AppApi['profiles']['forget']>[0]) =>
        editProfiles(marketplace, (kept) => ({ ...kept, taught: kept.taught.filter((page) => page.id !== id) })),
      ),
      export: vi.fn(({ marketplace }: Parameters<AppApi['profiles']['export']>[0]) =>
        able(() => ({
          format: 'parley-page-profile' as const,
          schema: 1 as const,
          marketplace,
          version: '2026.11.22.1',
          date: '2026-11-22',
          fields: profiles[marketplace]?.imported?.fields ?? {},
          taught: profiles[marketplace]?.taught ?? [],
        })),
      ),
    },
    visits: { list: vi.fn(() => able(() => held.visits ?? [])) },
    bundles: bundles.api,
    folder: fakeFolder(held.folder),
    autoBackup: fakeAutoBackup(held.backups),
    receipt: {
      kept: vi.fn(() => able(() => held.kept ?? [])),
      fields: vi.fn((_: { readonly table: string }) => able(() => held.fields ?? [])),
    },
    reports: {
      read: vi.fn((_: ReportAsk) => able((): ReportCounts => ({ ...noCounts, ...held.reports }))),
      total: vi.fn((_: ReportAsk) => able(() => ({ ...noCounts, ...held.reports }).total)),
      productDays: vi.fn((_: ProductAsk) => able(() => ({ ...noCounts, ...held.reports }).days)),
      longView: vi.fn(({ to }: LongViewAsk) =>
        able((): LongView => {
          const { days, titles } = { ...noCounts, ...held.reports };
          return { radar: radarOf(days, to), groups: buyerGroups(days, to), titles };
        }),
      ),
      cases: vi.fn((_: CasesAsk) => able((): Cases => ({ rows: held.cases ?? [], isCut: false }))),
    },
    orderFiles: fakeOrderFiles(),
    worklog: fakeWorklog({ ...held.worklog, able, announce: () => announce('worklog') }),
    followUps: fakeFollowUps(held.due).api,
    rules: fakeRules({ ...(held.rules ?? {}), able, announce: () => announce('rules') }),
    templates: fakeTemplates({
      ...held.templates,
      able,
      announce: () => announce('templates'),
      initials: () => settings.initials,
    }),
    products: {
      page: vi.fn(({ shopId, search = '', after = '', limit }: Parameters<AppApi['products']['page']>[0]) =>
        able(() =>
          products
            .filter((card) => card.id > after && (shopId === undefined || card.shopId === shopId))
            .filter(({ sku, productId, title }) =>
              `${sku} ${productId} ${title}`.toLowerCase().includes(search.trim().toLowerCase()),
            )
            .slice(0, limit),
        ),
      ),
      read: vi.fn(async ({ id }: { id: string }) => {
        const card = products.find((one) => one.id === id);
        return problem ? err(problem) : card ? ok(card) : err({ kind: 'not-found' as const });
      }),
      save: vi.fn(async ({ id, ...card }: Parameters<AppApi['products']['save']>[0]) => {
        const twin = products.find((one) => one.id !== id && one.shopId === card.shopId && one.sku === card.sku);
        if (problem) return err(problem);
        if (twin && card.sku !== undefined) return err({ kind: 'invalid' as const, field: 'sku' });
        const saved: ProductCard = { ...card, id: id ?? `card-${next()}` };
        keep(saved);
        return ok(saved);
      }),
      remove: vi.fn(({ id }: { id: string }) =>
        able(() => {
          products = products.filter((card) => card.id !== id);
          announce('products');
          return null;
        }),
      ),
      importRows: vi.fn(({ shopId, rows }: Parameters<AppApi['products']['importRows']>[0]) =>
        able(() => {
          const cards = products.filter((card) => card.shopId === shopId);
          const planner = createImportPlanner({ shopId, cards, newId: () => `card-${next()}` });
          planner.take(rows);
          const plan = planner.plan();
          keep(...[...plan.added, ...plan.changed].map(({ card }) => card));
          return plan;
        }),
      ),
      forExport: vi.fn(({ shopId }: Parameters<AppApi['products']['forExport']>[0]) =>
        able(() => products.filter((card) => shopId === undefined || card.shopId === shopId)),
      ),
    },
  } satisfies AppApi;
  return {
    api,
    bundles,
    listen: (listener: (topics: readonly string[]) => void, signal: AbortSignal) => {
      heard.add(listener);
      signal.addEventListener('abort', () => heard.delete(listener));
    },
    /** Every call from now on meets this problem; null heals. */
    fail: (kind: ApiProblem | null) => void (problem = kind),
    /** A buyer is seen on a seller page. */
    see: (buyer: BuyerRow) => {
      store.buyers = [buyer, ...store.buyers.filter((row) => row.key !== buyer.key)];
      announce('buyers');
    },
    /** Another window writes, changes or deletes a note. */
    elsewhere: {
      add: (note: NoteRow) => {
        store.notes = [note, ...store.notes];
        announce('buyer:x');
      },
      edit: (id: string, text: string) => void buyers.replaceNote(brandAs<'NoteId'>(id), { text }),
      remove: (id: string) => {
        store.notes = store.notes.filter((note) => note.id !== id);
        announce('buyer:x');
      },
    },
    listeners: () => heard.size,
  };
}
