import * as v from 'valibot';

const words = v.pipe(v.string(), v.regex(/^[^|]+(?:\|[^|]+)*$/));
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
const countries = v.pipe(v.string(), v.regex(/^[A-Z]{2}(?: [A-Z]{2})*$/));
const zone = v.pipe(v.string(), v.regex(/^(?:UTC|[A-Z][A-Za-z]+\/[A-Za-z_/-]+)$/));
const zoneList = v.pipe(v.string(), v.regex(/^[A-Z][A-Za-z_/ -]+$/));
const table = { checkedOn: v.pipe(v.string(), v.isoDate()), status: v.string(), source: v.string() };

/** Shape of `zones.json`. */
export const zoneTableSchema = v.strictObject({
  id: v.literal('time-zones'),
  ...table,
  countries: v.record(country, zoneList),
  abbreviations: v.record(v.pipe(v.string(), v.minLength(2)), zone),
});

/** Shape of `places.json`. */
export const placeTableSchema = v.strictObject({
  id: v.literal('places'),
  ...table,
  places: v.record(zone, words),
});

/** Shape of `weekends.json`. */
export const weekendTableSchema = v.strictObject({
  id: v.literal('weekends'),
  ...table,
  weekends: v.record(v.pipe(v.string(), v.regex(/^[0-6]{1,2}$/)), countries),
});

/** Shape of `holidays.json`. */
export const holidayTableSchema = v.strictObject({
  id: v.literal('public-holidays'),
  ...table,
  license: v.pipe(v.string(), v.includes('CC BY-SA 3.0')),
  days: v.record(
    country,
    v.record(v.pipe(v.string(), v.regex(/^\d{4}$/)), v.pipe(v.string(), v.regex(/^\d{4}(?: \d{4})*$/))),
  ),
});
