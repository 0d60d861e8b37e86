import type { Lang } from '../../../ids';
import { defuse } from '../../../products/csv';
import type { ReplyTemplate, TemplateBlock } from '../../template';
import { writeGap, writeList, writeReviews, writeVariables } from './cells';
import { headingFor, templateColumns, type TemplateColumn } from './columns';

type Cells = Readonly<Partial<Record<TemplateColumn, string>>>;

const flag = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no');

const text = (title: unknown): string => (typeof title === 'string' ? title : '');

const cellsOfTemplate = (template: ReplyTemplate): Cells => {
  const { id, title, intent, kind, tags, scope, place, variables, languages } = template;
  return {
    id,
    title: text(title.en),
    title_zh: text(title['zh-CN']),
    intent,
    kind,
    tags: writeList(tags),
    marketplaces: writeList(scope.marketplaces),
    order_states: writeList(scope.orderStates),
    fulfilment: scope.fulfilment ?? '',
    contact_reasons: writeList(scope.contactReasons),
    repeated: flag(scope.repeated),
    overdue: flag(scope.overdue),
    no_order: scope.noOrder ? 'yes' : '',
    shops: writeList(scope.shops),
    place: place === undefined ? '' : String(place),
    variables: writeVariables(variables),
    reviewed: writeReviews(languages),
  };
};

const cellsOfBlock = ({ id, role, before, needs, optional, when, tone }: TemplateBlock): Cells => ({
  sentence: id,
  role,
  before: writeGap(before),
  needs: writeList(needs),
  optional: flag(optional),
  when: when ?? '',
  tone: tone ?? '',
});

// `number` columns of ours would be taken for formulas with a minus; everything else a person may have written.
const row = (cells: Cells, texts: readonly string[]): readonly string[] => [
  ...templateColumns.map((column) => defuse(cells[column] ?? '')),
  ...texts.map(defuse),
];

/**
 * The rows of a file of templates, headings first, one row a sentence; reading them back gives the same templates. What is
 * said of the whole template stands in its first row, its id in all. Cells are safe to open in a spreadsheet.
 */
export const templateCells = (
  templates: readonly ReplyTemplate[],
  langs: readonly Lang[],
): readonly (readonly string[])[] => [
  [...templateColumns, ...langs.map(headingFor)],
  ...templates.flatMap((template) =>
    template.blocks.map((block, index) =>
      row(
        { ...(index === 0 ? cellsOfTemplate(template) : { id: template.id }), ...cellsOfBlock(block) },
        langs.map((lang) => template.languages[lang]?.texts[block.id] ?? ''),
      ),
    ),
  ),
];

const NEEDS_QUOTES = /[",;\t\r\n|]|^\s|\s$/;
const cell = (value: string): string => (NEEDS_QUOTES.test(value) ? `"${value.replace(/"/g, '""')}"` : value);

/** The text of a CSV file of templates; the mark at its start tells Excel that it is UTF-8. */
export const templatesToCsv = (templates: readonly ReplyTemplate[], langs: readonly Lang[]): string =>
  `\ufeff${templateCells(templates, langs)
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')}`;

/** Every language some of the templates have, English first, the others by their code. */
export const langsOf = (templates: readonly ReplyTemplate[]): readonly Lang[] =>
  [...new Set(templates.flatMap(({ languages }) => Object.keys(languages)))].sort(
    (a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1),
  );
