import type { FieldSource, PageProfile } from './profile';

/** Why a file is no page profile that can be used. */
export type ProfileProblem =
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'not-json' }
  /** `path` says where, in the file's own words. */
  | { readonly kind: 'malformed'; readonly path: string }
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'unknown-marketplace'; readonly marketplace: string }
  | { readonly kind: 'bad-selector'; readonly field: string; readonly css: string }
  | { readonly kind: 'newer-schema'; readonly found: number }
  | { readonly kind: 'not-newer'; readonly version: string; readonly known: string };

/** What changes for one field or one taught page. */
export interface ProfileChange {
  readonly field: string;
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  /** Number of candidates before and after. */
  readonly before: number;
  readonly after: number;
}

const selectorsOf = ({ structure, semantic = [] }: FieldSource): readonly string[] => [
  ...structure.map((css) => `structure ${css}`),
  ...semantic.map((css) => `semantic ${css}`),
];

/** Compares two profiles field by field, in the order of the names. */
export function compareProfiles(
  before: Pick<PageProfile, 'fields'>,
  after: Pick<PageProfile, 'fields'>,
): readonly ProfileChange[] {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].sort();
  return names.map((field): ProfileChange => {
    const old = before.fields[field];
    const own = after.fields[field];
    const [was, is] = [old ? selectorsOf(old) : [], own ? selectorsOf(own) : []];
    const isSame = was.join('\n') === is.join('\n');
    const change = !old ? 'added' : !own ? 'removed' : isSame ? 'same' : 'changed';
    return { field, change, before: was.length, after: is.length };
  });
}
