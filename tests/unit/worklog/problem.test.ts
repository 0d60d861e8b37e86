import { describe, expect, it } from 'vitest';
import reply from '@/public/locales/en/reply.json';
import { countLines } from '@/utils/domain/worklog/count-lines';
import { dayAfter, daysFrom } from '@/utils/domain/worklog/days';
import { problemReasons, productName, reasonOf, severityOf } from '@/utils/domain/worklog/problem';

describe('a problem', () => {
  it.each(problemReasons)('has a reason people can read: %s', (id) => expect(reply.intent).toHaveProperty(id));

  it('has the first intent that says what is wrong as its reason', () => {
    expect(reasonOf([{ id: 'greeting' }, { id: 'defective' }, { id: 'damaged' }])).toBe('defective');
    expect(reasonOf([{ id: 'size_advice' }])).toBeUndefined();
    expect(reasonOf([])).toBeUndefined();
  });

  it.each([
    ['injury', 'defective', 'high'],
    ['fire', undefined, 'high'],
    ['legal', 'wrong_item', 'normal'],
    [undefined, 'defective', 'normal'],
    [undefined, 'delivery_delayed', 'low'],
    ['chargeback', undefined, 'low'],
  ] as const)('with %s and %s presses %s', (escalation, reason, severity) =>
    expect(severityOf(escalation, reason)).toBe(severity),
  );

  it('names its product by the title, or by its number where the title may hold contact data', () => {
    expect(productName({ title: ' Reading lamp ', sku: 'LAMP-2' })).toBe('Reading lamp');
    expect(productName({ title: 'Gift for +49 170 1234567', sku: 'LAMP-2' })).toBe('LAMP-2');
    expect(productName({ title: '', productId: 'B0CXYZ1234' })).toBe('B0CXYZ1234');
    expect(productName({ title: '' })).toBeUndefined();
  });
});

describe('lines of the log', () => {
  const line = (what: string, shopId: string, detail: Record<string, number | string> = {}) =>
    ({ what, shopId, detail }) as unknown as Parameters<typeof countLines>[0][number];

  it('are counted by kind and shop, the most frequent first', () =>
    expect(
      countLines([
        line('message.sent', 'a'),
        line('note.added', 'a'),
        line('message.sent', 'b'),
        line('note.added', 'a'),
      ]),
    ).toEqual([
      { what: 'note.added', shopId: 'a', count: 2 },
      { what: 'message.sent', shopId: 'a', count: 1 },
      { what: 'message.sent', shopId: 'b', count: 1 },
    ]));

  it('that stand for several things count them all', () =>
    expect(
      countLines([
        line('list.buyers-added', 'a', { buyers: 20 }),
        line('list.buyers-added', 'a', { buyers: 3 }),
        line('product.imported', 'a', { added: 4, changed: 2, rejected: 9 }),
        line('product.imported', 'b', { added: 0, changed: 0, rejected: 9 }),
      ]),
    ).toEqual([
      { what: 'list.buyers-added', shopId: 'a', count: 23 },
      { what: 'product.imported', shopId: 'a', count: 6 },
    ]));
});

describe('days', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-29', 1, '2026-03-30'],
  ])('%s and %i more is %s', (day, step, next) => expect(dayAfter(day, step)).toBe(next));

  it('are listed from the first to the last', () =>
    expect(daysFrom('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']));
});
