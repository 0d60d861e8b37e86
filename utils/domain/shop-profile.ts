import {
  array,
  check,
  integer,
  maxLength,
  maxValue,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  safeParse,
  string,
  trim,
} from 'valibot';
import type { InferOutput } from 'valibot';

const Line = (longest: number) => optional(pipe(string(), trim(), maxLength(longest)));

/** Most countries a shop keeps times for. */
export const MOST_COUNTRIES = 60;

/** Longest values of a profile. Units: UTF-16 units. */
export const longest = {
  signature: 120,
  carriers: 120,
  workingHours: 120,
  returnAddress: 300,
  timeZone: 60,
  days: 9,
} as const;

/** Whether this browser knows a zone of this name; an empty name is none and passes. */
function isTimeZone(name: string): boolean {
  if (name === '') return true;
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const Profile = object({
  /** What stands under a reply instead of the shop's name. */
  signature: Line(longest.signature),
  /** How much a reply says: `full` with an acknowledgement and a way on, `short` for chats. */
  tone: optional(picklist(['full', 'short'])),
  /** Working days from order to hand-over. */
  handlingDays: optional(pipe(number(), integer(), minValue(0), maxValue(60))),
  carriers: Line(longest.carriers),
  workingHours: Line(longest.workingHours),
  returnAddress: Line(longest.returnAddress),
  /** Zone whose clock its days and deadlines are in, such as `Europe/Berlin`; that of the marketplace without. */
  timeZone: optional(pipe(string(), trim(), maxLength(longest.timeZone), check(isTimeZone))),
  /** Days in transit by country, "5" or "5-8"; the entry without a country holds for all others. */
  transit: optional(
    pipe(
      array(
        object({
          country: optional(pipe(string(), regex(/^[A-Z]{2}$/))),
          days: pipe(string(), trim(), regex(/^\d{1,3}(?: ?[-–] ?\d{1,3})?$/)),
        }),
      ),
      maxLength(MOST_COUNTRIES),
    ),
  ),
});

/** What replies of one shop have in common; everything may be missing. */
export type ShopProfile = Readonly<InferOutput<typeof Profile>>;

/**
 * Reads a profile somebody typed.
 *
 * Errors: the name of the first field that does not fit.
 */
export function readShopProfile(
  input: unknown,
): { readonly ok: true; readonly value: ShopProfile } | { readonly ok: false; readonly field: string } {
  const read = safeParse(Profile, input);
  if (read.success) return { ok: true, value: withoutBlanks(read.output) };
  const key: unknown = read.issues[0].path?.[0]?.key;
  return { ok: false, field: typeof key === 'string' ? key : 'profile' };
}

const withoutBlanks = (profile: ShopProfile): ShopProfile =>
  Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined && value !== ''));

/** Days in transit to a country, or to all others where the country has none of its own. */
export function transitDays(profile: ShopProfile, country: string | undefined): string | undefined {
  const own = profile.transit?.find((one) => one.country !== undefined && one.country === country);
  return (own ?? profile.transit?.find((one) => one.country === undefined))?.days;
}
