import { describe, expect, it } from 'vitest';
import { isWithin, measureSizes } from '@/scripts/lib/measure-sizes.mjs';

const parts = measureSizes('.output/chrome-mv3') as {
  name: string;
  raw: number;
  gzip: number;
  budget: { gzip: number };
}[];

describe('the weight of the built extension', () => {
  it('is measured for every part', () => {
    expect(parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'amazon sentinel',
        'amazon in the page',
        'aliexpress sentinel',
        'aliexpress in the page',
        'amazon lists',
        'aliexpress lists',
        'other sentinel',
        'other in the page',
        'teach',
        'popup',
        'dashboard',
      ]),
    );
  });

  it.each(parts)('keeps the budget: $name', (part) => {
    expect(isWithin(part), `${part.gzip} bytes gzip, ${part.raw} raw`).toBe(true);
  });
});
