import * as v from 'valibot';
import { followUpEnds, followUpStarts } from '../../domain/follow-ups/follow-up-type';

const hours = v.pipe(v.number(), v.integer(), v.minValue(-24 * 30), v.maxValue(24 * 365));
const id = v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*$/));
const market = v.picklist(['amazon', 'aliexpress']);
const times = { starts: v.picklist(followUpStarts), dueAfterHours: hours, untilAfterHours: v.optional(hours) };
const states = [
  'unpaid',
  'unshipped',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'refunded',
  'disputed',
] as const;

/** Shape of one file of the catalogue of follow-ups. */
export const followUpTypeSchema = v.strictObject({
  id,
  ...times,
  timesOn: v.optional(v.record(market, v.strictObject(times))),
  while: v.optional(v.pipe(v.array(v.picklist(states)), v.minLength(1))),
  endedBy: v.optional(v.pipe(v.array(v.picklist(followUpEnds)), v.minLength(1))),
  closedBy: v.optional(v.picklist(['same-message', 'any-message', 'page'])),
  isDeadline: v.boolean(),
  isRoutine: v.optional(v.literal(true)),
  modes: v.strictObject({
    amazon: v.picklist(['message', 'watch', 'never']),
    aliexpress: v.picklist(['message', 'watch', 'never']),
  }),
  templates: v.optional(v.record(market, id)),
  source: v.pipe(v.string(), v.regex(/^[ALX]\d{1,2}$/)),
});

const zone = v.pipe(v.string(), v.regex(/^[A-Z][A-Za-z]+\/[A-Za-z_/-]+$/));

/** Shape of `utils/catalog/time/marketplace-clocks.json`. */
export const marketplaceClocksSchema = v.strictObject({
  id: v.literal('marketplace-clocks'),
  checkedOn: v.pipe(v.string(), v.isoDate()),
  status: v.string(),
  source: v.string(),
  marketplaces: v.strictObject(
    Object.fromEntries(
      market.options.map((name) => [
        name,
        v.strictObject({ other: zone, countries: v.record(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), zone) }),
      ]),
    ),
  ),
});
