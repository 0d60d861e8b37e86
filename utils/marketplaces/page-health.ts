import type { Field, FieldHealth, PageHealth } from './contract';

/**
 * The whole page at one glance. Facts that a page just does not have count for nothing: a chat before the sale has no
 * order, and agents would learn to look past a warning that is always there.
 */
export function pageHealth(fields: readonly FieldHealth[]): PageHealth {
  if (fields.some(({ required, state }) => required && state === 'missing')) return 'broken';
  const isDoubtful = ({ required, state, problem }: FieldHealth): boolean =>
    required ? state === 'fallback' : problem === 'disagree' || problem === 'invalid';
  return fields.some(isDoubtful) ? 'limited' : 'good';
}

/** Keeps how the fields of the page on screen were read. */
export interface HealthBook {
  reset(): void;
  /** Notes one read and hands it on. */
  note<T>(field: string, read: Field<T>, need: 'required' | 'optional'): Field<T>;
  list(): readonly FieldHealth[];
}

/** Starts an empty book. */
export function createHealthBook(): HealthBook {
  const fields = new Map<string, FieldHealth>();
  return {
    reset: () => fields.clear(),
    note(field, read, need) {
      const required = need === 'required';
      fields.set(
        field,
        read.ok
          ? { field, required, state: read.source === 'semantic' ? 'fallback' : 'ok', candidate: read.candidate }
          : { field, required, state: 'missing', problem: read.problem.kind },
      );
      return read;
    },
    list: () => [...fields.values()],
  };
}
