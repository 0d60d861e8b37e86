import { describe, expect, it } from 'vitest';
import { createImportPlanner, readIds, tidyTitle, type ImportRow } from '@/utils/domain/products/plan-import';
import type { ProductCard } from '@/utils/domain/products/product-card';
import { cardsFor, isSameProduct } from '@/utils/domain/products/same-product';
import { aCard, shopId } from './builders';

const planOf = (cards: readonly ProductCard[], rows: readonly ImportRow[]) => {
  let ids = 0;
  const planner = createImportPlanner({ shopId, cards, newId: () => `new-${(ids += 1)}` });
  planner.take(rows);
  return planner.plan();
};
const aRow = (change: Partial<ImportRow>): ImportRow => ({ line: 2, values: {}, ...change });

describe('which card is meant', () => {
  const eu = aCard({ id: 'eu', sku: 'HD-EU', productId: 'B0AAAAAAAA' });
  const uk = aCard({ id: 'uk', sku: 'HD-UK', productId: 'B0AAAAAAAA' });
  const sole = aCard({ id: 'sole', sku: undefined, productId: '1005001234567890' });
  const fan = aCard({ id: 'fan', sku: 'FAN' });

  it.each([
    ['both ids', { sku: 'HD-UK', productId: 'B0AAAAAAAA' }, ['uk']],
    ['the SKU', { sku: 'HD-EU' }, ['eu']],
    ['a product id of two variants', { productId: 'b0aaaaaaaa' }, ['eu', 'uk']],
    ['a product id of one card', { productId: ' 1005001234567890 ' }, ['sole']],
    ['a card without SKU', { sku: 'NEW', productId: '1005001234567890' }, ['sole']],
    ['a new SKU of a known product', { sku: 'HD-US', productId: 'B0AAAAAAAA' }, []],
    ['the SKU of a card without product id', { sku: 'FAN', productId: '1005001234567890' }, ['fan']],
    ['a SKU that another product uses too', { sku: 'HD-EU', productId: 'B0BBBBBBBB' }, []],
    ['nothing', {}, []],
    ['empty ids', { sku: '  ', productId: '' }, []],
  ])('is told by %s', (_, ids, expected) => {
    expect(cardsFor(ids, [eu, uk, sole, fan]).map(({ id }) => id)).toEqual(expected);
  });

  it('is not told by a title', () => {
    expect(cardsFor({}, [aCard({ title: 'Reading lamp' })])).toEqual([]);
    expect(isSameProduct({ sku: 'A' }, { productId: 'A' })).toBe(false);
  });
});

describe('what a card tells of a product', () => {
  const values = {
    devicePlug: 'G',
    deviceInput: '230V',
    deviceWatts: '40',
    sizeCategory: 'shoes',
    sizeSystem: 'EU',
    sizeOffset: '1',
    material: 'steel',
    warranty: '2 years',
    boxContents: 'lamp',
    manual: 'Press.',
    knownProblems: 'none',
  };
  const alike = {
    material: 'steel',
    warranty: '2 years',
    boxContents: 'lamp',
    manual: 'Press.',
    knownProblems: 'none',
  };
  const uk = aCard({ id: 'uk', sku: 'UK', productId: '1005', values });
  const listing = aCard({ id: 'all', sku: undefined, productId: '1005', values: { ...values, warranty: '3 years' } });

  it('is what all variants have alike, when the card is that of one and the SKU is not known', () => {
    expect(cardsFor({ productId: '1005' }, [uk])).toEqual([{ ...uk, values: alike }]);
  });

  it('is nothing when the card is that of another variant', () => {
    expect(cardsFor({ sku: 'EU', productId: '1005' }, [uk])).toEqual([]);
  });

  it('is everything when the card is its own or that of the whole listing', () => {
    expect(cardsFor({ sku: 'UK', productId: '1005' }, [uk])).toEqual([uk]);
    expect(cardsFor({ sku: 'EU', productId: '1005' }, [uk, listing])).toEqual([listing]);
    expect(cardsFor({ productId: '1005' }, [uk, listing])).toEqual([listing]);
  });

  it('is filled up from the listing where variants are alike', () => {
    const own = aCard({ id: 'eu', sku: 'EU', productId: '1005', values: { material: 'oak' } });
    expect(cardsFor({ sku: 'EU', productId: '1005' }, [uk, listing, own])).toEqual([
      { ...own, values: { ...alike, warranty: '3 years', material: 'oak' } },
    ]);
  });
});

describe('an import', () => {
  it('leaves the card of a listing as it is when a row is about one SKU', () => {
    const listing = aCard({ id: 'all', sku: undefined, productId: '1005', values: { warranty: '2 years' } });
    const uk = aRow({ line: 2, sku: 'UK', productId: '1005', values: { devicePlug: 'G' } });
    const eu = aRow({ line: 3, sku: 'EU', productId: '1005', values: { devicePlug: 'C' } });
    const all = aRow({ line: 4, productId: '1005', values: { warranty: '2 years' } });
    const plan = planOf([listing], [uk, eu, all]);
    expect(plan).toMatchObject({ changed: [], unchanged: [4], rejected: [] });
    expect(plan.added.map(({ card }) => [card.sku, card.productId, card.values])).toEqual([
      ['UK', '1005', { devicePlug: 'G' }],
      ['EU', '1005', { devicePlug: 'C' }],
    ]);
    // A file is read in any order.
    expect(planOf([], [uk, all, eu])).toMatchObject({ added: [{ line: 2 }, { line: 4 }, { line: 3 }], rejected: [] });
  });

  it('adds, changes, leaves and rejects row by row', () => {
    const plan = planOf(
      [aCard({ values: { warranty: '2 years', material: 'steel' } }), aCard({ id: 'c2', sku: 'B', values: {} })],
      [
        aRow({ line: 2, sku: 'LAMP-1', values: { warranty: '3 years', material: '' } }),
        aRow({ line: 3, sku: 'B', title: 'Reading lamp' }),
        aRow({ line: 4, sku: 'C', title: ' New  one ', values: { deviceWatts: '40W' } }),
        aRow({ line: 5, title: 'Reading lamp', values: { warranty: '1 year' } }),
        aRow({ line: 6, sku: 'D', values: { deviceWatts: 'many' } }),
      ],
    );
    expect(plan.changed).toMatchObject([
      { line: 2, fields: ['warranty'], card: { id: 'c1', values: { warranty: '3 years', material: 'steel' } } },
    ]);
    expect(plan.unchanged).toEqual([3]);
    expect(plan.added).toMatchObject([
      { line: 4, fields: ['sku', 'title', 'deviceWatts'], card: { title: 'New one', values: { deviceWatts: '40' } } },
    ]);
    expect(plan.rejected).toEqual([
      { line: 5, problem: { kind: 'no-id' } },
      { line: 6, problem: { kind: 'no-number', field: 'deviceWatts' } },
    ]);
  });

  it('changes nothing the second time', () => {
    const rows = [
      aRow({ line: 2, sku: 'A', productId: 'b0aaaaaaaa', values: { sizeOffset: '+1' } }),
      aRow({ line: 3, sku: 'A', productId: 'B0AAAAAAAA', values: { sizeOffset: '1' } }),
      aRow({ line: 4, sku: 'A', values: { sizeOffset: '-1' } }),
    ];
    const first = planOf([], rows);
    expect(first.added).toHaveLength(1);
    expect(first.unchanged).toEqual([3]);
    expect(first.rejected).toEqual([{ line: 4, problem: { kind: 'repeated', other: 2 } }]);
    const second = planOf(
      first.added.map(({ card }) => card),
      rows.slice(0, 2),
    );
    expect(second).toMatchObject({ added: [], changed: [], unchanged: [2, 3], rejected: [] });
  });

  it('says when ids fit several cards, or a spreadsheet has rounded them', () => {
    const twins = [aCard({ id: 'a', sku: 'A', productId: 'X' }), aCard({ id: 'b', sku: 'A', productId: 'Y' })];
    const plan = planOf(twins, [
      aRow({ line: 2, sku: 'A', values: { material: 'wool' } }),
      aRow({ line: 3, productId: '1.005E+15' }),
      aRow({ line: 4, sku: 'x'.repeat(81) }),
    ]);
    expect(plan.rejected).toEqual([
      { line: 2, problem: { kind: 'several-cards' } },
      { line: 3, problem: { kind: 'rounded-id', field: 'product_id' } },
      { line: 4, problem: { kind: 'too-long', field: 'sku', limit: 80 } },
    ]);
  });

  it('rejects e-mail addresses and phone numbers in texts', () => {
    const plan = planOf([], [aRow({ sku: 'A', values: { knownProblems: 'Ask Li, +49 170 1234567' } })]);
    expect(plan.rejected).toEqual([{ line: 2, problem: { kind: 'contact', field: 'knownProblems' } }]);
  });

  it('gives a card the id it lacked and keeps the rest', () => {
    const plan = planOf([aCard({ values: { material: 'oak' } })], [aRow({ sku: 'LAMP-1', productId: 'B0AAAAAAAA' })]);
    expect(plan.changed).toMatchObject([
      {
        fields: ['productId'],
        card: { id: 'c1', sku: 'LAMP-1', productId: 'B0AAAAAAAA', values: { material: 'oak' } },
      },
    ]);
  });

  it('takes 20,000 rows in less than three seconds of work', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      aRow({ line: index + 2, sku: `SKU-${index}`, values: { deviceInput: '100-240V~ 50/60Hz', warranty: '2 years' } }),
    );
    // Work and not time: other programs run beside the tests.
    const begin = process.cpuUsage();
    const cards = planOf([], rows).added.map(({ card }) => card);
    expect(planOf(cards, rows).unchanged).toHaveLength(20_000);
    expect(process.cpuUsage(begin).user / 1_000).toBeLessThan(3_000);
  });
});

describe('ids and titles', () => {
  it('are trimmed, and a title is cut between characters', () => {
    expect(readIds({ sku: ' a\tb ', productId: ' b012345678 ' })).toEqual({
      ok: true,
      value: { sku: 'a b', productId: 'B012345678' },
    });
    expect(tidyTitle(`${'x'.repeat(199)}😀`)).toBe('x'.repeat(199));
  });
});
