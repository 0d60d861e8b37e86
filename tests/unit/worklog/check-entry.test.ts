import { describe, expect, it } from 'vitest';
import { checkEntry, isDay, type TypedEntry } from '@/utils/domain/worklog/check-entry';
import { longestEntry } from '@/utils/domain/worklog/entry';

const today = '2026-03-02';
const anEntry = (change: Partial<TypedEntry> = {}): TypedEntry => ({
  department: 'inventory',
  severity: 'normal',
  text: 'Twelve left in Hamburg.',
  ...change,
});

describe('an entry', () => {
  it('is tidied and filed under today', () =>
    expect(checkEntry(anEntry({ text: '  Twelve left.  ', product: ' LAMP-2 ' }), today)).toEqual({
      ok: true,
      value: {
        day: today,
        department: 'inventory',
        severity: 'normal',
        text: 'Twelve left.',
        product: 'LAMP-2',
        reason: '',
      },
    }));

  it.each([
    ['day', { day: '2026-02-30' }],
    ['day', { day: 'yesterday' }],
    ['day', { day: '2026-03-03' }],
    ['department', { department: 'catering' as 'sales' }],
    ['severity', { severity: 'gigantic' as 'high' }],
    ['reason', { reason: 'She said it smells' }],
    ['product', { product: 'x'.repeat(longestEntry.product + 1) }],
    ['text', { text: 'x'.repeat(longestEntry.text + 1) }],
    ['text', { text: '   ' }],
  ])('names %s as what cannot be kept', (field, change) =>
    expect(checkEntry(anEntry(change), today)).toEqual({ ok: false, error: { kind: 'invalid', field } }),
  );

  it.each([
    ['text', { text: 'Write to anna@example.com' }],
    ['text', { text: 'Call +49 170 1234567' }],
    ['product', { product: 'Lamp of +49 170 1234567' }],
    ['product', { product: 'anna@example.com' }],
  ])('keeps no contact data in its %s', (field, change) =>
    expect(checkEntry(anEntry(change), today)).toEqual({
      ok: false,
      error: { kind: 'invalid', field, why: 'contact' },
    }),
  );

  it.each(['1005006123456789', 'B0CXYZ1234', '4002432106821'])('takes the product number %s', (product) =>
    expect(checkEntry(anEntry({ text: '', product }), today)).toMatchObject({ ok: true, value: { product } }),
  );

  it('needs no words where a product or a reason says enough', () => {
    expect(checkEntry(anEntry({ text: '', product: 'LAMP-2' }), today).ok).toBe(true);
    expect(checkEntry(anEntry({ text: '', reason: 'defective' }), today).ok).toBe(true);
  });
});

describe('a day', () => {
  it.each(['2024-02-29', '2026-12-31', '2026-01-01'])('%s is one', (day) => expect(isDay(day)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', ''])('"%s" is none', (day) =>
    expect(isDay(day)).toBe(false),
  );
});
