import * as v from 'valibot';

const volts = v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(240));
const outlets = v.pipe(v.string(), v.regex(/^[A-O]*$/));
const flag = v.optional(v.literal(1));

/** Shape of `mains.json`. */
export const mainsSchema = v.strictObject({
  id: v.literal('mains-tables'),
  checkedOn: v.pipe(v.string(), v.isoDate()),
  status: v.string(),
  sources: v.pipe(v.array(v.string()), v.minLength(3)),
  pinned: v.record(v.string(), v.string()),
  countries: v.record(
    v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
    v.strictObject({
      plugs: outlets,
      volts: v.array(volts),
      hertz: v.array(v.picklist([50, 60])),
      from: v.pipe(v.string(), v.regex(/^[0-2]*$/)),
      alsoVolts: v.optional(v.array(volts)),
      alsoPlugs: v.optional(outlets),
      byRegion: flag,
      inferred: flag,
    }),
  ),
});

/** Shape of `country-aliases.json`. */
export const countryAliasesSchema = v.strictObject({
  id: v.literal('country-aliases'),
  checkedOn: v.pipe(v.string(), v.isoDate()),
  source: v.string(),
  names: v.record(v.string(), v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
});
