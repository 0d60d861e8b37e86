import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { shoeChartsSchema } from '@/utils/catalog/sizes/schema';
import shoes from '@/utils/catalog/sizes/shoes.json';
import { convertShoe } from '@/utils/domain/convert/sizes/shoe';

describe('shoe charts', () => {
  test('have the shape the converter reads', () => {
    expect(v.safeParse(shoeChartsSchema, shoes).issues).toBeUndefined();
  });

  test.each(['men', 'women'] as const)('%s rows are sorted by UK size and none comes twice', (audience) => {
    const sizes = shoes[audience].map(({ uk }) => uk);
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  });

  test('every row names charts that are listed as sources, and every source is used', () => {
    const used = new Set([...shoes.men, ...shoes.women].flatMap(({ from }) => from));
    expect([...used].sort()).toEqual(Object.keys(shoes.sources).sort());
  });

  test.each(['men', 'women'] as const)('the rule stays within one EU size of what %s charts print', (audience) => {
    for (const { uk, eu } of shoes[audience]) {
      const rule = convertShoe({ system: 'UK', size: uk, audience }, 'EU');
      const value = rule.ok ? rule.value : Number.NaN;
      const distance = Math.max(eu[0]! - value, value - eu[1]!, 0);
      expect.soft(distance, `UK ${uk}`).toBeLessThanOrEqual(1);
    }
  });
});
