import * as v from 'valibot';

const half = v.pipe(v.number(), v.multipleOf(0.5));
/** Charts print fractions such as 38.7, so only order and bounds are asked of a range. */
const range = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.check(([low, high]) => low <= high, 'a range runs from small to large'),
);
const row = v.strictObject({
  uk: half,
  eu: range,
  us: range,
  jp: range,
  from: v.pipe(v.array(v.string()), v.minLength(1)),
});

/** Shape of `shoes.json`. */
export const shoeChartsSchema = v.strictObject({
  id: v.literal('shoe-charts'),
  checkedOn: v.pipe(v.string(), v.isoDate()),
  status: v.string(),
  sources: v.record(v.string(), v.pipe(v.string(), v.minLength(5))),
  men: v.pipe(v.array(row), v.minLength(10)),
  women: v.pipe(v.array(row), v.minLength(10)),
});
