// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import type { ContentApi, ListRequest } from '@/utils/app/api';
import { createCatalogue } from '@/utils/app/catalogue';
import { createContentApi, type PageSession } from '@/utils/app/content-api';
import { createProfiles } from '@/utils/app/profiles';
import { createSettings } from '@/utils/app/settings';
import { createVisits } from '@/utils/app/visits';
import { check } from '@/utils/domain/compliance/engine';
import { brandAs } from '@/utils/domain/ids';
import { ruleMarket } from '@/utils/domain/other-market';
import type { TaughtPage } from '@/utils/domain/profiles/profile';
import { aDesk, amazon, anOrderAlias, other, valueOf, type Desk } from './desk';
import { shippedAssets } from './shipped-assets';

const catalogue = createCatalogue(shippedAssets);

const showHealth = vi.fn(async () => {});
const showBuyer = vi.fn();

const anApi = (desk: Desk, session: PageSession): ContentApi =>
  createContentApi(session, {
    ...desk,
    records: desk.deps,
    settings: createSettings(desk.deps),
    catalogue,
    shelf: catalogue.templates,
    words: async () => ({ lang: 'en', version: 'en@1', entries: {} }),
    teachWords: async () => ({ lang: 'zh-CN', version: 'zh-CN@1', entries: { 'teach.title': '教学' } }),
    visits: createVisits(desk.deps),
    showHealth,
    showBuyer,
    profiles: createProfiles(desk.deps),
    clock: desk.deps.clock,
    today: () => '2026-11-22',
  });

const foreign = { market: other, host: 'desk.example' };
const list: ListRequest = {
  page: 'orders',
  shop: {},
  orders: [{ orderId: brandAs<'OrderId'>('1'), items: [] }],
  events: [],
  reviewRequest: null,
  rows: [],
  holds: {},
};
const page: TaughtPage = {
  id: 'desk',
  marketplace: other,
  host: 'desk.example',
  path: '/desk/*',
  kind: 'thread',
  fields: { composer: ['#box'] },
  date: '2026-11-22',
};

describe('a host the agent has named', () => {
  it('is its own shop, whatever the page says of shops', async () => {
    const desk = aDesk();
    const lying = { accountId: 'bank.example', name: 'Bank' };
    await anApi(desk, foreign).openList({ ...list, shop: lying });
    await anApi(desk, foreign).openThread({
      page: 'thread',
      threadKey: brandAs<'ThreadKey'>('t1'),
      aliases: [anOrderAlias('1')],
      shop: lying,
      lastMessage: null,
      direction: 'reply',
      ownMessages: 0,
      order: null,
      holds: {},
    });
    const db = await desk.db();
    expect(await db.shops.toArray()).toMatchObject([
      { marketplace: 'other', accountId: 'desk.example', name: 'desk.example' },
    ]);
    expect(await db.buyers.count()).toBe(1);
  });

  it('has records apart from every other host', async () => {
    const desk = aDesk();
    await anApi(desk, foreign).openList(list);
    await anApi(desk, { market: other, host: 'shop.example' }).openList(list);
    const shops = (await (await desk.db()).buyers.toArray()).map(({ shopId }) => shopId);
    expect(new Set(shops).size).toBe(2);
  });

  it('is held to the rules that hold everywhere', async () => {
    const { compiled } = await catalogue.checker('en', await aDesk().deskRules.active());
    const text = 'Please change your review and we will send you a gift card. Write to me: ann@example.org';
    const input = {
      text,
      lang: 'en',
      direction: 'reply',
      now: brandAs<'Instant'>('2026-11-22T00:00:00.000Z'),
    } as const;
    const found = (marketplace: Parameters<typeof check>[0]['marketplace']) =>
      new Set(check({ ...input, marketplace }, compiled).map(({ rule }) => rule));
    expect(found(ruleMarket(other)).size).toBeGreaterThan(1);
    expect([...found(ruleMarket(other))].filter((rule) => !found('any').has(rule))).toEqual([]);
    expect(found(ruleMarket(amazon))).toEqual(found(amazon));
  });
});

describe('teaching', () => {
  it('keeps a page of the host that asks', async () => {
    const desk = aDesk();
    valueOf(await anApi(desk, foreign).saveTaught({ page }));
    expect(valueOf(await createProfiles(desk.deps).list())).toMatchObject({ other: { taught: [page] } });
  });

  it.each<[string, PageSession]>([
    ['another host', { market: other, host: 'evil.example' }],
    ['a host below it', { market: other, host: 'sub.desk.example' }],
    ['a marketplace', { market: amazon, host: 'desk.example' }],
  ])('refuses a page when it comes from %s', async (_, session) => {
    const desk = aDesk();
    const before = valueOf(await createProfiles(desk.deps).list());
    expect(await anApi(desk, session).saveTaught({ page })).toEqual({
      ok: false,
      error: { kind: 'refused', code: 'foreign-origin' },
    });
    expect(valueOf(await createProfiles(desk.deps).list())).toEqual(before);
  });

  it('gives the words of teach mode alone', async () => {
    expect(valueOf(await anApi(aDesk(), foreign).teachWords({}))).toEqual({
      uiLang: 'zh-CN',
      entries: { 'teach.title': '教学' },
    });
  });
});

describe('a visit', () => {
  it('is noted for the marketplace of the page, which cannot choose it', async () => {
    const desk = aDesk();
    const visit = { page: 'thread', health: 'good', fields: [], ms: 2, marketplace: 'amazon' } as const;
    showHealth.mockClear();
    valueOf(await anApi(desk, foreign).reportVisit(visit));
    expect(showHealth).not.toHaveBeenCalled();
    valueOf(await anApi(desk, { ...foreign, tabId: 7 }).reportVisit(visit));
    expect(showHealth.mock.calls).toEqual([[7, visit.health]]);
    expect(valueOf(await createVisits(desk.deps).list())[0]).toMatchObject({ marketplace: 'other', page: 'thread' });
  });

  it('that ended takes the sign from the icon and is not listed', async () => {
    const desk = aDesk();
    showHealth.mockClear();
    const left = { page: 'none', health: 'good', fields: [], ms: 0 } as const;
    valueOf(await anApi(desk, { ...foreign, tabId: 7 }).reportVisit(left));
    expect(showHealth.mock.calls).toEqual([[7, 'good']]);
    expect(valueOf(await createVisits(desk.deps).list())).toEqual([]);
  });
});
