/** What the headings of a file of templates mean. */
import { err, ok, type Result } from '../../../result';
import type { Lang } from '../../../ids';
import { SHIPPED_LANGS } from '../../../text/detect';
import type { TemplateFileProblem } from './template-rows';

/** Every column but the languages, in the order it is written; those after `sentence` say something of one sentence. */
export const templateColumns = [
  'id',
  'title',
  'title_zh',
  'intent',
  'kind',
  'tags',
  'marketplaces',
  'order_states',
  'fulfilment',
  'contact_reasons',
  'repeated',
  'overdue',
  'no_order',
  'shops',
  'place',
  'variables',
  'reviewed',
  'sentence',
  'role',
  'before',
  'needs',
  'optional',
  'when',
  'tone',
] as const;

/** A column that is no language. */
export type TemplateColumn = (typeof templateColumns)[number];

/** What one column holds. */
export type Heading = { readonly column: TemplateColumn } | { readonly lang: Lang };

/** Other names of the columns, compared without case, spaces and signs. */
const OTHER_NAMES: Readonly<Partial<Record<TemplateColumn, string>>> = {
  id: 'template|template id|key|编号|模板编号|模板id',
  title: 'name|title en|english title|标题|名称|英文标题|模板标题',
  title_zh: 'title zh cn|chinese title|中文标题',
  intent: 'situation|topic|意图|场景|情形|问题类型',
  kind: 'type|类型|种类',
  tags: 'tag|labels|标签',
  marketplaces: 'marketplace|platform|platforms|平台|站点平台',
  order_states: 'order state|order status|订单状态',
  fulfilment: 'fulfillment|shipping by|发货方式|配送方式',
  contact_reasons: 'contact reason|联系原因|咨询原因',
  repeated: 'repeated contact|重复联系|再次联系',
  overdue: 'late|超时|逾期',
  no_order: 'without order|无订单',
  shops: 'shop|store|stores|店铺',
  place: 'rank|排序|顺序',
  variables: 'variable|placeholders|变量|占位符',
  reviewed: 'reviews|read by|审阅|已审阅',
  sentence: 'sentence id|block|句子|句子编号',
  role: '作用|句子作用',
  before: 'gap|前间隔|间隔',
  needs: 'requires|所需变量|依赖变量',
  optional: '可选|可省略',
  when: 'condition|条件',
  tone: '语气',
};

/** What languages are called besides their names by Intl. */
const OTHER_LANGUAGE_NAMES: Readonly<Record<Lang, string>> = {
  ar: '阿拉伯文',
  de: '德文',
  en: '英文',
  es: 'castellano|西班牙文|西语',
  fr: '法文',
  it: '意大利文',
  ja: '日文',
  ko: '韩文',
  nl: '荷兰文',
  pl: '波兰文',
  pt: 'português do brasil|brazilian portuguese|葡萄牙文|葡语',
  ru: '俄文',
  tr: '土耳其文',
  zh: '简体中文|汉语|simplified chinese|chinese simplified',
};

const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const namesOf = (lang: Lang): readonly string[] => [
  lang,
  ...['en', 'zh-CN', lang].flatMap(
    (other) => new Intl.DisplayNames([other], { type: 'language', fallback: 'none' }).of(lang) ?? [],
  ),
  ...(OTHER_LANGUAGE_NAMES[lang]?.split('|') ?? []),
];

const makeHeadings = (): ReadonlyMap<string, Heading> =>
  new Map<string, Heading>([
    ...SHIPPED_LANGS.flatMap((lang) => namesOf(lang).map((name) => [plainName(name), { lang }] as const)),
    // After the languages: a column of ours keeps its name.
    ...templateColumns.flatMap((column) =>
      [column, ...(OTHER_NAMES[column]?.split('|') ?? [])].map((name) => [plainName(name), { column }] as const),
    ),
  ]);

let headings: ReadonlyMap<string, Heading> | undefined;

const SPELLED = /^lang:([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})$/;
const REGIONAL = /^([a-z]{2})[-_][a-z]{2,4}$/i;

/** What a heading means: a column, or a language by its code or its English, Chinese or own name. */
export function headingOf(heading: string): Heading | undefined {
  headings ??= makeHeadings();
  const name = heading.trim();
  const [, spelled] = SPELLED.exec(name) ?? [];
  if (spelled !== undefined) return { lang: spelled };
  const [, base] = REGIONAL.exec(name) ?? [];
  return headings.get(plainName(name)) ?? (base === undefined ? undefined : languageHeading(base.toLowerCase()));
}

const languageHeading = (lang: Lang): Heading | undefined =>
  (SHIPPED_LANGS as readonly string[]).includes(lang) ? { lang } : undefined;

/** The heading a language is written under. */
export const headingFor = (lang: Lang): string => (languageHeading(lang) ? lang : `lang:${lang}`);

/** How many of the headings mean something; tells the separator of a file. */
export const countTemplateColumns = (cells: readonly string[]): number =>
  cells.filter((cell) => headingOf(cell) !== undefined).length;

/** Where the columns of a file stand. */
export interface Headings {
  readonly at: Readonly<Partial<Record<TemplateColumn, number>>>;
  readonly langs: readonly { readonly lang: Lang; readonly at: number }[];
  readonly ignored: readonly string[];
  readonly count: number;
}

/** Understands the first line of a file. */
export function readHeadings(cells: readonly string[]): Result<Headings, TemplateFileProblem> {
  const at: Partial<Record<TemplateColumn, number>> = {};
  const langs: { readonly lang: Lang; readonly at: number }[] = [];
  const ignored: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const heading = headingOf(cell);
    if (heading === undefined) {
      if (cell.trim() !== '') ignored.push(cell.trim());
    } else if ('column' in heading) {
      if (at[heading.column] !== undefined) return err({ kind: 'repeated-column', column: heading.column });
      at[heading.column] = index;
    } else {
      if (langs.some(({ lang }) => lang === heading.lang))
        return err({ kind: 'repeated-column', column: heading.lang });
      langs.push({ lang: heading.lang, at: index });
    }
  }
  return langs.length === 0 ? err({ kind: 'no-language-column' }) : ok({ at, langs, ignored, count: cells.length });
}
