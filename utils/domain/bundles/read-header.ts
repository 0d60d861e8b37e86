/** The first and the last line of a bundle, and the form of those between. */
import * as v from 'valibot';
import { err, ok, type Result } from '../result';
import { bundleScopes, bundleVersion, type BundleEnd, type BundleHeader, type BundleProblem } from './bundle';
import { instant, isPlainObject, mapOf, name, wholeNumber } from './row-parts';
import { isSection } from './row-schemas';

/** A header, and the counts it says by section, also of sections that are not known here. */
export interface SaidHeader {
  readonly header: BundleHeader;
  readonly said: ReadonlyMap<string, number>;
}

/** What one line says. */
export type LineForm =
  /** A row; its section is empty where the line names none. */
  | { readonly kind: 'row'; readonly section: string; readonly row: unknown }
  | { readonly kind: 'end'; readonly end: BundleEnd }
  | { readonly kind: 'malformed-end' };

const Version = v.looseObject({ format: v.literal('parley-bundle'), major: wholeNumber(1) });

const Header = v.object({
  format: v.literal('parley-bundle'),
  major: wholeNumber(1),
  minor: wholeNumber(0),
  schema: wholeNumber(0),
  origin: name,
  authorId: name,
  createdAt: instant,
  // A later minor may know others.
  scope: v.fallback(v.optional(v.picklist(bundleScopes)), undefined),
  redaction: v.picklist(['full', 'no-names', 'statistics']),
  counts: mapOf(name, wholeNumber(0)),
});

const End = v.object({ rows: wholeNumber(0), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

/** Reads a line as JSON; undefined, which JSON has not, when it is none. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The only way the platform says that a text is no JSON.
    return undefined;
  }
};

/**
 * Reads the first line.
 *
 * Errors: `newer-bundle` when its major is larger than ours, else `not-a-bundle`.
 */
export const readHeader = (text: string): Result<SaidHeader, BundleProblem> => {
  const json = jsonOf(text);
  const value = isPlainObject(json) ? json['header'] : undefined;
  const version = v.safeParse(Version, value);
  if (!version.success) return err({ kind: 'not-a-bundle' });
  // Before anything else is asked of it: a newer major may have another header.
  const { major } = version.output;
  if (major > bundleVersion.major) return err({ kind: 'newer-bundle', found: major, known: bundleVersion.major });
  const read = v.safeParse(Header, value, { abortEarly: true, abortPipeEarly: true });
  if (!read.success) return err({ kind: 'not-a-bundle' });
  const said = Object.entries(read.output.counts);
  const counts = Object.fromEntries(said.filter(([section]) => isSection(section)));
  const { scope, ...others } = read.output;
  return ok({ header: { ...others, ...(scope ? { scope } : {}), counts }, said: new Map(said) });
};

/** What a line after the first one is, its row not checked yet. */
export const formOf = (json: unknown): LineForm => {
  if (!isPlainObject(json)) return { kind: 'row', section: '', row: json };
  if (Object.hasOwn(json, 'end')) {
    const end = v.safeParse(End, json['end']);
    return end.success ? { kind: 'end', end: end.output } : { kind: 'malformed-end' };
  }
  const section = json['s'];
  return { kind: 'row', section: typeof section === 'string' ? section : '', row: json['r'] };
};
