import type { Field, FieldHealth, PageHealth } from './contract';

/** The whole page at one glance: broken without a required field, limited with a guess or a gap. */
export function pageHealth(fields: readonly FieldHealth[]): PageHealth {
  if (fields.some(({ required, state }) => required && state === 'missing')) return 'broken';
  return fields.every(({ state }) => state === 'ok') ? 'good' : 'limited';
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
          : { field, required, state: 'missing' },
      );
      return read;
    },
    list: () => [...fields.values()],
  };
}
