import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords, type DiffPart } from '@/utils/domain/text/word-diff';

const read = (parts: readonly DiffPart[], without: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');
const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('the difference of two texts', () => {
  test.each([
    ['We will write on Monday.', 'We will write on Tuesday.', 'We will write on [-Monday][+Tuesday].'],
    ['Thank you.', 'Thank you very much.', 'Thank you[+ very much].'],
    ['Thank you very much.', 'Thank you.', 'Thank you[- very much].'],
    ['', 'New', '[+New]'],
    ['Old', '', '[-Old]'],
    ['Same', 'Same', 'Same'],
    ['', '', ''],
  ])('goes word by word: %j to %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test('goes sign by sign in scripts that put no spaces', () => {
    expect(shown('我们会在周一回复您。', '我们会在周二回复您。')).toBe('我们会在周[-一][+二]回复您。');
    expect(shown('明日ご連絡します。', '本日ご連絡します。')).toBe('[-明][+本]日ご連絡します。');
  });

  test('takes a place for a value as one word', () => {
    expect(shown('Until {{ day }}.', 'Until {{ day | day }}.')).toBe('Until [-{{ day }}][+{{ day | day }}].');
    expect(shown('{% if a %}x{% endif %}', '{% if b %}x{% endif %}')).toBe('[-{% if a %}][+{% if b %}]x{% endif %}');
  });

  test('keeps marks with their letters', () => {
    expect(shown('cafe\u0301 noir', 'cafe noir')).toBe('[-cafe\u0301][+cafe] noir');
  });

  test('is both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '{{ x }}', '订', '.', '😀'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before.join(''), after.join(''));
        expect(read(parts, 'added')).toBe(before.join(''));
        expect(read(parts, 'removed')).toBe(after.join(''));
        expect(parts.every(({ text: words }) => words !== '')).toBe(true);
      }),
      { seed: 7 },
    );
  });

  test('gives up on comparing what is far too long, but loses nothing', () => {
    const before = 'alpha beta '.repeat(2000);
    const after = 'gamma delta '.repeat(2000);
    const parts = diffWords(before, after);
    expect(parts.length).toBeLessThanOrEqual(3);
    expect(read(parts, 'added')).toBe(before);
    expect(read(parts, 'removed')).toBe(after);
  });
});
