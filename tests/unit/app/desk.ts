import { createBuyers } from '@/utils/app/buyers';
import { createDeskRules } from '@/utils/app/desk-rules';
import { createDrafts } from '@/utils/app/drafts';
import { createEdits } from '@/utils/app/edits';
import { createHabits } from '@/utils/app/habits';
import { createNotes } from '@/utils/app/notes';
import type { AppDeps } from '@/utils/app/app-api';
import { createRecordWork } from '@/utils/app/record-work';
import { createProducts } from '@/utils/app/products';
import { createShops } from '@/utils/app/shops';
import { createWorklog } from '@/utils/app/worklog';
import { createWorklogDays } from '@/utils/app/worklog-days';
import { brandAs, type Instant } from '@/utils/domain/ids';
import type { Result } from '@/utils/domain/result';
import type { Assets } from '@/utils/platform/assets';
import { localDays } from '@/utils/platform/clock/local-days';
import { lazyDatabase } from '@/utils/platform/db/lazy-database';
import { openDatabase } from '@/utils/platform/db/open-database';
import type { Db } from '@/utils/platform/db/schema';

/** The value of a success; fails the test with the problem otherwise. */
export const valueOf = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
};

export const amazon = brandAs<'MarketId'>('amazon');
export const aliexpress = brandAs<'MarketId'>('aliexpress');
export const other = brandAs<'MarketId'>('other');

/** The built-in profiles of a small build: the same fields for each marketplace. */
const builtInProfiles: Assets = {
  json: (path) => {
    const marketplace = /profiles\/(amazon|aliexpress)\.json$/.exec(path)?.[1];
    if (marketplace === undefined) return Promise.reject(new Error(`no such file: ${path}`));
    const source = { page: 'inbox', seen: '2026-11', structure: ['#composer'], semantic: ['textarea'] };
    return Promise.resolve({
      format: 'parley-page-profile',
      schema: 1,
      marketplace,
      version: '2026.11.01.1',
      date: '2026-11-01',
      fields: { composer: source, orderId: { ...source, structure: ['.order-id'] } },
    });
  },
  bytes: () => Promise.reject(new Error('no weights here')),
};

let desks = 0;

/** A database of its own, a clock that moves only when told, ids that count, and the announced topics. */
export const aDesk = () => {
  const own = (desks += 1);
  const name = `parley-test-${own}`;
  let now = Date.parse('2026-03-02T09:00:00.000Z');
  let ids = 0;
  const announced: (readonly string[])[] = [];
  const mirrored: object[] = [];
  const source = lazyDatabase(() => openDatabase(name));
  const deps: AppDeps = {
    db: source,
    clock: {
      now: () => new Date(now).toISOString() as Instant,
      newId: () => `id-${own}-${String((ids += 1)).padStart(6, '0')}`,
    },
    announce: (topics) => Promise.resolve(void announced.push(topics)),
    browserLang: 'en-GB',
    mirror: (items) => Promise.resolve(void mirrored.push(items)),
    assets: builtInProfiles,
    markets: () => [amazon, aliexpress, other],
    isSelector: () => true,
    today: () => '2026-11-22',
  };
  const buyers = createBuyers(deps);
  return {
    deps,
    name,
    announced,
    mirrored,
    pass: (ms: number) => (now += ms),
    db: async (): Promise<Db> => valueOf(await source()),
    shops: createShops(deps),
    buyers,
    record: createRecordWork(deps, buyers),
    notes: createNotes(deps),
    drafts: createDrafts(deps),
    deskRules: createDeskRules(deps),
    products: createProducts(deps),
    worklog: createWorklog(deps),
    worklogDays: createWorklogDays({ ...deps, days: localDays }),
    habits: createHabits(deps),
    edits: createEdits(deps),
  };
};

export type Desk = ReturnType<typeof aDesk>;

export const anOrderAlias = (value: string) => ({ kind: 'order', value, strong: true }) as const;
export const aBuyerAlias = (value: string) => ({ kind: 'buyer', value, strong: true }) as const;
export const aName = (value: string) => ({ kind: 'display-name', value, strong: false }) as const;

export const hour = 60 * 60 * 1000;

/** A desk with one shop and one buyer known by an order. */
export const aDeskWithBuyer = async () => {
  const desk = aDesk();
  const shop = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen DE' }));
  const found = valueOf(await desk.buyers.see({ shopId: shop.id, aliases: [anOrderAlias('111-1')] }));
  return { ...desk, shop, buyer: found.buyer };
};
