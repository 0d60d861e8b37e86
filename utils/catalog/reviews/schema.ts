import * as v from 'valibot';

const countries = v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.minLength(1)));
const text = v.pipe(v.string(), v.minLength(10), v.maxLength(220));

/** Shape of `limits.json`: what may be said about an evaluation that is there, by marketplace, kind and country. */
export const reviewLimitsSchema = v.strictObject({
  id: v.literal('review-limits'),
  checkedOn: v.pipe(v.string(), v.isoDate()),
  status: v.string(),
  limits: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
      marketplace: v.picklist(['amazon', 'aliexpress']),
      about: v.picklist(['review', 'feedback']),
      kind: v.picklist(['refused', 'careful', 'allowed']),
      /** Rule of the message check that holds to it. */
      rule: v.optional(v.string()),
      countries,
      exceptCountries: countries,
      texts: v.strictObject({ en: text, 'zh-CN': text }),
      sources: v.pipe(v.array(v.string()), v.minLength(1)),
      confidence: v.picklist(['read', 'inferred']),
    }),
  ),
});
