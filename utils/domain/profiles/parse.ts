import * as v from 'valibot';
import { brandAs } from '../ids';
import { err, ok, type Result } from '../result';
import type { ProfileProblem } from './compare';
import type { PageProfile, TaughtPage } from './profile';
import { isProfileSelector, MAX_SELECTOR_CHARS } from './selector-syntax';
import { compareVersions, isProfileVersion } from './version';

/** Largest profile file, in bytes of UTF-8. */
export const MAX_PROFILE_BYTES = 200_000;
const MAX_FIELDS = 100;
const MAX_CANDIDATES = 40;
const MAX_TAUGHT = 50;
/** Deepest level of nesting a profile has is 5. */
const MAX_DEPTH = 6;
/** Longest text of a profile that is no selector, in UTF-16 units. */
const MAX_TEXT = 300;
/** What a problem quotes of a file, in UTF-16 units. */
const QUOTED = 120;

/** What a profile is checked against. */
export interface ProfileCheck {
  /** Whether the browser takes a selector; `() => true` where there is no document to ask. */
  readonly isSelector: (css: string) => boolean;
  /** Names of the fields that readers ask for, by marketplace; a marketplace that is missing is not known. */
  readonly knownFields: Readonly<Record<string, readonly string[]>>;
  /** The version in use, by marketplace; where it is missing every version is new. */
  readonly newerThan: Readonly<Record<string, string>>;
}

/** Names that are not looked up as data in JavaScript. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/));
const day = v.pipe(v.string(), v.isoDate());
const name = v.pipe(v.string(), v.regex(/^[a-z][\w-]{0,59}$/i));
const where = v.pipe(v.string(), v.regex(/^[\w ,()/*.#-]{1,60}$/));
const selectorList = v.pipe(v.array(v.string()), v.maxLength(MAX_CANDIDATES));
const market = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]{0,30}$/),
  v.transform((value) => brandAs<'MarketId'>(value)),
);
const host = v.pipe(v.string(), v.maxLength(253), v.regex(/^(?=.*[a-z])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*$/));
const path = v.pipe(v.string(), v.maxLength(MAX_TEXT), v.regex(/^\/[^\s?#\\]*(?:#\/[^\s?#\\]*)?$/));

const field = v.strictObject({
  page: where,
  seen: month,
  structure: selectorList,
  semantic: v.optional(selectorList),
});

const taughtPage = v.strictObject({
  id: name,
  marketplace: market,
  host,
  path,
  kind: v.literal('thread'),
  fields: v.strictObject({
    composer: v.optional(selectorList),
    message: v.optional(selectorList),
    orderId: v.optional(selectorList),
    buyerName: v.optional(selectorList),
  }),
  buyerMessage: v.optional(v.string()),
  date: day,
});

const profileSchema = v.strictObject({
  format: v.literal('parley-page-profile'),
  schema: v.literal(1),
  marketplace: market,
  version: v.pipe(v.string(), v.check(isProfileVersion)),
  date: day,
  fields: v.pipe(
    v.unknown(),
    v.check((fields) => !Array.isArray(fields)),
    v.record(name, field),
    v.check((fields) => Object.keys(fields).length <= MAX_FIELDS),
  ),
  taught: v.optional(v.pipe(v.array(taughtPage), v.maxLength(MAX_TAUGHT))),
});

const quote = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);
const malformed = (at: string) => err<ProfileProblem>({ kind: 'malformed', path: quote(at) });

/** Where a value holds what no profile has: names that reach into objects, endless lists, endless depth. */
function hostilePart(value: unknown, at: string, depth = 0): string | null {
  if (typeof value === 'string') return value.length > Math.max(MAX_TEXT, MAX_SELECTOR_CHARS) ? at : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= MAX_DEPTH) return at;
  const entries = Object.entries(value);
  if (entries.length > MAX_FIELDS) return at;
  for (const [key, part] of entries) {
    const inner = at === '' ? key : `${at}.${key}`;
    if (FORBIDDEN_KEYS.has(key)) return inner;
    const found = hostilePart(part, inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

const firstIssue = (issues: readonly v.BaseIssue<unknown>[]): string => v.getDotPath(issues[0]!) ?? '';

/** Every selector with the field it stands in, as problems name it. */
const selectorsOf = ({ fields, taught = [] }: PageProfile): readonly (readonly [string, string])[] => [
  ...Object.entries(fields).flatMap(([field, { structure, semantic = [] }]) =>
    [...structure, ...semantic].map((css) => [field, css] as const),
  ),
  ...taught.flatMap(taughtSelectors),
];

const taughtSelectors = ({ fields, buyerMessage }: TaughtPage): readonly (readonly [string, string])[] => [
  ...Object.entries(fields).flatMap(([field, list]) => (list ?? []).map((css) => [field, css] as const)),
  ...(buyerMessage === undefined ? [] : [['message', buyerMessage] as const]),
];

const badSelector = (
  selectors: readonly (readonly [string, string])[],
  isSelector: ProfileCheck['isSelector'],
): ProfileProblem | null => {
  const bad = selectors.find(([, css]) => !isProfileSelector(css) || !isSelector(css));
  return bad ? { kind: 'bad-selector', field: bad[0], css: quote(bad[1]) } : null;
};

function parseJson(text: string): Result<unknown, ProfileProblem> {
  // A character is at most three bytes, so most texts need no counting.
  const isLarge = text.length * 3 > MAX_PROFILE_BYTES && new TextEncoder().encode(text).length > MAX_PROFILE_BYTES;
  if (isLarge) return err({ kind: 'too-large', limit: MAX_PROFILE_BYTES });
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return err({ kind: 'not-json' });
  }
}

/** Reads a profile file. Errors: the first thing wrong with it and where; nothing of a wrong file is ever used. */
export function parseProfile(
  text: string,
  { isSelector, knownFields, newerThan }: ProfileCheck,
): Result<PageProfile, ProfileProblem> {
  const json = parseJson(text.replace(/^\ufeff/, ''));
  if (!json.ok) return json;
  const hostile = hostilePart(json.value, '');
  if (hostile !== null) return malformed(hostile);
  const { format, schema } = (json.value ?? {}) as { format?: unknown; schema?: unknown };
  if (format === 'parley-page-profile' && typeof schema === 'number' && schema > 1)
    return err({ kind: 'newer-schema', found: schema });
  const parsed = v.safeParse(profileSchema, json.value);
  if (!parsed.success) return malformed(firstIssue(parsed.issues));
  const profile = parsed.output as PageProfile;
  const { marketplace, fields, taught = [], version } = profile;
  if (!Object.hasOwn(knownFields, marketplace)) return err({ kind: 'unknown-marketplace', marketplace });
  const unknown = Object.keys(fields).find((field) => !knownFields[marketplace]!.includes(field));
  if (unknown !== undefined) return err({ kind: 'unknown-field', field: quote(unknown) });
  const stranger = taught.findIndex((page) => page.marketplace !== marketplace);
  if (stranger >= 0) return malformed(`taught.${stranger}.marketplace`);
  const twin = taught.findIndex(({ id }, at) => taught.findIndex((page) => page.id === id) < at);
  if (twin >= 0) return malformed(`taught.${twin}.id`);
  const bad = badSelector(selectorsOf(profile), isSelector);
  if (bad) return err(bad);
  const known = Object.hasOwn(newerThan, marketplace) ? newerThan[marketplace]! : '';
  // A profile without fields of its own brings taught pages alone; they do not grow old with the built-in profile.
  const isOld = Object.keys(fields).length > 0 && known !== '' && compareVersions(version, known) <= 0;
  return isOld ? err({ kind: 'not-newer', version, known }) : ok(profile);
}

/** Reads a page that somebody has just shown, as it comes from inside a seller page. Errors: as `parseProfile`. */
export function parseTaughtPage(
  input: unknown,
  { isSelector }: Pick<ProfileCheck, 'isSelector'>,
): Result<TaughtPage, ProfileProblem> {
  const hostile = hostilePart(input, '');
  if (hostile !== null) return malformed(hostile);
  const parsed = v.safeParse(taughtPage, input);
  if (!parsed.success) return malformed(firstIssue(parsed.issues));
  const page = parsed.output as TaughtPage;
  const bad = badSelector(taughtSelectors(page), isSelector);
  return bad ? err(bad) : ok(page);
}
