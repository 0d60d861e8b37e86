import { readFileSync } from 'node:fs';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ConversionCard } from '@/components/convert/conversion-card';
import { queryLang } from '@/components/convert/query-lang';
import { TranslateProvider } from '@/components/ui/translate';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { convertQuery } from '@/utils/domain/convert/find-conversions';
import { convertWords } from './convert-words';

const t = { en: await convertWords('en'), 'zh-CN': await convertWords('zh-CN') };

const aConversion = (more: Partial<Conversion> = {}): Conversion => ({
  kind: 'size',
  start: 0,
  end: 5,
  heard: 'EU 38',
  lines: [{ label: 'UK', value: '5', range: '4.5–5.5' }],
  basis: { kind: 'table', sourceId: 'shoe-charts' },
  warnings: [],
  ambiguous: false,
  insertText: 'EU 38 = UK 5',
  ...more,
});

afterEach(cleanup);

describe('conversion card', () => {
  const show = (conversion: Conversion, onInsert?: (text: string) => void) =>
    render(
      <TranslateProvider value={t.en}>
        <ConversionCard conversion={conversion} replyLang="fr" onCopy={vi.fn()} {...(onInsert ? { onInsert } : {})} />
      </TranslateProvider>,
    );

  test('has no insert button where there is no message', () => {
    show(aConversion());
    expect(screen.queryByRole('button', { name: 'Insert into the message' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeTruthy();
  });

  test('marks the words to insert with their language', () => {
    show(aConversion());
    expect(screen.getByText('EU 38 = UK 5').getAttribute('lang')).toBe('fr');
  });

  test('lists every warning in words', () => {
    show(aConversion({ warnings: ['convert.warning.ambiguous', 'convert.warning.fewSources'] }));
    expect(screen.getByRole('list', { name: 'Please note' }).children).toHaveLength(2);
  });

  test('does not repeat a range that equals the value', () => {
    show(aConversion({ lines: [{ label: 'UK', value: '5', range: '5' }] }));
    expect(screen.queryByText('(5)')).toBeNull();
  });
});

describe('words of the converter', () => {
  const queries = ['UK 5.5 women', 'US 8', 'CN 42', '23.5 cm', 'размер 42', 'EU 24 kids', 'MX 26', 'BR 37', 'EU 16 unisex', '240mm', 'AU 8', '220V to Japan', '220V 2000W type C plug to the US', '120V/240V US plug to China', 'Brazil', 'Svalbard and Jan Mayen', 'UAE', '120V to Japan', 'Denmark type F plug 230V', 'type B plug 110V Japan', 'EU plug 230V 3000W Argentina', 'clock 60Hz 120V to Germany']; // prettier-ignore
  const keys = queries.flatMap((query) =>
    convertQuery(query, { lang: 'en', replyLang: 'en' }, conversionTables).flatMap(
      ({ lines, warnings, basis, audience }) => [
        ...lines.map(({ label }) => label).filter((label) => label.startsWith('convert.')),
        ...warnings,
        `convert.source.${basis.sourceId}`,
        ...(audience ? [`convert.audience.${audience}`] : []),
      ],
    ),
  );

  test.each(['en', 'zh-CN'] as const)('%s has words for whatever the converter answers', (lang) => {
    expect(keys.length).toBeGreaterThan(60);
    for (const key of new Set(keys)) expect.soft(t[lang](key), key).not.toBe(key);
  });

  test('both languages have the same keys and placeholders', () => {
    const flat = (tree: object, path = ''): string[] =>
      Object.entries(tree).flatMap(([name, value]) =>
        typeof value === 'string'
          ? [`${path}${name} ${[...new Set(value.match(/\{\{\w+\}\}/g))].sort().join()}`]
          : flat(value as object, `${path}${name}.`),
      );
    const [en, zh] = ['en', 'zh-CN'].map((lang) =>
      flat(JSON.parse(readFileSync(`public/locales/${lang}/convert.json`, 'utf8')) as object),
    );
    expect(zh).toEqual(en);
  });

  test('a key without words is returned as it is', () => {
    expect(t.en('convert.nothing.here')).toBe('convert.nothing.here');
    expect(t.en('other.key')).toBe('other.key');
  });
});

describe('language of a query', () => {
  test.each([
    ['サイズ24.5', 'ja'],
    ['37码', 'zh'],
    ['신발 245', 'ko'],
    ['размер 42', 'ru'],
    ['مقاس ٤٢', 'ar'],
    ['taille 38', 'en'],
  ])('%s is %s', (text, lang) => {
    expect(queryLang(text, 'en')).toBe(lang);
  });
});
