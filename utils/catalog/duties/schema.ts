import * as v from 'valibot';

const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
const day = v.pipe(v.string(), v.isoDate());

/** Shape of `duties.json`; `EU` stands for the countries of `members`. */
export const dutyTableSchema = v.strictObject({
  id: v.literal('duties'),
  checkedOn: day,
  status: v.string(),
  members: v.pipe(v.string(), v.regex(/^[A-Z]{2}(?: [A-Z]{2}){26}$/)),
  rows: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]+$/)),
      countries: v.pipe(v.array(country), v.minLength(1)),
      kind: v.picklist(['duty', 'tax', 'fee']),
      since: v.optional(day),
      until: v.optional(day),
      values: v.record(v.string(), v.string()),
      source: v.pipe(v.string(), v.minLength(5)),
      status: v.picklist(['seen', 'plan', 'unverified']),
      endsRelief: v.optional(v.string()),
    }),
  ),
});
