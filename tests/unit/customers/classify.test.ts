import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import shipped from '@/utils/catalog/segments/segments.json';
import { classify, factValue, recheckDay } from '@/utils/domain/customers/classify';
import { readSegments } from '@/utils/domain/customers/read-segments';
import { buyerFacts, type SegmentRule } from '@/utils/domain/customers/segment';
import { noFigures as nothing, type BuyerSummary } from '@/utils/domain/customers/summary';

const today = '2026-11-22';
const rules = readSegments(shipped) ?? [];
const idsOf = (summary: Partial<BuyerSummary>, signals = {}, day = today) =>
  classify({ summary: { ...nothing, ...summary }, signals }, rules, day).map(({ id }) => id);

describe('the shipped segments', () => {
  it('can be read, each once', () => {
    expect(rules).toHaveLength(shipped.length);
  });

  it.each([
    ['new', {}, ['new']],
    ['first-order', { orders: 1, lastOrderOn: '2026-11-01' }, ['first-order']],
    ['repeat', { orders: 2, lastOrderOn: '2026-11-01' }, ['repeat']],
    ['loyal', { orders: 5, lastOrderOn: '2026-11-01' }, ['loyal']],
    ['wholesale-lead', { orders: 1, largest: 10, lastOrderOn: '2026-11-01' }, ['first-order', 'wholesale-lead']],
    ['at-risk: an open dispute', { orders: 1, openDisputes: 1, disputes: 1 }, ['first-order', 'at-risk']],
    ['at-risk: a bad evaluation', { orders: 1, bad: 1, lastBadOn: '2026-10-01' }, ['first-order', 'at-risk']],
    ['no risk: a bad evaluation of long ago', { orders: 1, bad: 1, lastBadOn: '2026-01-01' }, ['first-order']],
    ['at-risk: late', { orders: 1, late: 1, lastOrderOn: '2026-11-01' }, ['first-order', 'at-risk']],
    ['many-returns: 3 of 4', { orders: 4, returns: 3, lastOrderOn: '2026-11-01' }, ['repeat', 'many-returns']],
    ['3 of 12 are not many', { orders: 12, returns: 3, lastOrderOn: '2026-11-01' }, ['loyal']],
    ['sleeping', { orders: 1, lastOrderOn: '2026-01-01' }, ['first-order', 'sleeping']],
  ])('%s', (_, summary, expected) => expect(idsOf(summary)).toEqual(expected));

  it('takes wholesale and supply partners by what they said', () => {
    expect(idsOf({}, { wholesale: '2026-11-01' })).toEqual(['wholesale-lead', 'new']);
    expect(idsOf({}, { sample: '2026-11-01' })).toEqual(['wholesale-lead', 'new']);
    expect(idsOf({}, { partner: '2026-11-01' })).toEqual(['supply-partner', 'new']);
    // Taken back by a person: the day is empty.
    expect(idsOf({}, { wholesale: '' })).toEqual(['new']);
  });

  it('says why, with the figures', () => {
    const [, many] = classify({ summary: { ...nothing, orders: 4, returns: 3 } }, rules, today);
    expect(many).toEqual({
      id: 'many-returns',
      because: [
        { fact: 'returns', is: 'at-least', value: 3, found: 3 },
        { fact: 'returnShare', is: 'at-least', value: 50, found: 75 },
      ],
    });
  });

  it('leaves out what is switched off', () => {
    const off = rules.map((rule): SegmentRule => ({ ...rule, isOff: true }));
    expect(classify({ summary: nothing }, off, today)).toEqual([]);
    expect(recheckDay({ summary: { ...nothing, orders: 1, lastOrderOn: today } }, off, today)).toBeUndefined();
  });
});

describe('the day of the next look', () => {
  it.each([
    // Sleeping from day 270 on.
    [{ orders: 1, lastOrderOn: '2026-11-22' }, '2027-01-22'],
    [{ orders: 1, bad: 1, lastBadOn: '2026-11-22' }, '2027-02-21'],
    // A leap day in between.
    [{ orders: 1, lastOrderOn: '2027-06-10' }, '2027-08-10'],
    [{}, undefined],
  ])('of %j is %s', (summary, day) => {
    expect(recheckDay({ summary: { ...nothing, ...summary } }, rules, today)).toBe(day);
  });

  it('misses no day on which time alone changes a segment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 400 }),
        (orderAge, badAge, ahead) => {
          const dayOf = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
          const record = {
            summary: {
              ...nothing,
              orders: 1,
              late: 1,
              bad: 1,
              lastOrderOn: dayOf(-orderAge),
              lastBadOn: dayOf(-badAge),
            },
          };
          const next = recheckDay(record, rules, today);
          const later = dayOf(ahead);
          if (next !== undefined && later >= next) return;
          const ids = (day: string) => classify(record, rules, day).map(({ id }) => id);
          expect(ids(later)).toEqual(ids(today));
        },
      ),
    );
  });
});

describe('rules somebody has changed', () => {
  const rule = (change: object) => [
    { id: 'mine', name: 'Mine', groups: [[{ fact: 'orders', is: 'at-least', value: 3 }]], ...change },
  ];

  it('are read with every fact there is', () => {
    for (const fact of buyerFacts)
      expect(readSegments(rule({ groups: [[{ fact, is: 'at-most', value: 1 }]] })), fact).not.toBeNull();
  });

  it.each([
    ['an unknown fact', rule({ groups: [[{ fact: 'stars', is: 'at-least', value: 3 }]] })],
    ['no condition', rule({ groups: [[]] })],
    ['no group', rule({ groups: [] })],
    ['a half piece', rule({ groups: [[{ fact: 'orders', is: 'at-least', value: 0.5 }]] })],
    ['not a number', rule({ groups: [[{ fact: 'orders', is: 'at-least', value: NaN }]] })],
    ['an id with a path', rule({ id: '../x' })],
    ['the same id twice', [...rule({}), ...rule({})]],
    ['too many', Array.from({ length: 31 }, (_, index) => rule({ id: `own-${index}` })[0])],
    ['a text', 'rules'],
  ])('are refused with %s', (_, input) => expect(readSegments(input)).toBeNull());

  it('know no figure for what never was', () => {
    expect(factValue('returnShare', { summary: nothing }, today)).toBeUndefined();
    expect(factValue('daysSinceOrder', { summary: nothing }, today)).toBeUndefined();
  });
});
