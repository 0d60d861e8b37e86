/**
 * What reading a large file of templates costs: from the text of a CSV file to templates that are checked, fourteen
 * languages each. Saving them is not in it.
 */
import { catalogAssets } from '../lib/catalog-assets.mjs';
import { cutLines } from '../../components/templates/cut-lines';
import { createTemplateReader } from '../../utils/domain/replies/desk/files/read-csv';
import { langsOf, templatesToCsv } from '../../utils/domain/replies/desk/files/write-csv';
import { knownVariables } from '../../utils/domain/replies/desk/variables';
import { joinTemplates, parseTemplates, type ReplyTemplate } from '../../utils/domain/replies/template';
import { SHIPPED_LANGS } from '../../utils/domain/text/detect';
import type { DomainFigure } from './measure-domain';
import { spreadOf } from './stats';

const TEMPLATES = 5_000;
const ROUNDS = 5;
/** Of the five seconds the whole import may take; the rest is for the database. Units: ms. */
const BUDGET_MS = 2_500;

const assets = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string }[]).map((file) => [file.relativeDest, file.contents]),
);
const read = (path: string): unknown => JSON.parse(assets.get(`catalog/${path}.json`) ?? 'null');

const readShipped = (): readonly ReplyTemplate[] => {
  const texts = Object.fromEntries(SHIPPED_LANGS.map((lang) => [lang, read(`templates/${lang}`)]));
  return parseTemplates(joinTemplates(read('templates'), texts)).templates;
};

/** As many templates as asked for; with `mark` no two of their texts are the same. */
const makeMany = (shipped: readonly ReplyTemplate[], mark: (index: number) => string): readonly ReplyTemplate[] =>
  Array.from({ length: TEMPLATES }, (_, index) => {
    const template = shipped[index % shipped.length]!;
    const languages = Object.entries(template.languages).map(([lang, { status, texts }]) => {
      const marked = Object.entries(texts).map(([block, text]) => [block, `${text}${mark(index)}`] as const);
      return [lang, { status, texts: Object.fromEntries(marked) }] as const;
    });
    return { ...template, id: `${template.id}-${index}`, languages: Object.fromEntries(languages) };
  });

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** One row a template, its cells whole texts, as a person keeps them in a spreadsheet. */
const wholeTexts = (templates: readonly ReplyTemplate[], langs: readonly string[]): string =>
  [
    ['id', 'title', 'title_zh', 'intent', ...langs],
    ...templates.map(({ id, title, intent, blocks, languages }) => [
      id,
      title.en,
      title['zh-CN'],
      intent,
      ...langs.map((lang) =>
        blocks
          .filter(({ tone }) => tone !== 'full')
          .map((block) => `${block.before}${languages[lang]?.texts[block.id] ?? ''}`)
          .join(''),
      ),
    ]),
  ]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n');

/** The text of a file of 5,000 templates in fourteen languages, no two of their texts the same. */
export function largeTemplateFile(): string {
  const shipped = readShipped();
  return wholeTexts(
    makeMany(shipped, (index) => ` ${index}`),
    langsOf(shipped),
  );
}

/** Measures the import of 5,000 templates in fourteen languages. */
export function measureImport(): readonly DomainFigure[] {
  const shipped = readShipped();
  const langs = langsOf(shipped);
  const options = { known: knownVariables(shipped), intents: shipped.map(({ intent }) => intent) };

  const readFile = (text: string): void => {
    const reader = createTemplateReader(options);
    // The page evens the breaks stretch by stretch, with turns between that are no work.
    const even = text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
    for (const { lines } of cutLines(even)) reader.take(lines);
    const result = reader.result();
    const count = result.ok ? result.value.templates.length : 0;
    if (count !== TEMPLATES) throw new Error(`${count} of ${TEMPLATES} templates were read`);
  };
  const figure = (what: string, text: string): DomainFigure => {
    const times = Array.from({ length: ROUNDS }, () => {
      const from = performance.now();
      readFile(text);
      return performance.now() - from;
    });
    return {
      what: `${what}, ${(Buffer.byteLength(text) / 1_000_000).toFixed(0)} MB`,
      budget: BUDGET_MS,
      spread: spreadOf(times),
    };
  };

  const same = makeMany(shipped, () => '');
  const different = makeMany(shipped, (index) => ` ${index}`);
  return [
    figure('5,000 templates x 14, a sentence a row', templatesToCsv(same, langs)),
    figure('5,000 rows x 14, whole texts', wholeTexts(same, langs)),
    figure('5,000 rows x 14, no two texts the same', wholeTexts(different, langs)),
  ];
}
