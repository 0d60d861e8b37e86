import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAppApi } from '@/utils/app/app-api';
import { withoutFigures } from '@/utils/domain/customers/work-out';
import { brandAs } from '@/utils/domain/ids';
import { err } from '@/utils/domain/result';
import { parseClock } from '@/utils/domain/customers/clock';
import { announceChange } from '@/utils/platform/settings/change-signal';
import { localKeys, writeLocal } from '@/utils/platform/settings/local-items';
import { schemaVersion } from '@/utils/platform/db/schema';
import { aDesk, aDeskWithBuyer, amazon, valueOf } from './desk';

const twoDays = {
  from: brandAs<'Instant'>('2026-11-21T08:00:00.000Z'),
  until: brandAs<'Instant'>('2026-11-23T08:00:00.000Z'),
};

describe('settings', () => {
  test.each([
    ['en-GB', 'en'],
    ['zh-CN', 'zh'],
    ['de', 'en'],
  ])('start from the language of a browser in %s', async (browserLang, myLang) => {
    const api = createAppApi({ ...aDesk().deps, browserLang });
    expect(await api.settings.read()).toEqual({
      ok: true,
      value: {
        uiLang: 'auto',
        myLang,
        marketsOff: [],
        translatesHere: false,
        works: null,
        agentFigures: false,
        watch: null,
        setUp: null,
        initials: '',
      },
    });
  });

  test('are kept, announced, and three of them copied for content scripts', async () => {
    const desk = aDesk();
    const api = createAppApi(desk.deps);
    const written = valueOf(
      await api.settings.write({
        uiLang: 'zh-CN',
        myLang: 'zh',
        marketsOff: [amazon],
        translatesHere: true,
        works: 'alone',
        watch: twoDays,
        setUp: { state: 'begun', step: 2 },
        initials: ' KL ',
      }),
    );
    expect(written).toEqual({
      uiLang: 'zh-CN',
      myLang: 'zh',
      marketsOff: ['amazon'],
      translatesHere: true,
      agentFigures: false,
      works: 'alone',
      watch: twoDays,
      setUp: { state: 'begun', step: 2 },
      initials: 'KL',
    });
    expect(await api.settings.read()).toEqual({ ok: true, value: written });
    expect([desk.mirrored, desk.announced]).toEqual([
      [{ uiLang: 'zh-CN', marketsOff: ['amazon'], works: 'alone' }],
      [['settings']],
    ]);
  });

  test('that are not mentioned stay', async () => {
    const api = createAppApi(aDesk().deps);
    valueOf(await api.settings.write({ myLang: 'zh', initials: 'KL' }));
    expect(valueOf(await api.settings.write({ uiLang: 'en' }))).toMatchObject({
      myLang: 'zh',
      initials: 'KL',
      uiLang: 'en',
    });
  });

  test.each([
    ['uiLang', { uiLang: 'fr' as 'en' }],
    ['myLang', { myLang: 'English!' }],
    ['marketsOff', { marketsOff: [brandAs<'MarketId'>('Not a market')] }],
    ['translatesHere', { translatesHere: 'yes' as never }],
    ['works', { works: 'together' as never }],
    ['setUp', { setUp: { state: 'begun' as const, step: -1 } }],
    ['setUp', { setUp: 'done' as never }],
    ['watch', { watch: { from: twoDays.until, until: twoDays.from } }],
    ['watch', { watch: { ...twoDays, until: brandAs<'Instant'>('2027-11-21T08:00:00.000Z') } }],
    ['watch', { watch: 'always' as never }],
    ['initials', { initials: 'far too long' }],
  ])('refuse a wrong %s and change nothing', async (field, change) => {
    const desk = aDesk();
    const api = createAppApi(desk.deps);
    const before = valueOf(await api.settings.read());
    expect(await api.settings.write({ ...before, ...change })).toEqual({
      ok: false,
      error: { kind: 'invalid', field },
    });
    expect([await api.settings.read(), desk.announced]).toEqual([{ ok: true, value: before }, []]);
  });
});

describe('the agent', () => {
  test('is the same one every time, and the author of what is written', async () => {
    const { deps, buyer } = await aDeskWithBuyer();
    const api = createAppApi(deps);
    const agent = valueOf(await api.agent.read());
    expect(agent).toMatchObject({ id: buyer.authorId, initials: '' });
    expect(valueOf(await api.agent.read()).id).toBe(agent.id);
  });

  test('exists before anything was written', async () => {
    const api = createAppApi(aDesk().deps);
    expect(valueOf(await api.agent.read()).id).toBe(valueOf(await api.agent.read()).id);
  });
});

describe('every row', () => {
  test('carries a stamp of a clock that only goes forward', async () => {
    const { deps, buyer, shop } = await aDeskWithBuyer();
    const api = createAppApi(deps);
    const first = valueOf(await api.buyers.addNote({ buyerKey: buyer.key, text: 'a' }));
    const second = valueOf(await api.buyers.addNote({ buyerKey: buyer.key, text: 'b' }));
    expect(first.hlc < second.hlc).toBe(true);
    expect(parseClock(second.hlc)).toMatchObject({ ok: true, value: { node: shop.origin } });
  });
});

describe('a backup', () => {
  test('holds every table as it is, tombstones included', async () => {
    const { deps, buyer } = await aDeskWithBuyer();
    const api = createAppApi(deps);
    const note = valueOf(await api.buyers.addNote({ buyerKey: buyer.key, text: 'a' }));
    valueOf(await api.buyers.deleteNote({ buyerKey: buyer.key, noteId: note.id }));
    const backup = valueOf(await api.backup.everything());
    expect(backup).toMatchObject({ app: 'parley', schema: schemaVersion, savedAt: '2026-03-02T09:00:00.000Z' });
    expect(backup.tables['buyers']).toEqual([withoutFigures(buyer)]);
    expect(backup.tables['notes']).toMatchObject([{ id: note.id, deleted: 1 }]);
    expect(Object.keys(backup.tables)).toHaveLength(21);
    expect(JSON.parse(JSON.stringify(backup))).toEqual(backup);
  });
});

describe('a store that cannot be used', () => {
  const newer = { kind: 'storage-newer', found: 2, known: 1 } as const;
  const api = createAppApi({ ...aDesk().deps, db: () => Promise.resolve(err(newer)) });
  const buyerKey = brandAs<'BuyerKey'>('b');

  test.each([
    ['settings', () => api.settings.read()],
    ['shops', () => api.shops.add({ marketplace: amazon, name: 'a' })],
    ['agent', () => api.agent.read()],
    ['buyers', () => api.buyers.page({ filter: {}, limit: 1 })],
    ['notes', () => api.buyers.addNote({ buyerKey, text: 'a' })],
    ['backup', () => api.backup.everything()],
  ])('gives its problem to whoever asks for %s', async (_, ask) => {
    expect(await ask()).toEqual({ ok: false, error: newer });
  });
});

describe('storage that content scripts can read', () => {
  test('holds no more than the allowed items after everything was used', async () => {
    const { deps, buyer } = await aDeskWithBuyer();
    const api = createAppApi({ ...deps, announce: announceChange, mirror: writeLocal });
    valueOf(await api.settings.write({ uiLang: 'en', marketsOff: [amazon], initials: 'KL', myLang: 'zh' }));
    valueOf(await api.buyers.addNote({ buyerKey: buyer.key, text: 'secret' }));
    valueOf(await api.buyers.tag({ keys: [buyer.key], add: ['secret'] }));
    const stored = await fakeBrowser.storage.local.get(null);
    expect(localKeys).toEqual(expect.arrayContaining(Object.keys(stored)));
    expect(stored).toMatchObject({ uiLang: 'en', marketsOff: ['amazon'] });
    expect(JSON.stringify(stored)).not.toMatch(new RegExp(`secret|KL|${buyer.key}`));
  });
});
