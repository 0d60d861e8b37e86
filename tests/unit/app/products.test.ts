import { describe, expect, test } from 'vitest';
import type { ProductDraft } from '@/utils/app/products-api';
import { createAppApi } from '@/utils/app/app-api';
import { brandAs } from '@/utils/domain/ids';
import type { ImportRow } from '@/utils/domain/products/plan-import';
import { aDesk, aDeskWithBuyer, aliexpress, valueOf, type Desk } from './desk';

const aDeskWithShops = async () => {
  const desk = await aDeskWithBuyer();
  const second = valueOf(await desk.shops.add({ marketplace: aliexpress, name: 'Lumen Ali' }));
  return { ...desk, second };
};
const rowsOf = async (desk: Pick<Desk, 'db'>) => (await desk.db()).products.toArray();
const draft = (change: Partial<ProductDraft> & Pick<ProductDraft, 'shopId'>): ProductDraft => ({
  title: 'Reading lamp',
  values: {},
  ...change,
});

describe('a card', () => {
  test('is written with a stamp, read again, and told to other windows', async () => {
    const desk = await aDeskWithShops();
    const { shop, products } = desk;
    desk.announced.length = 0;
    const card = valueOf(
      await products.save(
        draft({
          shopId: shop.id,
          sku: ' LAMP-1 ',
          values: { deviceInput: '230V', deviceWatts: '40 W', material: ' ' },
        }),
      ),
    );
    expect(card).toMatchObject({ shopId: shop.id, sku: 'LAMP-1', values: { deviceInput: '230V', deviceWatts: '40' } });
    expect(card.values).not.toHaveProperty('material');
    expect(valueOf(await products.read({ id: card.id }))).toEqual(card);
    expect(await rowsOf(desk)).toMatchObject([
      { shopId: shop.id, authorId: shop.authorId, origin: shop.origin, deleted: 0 },
    ]);
    expect(desk.announced).toEqual([['products']]);
  });

  test('has the same key on every computer: its shop and its ids', async () => {
    const { shop, products } = await aDeskWithShops();
    const card = valueOf(await products.save(draft({ shopId: shop.id, sku: 'A:1', productId: 'b0aaaaaaaa' })));
    expect(card.id).toBe(`${shop.id}:B0AAAAAAAA:A:1`);
  });

  test('is changed as a whole: a value that is left out is taken away', async () => {
    const desk = await aDeskWithShops();
    const { shop, products } = desk;
    const card = valueOf(
      await products.save(draft({ shopId: shop.id, sku: 'A', values: { material: 'oak', warranty: '2 years' } })),
    );
    const before = (await rowsOf(desk))[0];
    const changed = valueOf(await products.save({ ...card, sku: 'B', values: { warranty: '3 years' } }));
    expect(changed).toEqual({ ...card, sku: 'B', values: { warranty: '3 years' } });
    const [after] = await rowsOf(desk);
    expect((after?.hlc ?? '') > (before?.hlc ?? '')).toBe(true);
    // Its old key is taken by the card that moved on.
    const other = valueOf(await products.save(draft({ shopId: shop.id, sku: 'A' })));
    expect(other.id).not.toBe(card.id);
    expect(await rowsOf(desk)).toHaveLength(2);
  });

  test.each<readonly [string, Partial<ProductDraft>, string]>([
    ['no id', {}, 'sku'],
    ['a SKU that is too long', { sku: 'x'.repeat(81) }, 'sku'],
    ['a rounded product id', { productId: '1.005E+15' }, 'productId'],
    ['a device label nobody can read', { sku: 'A', values: { deviceInput: 'black' } }, 'deviceInput'],
    ['a field that does not exist', { sku: 'A', values: { phone: '1' } }, 'phone'],
    ['a SKU another card has', { sku: 'TAKEN' }, 'sku'],
    ['a product id another card has', { productId: 'B0TAKENTAK' }, 'productId'],
  ])('with %s is refused', async (_, change, field) => {
    const desk = await aDeskWithShops();
    const { shop, products } = desk;
    valueOf(await products.save(draft({ shopId: shop.id, sku: 'TAKEN' })));
    valueOf(await products.save(draft({ shopId: shop.id, productId: 'B0TAKENTAK' })));
    expect(await products.save(draft({ shopId: shop.id, ...change }))).toEqual({
      ok: false,
      error: { kind: 'invalid', field },
    });
    expect(await rowsOf(desk)).toHaveLength(2);
  });

  test('of another shop may have the same SKU', async () => {
    const { shop, second, products } = await aDeskWithShops();
    valueOf(await products.save(draft({ shopId: shop.id, sku: 'A' })));
    expect((await products.save(draft({ shopId: second.id, sku: 'A' }))).ok).toBe(true);
  });

  test('needs a shop that is there', async () => {
    const { second, products, shops } = await aDeskWithShops();
    valueOf(await shops.remove({ id: second.id }));
    expect(await products.save(draft({ shopId: second.id, sku: 'A' }))).toMatchObject({
      error: { kind: 'shop-unknown' },
    });
    expect(await products.importRows({ shopId: second.id, rows: [] })).toMatchObject({
      error: { kind: 'shop-unknown' },
    });
  });

  test('that is removed leaves its ids alone, and comes back when it is saved again', async () => {
    const desk = await aDeskWithShops();
    const { shop, products } = desk;
    const card = valueOf(await products.save(draft({ shopId: shop.id, sku: 'A', values: { material: 'oak' } })));
    valueOf(await products.remove({ id: card.id }));
    expect(await rowsOf(desk)).toMatchObject([{ id: card.id, sku: 'A', title: '', values: {}, deleted: 1 }]);
    expect(await products.read({ id: card.id })).toMatchObject({ error: { kind: 'not-found' } });
    expect(await products.remove({ id: card.id })).toMatchObject({ error: { kind: 'not-found' } });
    expect(valueOf(await products.forExport({}))).toEqual([]);
    expect(valueOf(await products.save(card))).toEqual(card);
    expect(await rowsOf(desk)).toMatchObject([{ values: { material: 'oak' }, deleted: 0 }]);
  });

  test('that never was is not found', async () => {
    const { shop, products } = await aDeskWithShops();
    expect(await products.save({ ...draft({ shopId: shop.id, sku: 'A' }), id: 'x' })).toMatchObject({
      error: { kind: 'not-found' },
    });
  });
});

describe('the list', () => {
  test('comes page by page, of one shop or of all, and finds words in any order', async () => {
    const { shop, second, products } = await aDeskWithShops();
    const rows = Array.from({ length: 25 }, (_, index) => ({
      line: index + 2,
      sku: `SKU-${String(index).padStart(2, '0')}`,
      title: index % 2 ? 'Reading Lamp' : 'Women shoes',
      values: {},
    }));
    valueOf(await products.importRows({ shopId: shop.id, rows }));
    valueOf(await products.importRows({ shopId: second.id, rows: rows.slice(0, 3) }));
    const first = valueOf(await products.page({ shopId: shop.id, limit: 20 }));
    const rest = valueOf(await products.page({ shopId: shop.id, limit: 20, after: first.at(-1)!.id }));
    expect([...first, ...rest].map(({ sku }) => sku)).toEqual(rows.map(({ sku }) => sku));
    expect(valueOf(await products.page({ limit: 200 }))).toHaveLength(28);
    const found = valueOf(await products.page({ shopId: shop.id, search: ' LAMP sku-0 ', limit: 20 }));
    expect(found.map(({ sku }) => sku)).toEqual(['SKU-01', 'SKU-03', 'SKU-05', 'SKU-07', 'SKU-09']);
    expect(valueOf(await products.page({ shopId: shop.id, search: 'sofa', limit: 20 }))).toEqual([]);
    expect(valueOf(await products.forExport({ shopId: second.id }))).toHaveLength(3);
  });

  test('of 20,000 cards is searched in less than two seconds of work', async () => {
    const { shop, products } = await aDeskWithShops();
    for (let from = 0; from < 20_000; from += 2_000) {
      const rows = Array.from({ length: 2_000 }, (_, at) => ({
        line: at + 2,
        sku: `S${from + at}`,
        title: 'Lamp',
        values: {},
      }));
      valueOf(await products.importRows({ shopId: shop.id, rows }));
    }
    const begin = process.cpuUsage();
    expect(valueOf(await products.page({ shopId: shop.id, search: 'S19999', limit: 50 }))).toHaveLength(1);
    expect(process.cpuUsage(begin).user / 1_000).toBeLessThan(2_000);
    expect(
      await products.importRows({
        shopId: shop.id,
        rows: Array.from({ length: 2_001 }, () => ({ line: 1, values: {} })),
      }),
    ).toMatchObject({ error: { kind: 'invalid', field: 'rows' } });
  }, 60_000);
});

describe('an import', () => {
  const rows: readonly ImportRow[] = [
    { line: 2, sku: 'A', title: 'Lamp', values: { deviceInput: '100-240V' } },
    { line: 3, sku: 'B', productId: '1005001234567890', values: { material: 'oak' } },
    { line: 4, sku: 'C', values: { devicePlug: 'Q' } },
  ];

  test('takes the good rows, names the bad ones, and changes nothing the second time', async () => {
    const desk = await aDeskWithShops();
    const { shop, products } = desk;
    const first = valueOf(await products.importRows({ shopId: shop.id, rows }));
    expect([first.added.length, first.changed.length, first.unchanged, first.rejected]).toEqual([
      2,
      0,
      [],
      [{ line: 4, problem: { kind: 'no-plug', field: 'devicePlug' } }],
    ]);
    const before = await rowsOf(desk);
    const again = valueOf(await products.importRows({ shopId: shop.id, rows }));
    expect([again.added, again.changed, again.unchanged]).toEqual([[], [], [2, 3]]);
    expect(await rowsOf(desk)).toEqual(before);
    expect((await (await desk.db()).log.toArray()).filter(({ what }) => what === 'product.imported')).toMatchObject([
      { detail: { added: 2, changed: 0, rejected: 1 } },
    ]);
  });

  test('merges into the card of its shop and leaves those of others alone', async () => {
    const { shop, second, products } = await aDeskWithShops();
    const own = valueOf(await products.save(draft({ shopId: shop.id, sku: 'B', values: { warranty: '2 years' } })));
    const other = valueOf(await products.save(draft({ shopId: second.id, sku: 'B' })));
    const plan = valueOf(await products.importRows({ shopId: shop.id, rows }));
    expect(plan.changed).toMatchObject([{ card: { id: own.id, values: { warranty: '2 years', material: 'oak' } } }]);
    expect(valueOf(await products.read({ id: other.id }))).toEqual(other);
  });

  test('brings back a removed card with what the file says and nothing else', async () => {
    const { shop, products } = await aDeskWithShops();
    const card = valueOf(await products.save(draft({ shopId: shop.id, sku: 'A', values: { warranty: '2 years' } })));
    valueOf(await products.remove({ id: card.id }));
    const plan = valueOf(await products.importRows({ shopId: shop.id, rows: rows.slice(0, 1) }));
    expect(plan.added).toMatchObject([{ card: { id: card.id, title: 'Lamp', values: { deviceInput: '100-240V' } } }]);
  });
});

describe('the rest of the program', () => {
  test('asks through the API of the extension pages, and a backup holds the cards', async () => {
    const { deps, shop } = await aDeskWithShops();
    const api = createAppApi(deps);
    const card = valueOf(await api.products.save(draft({ shopId: shop.id, sku: 'A' })));
    expect(Object.keys(api.products).sort()).toEqual(['forExport', 'importRows', 'page', 'read', 'remove', 'save']);
    const backup = valueOf(await api.backup.everything());
    expect(backup.tables['products']).toMatchObject([card]);
  });

  test('hears of a store that can not be used', async () => {
    const broken = createAppApi({
      ...aDesk().deps,
      db: () => Promise.resolve({ ok: false, error: { kind: 'storage-full' } }),
    });
    const shopId = brandAs<'ShopId'>('s');
    expect(await broken.products.page({ limit: 1 })).toMatchObject({ error: { kind: 'storage-full' } });
    expect(await broken.products.importRows({ shopId, rows: [] })).toMatchObject({ error: { kind: 'storage-full' } });
  });
});
