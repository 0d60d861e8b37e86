// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageOf, testEntry } from '@/utils/domain/compliance/desk/bench';
import { readLibraryCells, readLibraryJson, readLibraryText } from '@/utils/domain/compliance/desk/library';
import { compile } from '@/utils/domain/compliance/engine';
import { packFor } from '@/utils/domain/compliance/pack-for';
import { parseRules } from '@/utils/domain/compliance/parse-rules';
import { ruleFiles } from '@/utils/catalog/rules/rule-files';
import { brandAs } from '@/utils/domain/ids';
import { templateFolders } from '../replies/catalogue';

const textsOf = (read: ReturnType<typeof readLibraryText>) =>
  read.ok ? read.value.map(({ text }) => text) : read.error;

describe('a library as text', () => {
  test('is split at blank lines, and at rulers where there are any', () => {
    expect(textsOf(readLibraryText('One.\r\nStill one.\r\n\r\n\r\nTwo.'))).toEqual(['One.\nStill one.', 'Two.']);
    expect(textsOf(readLibraryText('One.\n\nStill one.\n---\nTwo.\n ===== \n'))).toEqual([
      'One.\n\nStill one.',
      'Two.',
    ]);
    expect(textsOf(readLibraryText(' \n\n '))).toEqual({ kind: 'empty' });
  });

  test('of more than ten thousand texts is refused', () =>
    expect(textsOf(readLibraryText('a\n\n'.repeat(10_001)))).toEqual({ kind: 'too-many', limit: 10_000 }));
});

describe('a library as cells', () => {
  test('has its texts, names and languages where the headings say', () => {
    const read = readLibraryCells([
      ['ID', 'Language', 'Message', 'Comment'],
      ['a-1', 'de_DE', 'Hallo', 'x'.repeat(90)],
      ['', '', ''],
    ]);
    expect(read).toEqual({ ok: true, value: [{ name: 'a-1', lang: 'de-DE', text: 'Hallo' }] });
  });

  test('without headings is the column with most in it', () => {
    expect(
      textsOf(
        readLibraryCells([
          ['1', 'Hello there'],
          ['2', 'And here'],
        ]),
      ),
    ).toEqual(['Hello there', 'And here']);
    expect(textsOf(readLibraryCells([]))).toEqual({ kind: 'empty' });
    expect(textsOf(readLibraryCells([['just one']]))).toEqual(['just one']);
  });
});

describe('a library as JSON', () => {
  const names = (source: unknown) => {
    const read = readLibraryJson(JSON.stringify(source));
    return read.ok ? read.value.map(({ name, lang, text }) => [name, lang, text]) : read.error;
  };
  test('is a list of texts or of objects, a map, or something around them', () => {
    expect(names(['A', ' ', 'B'])).toEqual([
      ['', '', 'A'],
      ['', '', 'B'],
    ]);
    expect(names([{ title: 'T', body: 'A', lang: 'fr' }])).toEqual([['T', 'fr', 'A']]);
    expect(names({ templates: [{ id: 'x', texts: { de: 'Hallo', en: 'Hello' } }] })).toEqual([
      ['texts de', 'de', 'Hallo'],
      ['texts en', 'en', 'Hello'],
    ]);
    expect(names({ greeting: 'Hello' })).toEqual([['greeting', '', 'Hello']]);
    expect(names([])).toEqual({ kind: 'empty' });
    expect(readLibraryJson('{')).toEqual({ ok: false, error: { kind: 'not-json' } });
  });

  test('takes the templates Parley ships: every language with its blocks in order', () => {
    const read = readLibraryJson(
      JSON.stringify(templateFolders().find(({ folder }) => folder === 'address-check')?.json),
    );
    const english = read.ok ? read.value.find(({ lang }) => lang === 'en') : undefined;
    expect(english?.name).toBe('address-check');
    expect(english?.text).toMatch(/\n\n/);
    expect(read.ok && read.value.length).toBeGreaterThan(3);
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 9 })), (text) => void readLibraryJson(text)));
    fc.assert(fc.property(fc.array(fc.array(fc.string())), (cells) => void readLibraryCells(cells)));
    fc.assert(fc.property(fc.string(), (text) => void readLibraryText(text)));
  });
});

describe('testing a text', () => {
  const compiled = compile(packFor(parseRules(ruleFiles).rules, {}, null, 'pl'));
  const on = { compiled, lang: 'pl', now: brandAs<'Instant'>('2026-11-22T00:00:00.000Z') };
  const choice = { marketplace: 'any', direction: 'reply', lang: null, allowsPlaceholders: true } as const;

  test('says what stands where, and leaves open places of templates alone when told to', () => {
    const text = 'Dear {{ name }}, ann@example.org';
    const found = testEntry({ entry: 3, text }, choice, on);
    expect(found.map(({ rule, entry, words }) => [rule, entry, words])).toContainEqual([
      'contact-email',
      3,
      'ann@example.org',
    ]);
    expect(found.some(({ rule }) => rule === 'fmt-placeholder')).toBe(false);
    const strict = testEntry({ entry: 3, text }, { ...choice, allowsPlaceholders: false }, on);
    expect(strict.some(({ rule }) => rule === 'fmt-placeholder')).toBe(true);
  });

  test('happens in the language that was chosen, that the file says, or that it reads as', () => {
    const german = { name: '', lang: '', text: 'Vielen Dank für Ihre Bestellung, das Paket ist unterwegs.' };
    expect(languageOf(german, { lang: 'fr' })).toBe('fr');
    expect(languageOf({ ...german, lang: 'pt-BR' }, choice)).toBe('pt');
    expect(languageOf(german, choice)).toBe('de');
  });
});
