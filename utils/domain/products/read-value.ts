import { readDeviceLabel } from '../convert/power/device-label';
import { err, ok, type Result } from '../result';
import { mayHoldContact } from '../text/contact';
import { productFields, type ProductField } from './product-card';
import { cardCategories, listingSystems } from './size-names';

/** Why a text is no value of a field; shown as `convert.products.problem.<kind>`. */
export type ValueProblem =
  | { readonly kind: 'unknown-field'; readonly field: string }
  /** Units: UTF-16 units. */
  | { readonly kind: 'too-long'; readonly field: string; readonly limit: number }
  /** Cards go into files and replies: an e-mail address or a telephone number is no business of theirs. */
  | { readonly kind: 'contact'; readonly field: string }
  | { readonly kind: 'no-device-label'; readonly field: string }
  | { readonly kind: 'no-number'; readonly field: string }
  | { readonly kind: 'out-of-range'; readonly field: string; readonly low: number; readonly high: number }
  | { readonly kind: 'no-plug'; readonly field: string }
  | { readonly kind: 'no-category'; readonly field: string }
  | { readonly kind: 'no-system'; readonly field: string };

type Read = Result<string, ValueProblem>;

const fieldsById = new Map(productFields.map((field) => [field.id, field]));

/** The field of an id, or undefined when a card has no such field. */
export const fieldOf = (id: string): ProductField | undefined => fieldsById.get(id);

// Control characters mean nothing on a card; half a character could not be written to a file.
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]|\p{Surrogate}/gu;

/** Text without control characters and with one kind of line break, trimmed. */
const tidyText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNPRINTABLE, '')
    .trim();

/** The same on one line. */
export const tidyLine = (text: string): string => tidyText(text).replace(/\s+/gu, ' ').trim();

/** The largest load a household socket anywhere carries, with room: 32 A at 400 V on three phases. */
const MOST_WATTS = 22_000;
const MOST_OFFSET = 3;

const NUMBER = /^([+-]?)(\d+)(?:[.,](\d{1,2}))?$/;

/** A number without thousands separators: `1,800` could be either, and is not guessed. */
const numberIn = (text: string): number | null => {
  const [, sign, whole, part = '0'] = NUMBER.exec(text) ?? [];
  return whole === undefined ? null : Number(`${sign === '-' ? '-' : ''}${whole}.${part}`);
};

const readWatts = (field: string, text: string): Read => {
  const [, number = '', kilo] = /^(.*?)\s*(k)?(?:w(?:atts?)?|瓦)?$/iu.exec(text) ?? [];
  const value = numberIn(number);
  if (value === null) return err({ kind: 'no-number', field });
  const watts = Math.round(value * (kilo ? 100_000 : 100)) / 100;
  const isPossible = watts > 0 && watts <= MOST_WATTS;
  return isPossible ? ok(String(watts)) : err({ kind: 'out-of-range', field, low: 1, high: MOST_WATTS });
};

const readOffset = (field: string, text: string): Read => {
  const value = numberIn(text.replace(/^([+-]?)1⁄2$/u, '$10.5'));
  if (value === null) return err({ kind: 'no-number', field });
  const isPossible = Math.abs(value) <= MOST_OFFSET && Number.isInteger(value * 2);
  // `-0` is no size.
  return isPossible
    ? ok(String(value === 0 ? 0 : value))
    : err({ kind: 'out-of-range', field, low: -MOST_OFFSET, high: MOST_OFFSET });
};

/** Names that mean one type of plug and no other; "EU plug" and "US plug" mean two and are asked for by letter. */
const PLUG_NAMES: Readonly<Record<string, string>> = {
  'NEMA 1-15': 'A',
  'NEMA 5-15': 'B',
  EUROPLUG: 'C',
  'CEE 7/16': 'C',
  SCHUKO: 'F',
  'CEE 7/4': 'F',
  'CEE 7/7': 'E/F',
  EF: 'E/F',
  'F/E': 'E/F',
  'BS 1363': 'G',
  UK: 'G',
};

const readPlug = (field: string, text: string): Read => {
  const name = text
    .toUpperCase()
    .replace(/^(?:TYPE|TYP|TIPO|PLUG)\s+|\s+(?:PLUG|STECKER)$|型$/gu, '')
    .trim();
  const plug = PLUG_NAMES[name] ?? name.replace(/\s*[/&+,]\s*/gu, '/');
  return /^(?:[A-O]|E\/F)$/.test(plug) ? ok(plug) : err({ kind: 'no-plug', field });
};

const readCategory = (field: string, text: string): Read => {
  const name = text.toLowerCase().replace(/[\s-]+/gu, '_');
  return cardCategories.some((category) => category === name) ? ok(name) : err({ kind: 'no-category', field });
};

const readSystem = (field: string, text: string): Read => {
  const code = text.toUpperCase().replace(/[\s-]+/gu, '_');
  return listingSystems.includes(code) ? ok(code) : err({ kind: 'no-system', field });
};

// Full-width digits and signs are what Chinese keyboards type.
const plain = (text: string): string => text.normalize('NFKC').replace(/[‐‑‒–−]/gu, '-');

const readText = (field: string, text: string): Read =>
  mayHoldContact(text) ? err({ kind: 'contact', field }) : ok(text);

const readers: Readonly<Record<ProductField['type'], (field: string, text: string) => Read>> = {
  text: readText,
  'long-text': readText,
  'device-label': (field, text) => (readDeviceLabel(text) ? ok(text) : err({ kind: 'no-device-label', field })),
  number: (field, text) => (field === 'sizeOffset' ? readOffset(field, plain(text)) : readWatts(field, plain(text))),
  plug: (field, text) => readPlug(field, plain(text)),
  'size-category': (field, text) => readCategory(field, plain(text)),
  'size-system': (field, text) => readSystem(field, plain(text)),
};

/** Checks one value of a card and brings it into its one spelling; an empty text is an empty value. */
export function readValue(id: string, text: string): Read {
  const field = fieldsById.get(id);
  if (!field) return err({ kind: 'unknown-field', field: id });
  const tidy = field.type === 'long-text' ? tidyText(text) : tidyLine(text);
  if (tidy === '') return ok('');
  // Longer than a value can be before it is brought into its spelling: `CEE 7/7` and ` 1800 W` are.
  if (tidy.length > Math.max(field.maxLength, 30)) return err({ kind: 'too-long', field: id, limit: field.maxLength });
  const read = readers[field.type](id, tidy);
  const isTooLong = read.ok && read.value.length > field.maxLength;
  return isTooLong ? err({ kind: 'too-long', field: id, limit: field.maxLength }) : read;
}
