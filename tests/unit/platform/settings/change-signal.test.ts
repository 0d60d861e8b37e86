import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { brandAs } from '@/utils/domain/ids';
import { announceChange, buyerTopic, listenToChanges } from '@/utils/platform/settings/change-signal';
import { listenToLocal, localKeys, readLocal, writeLocal } from '@/utils/platform/settings/local-items';
import { keepShopChoice, readShopChoice } from '@/utils/platform/settings/shop-choice';

let life: AbortController;
beforeEach(() => (life = new AbortController()));
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
});

const heard = () => {
  const topics: (readonly string[])[] = [];
  listenToChanges((changed) => topics.push(changed), life.signal);
  return topics;
};

describe('the change signal', () => {
  test('counts up, also when two changes are announced at once', async () => {
    const topics = heard();
    await Promise.all([announceChange(['a']), announceChange(['a']), announceChange(['b'])]);
    expect(topics).toEqual([['a'], ['a'], ['b']]);
    expect(await readLocal('changeSignal')).toEqual({ seq: 3, topics: ['b'] });
  });

  test('is not heard any more after the listener was ended', async () => {
    const topics = heard();
    life.abort();
    await announceChange(['a']);
    expect(topics).toEqual([]);
  });

  test('says nothing about other items', async () => {
    const topics = heard();
    await writeLocal({ uiLang: 'en' });
    expect(topics).toEqual([]);
  });

  test('logs a code and goes on when the browser cannot store it', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('secret'));
    await announceChange(['a']);
    expect(JSON.stringify(warned.mock.calls)).toMatch(/change-signal-failed/);
    expect(JSON.stringify(warned.mock.calls)).not.toMatch(/secret/);
    await announceChange(['b']);
    expect((await readLocal('changeSignal'))?.topics).toEqual(['b']);
  });

  test('names a buyer by a hash that differs between keys', () => {
    const keys = Array.from({ length: 500 }, (_, index) => brandAs<'BuyerKey'>(`buyer-${index}`));
    expect(new Set(keys.map(buyerTopic)).size).toBe(500);
    expect(buyerTopic(keys[0] ?? brandAs<'BuyerKey'>(''))).toMatch(/^buyer:[0-9a-z]{1,7}$/);
  });
});

describe('one item', () => {
  test('is heard when it is written, and no longer after the listener was ended', async () => {
    const told = vi.fn();
    listenToLocal('pageProfiles', told, life.signal);
    await writeLocal({ uiLang: 'en' });
    expect(told).not.toHaveBeenCalled();
    await writeLocal({ pageProfiles: { amazon: { taught: [] } } });
    expect(told).toHaveBeenCalledTimes(1);
    life.abort();
    await writeLocal({ pageProfiles: {} });
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('the answer to "which shop is this?"', () => {
  test('is kept per marketplace, where content scripts cannot read it', async () => {
    const [amazon, aliexpress] = [brandAs<'MarketId'>('amazon'), brandAs<'MarketId'>('aliexpress')];
    await keepShopChoice(amazon, { shopId: brandAs<'ShopId'>('shop-1') });
    expect(await readShopChoice(amazon)).toBe('shop-1');
    expect(await readShopChoice(aliexpress)).toBeUndefined();
    await keepShopChoice(amazon, { shopId: brandAs<'ShopId'>('shop-2'), shown: 'Lumen' });
    expect(await readShopChoice(amazon, 'Lumen')).toBe('shop-2');
    expect(await readShopChoice(amazon, 'Another')).toBeUndefined();
    expect(await readShopChoice(amazon)).toBe('shop-2');
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });
});

describe('what content scripts can read', () => {
  test('is the change signal, how the interface looks, where Parley works and how pages are read', () => {
    expect([...localKeys].sort()).toEqual([
      'barCollapsed',
      'changeSignal',
      'marketsOff',
      'otherHosts',
      'pageProfiles',
      'pageVisits',
      'toldOf',
      'uiLang',
      'works',
    ]);
  });

  test('is written in one place only', () => {
    const sources = import.meta.glob<string>(['../../../../{utils,components,entrypoints}/**/*.{ts,tsx}'], {
      eager: true,
      query: '?raw',
      import: 'default',
    });
    const users = Object.entries(sources)
      .filter(([, text]) =>
        /storage\s*\.\s*(local|sync)\s*[.[]|['"`](local|sync):|storage\s*\.\s*(defineItem|setItem)\b/.test(text),
      )
      .map(([path]) => path.replace(/^(\.\.\/)+/, ''));
    expect(users).toEqual(['utils/platform/settings/local-items.ts']);
  });
});
