import * as v from 'valibot';
import { buyerFacts, mostSegments, type SegmentRule } from './segment';

/** Largest bound of a condition: years of days, or pieces of a container. */
const LARGEST_BOUND = 1_000_000;
const LONGEST_NAME = 40;

const Condition = v.object({
  fact: v.picklist(buyerFacts),
  is: v.picklist(['at-least', 'at-most']),
  value: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LARGEST_BOUND)),
});

const Group = v.pipe(v.array(Condition), v.minLength(1), v.maxLength(mostSegments.conditions));

const Rule = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,5}$/), v.maxLength(60)),
  name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_NAME))),
  isOff: v.optional(v.boolean()),
  groups: v.pipe(v.array(Group), v.minLength(1), v.maxLength(mostSegments.groups)),
});

const Rules = v.pipe(
  v.array(Rule),
  v.maxLength(mostSegments.rules),
  v.check((rules) => new Set(rules.map(({ id }) => id)).size === rules.length),
);

/** Reads segment rules somebody has changed or a file holds; null when they are none. */
export const readSegments = (input: unknown): readonly SegmentRule[] | null => {
  const read = v.safeParse(Rules, input);
  return read.success
    ? read.output.map(({ name, isOff, ...rule }) => ({
        ...rule,
        ...(name ? { name } : {}),
        ...(isOff ? { isOff } : {}),
      }))
    : null;
};
