import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellOf, closedCells, type OpenCells } from '@/utils/domain/reports/cells';
import { addCounts, countsIn, countsText } from '@/utils/domain/reports/counts-text';

it('is a line for each cell that holds something, by name', () => {
  const cells: OpenCells = new Map([
    ['sent', 3],
    ['order|country|DE', 2],
    ['return', 0],
  ]);
  expect(countsText(cells)).toBe('order|country|DE\t2\nsent\t3\n');
  expect(countsText(new Map())).toBe('');
});

it('brings back what was written, whatever a page calls its products, and however much money goes back', () => {
  const cell = fc
    .tuple(fc.constantFrom('order', 'return', 'refund-money'), fc.string({ unit: 'binary' }), fc.string())
    .map(([what, name, other]) => cellOf(what, 'product-reason', name, other));
  const cells = fc.array(fc.tuple(cell, fc.integer({ min: -1e12, max: 1e12 })));
  fc.assert(
    fc.property(cells, (entries) => {
      const open: OpenCells = new Map(entries);
      expect(closedCells(countsIn(countsText(open)))).toEqual(closedCells(open));
      addCounts(open, countsText(open));
      for (const [name, count] of open) expect(count).toBe(2 * (new Map(entries).get(name) ?? 0));
    }),
  );
});
