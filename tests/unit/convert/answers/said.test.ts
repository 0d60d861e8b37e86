import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { convertQuery } from '@/utils/domain/convert/find-conversions';
import { cases, NOW, type Case, type CaseName } from './said/cases';

// Whole answers, read and judged in each language; several readings of a question stand on lines of their own.
const files = import.meta.glob<Readonly<Record<CaseName, string>>>('./said/*.json', { eager: true, import: 'default' });
const languages = Object.entries(files).map(([path, said]) => [path.replace(/^.*\/|\.json$/g, ''), said] as const);
const names = Object.keys(cases) as readonly CaseName[];

const answersIn = (lang: string, { query, known = {} }: Case): string =>
  convertQuery(query, { lang: 'en', replyLang: lang, now: NOW, ...known }, conversionTables)
    .map(({ insertText }) => insertText)
    .join('\n');

test('answers are written out in all fourteen reply languages', () => {
  expect(languages).toHaveLength(14);
});

describe.each(languages)('%s', (lang, said) => {
  test('has an answer to every question', () => {
    expect(Object.keys(said)).toEqual(names);
  });

  test.each(names)('%s', (name) => {
    expect(answersIn(lang, cases[name])).toBe(said[name]);
  });
});

test('Arabic keeps every code and figure in one piece, left to right', () => {
  for (const text of Object.values(files['./said/ar.json'] ?? {})) {
    const outside = text.replace(/\u2068[^\u2068\u2069]*\u2069/gu, '');
    expect.soft(outside).not.toMatch(/[A-Za-z\d]/u);
    expect.soft([...text.matchAll(/\u2068/gu)].length).toBe([...text.matchAll(/\u2069/gu)].length);
  }
});
