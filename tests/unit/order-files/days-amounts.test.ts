import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalSign, readAmount, readCurrency } from '@/utils/domain/order-files/read-amounts';
import { readCountry } from '@/utils/domain/order-files/read-countries';
import { dayEvidence, readDay } from '@/utils/domain/order-files/read-days';

const someDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partsOf = (day: string) => day.split('-') as [string, string, string];

describe('a day', () => {
  test.each([
    ['2026-11-20'],
    ['2026-11-20T08:00:00+00:00'],
    ['2026-11-20 08:00'],
    ['2026/11/20'],
    ['20.11.2026'],
    ['20.11.26'],
    ['20-11-2026'],
    ['20/11/2026 08:15'],
    ['20261120'],
    ['46346'],
    ['46346.333'],
    ['20-Nov-2026'],
    ['20 Nov 2026'],
    ['Nov 20, 2026 8:00:00 AM PST'],
    ['Friday, November 20, 2026'],
    ['20. November 2026'],
    ['20 nov. 2026'],
    ['20 de noviembre de 2026'],
    ['20 novembre 2026'],
    ['20 ноября 2026 г.'],
    ['20 listopada 2026'],
    ['2026年11月20日'],
    ['2026年11月20日 16:05'],
    ['２０２６年１１月２０日'],
    ['令和8年11月20日'],
    ['2026년 11월 20일'],
    ['2026. 11. 20.'],
  ])('is read from %s', (text) => expect(readDay(text, 'day-first')).toBe('2026-11-20'));

  test.each(['', 'soon', '31.02.2026', '2026-13-01', '20.11.1026', '11/20/2026', '1', '123456'])(
    'is not read from «%s»',
    (text) => expect(readDay(text, 'day-first')).toBeNull(),
  );

  test('comes back whatever way it is written, when the order is known', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom('/', '.', '-'), (day, sign) => {
        const [year, month, date] = partsOf(day);
        expect(readDay([date, month, year].join(sign), 'day-first')).toBe(day);
        expect(readDay([Number(month), Number(date), year].join(sign), 'month-first')).toBe(day);
        expect(readDay(`${day}T23:59:59.999Z`, 'day-first')).toBe(day);
      }),
      { seed: 7 },
    );
  });

  test('is a count of days in a spreadsheet', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const serial = Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000);
        expect(readDay(String(serial), 'month-first')).toBe(day);
      }),
      { seed: 7 },
    );
  });

  test.each([
    [['01/02/2026', '13/02/2026'], 'day-first'],
    [['01/02/2026', '02/13/2026'], 'month-first'],
    [['01/02/2026', '02/03/2026'], 'open'],
    [['13/02/2026', '02/13/2026'], 'contradictory'],
    [['05/05/2026', ''], 'none'],
    [['2026-01-02', 'nothing'], 'none'],
    [['01.02.2026'], 'day-first'],
  ])('of %j is %s', (values, says) => expect(dayEvidence(values)).toBe(says));

  test('of a whole column is never read in the wrong order once one value is beyond twelve', () => {
    fc.assert(
      fc.property(fc.array(someDay, { minLength: 1, maxLength: 20 }), fc.boolean(), (days, isDayFirst) => {
        const texts = days.map((day) => {
          const [year, month, date] = partsOf(day);
          return isDayFirst ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
        });
        const says = dayEvidence(texts);
        const isTold = days.some((day) => Number(partsOf(day)[2]) > 12);
        expect(says === 'day-first' || says === 'month-first').toBe(isTold);
        if (says === 'day-first' || says === 'month-first')
          expect(texts.map((text) => readDay(text, says))).toEqual(days);
      }),
      { seed: 7 },
    );
  });
});

describe('an amount', () => {
  test.each([
    ['1.234,56', ',', 1234.56],
    ['1,234.56', '.', 1234.56],
    ['12,5', ',', 12.5],
    ['1 234,50 €', ',', 1234.5],
    ["1'234.50", '.', 1234.5],
    ['1,23,456.00', '.', 123456],
    ['US $120.95', '.', 120.95],
    ['€ 12,–', '.', 12],
    ['１，９８０円', '.', 1980],
    ['1.234', '.', 1.234],
    ['1.234', ',', 1234],
    ['-5', '.', null],
    ['1,2,3', '.', null],
    ['free', '.', null],
    ['1e5', '.', null],
  ] as const)('%s with %s before the cents is %s', (text, sign, amount) => expect(readAmount(text, sign)).toBe(amount));

  test.each([
    [['1.234,56', '1.000'], undefined, ','],
    [['1,234.56', '1,000'], undefined, '.'],
    [['1.000'], 'EUR', ','],
    [['1,000'], 'USD', '.'],
    [['1.000'], 'KWD', '.'],
    [['0.125'], undefined, '.'],
    [['12,50', '1.000'], undefined, ','],
    [['5', ''], undefined, '.'],
  ] as const)('column %j in %s has %s before the cents', (values, currency, sign) =>
    expect(decimalSign(values, currency)).toBe(sign),
  );

  test('comes back as any country writes it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000_00 }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'pl-PL', 'ru-RU', 'sv-SE'),
        (cents, locale) => {
          const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
          const texts = cents.map((cent) => format.format(cent / 100));
          const sign = decimalSign(texts, 'EUR');
          expect(texts.map((text) => readAmount(text, sign))).toEqual(cents.map((cent) => cent / 100));
          expect(texts.map(readCurrency)).toEqual(texts.map(() => 'EUR'));
        },
      ),
      { seed: 7 },
    );
  });

  test.each([
    ['EUR', 'EUR'],
    ['usd', 'USD'],
    ['US $12', 'USD'],
    ['12 zł', 'PLN'],
    ['12 руб.', 'RUB'],
    ['$12', undefined],
    ['¥12', undefined],
    ['12', undefined],
    ['XQZ 12', undefined],
  ])('%s names the currency %s', (text, currency) => expect(readCurrency(text)).toBe(currency));
});

describe('a country', () => {
  test.each([
    ['DE', 'DE'],
    ['gb', 'GB'],
    ['UK', 'GB'],
    ['Germany', 'DE'],
    ['德国', 'DE'],
    ['Deutschland', 'DE'],
    ['Vereinigtes Königreich', 'GB'],
    ['United States', 'US'],
    ['Russian Federation', 'RU'],
    ['Российская Федерация', 'RU'],
    ['Türkiye', 'TR'],
    ['日本', 'JP'],
    ['Cote d’Ivoire', 'CI'],
    ['中国香港', 'HK'],
    ['Atlantis', undefined],
    ['XX', undefined],
    ['', undefined],
  ])('%s is %s', (text, code) => expect(readCountry(text)).toBe(code));
});
