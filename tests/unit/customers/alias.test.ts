import { describe, expect, test } from 'vitest';
import { countOrders, keepableName, strongAliases } from '@/utils/domain/customers/alias';

const order = (value: string) => ({ kind: 'order', value, strong: true }) as const;

describe('aliases', () => {
  test('believes the buyer id first, then the case, then the order', () => {
    const seen = [
      order('1'),
      { kind: 'case', value: 'C', strong: true },
      { kind: 'buyer', value: 'B', strong: true },
    ] as const;
    expect(strongAliases(seen)).toEqual(['buyer:B', 'case:C', 'order:1']);
  });

  test('never takes a display name for an identity, even when a page calls it strong', () => {
    expect(strongAliases([{ kind: 'display-name', value: 'Ann', strong: true }])).toEqual([]);
  });

  test('leaves out weak, empty, over-long and repeated names', () => {
    const seen = [order(' 1 '), order('1'), order(''), order('9'.repeat(129)), { ...order('2'), strong: false }];
    expect(strongAliases(seen)).toEqual(['order:1']);
  });

  test('keeps no mail address as a name that identifies', () => {
    expect(strongAliases([{ kind: 'buyer', value: 'x1@marketplace.example', strong: true }])).toEqual([]);
  });

  test('counts orders, not other names', () => {
    expect(countOrders(['order:1', 'buyer:B', 'order:2'])).toBe(2);
  });
});

describe('display names', () => {
  test.each([
    ['Ann Lee', 'Ann Lee'],
    ['  王 ', '王'],
    ['buyer 42', 'buyer 42'],
  ])('keeps %j', (shown, kept) => {
    expect(keepableName(shown)).toBe(kept);
  });

  test.each([undefined, '  ', 'ann@example.org', '+49 151 2345 678', 'Ann (030) 123-4567'])(
    'keeps nothing of %j',
    (shown) => {
      expect(keepableName(shown)).toBeUndefined();
    },
  );

  test('cuts what is longer than 200 characters', () => {
    expect(keepableName('a'.repeat(300))).toHaveLength(200);
  });
});
