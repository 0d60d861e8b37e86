import { expect, test } from 'vitest';
import { topComplaints } from '@/utils/domain/reports/complaints';

const now = {
  'return|product-reason|A|Too small': 4,
  'claim|product-reason|A|Too small': 1,
  'return|product-reason|A|Defective': 2,
  'return|product-reason|B|Defective': 2,
  'dispute|product-reason|B|Colour': 2,
  'return|product-reason|C|Late': 1,
  'refund|product-reason|C|Late': 9,
  'return|product|A': 6,
};

test('are the most frequent reason of each product, with all that were given', () => {
  expect(topComplaints(now, { 'return|product-reason|A|Too small': 3 }, 5)).toEqual([
    { product: 'A', reason: 'Too small', count: 5, of: 7, before: 3 },
    { product: 'B', reason: 'Colour', count: 2, of: 4, before: 0 },
  ]);
});

test('are as many as there is room for, and none of nothing', () => {
  expect(topComplaints(now, {}, 1).map(({ product }) => product)).toEqual(['A']);
  expect(topComplaints({}, now, 5)).toEqual([]);
});
