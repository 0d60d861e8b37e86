import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editBetween, remapSpans } from '@/utils/domain/text/remap';

const spanOf = (text: string, part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

describe('editBetween', () => {
  it('is nothing for equal texts', () => {
    expect(editBetween('same', 'same')).toBeUndefined();
  });

  it('finds an insertion, a deletion and a replacement', () => {
    expect(editBetween('one two', 'one big two')).toEqual({ start: 4, end: 4, length: 4 });
    expect(editBetween('one big two', 'one two')).toEqual({ start: 4, end: 8, length: 0 });
    expect(editBetween('one cat two', 'one dog two')).toEqual({ start: 4, end: 7, length: 3 });
  });

  it('turns the old text into the new one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (before, after) => {
        const edit = editBetween(before, after) ?? { start: 0, end: 0, length: 0 };
        const typed = after.slice(edit.start, edit.start + edit.length);
        expect(before.slice(0, edit.start) + typed + before.slice(edit.end)).toBe(after);
      }),
    );
  });
});

describe('remapSpans', () => {
  const before = 'Call us today. Write a review now.';

  it('keeps what stands before the edit and moves what stands after it', () => {
    const after = before.replace('today', 'tomorrow');
    const moved = remapSpans([spanOf(before, 'Call us'), spanOf(before, 'review')], before, after);
    expect(moved.map(({ start, end }) => after.slice(start, end))).toEqual(['Call us', 'review']);
  });

  it('drops what the edit touches, also at its edge', () => {
    expect(remapSpans([spanOf(before, 'review')], before, before.replace('review', 'preview'))).toEqual([]);
    expect(remapSpans([spanOf(before, 'review')], before, before.replace('review', 'reviews'))).toEqual([]);
    expect(remapSpans([spanOf(before, 'Write a review')], before, before.replace('a', 'one'))).toHaveLength(1);
    expect(remapSpans([spanOf(before, 'Write a review')], before, before.replace('a review', 'one review'))).toEqual(
      [],
    );
  });

  it('moves fixes with their finding and drops a fix the edit reaches into', () => {
    const after = before.replace('Write', 'Please write');
    const review = {
      ...spanOf(before, 'review'),
      fixes: [spanOf(before, 'review'), spanOf(before, 'Write a review now.')],
    };
    const [moved] = remapSpans([review], before, after);
    expect(moved?.fixes.map(({ start, end }) => after.slice(start, end))).toEqual(['review']);
  });

  it('gives the same spans back when nothing changed', () => {
    const spans = [spanOf(before, 'review')];
    expect(remapSpans(spans, before, before)).toBe(spans);
  });
});
