/**
 * JSON with one spelling for each value, so that equal rows are equal text on every machine and a digest means something.
 */

/** Deeper than anything the program keeps; what is deeper most likely holds itself. Units: levels. */
const DEEPEST = 1_000;

const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** A text that can be written as UTF-8: halves of characters become U+FFFD, the length in UTF-16 units stays. */
export const wellFormed = (text: string): string =>
  SURROGATE.test(text) ? text.replace(LONE_SURROGATES, '\ufffd') : text;

const quoted = (text: string): string => {
  const json = JSON.stringify(text);
  // Half a character is the only thing JSON writes as an escape that begins like this.
  return json.includes('\\ud') ? JSON.stringify(wellFormed(text)) : json;
};

const number = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError('JSON has no number that is not finite');
  return String(value === 0 ? 0 : value);
};

const list = (values: readonly unknown[], depth: number): string => {
  let json = '[';
  for (let at = 0; at < values.length; at += 1) json += (at === 0 ? '' : ',') + written(values[at] ?? null, depth);
  return `${json}]`;
};

/** The same fields under names that can be written; of two that become the same name the later one is kept. */
const withWritableNames = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.keys(fields).some((name) => SURROGATE.test(name))
    ? Object.fromEntries(
        Object.keys(fields)
          .sort()
          .map((name) => [wellFormed(name), fields[name]]),
      )
    : fields;

const object = (value: object, depth: number): string => {
  // A date, a map or bytes would be written as an empty object.
  if (Object.prototype.toString.call(value) !== '[object Object]') throw new TypeError('not plain data');
  const fields = withWritableNames(value as Readonly<Record<string, unknown>>);
  let json = '';
  for (const name of Object.keys(fields).sort()) {
    const part = fields[name];
    if (part !== undefined) json += `${json === '' ? '' : ','}${quoted(name)}:${written(part, depth)}`;
  }
  return `{${json}}`;
};

const written = (value: unknown, depth: number): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}`);
  if (depth >= DEEPEST) throw new TypeError('too deep for JSON');
  return Array.isArray(value) ? list(value, depth + 1) : object(value, depth + 1);
};

/**
 * Writes plain data as one line of JSON: keys in the order of their UTF-16 units at every depth, no spaces, -0 as 0, halves
 * of characters as U+FFFD. Fields that are undefined are left out; in a list they are null, so that the others keep their
 * places.
 *
 * Errors: throws a TypeError for what is no plain data (numbers that are not finite, functions, dates, a value that holds
 * itself), because only a mistake in the program can lead to it.
 */
export const canonicalJson = (value: unknown): string => written(value, 0);
