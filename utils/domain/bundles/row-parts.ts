/** What the rows of a bundle are made of: texts, days, moments, clocks, lists and maps, each with a cap. */
import * as v from 'valibot';
import { parseClock } from '../customers/clock';
import { isDay } from '../follow-ups/day-moment';
import { brandAs } from '../ids';
import { isLangTag } from '../text/lang-tag';
import { bundleLimits } from './bundle';
import { wellFormed } from './canonical-json';

// Units: UTF-16 units.
const LONGEST_ID = 200;
/** Ids that are put together of a shop, a kind and an id of the page. */
const LONGEST_JOINED_ID = 500;
const LONGEST_TAG = 35;
const LONGEST_CLOCK = 60;
const LONGEST_MOMENT = 40;
/** No amount of money and no count of a desk is larger. */
const LARGEST = 1e12;

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether this name may be a key: one that every object inherits would be found where nobody has put it. */
export const isSafeKey = (key: string): boolean => key !== 'prototype' && !(key in Object.prototype);

/** Whether a value is an object of JSON and no list. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The beginning of a text, made well-formed: a copy, because a mere part would keep the whole of a hostile text alive. */
export const beginningOf = (value: string, longest: number): string =>
  wellFormed(Array.from(value.slice(0, longest)).join(''));

/** A text of at most this many UTF-16 units, made well-formed. */
export const textOf = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.transform(wellFormed));

/** A text people write or a page shows. */
export const text = textOf(bundleLimits.text);
/** A name or an id; may be empty. */
export const name = textOf(LONGEST_ID);

const branded = <B extends string>(longest: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longest),
    v.transform((value) => brandAs<B>(wellFormed(value))),
  );

/** An id of the given kind; never empty. */
export const id = <B extends string>() => branded<B>(LONGEST_ID);
/** A key of a row; never empty, and longer than the ids it is put together of. */
export const joinedId = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_JOINED_ID), v.transform(wellFormed));

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = v.pipe(v.string(), v.check(isDay));

const isMoment = (value: string): boolean => {
  const ms = MOMENT.test(value) ? Date.parse(value) : NaN;
  // 30 February is read as a day of March.
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value;
};

/** A moment in UTC with milliseconds, as the program writes it. */
export const instant = v.pipe(
  v.string(),
  v.check(isMoment),
  v.transform((value) => brandAs<'Instant'>(value)),
);

const isoMoment = v.pipe(v.string(), v.isoTimestamp());

/** A day, or a moment as a page writes it. */
export const dayOrMoment = v.pipe(
  v.string(),
  v.maxLength(LONGEST_MOMENT),
  v.check((value) => isDay(value) || (v.is(isoMoment, value) && !Number.isNaN(Date.parse(value)))),
);

/** A clock reading. */
export const clock = v.pipe(
  v.string(),
  v.maxLength(LONGEST_CLOCK),
  v.check((value) => parseClock(value).ok),
);

/** A BCP 47 tag. */
export const lang = v.pipe(v.string(), v.maxLength(LONGEST_TAG), v.check(isLangTag));
/** ISO 3166-1 alpha-2. */
export const country = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/),
  v.transform((value) => brandAs<'CountryCode'>(value)),
);
/** A marketplace by the name of its folder. */
export const market = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,30}$/),
  v.transform((value) => brandAs<'MarketId'>(value)),
);

// Nothing is written as -0, so nothing is kept as -0.
const positiveZero = v.transform((value: number) => value + 0);

/** No or yes, as the database indexes it. */
export const flag = v.picklist([0, 1]);
/** A number that is finite and of this world. */
export const amount = v.pipe(v.number(), v.minValue(-LARGEST), v.maxValue(LARGEST), positiveZero);
/** A whole number within these bounds. */
export const wholeNumber = (least: number, most: number = LARGEST) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most), positiveZero);
/** A sum of money with the code of its currency. */
export const money = v.object({ value: amount, currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)) });

/** A list of at most `bundleLimits.list` entries; its length is looked at before any of them. */
export const listOf = <T extends v.GenericSchema>(entry: T) =>
  v.pipe(v.array(v.unknown()), v.maxLength(bundleLimits.list), v.array(entry));

const withKeys = (
  map: Readonly<Record<string, unknown>>,
  isKept: (key: string) => boolean,
): Readonly<Record<string, unknown>> =>
  Object.keys(map).every(isKept) ? map : Object.fromEntries(Object.entries(map).filter(([key]) => isKept(key)));

/** A map of at most `bundleLimits.list` keys; keys that are not kept are left out, whatever they hold. */
export const mapOf = <K extends v.GenericSchema<string, string>, T extends v.GenericSchema>(
  key: K,
  value: T,
  isKept: (key: string) => boolean = isSafeKey,
) =>
  v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isPlainObject),
    v.check((map) => Object.keys(map).length <= bundleLimits.list),
    v.transform((map) => withKeys(map, isKept)),
    v.record(key, value),
  );
