import type { Candidate, FieldCandidates, FieldSource } from './profile';

/** The candidates of one field, in order of trust: structure before meaning. */
const candidatesOf = ({ page, seen, structure, semantic = [] }: FieldSource): readonly Candidate[] => [
  ...structure.map((css): Candidate => ({ css, seen, page, kind: 'structure' })),
  ...semantic.map((css): Candidate => ({ css, seen, page, kind: 'semantic' })),
];

/** The candidates of every field of a profile. */
export const fieldsOf = (fields: Readonly<Record<string, FieldSource>>): FieldCandidates =>
  Object.fromEntries(Object.entries(fields).map(([name, source]) => [name, candidatesOf(source)]));
