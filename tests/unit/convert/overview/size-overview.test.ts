import { describe, expect, it } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { rowOfSize, sizeOverview } from '@/utils/domain/convert/overview/size-overview';
import { sizeScale } from '@/utils/domain/convert/overview/size-scale';
import { convertSize } from '@/utils/domain/convert/sizes/convert-size';
import type { Audience } from '@/utils/domain/convert/sizes/shoe';
import type { SizeCategory } from '@/utils/domain/convert/sizes/size';

const categories: readonly SizeCategory[] = ['shoes', 'dress', 'top', 'jacket', 'jeans', 'shirt_collar', 'kids', 'plus', 'letter', 'bra', 'ring', 'hat', 'glove', 'belt', 'sock']; // prettier-ignore
const audiences: readonly (Audience | undefined)[] = ['women', 'men', 'kids', undefined];
const all = categories.flatMap((category) => audiences.map((audience) => [category, audience] as const));

describe('tables of all sizes', () => {
  it('has a table for every category the form offers', () => {
    for (const category of categories)
      expect(
        audiences.some((audience) => sizeOverview(category, audience, conversionTables) !== null),
        category,
      ).toBe(true);
  });

  it.each(all)('says in every cell of %s (%s) what an answer would say', (category, audience) => {
    const overview = sizeOverview(category, audience, conversionTables);
    for (const { label, cells } of overview?.rows ?? [])
      cells.forEach((cell, column) => {
        const given = { category, system: overview?.systems[0] ?? '', size: label, ...(audience ? { audience } : {}) };
        const answer = convertSize(given, overview?.systems[column] ?? '', conversionTables);
        expect(cell).toEqual(answer.ok ? answer.value : null);
      });
    expect(new Set(overview?.rows.map(({ label }) => label)).size).toBe(overview?.rows.length ?? 0);
  });

  it('lists women’s shoes as far as charts go, with ranges, sources and their date', () => {
    const overview = sizeOverview('shoes', 'women', conversionTables);
    expect(overview?.systems.slice(0, 4)).toEqual(['EU', 'UK', 'US', 'JP']);
    expect(overview?.rows.length).toBeGreaterThan(12);
    expect(overview?.rows.length).toBeLessThan(40);
    expect(overview?.rows.flatMap(({ cells }) => cells).some((cell) => cell?.range !== undefined)).toBe(true);
    expect(overview?.sources[0]?.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(overview?.sources.flatMap(({ titles }) => titles).length).toBeGreaterThan(3);
  });

  it('finds the row of a size in any system, and none for another audience or category', () => {
    const overview = sizeOverview('shoes', 'women', conversionTables);
    if (!overview) throw new Error('no table of shoes');
    const rowOf = (system: string, size: string, audience: Audience = 'women') =>
      overview.rows[rowOfSize(overview, { category: 'shoes', system, size, audience }, conversionTables)]?.label;
    expect([rowOf('UK', '5.5'), rowOf('EU', '39'), rowOf('JP', '24.5')]).toEqual(['39', '39', '39']);
    expect(rowOf('UK', '5.5', 'men')).toBeUndefined();
    expect(rowOf('UK', 'nonsense')).toBeUndefined();
    expect(rowOfSize(overview, { category: 'ring', system: 'US', size: '6' }, conversionTables)).toBe(-1);
  });

  it('shows bands and cups of bras', () => {
    const labels = sizeOverview('bra', undefined, conversionTables)?.rows.map(({ label }) => label) ?? [];
    expect(labels).toEqual(expect.arrayContaining(['70B', '85B', '75A', '75E']));
  });
});

describe('the scale', () => {
  it.each(all)('has rulers that only rise, within the measure (%s, %s)', (category, audience) => {
    const overview = sizeOverview(category, audience, conversionTables);
    const scale = overview && sizeScale(overview);
    for (const { ticks } of scale?.rulers ?? [])
      for (const [index, { at }] of ticks.entries()) {
        expect(Number.isFinite(at)).toBe(true);
        expect(at).toBeGreaterThanOrEqual(Math.max(scale?.from ?? 0, ticks[index - 1]?.at ?? 0));
        expect(at).toBeLessThanOrEqual(scale?.to ?? 0);
      }
  });

  it('measures feet in millimetres and puts EU 39 where a foot of some 24 cm stands', () => {
    const overview = sizeOverview('shoes', 'women', conversionTables);
    const scale = overview && sizeScale(overview);
    expect(scale?.unit).toBe('mm');
    const at = scale?.rulers.find(({ system }) => system === 'EU')?.ticks.find(({ label }) => label === '39')?.at ?? 0;
    expect(at).toBeGreaterThan(236);
    expect(at).toBeLessThan(246);
  });

  it('is not drawn where nothing is measured', () => {
    const overview = sizeOverview('plus', 'women', conversionTables);
    expect(overview && sizeScale(overview)).toBeNull();
  });
});
