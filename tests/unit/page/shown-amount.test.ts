import { describe, expect, test } from 'vitest';
import { shownAmount } from '@/utils/page/shown-amount';
import { shownDays, withoutDays } from '@/utils/page/shown-date';

const LANGUAGES = [
  'en-US', 'en-GB', 'de', 'fr', 'it', 'es', 'pt-BR', 'ja', 'zh-CN', 'ko', 'ar', 'ar-EG-u-nu-arab', 'tr', 'pl', 'nl', 'sv',
]; // prettier-ignore

describe('sums of money as pages show them', () => {
  test.each([
    ['$1,234.50', undefined, 1234.5, 'USD'],
    ['$12.00', 'CAD', 12, 'CAD'],
    ['1.234,50 €', undefined, 1234.5, 'EUR'],
    ['1 234,50 €', undefined, 1234.5, 'EUR'],
    ['€ 42,90', undefined, 42.9, 'EUR'],
    ['R$ 99,90', undefined, 99.9, 'BRL'],
    ['MX$1,200', undefined, 1200, 'MXN'],
    ['￥3,980', 'JPY', 3980, 'JPY'],
    ['3,980円', undefined, 3980, 'JPY'],
    ['CN¥128.00', undefined, 128, 'CNY'],
    ['159,00 zł', undefined, 159, 'PLN'],
    ['1 299,00 kr', 'SEK', 1299, 'SEK'],
    ['١٥٩٫٠٠ ر.س.', undefined, 159, 'SAR'],
    ['SAR 159.00', undefined, 159, 'SAR'],
    ['₺1.299,90', undefined, 1299.9, 'TRY'],
    ['Refund: USD 20', undefined, 20, 'USD'],
  ])('%s', (text, own, value, currency) => expect(shownAmount(text, own)).toEqual({ value, currency }));

  test.each(['', '42', 'free', '12 pieces', '$'])('"%s" is no sum', (text) =>
    expect(shownAmount(text)).toBeUndefined(),
  );

  test.each(LANGUAGES.flatMap((lang) => ['EUR', 'JPY', 'USD', 'SAR'].map((currency) => [lang, currency] as const)))(
    'reads what %s writes in %s',
    (lang, currency) => {
      const value = currency === 'JPY' ? 12_980 : 12_980.5;
      const text = new Intl.NumberFormat(lang, { style: 'currency', currency }).format(value);
      expect(shownAmount(text, currency)).toEqual({ value, currency });
    },
  );
});

describe('dates in every page language', () => {
  const at = new Date('2026-11-20T12:00:00Z');
  const styles: readonly Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'full' },
    { dateStyle: 'long' },
    { dateStyle: 'medium' },
    { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' },
    { year: 'numeric', month: '2-digit', day: '2-digit' },
    { dateStyle: 'medium', timeStyle: 'short' },
  ];
  const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 3 + month * 2, 12)));

  test.each(LANGUAGES.flatMap((lang) => styles.map((style) => [lang, style] as const)))('%s %o', (lang, style) => {
    const format = new Intl.DateTimeFormat(`${lang}${lang.includes('-u-') ? '-ca-gregory' : '-u-ca-gregory'}`, {
      ...style,
      timeZone: 'UTC',
    });
    for (const day of [at, ...days]) {
      expect(shownDays(format.format(day), lang), format.format(day)).toEqual([day.toISOString().slice(0, 10)]);
    }
  });

  test('takes a day out of a sentence and leaves the name as it is', () => {
    expect(withoutDays('Review by Ana María on Nov 20, 2026', 'en')).toBe('Review by Ana María on');
    expect(withoutDays('2026年11月20日(金)に髙橋さんがレビュー', 'ja')).toContain('髙橋さんがレビュー');
  });
});
