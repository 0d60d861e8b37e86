import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysBefore,
  defaultRetention,
  firstKept,
  identityDaysOn,
  identityFrom,
  isIdentityOver,
  monthsBefore,
  wrongRetention,
  type Retention,
} from '@/utils/domain/customers/retention';
import type { Instant } from '@/utils/domain/ids';
import type { OrderRow } from '@/utils/domain/records';

const seenOn = (day: string, aliases: readonly string[] = ['order:1']) => ({
  lastSeen: `${day}T12:00:00.000Z` as Instant,
  aliases,
});

type Dates = Pick<OrderRow, 'state' | 'stateOn' | 'deliveredOn' | 'promisedOn' | 'shippedOn' | 'orderedOn'>;
const anOrder = (dates: Dates) => ({ ...dates, deleted: 0 as const });

describe('months back', () => {
  test.each([
    ['2027-01-31', 13, '2025-12-31'],
    ['2026-12-31', 13, '2025-11-30'],
    ['2027-01-01', 13, '2025-12-01'],
    ['2028-03-29', 13, '2027-02-28'],
    ['2028-02-29', 12, '2027-02-28'],
    ['2029-02-28', 12, '2028-02-28'],
    ['2029-03-31', 13, '2028-02-29'],
    ['2026-03-30', 1, '2026-02-28'],
  ])('from %s, %i, are %s', (today, months, day) => {
    expect(monthsBefore(today, months)).toBe(day);
  });

  test('never go past the month, and never into another day of it but its last', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (date, months) => {
        const today = date.toISOString().slice(0, 10);
        const back = monthsBefore(today, months);
        const [year = 0, month = 0] = today.split('-').map(Number);
        const [backYear = 0, backMonth = 0] = back.split('-').map(Number);
        expect(year * 12 + month - (backYear * 12 + backMonth)).toBe(months);
        expect(back.slice(8) <= today.slice(8)).toBe(true);
      }),
    );
  });
});

describe('days back', () => {
  test.each([
    // Clocks go forward on 2026-03-29 and back on 2026-10-25 in Europe.
    ['2026-04-10', 30, '2026-03-11'],
    ['2026-11-10', 30, '2026-10-11'],
    ['2027-01-01', 1, '2026-12-31'],
    ['2028-03-01', 1, '2028-02-29'],
    ['2027-03-01', 1, '2027-02-28'],
  ])('from %s, %i, are %s', (today, days, day) => {
    expect(daysBefore(today, days)).toBe(day);
  });

  test('are the same in every time zone, also over a change of the clocks', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['America/New_York', 'Europe/Berlin', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
        process.env['TZ'] = zone;
        expect([daysBefore('2026-04-10', 30), monthsBefore('2026-12-31', 13)]).toEqual(['2026-03-11', '2025-11-30']);
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('names and numbers on Amazon', () => {
  const on = (today: string, days: number | null = 30) => ({ market: 'amazon', days, today });

  test('are kept for thirty days after the delivery, and not one more', () => {
    const orders = [anOrder({ deliveredOn: '2026-12-02' })];
    const record = seenOn('2027-01-01');
    expect(isIdentityOver(record, orders, on('2027-01-01'))).toBe(false);
    expect(isIdentityOver(record, orders, on('2027-01-02'))).toBe(true);
  });

  test('are kept through a leap day', () => {
    const orders = [anOrder({ deliveredOn: '2028-01-31' })];
    expect(isIdentityOver(seenOn('2028-02-01'), orders, on('2028-03-01'))).toBe(false);
    expect(isIdentityOver(seenOn('2028-02-01'), orders, on('2028-03-02'))).toBe(true);
  });

  test('count from the last delivery of several', () => {
    const orders = [anOrder({ deliveredOn: '2026-01-10' }), anOrder({ deliveredOn: '2026-03-10' })];
    expect(identityFrom(seenOn('2026-05-01'), orders, 'amazon')).toBe('2026-03-10');
  });

  test('count from the promised day, and not before the buyer was seen last, while nobody knows of a delivery', () => {
    const orders = [anOrder({ state: 'shipped', orderedOn: '2026-01-02', promisedOn: '2026-01-20' })];
    expect(identityFrom(seenOn('2026-01-05'), orders, 'amazon')).toBe('2026-01-20');
    expect(identityFrom(seenOn('2026-02-01'), orders, 'amazon')).toBe('2026-02-01');
  });

  test('count from the day a page first said delivered, where it named no day', () => {
    const orders = [anOrder({ state: 'delivered', stateOn: '2026-01-15', promisedOn: '2026-03-20' })];
    expect(identityFrom(seenOn('2026-05-01'), orders, 'amazon')).toBe('2026-01-15');
  });

  test('do not count from an order that was cancelled', () => {
    const orders = [anOrder({ deliveredOn: '2026-01-10' }), anOrder({ state: 'cancelled', orderedOn: '2026-03-01' })];
    expect(identityFrom(seenOn('2026-02-01'), orders, 'amazon')).toBe('2026-01-10');
  });

  test('stay when the desk keeps them, and are not taken twice', () => {
    const orders = [anOrder({ deliveredOn: '2020-01-10' })];
    expect(isIdentityOver(seenOn('2020-01-10'), orders, on('2026-01-01', null))).toBe(false);
    expect(isIdentityOver(seenOn('2020-01-10', ['hash:x']), orders, on('2026-01-01'))).toBe(false);
    expect(
      isIdentityOver({ ...seenOn('2020-01-10', ['hash:x']), displayName: 'Jo Li' }, orders, on('2026-01-01')),
    ).toBe(true);
  });
});

test('elsewhere names and numbers count from the day the buyer was seen last', () => {
  const orders = [anOrder({ deliveredOn: '2025-01-10' })];
  expect(identityFrom(seenOn('2026-02-01'), orders, 'aliexpress')).toBe('2026-02-01');
});

describe('what may be decided', () => {
  const wrong = (change: Partial<Retention>) => wrongRetention({ ...defaultRetention, ...change });

  test('is what stands where nobody has decided: 13 months, 30 days on Amazon', () => {
    expect(wrong({})).toBeNull();
    expect(identityDaysOn(defaultRetention, 'amazon')).toBe(30);
    expect(identityDaysOn({ identityDays: {} }, 'amazon')).toBe(30);
    expect(identityDaysOn({ identityDays: {} }, 'aliexpress')).toBe(395);
    expect(firstKept('2026-12-31', defaultRetention.contactMonths)).toBe('2025-11-30');
    expect(firstKept('2026-12-31', null)).toBeNull();
  });

  test.each([31, null])('is a longer time on Amazon (%j) only with a reason', (amazon) => {
    expect(wrong({ identityDays: { amazon } })).toBe('reason');
    expect(wrong({ identityDays: { amazon }, reason: '  ' })).toBe('reason');
    expect(wrong({ identityDays: { amazon }, reason: 'Tax law: ten years' })).toBeNull();
  });

  test.each([
    ['contactMonths', { contactMonths: 0 }],
    ['contactMonths', { contactMonths: 1.5 }],
    ['evaluationMonths', { evaluationMonths: 121 }],
    ['evaluationMonths', { evaluationMonths: '13' as unknown as number }],
    ['identityDays', { identityDays: { amazon: -1 } }],
    ['identityDays', { identityDays: { 'Not a market': 3 } }],
    ['reason', { reason: 'x'.repeat(301) }],
    ['notRecorded', { notRecorded: ['AMAZON'] as unknown as Retention['notRecorded'] }],
  ])('is no wrong %s', (field, change) => {
    expect(wrong(change)).toBe(field);
  });
});
