import { describe, expect, test } from 'vitest';
import { createBuyerSearch } from '@/utils/app/buyers/search';
import { dropFromSearch, readState } from '@/utils/app/buyers/search-store';
import type { SearchPart } from '@/utils/domain/customers/search-index';
import { toPack } from '@/utils/domain/customers/pack';
import { brandAs, type BuyerKey, type Instant } from '@/utils/domain/ids';
import type { BuyerRow, NoteRow, OrderRow, Stamp } from '@/utils/domain/records';
import { aDesk, valueOf, type Desk } from './desk';

const stamp: Stamp = {
  shopId: brandAs<'ShopId'>('shop'),
  authorId: brandAs<'AgentId'>('a'),
  hlc: '000000001:0000:n',
  origin: 'n',
  deleted: 0,
};
const keyOf = (text: string): BuyerKey => brandAs<'BuyerKey'>(text);
const dayOf = (day: number): Instant => new Date(Date.UTC(2026, 0, day)).toISOString() as Instant;

const aBuyer = (key: string, more: Partial<BuyerRow> = {}): BuyerRow => ({
  ...stamp,
  key: keyOf(key),
  aliases: [],
  tags: [],
  archived: 0,
  lastSeen: dayOf(1),
  ...more,
});
const aNote = (key: string, text: string): NoteRow => ({
  ...stamp,
  id: brandAs<'NoteId'>(`note of ${key}: ${text}`),
  buyerKey: keyOf(key),
  text,
  createdAt: dayOf(1),
});
const anOrder = (key: string, title: string): OrderRow => ({
  ...stamp,
  id: `shop:${key}`,
  orderId: brandAs<'OrderId'>(key),
  buyerKey: keyOf(key),
  items: [{ title }],
});

const buyers: readonly BuyerRow[] = [
  aBuyer('anna', { displayName: 'Anna Müller', tags: ['VIP'], aliases: ['order:302-1234567-1234567'] }),
  aBuyer('annabel', { displayName: 'Annabel', lastSeen: dayOf(9), country: brandAs<'CountryCode'>('DE') }),
  aBuyer('wang', { displayName: '王小明', aliases: ['order:8123456789012345', 'buyer:CN42'] }),
];

/** A desk with three buyers whose words are indexed. */
const aSearchedDesk = async (more: readonly BuyerRow[] = []) => {
  const desk = aDesk();
  const db = await desk.db();
  await db.buyers.bulkPut([...buyers, ...more]);
  await db.notes.bulkPut([aNote('wang', '买家要求退款'), aNote('annabel', 'asked about the blue lamp')]);
  await db.orders.put(anOrder('anna', 'Lamp with a plug'));
  const search = createBuyerSearch(desk.deps);
  valueOf(await search.prepareSearch());
  return { ...desk, store: db, search };
};

const foundBy = async (
  { search }: { readonly search: ReturnType<typeof createBuyerSearch> },
  words: string,
  filter: Parameters<ReturnType<typeof createBuyerSearch>['searchBuyers']>[0]['filter'] = {},
) => {
  const { lines } = valueOf(await search.searchBuyers({ words, filter, limit: 20 }));
  return lines.map(({ buyer, found }) => [buyer.key as string, found?.in, found?.excerpt]);
};

describe('searching buyers', () => {
  test('finds names, tags, products, notes and the beginnings of numbers', async () => {
    const desk = await aSearchedDesk();
    expect(await foundBy(desk, 'annab')).toEqual([['annabel', 'name', 'Annabel']]);
    expect(await foundBy(desk, 'vip')).toEqual([['anna', 'tag', 'VIP']]);
    expect(await foundBy(desk, 'lamp')).toEqual([
      ['anna', 'product', 'Lamp with a plug'],
      ['annabel', 'note', 'asked about the blue lamp'],
    ]);
    expect(await foundBy(desk, '退款')).toEqual([['wang', 'note', '买家要求退款']]);
    expect(await foundBy(desk, '302-12')).toEqual([['anna', 'number', '302-1234567-1234567']]);
    expect(await foundBy(desk, 'cn42')).toEqual([['wang', 'number', 'CN42']]);
    expect(await foundBy(desk, 'nothing like it')).toEqual([]);
  });

  test('wants all words, a number among them, and keeps to the filter', async () => {
    const desk = await aSearchedDesk();
    expect(await foundBy(desk, 'muller 302-12')).toEqual([['anna', 'number', '302-1234567-1234567']]);
    expect(await foundBy(desk, 'annabel 302-12')).toEqual([]);
    expect((await foundBy(desk, 'ann')).map(([key]) => key)).toEqual(['annabel', 'anna']);
    expect((await foundBy(desk, 'ann', { country: 'DE' })).map(([key]) => key)).toEqual(['annabel']);
    expect((await foundBy(desk, 'ann', { tag: 'vip' })).map(([key]) => key)).toEqual(['anna']);
    expect(await foundBy(desk, 'ann', { shopId: brandAs<'ShopId'>('another') })).toEqual([]);
  });

  test('goes through all hits page by page without showing one twice', async () => {
    const many = Array.from({ length: 57 }, (_, at) =>
      aBuyer(`k${String(at).padStart(3, '0')}`, { displayName: `Lamp ${at}`, lastSeen: dayOf(1 + (at % 5)) }),
    );
    const { search } = await aSearchedDesk(many);
    const keys: string[] = [];
    let cursor: string | undefined;
    do {
      const page = valueOf(
        await search.searchBuyers({ words: 'lamp', filter: {}, limit: 10, ...(cursor ? { cursor } : {}) }),
      );
      keys.push(...page.lines.map(({ buyer }) => buyer.key));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(keys).toHaveLength(59);
    expect(new Set(keys).size).toBe(59);
  });

  test('takes up what has changed since', async () => {
    const desk = await aSearchedDesk();
    await desk.store.buyers.put(aBuyer('anna', { displayName: 'Bettina' }));
    await desk.store.changed.add({ keys: [keyOf('anna')] });
    expect(await foundBy(desk, 'bettina')).toEqual([['anna', 'name', 'Bettina']]);
    expect(await foundBy(desk, 'muller')).toEqual([]);
    expect(await desk.store.changed.count()).toBe(0);
    await desk.store.buyers.delete(keyOf('anna'));
    await desk.store.changed.add({ keys: [keyOf('anna')] });
    expect(await foundBy(desk, 'bettina')).toEqual([]);
  });

  test('shows the record another one was joined to', async () => {
    const desk = await aSearchedDesk([aBuyer('child', { displayName: 'Second account', joinedTo: keyOf('anna') })]);
    expect(await foundBy(desk, 'second')).toEqual([['anna', 'name', 'Second account']]);
  });

  test('finds archived records, by their numbers too, and says that they are', async () => {
    const desk = await aSearchedDesk();
    const old = aBuyer('old', { displayName: 'Gustav', aliases: ['order:999-1'] });
    const nothing = { orders: [], events: [], contacts: [], promises: [], followUps: [] };
    await desk.store.archive.put(
      toPack('pack', { ...nothing, buyers: [old], notes: [aNote('old', 'liked the kettle')] }),
    );
    await desk.store.changed.add({ keys: [old.key] });
    expect(await foundBy(desk, 'kettle')).toEqual([['old', 'note', 'liked the kettle']]);
    expect(await foundBy(desk, '999-')).toEqual([['old', 'number', '999-1']]);
    const { lines } = valueOf(await desk.search.searchBuyers({ words: 'gustav', filter: {}, limit: 5 }));
    expect(lines[0]?.buyer.archived).toBe(1);
    expect(await foundBy(desk, 'gustav', { archived: false })).toEqual([]);
    expect(await foundBy(desk, 'gustav', { archived: true })).toHaveLength(1);
  });

  test('says how far the index is while it is built, and goes on where it was stopped', async () => {
    const desk = aDesk();
    const db = await desk.db();
    const many = Array.from({ length: 2_500 }, (_, at) =>
      aBuyer(`k${String(at).padStart(5, '0')}`, { displayName: `Lamp ${at}` }),
    );
    await db.buyers.bulkPut(many);
    await db.counters.put({ facet: 'all', count: many.length });
    const search = createBuyerSearch(desk.deps);
    const stopping = new AbortController();
    const heard: number[] = [];
    const onProgress = ({ done, of }: { readonly done: number; readonly of: number }): void => {
      heard.push(done / of);
      if (done > 0) stopping.abort();
    };
    valueOf(await search.prepareSearch({ onProgress, signal: stopping.signal }));
    const page = valueOf(await search.searchBuyers({ words: 'lamp', filter: {}, limit: 5 }));
    expect(page.lines).toHaveLength(5);
    expect(page.prepared).toBeGreaterThan(0);
    expect(page.prepared).toBeLessThan(1);
    valueOf(await search.prepareSearch());
    expect(valueOf(await search.searchBuyers({ words: 'lamp 2499', filter: {}, limit: 5 }))).toMatchObject({
      lines: [{ buyer: { key: 'k02499' } }],
    });
    expect(valueOf(await search.searchBuyers({ words: 'lamp', filter: {}, limit: 5 })).prepared).toBeUndefined();
    expect(heard[0]).toBe(0);
  });
});

/** Everything the store holds of the index, as text. */
const writtenIndex = async (desk: Pick<Desk, 'db'>): Promise<string> => {
  const db = await desk.db();
  const parts = await db.searchParts.where('id').startsWith('part:').toArray();
  const texts = parts.map(({ value }) => [(value as SearchPart).keys, (value as SearchPart).tokens]);
  return JSON.stringify([texts, await db.changed.toArray()]);
};

describe('forgetting', () => {
  test('leaves no key and no word of a record in any part, nor what still waits', async () => {
    const desk = await aSearchedDesk();
    const { store } = desk;
    await store.buyers.put(aBuyer('wang', { displayName: '王小明', tags: ['once-more'] }));
    await store.changed.add({ keys: [keyOf('wang'), keyOf('anna')] });
    await foundBy(desk, 'once');
    await store.changed.add({ keys: [keyOf('wang'), keyOf('anna')] });
    expect(await writtenIndex(desk)).toContain('退款');
    await store.transaction('rw', [store.searchParts, store.changed], () =>
      dropFromSearch({ db: store }, [keyOf('wang')]),
    );
    const left = await writtenIndex(desk);
    for (const word of ['wang', '王', '退款', 'once']) expect(left).not.toContain(word);
    expect(left).toContain('annabel');
    await store.buyers.delete(keyOf('wang'));
    expect(await foundBy(desk, '退款')).toEqual([]);
    expect(await foundBy(desk, 'muller')).toHaveLength(1);
  });

  test('reaches what another page was just about to write', async () => {
    const desk = aDesk();
    const db = await desk.db();
    await db.buyers.bulkPut([...buyers]);
    const search = createBuyerSearch(desk.deps);
    let isForgotten = false;
    // Heard after the state was read and before the records are: their words are on their way.
    const onProgress = (): void => {
      if (isForgotten) return;
      isForgotten = true;
      void db.transaction('rw', [db.searchParts, db.changed, db.buyers], async () => {
        await db.buyers.delete(keyOf('wang'));
        await dropFromSearch({ db }, [keyOf('wang')]);
      });
    };
    valueOf(await search.prepareSearch({ onProgress }));
    expect(await writtenIndex(desk)).not.toContain('王');
    expect((await readState(db))?.stage).toBe('ready');
    expect(await foundBy({ search }, 'annabel')).toHaveLength(1);
  });
});
