import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { closedCells } from '@/utils/domain/reports/cells';
import { FiledCounts, periodsOf } from '@/utils/domain/reports/file-cells';
import { monthOf, tallyId, tallyPlace, tallyRange } from '@/utils/domain/reports/tally-ids';
import { dayAfter, daysFrom } from '@/utils/domain/worklog/days';

const shopId = brandAs<'ShopId'>('shop');
const agentId = brandAs<'AgentId'>('ann');

const filed = (work: (sums: FiledCounts) => void) => {
  const sums = new FiledCounts();
  work(sums);
  return Object.fromEntries(sums.rows.map(([id, cells]) => [id.replaceAll('\t', ' '), closedCells(cells)]));
};

describe('counts of a day', () => {
  it('lie apart by what is asked of them, and once more in their month', () => {
    const cells = { order: 2, 'order|country|DE': 2, 'order|product|B1': 2, 'order|product-country|B1|DE': 2 };
    const rows = filed((sums) => sums.add({ period: '2026-03-02', shopId }, cells));
    expect(rows).toEqual({
      'records:2026-03-02 shop ': { order: 2, 'order|country|DE': 2 },
      'records-months:2026-03 shop ': { order: 2, 'order|country|DE': 2 },
      'products:2026-03-02 shop ': { 'order|product|B1': 2 },
      'products-months:2026-03 shop ': { 'order|product|B1': 2 },
      'places:2026-03-02 shop ': { 'order|product-country|B1|DE': 2 },
    });
  });

  it('of an agent say to all how many messages there were, and nothing else', () => {
    const rows = filed((sums) => sums.add({ period: '2026-03-02', shopId, agentId }, { sent: 3, 'sent|hour|9': 3 }));
    expect(rows).toEqual({
      'agents:2026-03-02 shop ann': { sent: 3, 'sent|hour|9': 3 },
      'agents-months:2026-03 shop ann': { sent: 3, 'sent|hour|9': 3 },
      'sent:2026-03-02 shop ': { sent: 3 },
    });
  });

  it('are taken away as they were added', () => {
    const cells = { order: 2, 'order|product|B1': 2 };
    const rows = filed((sums) => {
      sums.add({ period: '2026-03-02', shopId }, cells);
      sums.add({ period: '2026-03-02', shopId }, cells, -1);
    });
    expect(Object.values(rows).every((row) => Object.keys(row).length === 0)).toBe(true);
  });
});

describe('days to be read', () => {
  it.each([
    ['2026-03-02', '2026-03-30', ['day 2026-03-02 2026-03-30']],
    ['2026-03-01', '2026-03-31', ['month 2026-03 2026-03']],
    ['2026-02-28', '2026-04-01', ['day 2026-02-28 2026-02-28', 'month 2026-03 2026-03', 'day 2026-04-01 2026-04-01']],
    ['2025-11-25', '2026-11-24', ['day 2025-11-25 2025-11-30', 'month 2025-12 2026-10', 'day 2026-11-01 2026-11-24']],
    ['2024-02-01', '2024-02-29', ['month 2024-02 2024-02']],
    ['2026-12-31', '2027-01-01', ['day 2026-12-31 2027-01-01']],
  ])('from %s to %s', (from, to, expected) => {
    expect(periodsOf(from, to).map((part) => `${part.grain} ${part.from} ${part.to}`)).toEqual(expected);
  });

  it('are all there, each once', () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 800 }));
    fc.assert(
      fc.property(days, ([start, length]) => {
        const from = dayAfter('2024-01-01', start);
        const to = dayAfter(from, length);
        const read = periodsOf(from, to).flatMap((part) => {
          if (part.grain === 'day') return daysFrom(part.from, part.to);
          return daysFrom(from, to).filter((day) => monthOf(day) >= part.from && monthOf(day) <= part.to);
        });
        expect(read.toSorted()).toEqual(daysFrom(from, to));
        // A month is read whole: all of its days have to be asked for.
        for (const part of periodsOf(from, to)) {
          if (part.grain === 'day') continue;
          expect(`${part.from}-01` >= from).toBe(true);
          expect(monthOf(dayAfter(to, 1)) > part.to).toBe(true);
        }
      }),
    );
  });
});

describe('ids', () => {
  it('say what they were made of', () => {
    const place = { period: '2026-03-02', shopId, agentId };
    expect(tallyPlace(tallyId('agents', 'day', place))).toEqual(place);
    expect(tallyPlace(tallyId('records', 'month', { period: '2026-03', shopId }))).toEqual({
      period: '2026-03',
      shopId,
    });
  });

  it('of days never lie between those of months, nor those of one sheet between those of another', () => {
    const [first, last] = tallyRange('products', 'day', '2026-02-01', '2026-03-31');
    const isIn = (id: string) => id >= first && id <= last;
    expect(isIn(tallyId('products', 'day', { period: '2026-03-31', shopId }))).toBe(true);
    expect(isIn(tallyId('products', 'month', { period: '2026-03', shopId }))).toBe(false);
    expect(isIn(tallyId('records', 'day', { period: '2026-03-01', shopId }))).toBe(false);
    expect(isIn(tallyId('products', 'day', { period: '2026-04-01', shopId }))).toBe(false);
  });
});
