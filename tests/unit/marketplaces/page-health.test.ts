import { describe, expect, it } from 'vitest';
import type { Field } from '@/utils/marketplaces/contract';
import { createHealthBook, pageHealth } from '@/utils/marketplaces/page-health';
import { found, lacking } from '@/utils/page/field';

type Read = readonly [need: 'required' | 'optional', read: Field<string>];

const healthOf = (...reads: readonly Read[]): string => {
  const book = createHealthBook();
  reads.forEach(([need, read], at) => book.note(`field${at}`, read, need));
  return pageHealth(book.list());
};

const ok = found('x');
const guessed = found('x', 3, 'semantic');

describe('pageHealth', () => {
  it('is good while optional facts are only absent or found another way', () => {
    expect(healthOf(['required', ok], ['optional', lacking('missing', 'order')])).toBe('good');
    expect(healthOf(['required', ok], ['optional', guessed])).toBe('good');
    expect(healthOf()).toBe('good');
  });

  it('is limited when a required field was guessed', () => {
    expect(healthOf(['required', guessed], ['optional', ok])).toBe('limited');
  });

  it.each(['disagree', 'invalid'] as const)('is limited when an optional field is there and reads as %s', (kind) => {
    expect(healthOf(['required', ok], ['optional', lacking(kind, 'panel')])).toBe('limited');
  });

  it.each(['missing', 'invalid', 'disagree', 'disabled'] as const)('is broken when a required field is %s', (kind) => {
    expect(healthOf(['required', ok], ['required', lacking(kind, 'bubbles')])).toBe('broken');
  });
});

describe('createHealthBook', () => {
  it('keeps the last read of each field until it is reset', () => {
    const book = createHealthBook();
    book.note('order', lacking('disagree', 'order'), 'optional');
    book.note('order', guessed, 'optional');
    expect(book.list()).toEqual([{ field: 'order', required: false, state: 'fallback', candidate: 3 }]);
    book.reset();
    expect(book.list()).toEqual([]);
  });
});
