import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProfileSelector } from '@/utils/domain/profiles/selector-syntax';
import { lowestMedian } from '@/tests/speed';

describe('isProfileSelector', () => {
  it.each([
    'textarea',
    '*',
    '#root > main .im-message-item',
    'textarea[class*="im-message-input" i]',
    '[class*="im-message-item"]:not([class*="im-message-item-"])',
    'kat-textarea:not([disabled]),textarea',
    'tr:nth-child(2n + 1) td:first-child',
    'section:has(> header) ~ div + p',
    '[data-qa=order]',
    'div:is(.a,.b):where([role="row"])',
    '.übersicht',
    'a > b > c > d > e > f > g',
    '*.a ~ b',
    'div:has(> *.a)',
  ])('takes %s', (css) => expect(isProfileSelector(css)).toBe(true));

  it.each([
    '',
    ' textarea',
    'a[href^="javascript:alert(1)"',
    'div {color: red}',
    '@import "x"',
    'div;p',
    '/* x */ div',
    '<img src=x>',
    'div:hover',
    'a:visited',
    'p::before',
    ':host',
    'div:has(p:has(a))(',
    'div:not(:is(:not(p)))',
    'div:has(a) div:has(b) div:has(i)',
    'div:has()',
    'div >',
    '> div',
    'div,,p',
    'div,',
    Array.from({ length: 21 }, () => 'a').join(','),
    `.${'a'.repeat(300)}`,
    '[a="x\ny"]',
    ')',
    'div)',
    'div:not(p',
    'a b c d e f g h',
    'a ~ b ~ c',
    'a:has(~ b ~ c)',
    'div:has(*)',
    'div:has(> * > a)',
    'div:has(a:not(*))',
    '* ~ a',
    'a + *',
  ])('refuses %s', (css) => expect(isProfileSelector(css)).toBe(false));

  it('takes only what the browser takes as well', () => {
    const atom = fc.constantFrom(
      'div',
      '#a',
      '.b',
      '[c]',
      '[d="e"]',
      ':not(.f)',
      '>',
      ' ',
      ',',
      '(',
      ')',
      ':has(g)',
      '"',
      '+',
    );
    fc.assert(
      fc.property(fc.array(atom, { maxLength: 8 }), (atoms) => {
        const css = atoms.join('');
        if (isProfileSelector(css)) expect(() => document.querySelector(css)).not.toThrow();
      }),
    );
  });

  it('answers in no time, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (css) => {
        expect(lowestMedian(() => isProfileSelector(css), 50, 1)).toBeLessThan(50);
      }),
    );
  });
});
