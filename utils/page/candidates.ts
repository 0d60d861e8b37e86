import type { Candidate } from '../domain/profiles/profile';
import type { Scope } from './deep-query';
import { found, lacking, type Field } from './field';

export type { Candidate } from '../domain/profiles/profile';

/** What to read: the name for reports, the candidates in order of trust, and the check that turns an element into a value. */
export interface FieldSpec<T> {
  readonly field: string;
  readonly candidates: readonly Candidate[];
  /** Undefined when the element is not what the candidate promised; the next one is tried. */
  readonly parse: (element: Element) => T | undefined;
}

/** Tries the candidates in order until one gives a valid value; an element that fails its check counts as `invalid`. */
export function readField<T>(scope: Scope, { field, candidates: list, parse }: FieldSpec<T>): Field<T> {
  let sawElement = false;
  // The light DOM first for the candidates of one kind: a hit there spares the walk through shadow roots.
  for (const kind of ['taught', 'structure', 'semantic'] as const)
    for (const look of ['light', 'all'] as const)
      for (const [index, candidate] of list.entries()) {
        if (candidate.kind !== kind) continue;
        for (const element of scope[look](candidate.css)) {
          sawElement = true;
          const value = parse(element);
          if (value !== undefined) return found(value, index, kind);
        }
      }
  return lacking(sawElement ? 'invalid' : 'missing', field);
}

/** Runs a reader on a page that may change under it; a bug of ours or an odd page becomes `invalid`, never an exception. */
export function safely<T>(field: string, read: () => Field<T>): Field<T> {
  try {
    return read();
  } catch {
    return lacking('invalid', field);
  }
}
