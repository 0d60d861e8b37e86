import type { FieldChange, RowChange } from '../../utils/domain/bundles/diff-bundles';
import { codeOf, figure, printable } from './sentences';

/** Whether names and texts are shown as they are, or only how long they are. */
export type TextsShown = 'hidden' | 'shown';

/** Fields that hold a day, a moment, a number or one of a few words: none of them says who a buyer is. */
const OPEN: ReadonlySet<string> = new Set([
  ...['state', 'stateOn', 'fulfilment', 'orderedOn', 'shippedOn', 'promisedFrom', 'promisedOn', 'deliveredOn'],
  ...['reviewAskedOn', 'amount', 'quantity', 'country', 'lang', 'marketplace', 'kind', 'stars', 'at', 'dueAt'],
  ...['since', 'until', 'snoozedTo', 'done', 'doneAt', 'dueOn', 'createdAt', 'editedAt', 'firstSeen', 'lastSeen'],
  ...['archived', 'deleted', 'forgotten', 'day', 'department', 'severity', 'count', 'off', 'on', 'lock', 'signals'],
]);

/** Maps and sets of which the names of the parts are words of people, or numbers of buyers. */
const NAMED_BY_PEOPLE: ReadonlySet<string> = new Set(['tags', 'aliases', 'fields', 'values', 'authors', 'profile']);

const rootOf = (field: string): string => field.split('.', 1)[0] ?? field;

const nameOf = (field: string, texts: TextsShown): string => {
  if (texts === 'shown') return printable(field);
  const root = rootOf(field);
  return NAMED_BY_PEOPLE.has(root) && root !== field ? `${root}, one of them` : codeOf(field);
};

const plural = (count: number, one: string, more: string): string => `${figure(count)} ${count === 1 ? one : more}`;

const lengthOf = (value: unknown): string => {
  if (typeof value === 'string') return plural([...value].length, 'character', 'characters');
  if (typeof value !== 'object' || value === null) return 'a value';
  return plural(Array.isArray(value) ? value.length : Object.keys(value).length, 'entry', 'entries');
};

const openValue = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value === '' ? 'empty' : codeOf(value);
  const { value: sum, currency } = (value ?? {}) as { readonly value?: unknown; readonly currency?: unknown };
  return typeof sum === 'number' && typeof currency === 'string' ? `${sum} ${currency}` : lengthOf(value);
};

const valueText = (field: string, value: unknown, texts: TextsShown): string => {
  if (value === undefined) return 'nothing';
  if (texts === 'shown') return printable(JSON.stringify(value));
  return OPEN.has(rootOf(field)) ? openValue(value) : lengthOf(value);
};

const fieldLine = ({ field, before, after }: FieldChange, texts: TextsShown): string =>
  `    ${nameOf(field, texts)}: ${valueText(field, before, texts)} -> ${valueText(field, after, texts)}`;

/** Fields of a row that only one file has are told with the texts: without them, lengths alone would fill the screen. */
const toldFields = ({ kind, fields }: RowChange, texts: TextsShown): readonly FieldChange[] =>
  texts === 'hidden' && (kind === 'added' || kind === 'removed') ? [] : fields;

/** What became of one row, as lines: first its section and id, then field by field what it was and what it is. */
export const changeLines = (change: RowChange, texts: TextsShown): readonly string[] => [
  `${change.kind.padEnd(8)} ${change.section} ${texts === 'shown' ? printable(change.id) : codeOf(change.id)}`,
  ...toldFields(change, texts).map((field) => fieldLine(field, texts)),
];
