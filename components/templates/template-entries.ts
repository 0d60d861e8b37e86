import type { ListedTemplate } from '@/utils/app/templates-api';
import type { Lang } from '@/utils/domain/ids';
import { ANY_INTENT } from '@/utils/domain/replies/template';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { intentLabel } from '../content/labels';
import type { Translate } from '../ui/translate';
import { scopeWords, type ScopeWords } from './scope-words';

/** A reply as the table shows it. */
export interface TemplateEntry {
  readonly id: string;
  readonly listed: ListedTemplate;
  /** In the interface language. */
  readonly title: string;
  readonly intent: string;
  readonly scope: readonly string[];
  /** Of the languages Parley knows, those it is not written in. */
  readonly lacking: readonly Lang[];
  readonly langs: number;
  /** How many of its languages somebody has read. */
  readonly reviewed: number;
}

/** What people call the concern a reply is for. */
export const concernLabel = (t: Translate, intent: string): string =>
  intent === ANY_INTENT ? t('templates.anyIntent') : intentLabel(t, intent);

/** The title of a reply in the interface language, else in English. */
export const titleOf = ({ template: { title, id } }: Pick<ListedTemplate, 'template'>, uiLang: string): string => {
  const own = title[uiLang];
  return (typeof own === 'string' && own.trim()) || title.en.trim() || title['zh-CN'].trim() || id;
};

/** All replies with what the table says of them. */
export function templateEntries(
  templates: readonly ListedTemplate[],
  { uiLang, ...words }: ScopeWords & { readonly uiLang: string },
): readonly TemplateEntry[] {
  return templates.map((listed) => {
    const { template } = listed;
    const languages = Object.values(template.languages);
    return {
      id: template.id,
      listed,
      title: titleOf(listed, uiLang),
      intent: concernLabel(words.t, template.intent),
      scope: scopeWords(template, words),
      lacking: SHIPPED_LANGS.filter((lang) => template.languages[lang] === undefined),
      langs: languages.length,
      reviewed: languages.filter(({ status }) => status.state === 'reviewed').length,
    };
  });
}

/** How much of a reply somebody has read. */
export type ReadingState = 'whole' | 'part' | 'none';

/** What the table is narrowed to; an empty string is everything. */
export interface TemplateFilter {
  readonly market: string;
  readonly intent: string;
  /** A language the reply is not written in. */
  readonly lacking: Lang;
  readonly status: ReadingState | '';
  readonly origin: ListedTemplate['origin'] | '';
  readonly use: 'on' | 'off' | '';
}

/** Everything is shown. */
export const noFilter: TemplateFilter = { market: '', intent: '', lacking: '', status: '', origin: '', use: '' };

/** How much of a reply somebody has read. */
export const readingState = ({ reviewed, langs }: Pick<TemplateEntry, 'reviewed' | 'langs'>): ReadingState =>
  reviewed === 0 ? 'none' : reviewed < langs ? 'part' : 'whole';

/** Whether a reply fits what the table is narrowed to; a reply without marketplaces is for all of them. */
export function fits(entry: TemplateEntry, filter: TemplateFilter): boolean {
  const { template, origin, isOff } = entry.listed;
  const { marketplaces = [] } = template.scope;
  return (
    (filter.market === '' || marketplaces.length === 0 || marketplaces.includes(filter.market)) &&
    (filter.intent === '' || template.intent === filter.intent) &&
    (filter.lacking === '' || template.languages[filter.lacking] === undefined) &&
    (filter.status === '' || readingState(entry) === filter.status) &&
    (filter.origin === '' || origin === filter.origin) &&
    (filter.use === '' || isOff === (filter.use === 'off'))
  );
}

/** Columns the table can be sorted by. */
export type SortColumn = 'title' | 'intent' | 'languages' | 'status' | 'uses' | 'changed' | 'use';

/** How the table is sorted. */
export interface TemplateSort {
  readonly by: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

type Compare = (a: TemplateEntry, b: TemplateEntry) => number;

const byNumber =
  (of: (entry: TemplateEntry) => number): Compare =>
  (a, b) =>
    of(a) - of(b);

const shareRead = ({ reviewed, langs }: TemplateEntry): number => (langs === 0 ? 0 : reviewed / langs);
const changedAt = ({ listed }: TemplateEntry): string => listed.changed?.at ?? '';
const byChange: Compare = (a, b) => (changedAt(a) < changedAt(b) ? -1 : changedAt(a) > changedAt(b) ? 1 : 0);

/** The replies in the wanted order; what is equal stays in the order of titles. */
export function sortEntries(
  entries: readonly TemplateEntry[],
  { by, direction }: TemplateSort,
  uiLang: string,
): readonly TemplateEntry[] {
  const { compare } = new Intl.Collator(uiLang, { numeric: true });
  const columns: Readonly<Record<SortColumn, Compare>> = {
    title: (a, b) => compare(a.title, b.title),
    intent: (a, b) => compare(a.intent, b.intent),
    languages: byNumber(({ langs }) => langs),
    status: byNumber(shareRead),
    uses: byNumber(({ listed }) => listed.uses),
    changed: byChange,
    use: byNumber(({ listed }) => (listed.isOff ? 1 : 0)),
  };
  const sign = direction === 'ascending' ? 1 : -1;
  return [...entries].sort((a, b) => sign * columns[by](a, b) || columns.title(a, b) || (a.id < b.id ? -1 : 1));
}
