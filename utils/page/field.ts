/** Why a reader has no value. */
export type ReadProblem =
  | { readonly kind: 'missing'; readonly field: string }
  | { readonly kind: 'invalid'; readonly field: string }
  | { readonly kind: 'disagree'; readonly field: string }
  | { readonly kind: 'disabled'; readonly field: string };

/** How sure a reader is: the page's own structure, a guess by meaning, or a place the agent has shown. */
export type ReadSource = 'structure' | 'semantic' | 'taught';

/** What one reader found: the value, which candidate found it and how sure that is; or what was wrong. Never throws. */
export type Field<T> =
  | { readonly ok: true; readonly value: T; readonly candidate: number; readonly source: ReadSource }
  | { readonly ok: false; readonly problem: ReadProblem };

/** Wraps a value that the page's structure gave. */
export const found = <T>(value: T, candidate = 0, source: ReadSource = 'structure'): Field<T> => ({
  ok: true,
  value,
  candidate,
  source,
});

/** Wraps the reason why there is no value. */
export const lacking = (
  kind: ReadProblem['kind'],
  field: string,
): { readonly ok: false; readonly problem: ReadProblem } => ({
  ok: false,
  problem: { kind, field },
});
