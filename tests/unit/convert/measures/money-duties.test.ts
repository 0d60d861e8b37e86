import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureTables } from '@/utils/catalog/measures/measure-tables';
import { dutyHint, endedReliefs } from '@/utils/domain/convert/measures/duties';
import { convertMoney, currencyOf, formatMoney } from '@/utils/domain/convert/measures/money';

const plain = (text: string): string => text.replace(/[\u00a0\u202f\u200f]/g, ' ').trim();

describe('money', () => {
  test.each<[number, string, string, string]>([
    [12.5, 'EUR', 'de', '12,50 €'],
    [12.5, 'EUR', 'en', '€12.50'],
    [30, 'USD', 'en', '$30.00'],
    [2000, 'JPY', 'ja', '￥2,000'],
    [2000, 'JPY', 'en', '¥2,000'],
    [1234.5, 'EUR', 'fr', '1 234,50 €'],
    [1234.5, 'KWD', 'en', 'KWD 1,234.500'],
    [30, 'EURO', 'en', '30 EURO'],
    [30, 'EUR', 'not a language', '30 EUR'],
  ])('%d %s in %s', (value, currency, lang, expected) => {
    expect(plain(formatMoney(value, currency, lang))).toBe(expected);
  });

  test.each<[number, number, string, number | null]>([
    [30, 7.1, 'CNY', 213],
    [12.5, 1.085, 'USD', 13.56],
    [1.005, 1, 'USD', 1.01],
    [100, 0.0065, 'JPY', 1],
    [30, 0, 'CNY', null],
    [30, -1, 'CNY', null],
    [-30, 7.1, 'CNY', null],
    [Number.NaN, 7.1, 'CNY', null],
    [30, Number.POSITIVE_INFINITY, 'CNY', null],
    [1e308, 10, 'CNY', null],
  ])('%d times %d in %s', (value, rate, currency, expected) => {
    expect(convertMoney(value, rate, currency)).toBe(expected);
  });

  test('currencies of countries', () => {
    const of = (country: string) => currencyOf(country, measureTables.currencies);
    expect(['DE', 'GB', 'US', 'JP', 'CN', 'SA', 'BR', 'XX'].map(of)).toEqual([
      'EUR',
      'GBP',
      'USD',
      'JPY',
      'CNY',
      'SAR',
      'BRL',
      null,
    ]);
  });

  test('never NaN, and a larger amount is never worth less', () => {
    const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (a, b, rate) => {
        const [low, high] = [convertMoney(Math.min(a, b), rate, 'EUR')!, convertMoney(Math.max(a, b), rate, 'EUR')!];
        return Number.isFinite(low) && Number.isFinite(high) && low <= high;
      }),
      { numRuns: 10_000 },
    );
  });

  test('any strings are written without an exception', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.double(),
        (currency, lang, value) => typeof formatMoney(value, currency, lang) === 'string',
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('duty facts', () => {
  const today = '2026-11-21';
  const hint = (country: string, day = today) => dutyHint(country, day, measureTables.duties);
  const keys = (country: string, day = today) =>
    hint(country, day)
      ?.facts.filter(({ inForce }) => inForce)
      .map(({ key }) => key);

  test('a member of the EU has the facts of the EU and its own', () => {
    expect(keys('DE')).toEqual(['convert.duty.euFlat', 'convert.duty.euVat', 'convert.duty.euHandling']);
    expect(keys('FR')).toContain('convert.duty.frFee');
    expect(keys('RO')).toContain('convert.duty.roFee');
    expect(keys('GB')).toEqual(['convert.duty.relief', 'convert.duty.vatAtSale']);
  });

  test('reliefs that have ended are named, from the day they ended', () => {
    expect(endedReliefs(hint('US')!)).toEqual(['USD 800']);
    expect(endedReliefs(hint('ES')!)).toEqual(['EUR 150']);
    expect(endedReliefs(hint('ES', '2026-06-30')!)).toEqual([]);
    expect(endedReliefs(hint('GB')!)).toEqual([]);
  });

  test('a fact is in force only between its days', () => {
    expect(keys('US')).toEqual(['convert.duty.usNone']);
    expect(keys('US', '2026-05-01')).toContain('convert.duty.usSurcharge');
    expect(keys('JP')).toEqual(['convert.duty.relief']);
    expect(keys('JP', '2028-04-01')).toEqual([]);
  });

  test('plans are marked as plans', () => {
    expect(hint('DE')!.facts.find(({ key }) => key.endsWith('euHandling'))?.status).toBe('plan');
  });

  test('nothing is said about countries without a source', () => {
    for (const country of ['ZZ', 'IN', '', 'toString']) expect(hint(country)).toBeNull();
  });
});
