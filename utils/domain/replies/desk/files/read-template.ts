/** One template out of its rows. */
import type { Lang } from '../../../ids';
import { readLiquid } from '../../liquid';
import { ANY_INTENT, type ReplyTemplate } from '../../template';
import type { KnownVariable } from '../variables';
import { cellWords, readList, readReviews, readVariables } from './cells';
import type { RowReading, TemplateFileRow } from './file-row';
import { idFrom } from './ids';
import type { Sentences } from './sentences';

type Variable = ReplyTemplate['variables'][number];
type Scope = ReplyTemplate['scope'];

const STATES = [
  'unpaid',
  'unshipped',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'refunded',
  'disputed',
] as const satisfies NonNullable<Scope['orderStates']>;
const stateWords = Object.fromEntries(STATES.map((one) => [one, one])) as Readonly<
  Record<string, (typeof STATES)[number]>
>;

/** What a file is read against. */
export interface ReadAgainst {
  readonly known: ReadonlyMap<string, KnownVariable>;
  readonly intents: ReadonlySet<string>;
}

/** What identifies the template of a row; empty when the row says neither an id nor a title. */
export const idOf = (row: TemplateFileRow): string => {
  const id = row.cell('id') || row.cell('title') || row.cell('title_zh');
  return id === '' ? '' : idFrom(id);
};

const filled = <T>(key: string, list: readonly T[]): Readonly<Record<string, readonly T[]>> =>
  list.length > 0 ? { [key]: list } : {};
const given = <T>(key: string, value: T | undefined): Readonly<Record<string, T>> =>
  value === undefined ? {} : { [key]: value };

function readScope(row: TemplateFileRow, reading: RowReading): Scope {
  const states = reading.words(row, 'order_states', readList(row.cell('order_states')), stateWords);
  const noOrder = reading.word(row, 'no_order', cellWords.flag);
  return {
    ...filled('marketplaces', readList(row.cell('marketplaces').toLowerCase())),
    ...filled('orderStates', states),
    ...given('fulfilment', reading.word(row, 'fulfilment', cellWords.fulfilment)),
    ...filled('contactReasons', readList(row.cell('contact_reasons'))),
    ...given('repeated', reading.word(row, 'repeated', cellWords.flag)),
    ...given('overdue', reading.word(row, 'overdue', cellWords.flag)),
    ...(noOrder === true ? { noOrder } : {}),
    ...filled('shops', readList(row.cell('shops'))),
  };
}

/** Declares what the texts ask for and nobody has declared: as it is known, else as a text. */
function declared(
  before: readonly Variable[],
  { texts }: Sentences,
  known: ReadonlyMap<string, KnownVariable>,
): readonly Variable[] {
  const names = new Set(before.map(({ name }) => name));
  const asked = new Set<string>();
  const added: string[] = [];
  for (const ofLang of Object.values(texts))
    for (const text of Object.values(ofLang)) {
      const reading = readLiquid(text);
      for (const name of reading?.asked ?? []) asked.add(name);
      for (const name of reading?.variables ?? []) {
        if (names.has(name) || !/^[a-z][a-zA-Z0-9]*$/.test(name)) continue;
        names.add(name);
        added.push(name);
      }
    }
  return [
    ...before,
    ...added.map((name): Variable => {
      const { type = 'text', choices, label } = known.get(name) ?? {};
      const isChoice = type === 'choice';
      return {
        name,
        type: isChoice && choices === undefined ? 'text' : type,
        // A sentence has words for each choice and none for no choice.
        required: isChoice || !asked.has(name),
        ...(isChoice && choices ? { choices: [...choices] } : {}),
        ...(label === undefined ? {} : { label }),
      };
    }),
  ];
}

function readIntent(row: TemplateFileRow, reading: RowReading, intents: ReadonlySet<string>): string {
  const value = row.cell('intent');
  if (value === '') return ANY_INTENT;
  const plain = value.toLowerCase().replace(/[\s-]+/g, '_');
  const intent = [value, plain].find((one) => one === ANY_INTENT || intents.has(one));
  if (intent === undefined) reading.fail(row.line, { kind: 'unknown-intent', value: value.slice(0, 40) });
  return intent ?? ANY_INTENT;
}

/** Puts a template together from what its first row says of it and from its sentences. */
export function readTemplateOf(
  [row, sentences]: readonly [TemplateFileRow, Sentences],
  reading: RowReading,
  { known, intents }: ReadAgainst,
): ReplyTemplate {
  const reviews = readReviews(row.cell('reviewed'));
  const written = readVariables(row.cell('variables'));
  if ('unknown' in written)
    reading.fail(row.line, { kind: 'unknown-value', column: 'variables', value: written.unknown.slice(0, 40) });
  const [title, chinese] = [row.cell('title'), row.cell('title_zh')];
  const placed = row.cell('place');
  const place = placed === '' ? undefined : Number(placed);
  if (place !== undefined && !Number.isFinite(place))
    reading.fail(row.line, { kind: 'unknown-value', column: 'place', value: placed.slice(0, 40) });
  const status = (lang: Lang): ReplyTemplate['languages'][Lang]['status'] => {
    const review = Object.hasOwn(reviews, lang) ? reviews[lang] : undefined;
    return review ? { state: 'reviewed', ...review } : { state: 'draft' };
  };
  const tags = readList(row.cell('tags'));
  return {
    id: idOf(row),
    intent: readIntent(row, reading, intents),
    kind: reading.word(row, 'kind', cellWords.kind) ?? 'reply',
    // A desk that works in one language writes one title.
    title: { en: title || chinese, 'zh-CN': chinese || title },
    ...(tags.length > 0 ? { tags } : {}),
    scope: readScope(row, reading),
    ...(place === undefined ? {} : { place }),
    variables: [...declared('unknown' in written ? [] : written, sentences, known)],
    blocks: [...sentences.blocks],
    languages: Object.fromEntries(
      Object.entries(sentences.texts).map(([lang, texts]) => [lang, { status: status(lang), texts: { ...texts } }]),
    ),
  };
}
