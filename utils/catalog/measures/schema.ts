import * as v from 'valibot';

const key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/));
const words = v.pipe(v.string(), v.minLength(1), v.regex(/^[^|]+(?:\|[^|]+)*$/));
const positive = v.pipe(v.number(), v.gtValue(0));
const countries = v.pipe(v.string(), v.regex(/^[A-Z]{2}(?: [A-Z]{2})*$/));

/** Shape of `units.json`. */
export const unitTableSchema = v.strictObject({
  id: v.literal('measure-units'),
  checkedOn: v.pipe(v.string(), v.isoDate()),
  status: v.string(),
  sources: v.record(v.string(), v.pipe(v.string(), v.minLength(10))),
  units: v.record(
    key,
    v.strictObject({
      dimension: v.picklist(['length', 'mass', 'volume', 'area', 'temperature', 'speed', 'pressure']),
      system: v.picklist(['metric', 'us', 'uk', 'cn', 'tw', 'hk', 'jp', 'kr', 'other']),
      factor: positive,
      shift: v.optional(v.number()),
      source: v.string(),
      intl: v.optional(v.string()),
      symbol: v.optional(v.string()),
    }),
  ),
  names: v.record(key, words),
  regional: v.record(
    words,
    v.record(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/)), v.pipe(v.array(key), v.minLength(1))),
  ),
  countries: v.record(v.string(), countries),
  weak: words,
  shown: v.record(v.string(), v.record(v.string(), v.record(v.string(), v.nullable(positive)))),
});

/** Shape of `currencies.json`. */
export const currencyTableSchema = v.strictObject({
  id: v.literal('currencies'),
  checkedOn: v.pipe(v.string(), v.isoDate()),
  source: v.string(),
  countries: v.record(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)), countries),
  names: v.record(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)), words),
  shared: v.record(v.string(), v.pipe(v.string(), v.regex(/^[A-Z]{3}(?: [A-Z]{3})+$/))),
});
