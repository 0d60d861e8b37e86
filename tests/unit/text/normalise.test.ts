import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '@/utils/domain/text/normalise';

const textOf = (original: string): string => normalise(original).text;
const back = (original: string, part: string): string => {
  const { text, starts, ends } = normalise(original);
  const at = text.indexOf(part);
  return original.slice(starts[at], ends[at + part.length - 1]);
};

describe('normalise', () => {
  it('lowers case and removes marks of Latin letters', () => {
    expect(textOf('RESEÑA, Größe, Élan, İstanbul')).toBe('resena, grosse, elan, istanbul');
  });

  it('treats composed and decomposed letters alike', () => {
    expect(textOf('u\u0308ber')).toBe(textOf('über'));
  });

  it('keeps the Japanese voicing marks, half-width ones joined', () => {
    expect(textOf('ガ')).toBe('ガ');
    expect(textOf('ｶﾞ')).toBe('ガ');
  });

  it('unifies quotes, dashes and stars', () => {
    expect(textOf('‘a’ “b” «c» d–e—f ⭐☆🌟')).toBe(`'a' "b" "c" d-e-f ★★★`);
  });

  it('narrows full-width characters', () => {
    expect(textOf('ＷｈａｔｓＡｐｐ：１２３')).toBe('whatsapp:123');
  });

  it('removes characters that cannot be seen and leads back around them', () => {
    expect(back('ask wh\u200bats\u00adapp now', 'whatsapp')).toBe('wh\u200bats\u00adapp');
  });

  it('leads back to the whole original character when one becomes several', () => {
    expect(back('a ㎏ b', 'kg')).toBe('㎏');
  });

  it('gives every unit a rising place inside the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (original) => {
        const { text, starts, ends } = normalise(original);
        expect(starts.length).toBe(text.length);
        expect(ends.length).toBe(text.length);
        for (let at = 0; at < text.length; at++) {
          expect(ends[at]).toBeGreaterThan(starts[at] ?? 0);
          expect(ends[at]).toBeLessThanOrEqual(original.length);
          if (at > 0) expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        }
      }),
    );
  });
});
