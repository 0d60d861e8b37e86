import { describe, expect, it } from 'vitest';
import { drawPassphrase } from '@/components/team/draw-passphrase';
import { strengthOf } from '@/components/team/passphrase-strength';

describe('the strength of a passphrase', () => {
  it.each([
    'password1234',
    'Passwort2024!',
    'P@ssw0rd1234',
    'qwertyuiop12',
    'aaaaaaaaaaaa',
    '123456789012',
    'abcabcabcabc',
    'abcdefghijkl',
    'zyxwvutsrqpo',
    'asdfghjkl;12',
    '1qaz2wsx3edc',
    'iloveyou2023',
    'letmein12345',
    'adminadmin12',
    'Parley2026!!',
    'woaini1314520',
    'Amazon-Seller-2026',
    '2024-11-22-2025',
    'anna1987anna1987',
    'Berlin!Berlin!',
    'customer service',
    'company-files-2026',
  ])('is weak for %s', (passphrase) => expect(strengthOf(passphrase).level).toBe('weak'));

  it.each(['correct horse battery staple', 'copper lantern ridge mellow', '我们店铺的密码很长很安全'])(
    'is fair for %s',
    (passphrase) => expect(strengthOf(passphrase).level).toBe('fair'),
  );

  it.each(['copper lantern ridge mellow tulip apron', 'X9$kd!2Lq#vB7w', 'k7m3-q9xt-2hbw-v4zn-8pcd-5rja'])(
    'is strong for %s',
    (passphrase) => expect(strengthOf(passphrase)).toMatchObject({ level: 'strong', hints: [] }),
  );

  it.each([
    ['aaaaaaaaaaaa', 'repeats'],
    ['abcdefghijkl', 'sequences'],
    ['qwertzuiopas', 'keyboard'],
    ['tulip-2024-x', 'years'],
    ['sunshine-tul', 'common'],
    ['tulip', 'longer'],
  ] as const)('of %s grows by less of: %s', (passphrase, hint) => expect(strengthOf(passphrase).hints).toContain(hint));

  it('never falls when another word is added', () => {
    const words = 'copper lantern ridge mellow tulip apron basket orchid'.split(' ');
    const bits = words.map((_, count) => strengthOf(words.slice(0, count + 1).join(' ')).bits);
    expect(bits).toEqual([...bits].sort((a, b) => a - b));
  });

  it('is nothing for nothing, and takes no longer for a whole book', () => {
    expect(strengthOf('')).toMatchObject({ bits: 0, level: 'weak' });
    expect(strengthOf('ab '.repeat(50_000)).bits).toBe(strengthOf('ab '.repeat(50)).bits);
  });

  it('takes characters of any kind', () => {
    for (const odd of ['\ud83d\ude00\ud83d\ude00', '\ud800', '\u202eabc', '(?:[a-z', '\0\0\0'])
      expect(strengthOf(odd).bits).toBeGreaterThan(0);
  });
});

describe('a passphrase that is drawn', () => {
  const fill = (next: () => number) => (bytes: Uint8Array) => void bytes.forEach((_, at) => (bytes[at] = next()));
  /** Bytes that are the same in every run (xorshift, 32 bits). */
  const someBytes = () => {
    let state = 2_463_534_242;
    return () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    };
  };

  it('is six groups of four characters nobody mistakes, and strong', () => {
    const drawn = drawPassphrase((bytes) => void crypto.getRandomValues(bytes));
    expect(drawn).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){5}$/);
    expect(strengthOf(drawn).level).toBe('strong');
  });

  it('takes every letter equally often', () => {
    const seen = new Map<string, number>();
    const draw = fill(someBytes());
    for (let round = 0; round < 2_000; round += 1)
      for (const letter of drawPassphrase(draw).replaceAll('-', '')) seen.set(letter, (seen.get(letter) ?? 0) + 1);
    expect(seen.size).toBe(31);
    const even = (2_000 * 24) / 31;
    for (const count of seen.values()) expect(Math.abs(count - even)).toBeLessThan(0.1 * even);
  });

  it('draws again what has no letter', () => {
    const bytes = [...Array.from({ length: 64 }, () => 31), ...Array.from({ length: 64 }, (_, at) => at % 2)];
    expect(drawPassphrase(fill(() => bytes.shift() ?? 31))).toBe('2323-2323-2323-2323-2323-2323');
  });

  it('is another one each time', () => {
    const some = Array.from({ length: 50 }, () => drawPassphrase((bytes) => void crypto.getRandomValues(bytes)));
    expect(new Set(some).size).toBe(50);
  });
});
