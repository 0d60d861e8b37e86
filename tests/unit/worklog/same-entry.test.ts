import { describe, expect, it } from 'vitest';
import { longestEntry } from '@/utils/domain/worklog/entry';
import { countedUp, isSameEntry } from '@/utils/domain/worklog/same-entry';

const row = {
  day: '2026-03-02',
  department: 'problem',
  product: 'Reading lamp',
  reason: 'defective',
  text: 'Flickers.',
} as const;
const again = { ...row, text: '' };

describe('the same problem', () => {
  it('is the same product and reason, whatever the words', () => {
    expect(isSameEntry(row, again)).toBe(true);
    expect(isSameEntry(row, { ...again, product: '  READING   lamp' })).toBe(true);
  });

  it.each([
    ['another day', { day: '2026-03-01' }],
    ['another product', { product: 'Desk lamp' }],
    ['another reason', { reason: 'damaged' }],
    ['another department', { department: 'logistics' as const }],
    ['no product', { product: '' }],
  ])('is another one for %s', (_, change) => expect(isSameEntry(row, { ...again, ...change })).toBe(false));

  it('without a product is the same only in the same words', () => {
    const idea = { day: row.day, department: 'suggestion', text: 'Print the manual in French' } as const;
    const typed = { ...idea, product: '', reason: '' };
    expect(isSameEntry(idea, { ...typed, text: 'print the manual in french ' })).toBe(true);
    expect(isSameEntry(idea, { ...typed, text: 'Longer cables' })).toBe(false);
  });
});

describe('counting up', () => {
  const before = { text: 'Flickers.', severity: 'normal', count: 2 } as const;

  it('adds one and keeps the graver severity', () => {
    expect(countedUp(before, { text: '', severity: 'low' })).toEqual({ ...before, count: 3 });
    expect(countedUp(before, { text: '', severity: 'high' })).toEqual({ ...before, severity: 'high', count: 3 });
  });

  it('adds words that are new and none that are not', () => {
    expect(countedUp(before, { text: 'Hums too.', severity: 'low' })?.text).toBe('Flickers.\nHums too.');
    expect(countedUp(before, { text: 'flickers.', severity: 'low' })?.text).toBe('Flickers.');
    expect(countedUp({ ...before, text: '' }, { text: 'Hums.', severity: 'low' })?.text).toBe('Hums.');
  });

  it('refuses words that have no room beside the others', () =>
    expect(countedUp({ ...before, text: 'x'.repeat(longestEntry.text) }, { text: 'y', severity: 'low' })).toBeNull());
});
