/**
 * Settings that a saved copy of an installation brings back, and what each may hold. Keys, locks and what belongs to one
 * browser (folders, downloads, how far a job is) are not among them.
 */
import * as v from 'valibot';
import { readSegments } from '../customers/read-segments';
import { defaultRetention, wrongRetention, type Retention } from '../customers/retention';
import type { SettingRow } from '../records';
import { isWatch } from '../worklog/watch';
import { ownData } from './own-data';
import { instant, isPlainObject, lang, listOf, mapOf, market, name, textOf, wholeNumber } from './row-parts';

const MOST_STEPS = 20;
const LONGEST_VIEW_NAME = 60;
const LONGEST_FILTER = 200;
/** Pairs of two keys (`pairOf`). */
const MOST_PAIRS = 2_000;
const LONGEST_PAIR = 401;

/** What a reader lets in within the caps of bundles. */
const within = (isWanted: (value: unknown) => boolean) =>
  v.custom<unknown>((value) => ownData(value).ok && isWanted(value));

const isRetention = (value: unknown): boolean => {
  if (!isPlainObject(value)) return false;
  const { identityDays = {}, ...others } = value as Partial<Retention>;
  if (!isPlainObject(identityDays)) return false;
  const whole = { ...defaultRetention, ...others, identityDays: { ...defaultRetention.identityDays, ...identityDays } };
  return wrongRetention(whole) === null;
};

const segments = v.pipe(
  within((value) => isPlainObject(value) && readSegments(value['rules']) !== null),
  // How far records are sorted by them is no part of what was decided.
  v.transform((value) => ({ rules: readSegments((value as { readonly rules: unknown }).rules) })),
);

const part = v.optional(textOf(LONGEST_FILTER));
const view = v.object({
  id: name,
  name: textOf(LONGEST_VIEW_NAME),
  filter: v.object({
    shopId: part,
    segment: part,
    tag: part,
    country: part,
    search: part,
    archived: v.optional(v.boolean()),
  }),
});

const setUp = v.object({
  state: v.picklist(['begun', 'done', 'dismissed']),
  step: wholeNumber(0, MOST_STEPS - 1),
});

const habits = v.object({
  used: mapOf(name, v.object({ count: wholeNumber(0), at: instant })),
  favourites: listOf(name),
});

/** 32 bytes as base64url. */
const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

const values = {
  uiLang: v.picklist(['auto', 'en', 'zh-CN']),
  myLang: lang,
  marketsOff: listOf(market),
  translatesHere: v.boolean(),
  works: v.nullable(v.picklist(['alone', 'desk'])),
  agentFigures: v.boolean(),
  watch: within(isWatch),
  setUp: v.nullable(setUp),
  segments,
  retention: within(isRetention),
  buyerViews: listOf(view),
  replyHabits: habits,
  /** Which rows of templates stand is told by the rows themselves. */
  templateDesk: v.object({ onlyReviewed: v.boolean() }),
  notSame: v.pipe(v.array(textOf(LONGEST_PAIR)), v.maxLength(MOST_PAIRS)),
  shopLinks: mapOf(name, name),
  /** Tells who was forgotten by what is left of them; another installation's own would recognise nobody. */
  aliasKey: key,
} as const satisfies Readonly<Record<string, v.GenericSchema>>;

/** A setting of which a saved copy tells. */
export type CopiedSetting = keyof typeof values;

/** Their names. */
export const copiedSettings: readonly CopiedSetting[] = Object.keys(values) as CopiedSetting[];

/** Whether a setting of this name is in saved copies. */
export const isCopiedSetting = (settingName: unknown): settingName is CopiedSetting =>
  typeof settingName === 'string' && Object.hasOwn(values, settingName);

/** The value of a setting as it may come from a file; undefined when it is none. */
export const readSettingValue = (
  settingName: CopiedSetting,
  value: unknown,
): { readonly value: unknown } | undefined => {
  const read = v.safeParse(values[settingName], value);
  return read.success ? { value: read.output } : undefined;
};

/** A setting as a saved copy may hold it; undefined for what stays where it is. */
export const copiedForm = (row: SettingRow): SettingRow | undefined => {
  const read = isCopiedSetting(row.name) ? readSettingValue(row.name, row.value) : undefined;
  return read && { ...row, value: read.value };
};
