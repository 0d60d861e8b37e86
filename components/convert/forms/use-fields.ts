import { useMemo, useState } from 'react';

/** How the fields of a form and a typed text say the same thing. */
export interface FieldLanguage<F> {
  readonly empty: F;
  /** What goes when the text no longer says it: the number, not the unit beside it. */
  readonly blank: Partial<F>;
  /** What the text says; null when it is about something else. Keep the function between renders. */
  readonly read: (text: string) => Partial<F> | null;
  /** The fields as a text the converter reads; null while something is missing. */
  readonly write: (fields: F) => string | null;
}

/** The fields as they stand now and how one is changed. */
export interface Fields<F> {
  readonly shown: F;
  readonly change: (patch: Partial<F>) => void;
}

/**
 * Keeps a form and the typed text in step: what is typed fills the fields, a changed field rewrites the text. A text the
 * form itself wrote is not read back, so that half-filled fields stay as they are.
 */
export function useFields<F>(query: string, onQuery: (text: string) => void, language: FieldLanguage<F>): Fields<F> {
  const { empty, blank, read, write } = language;
  const [draft, setDraft] = useState<{ readonly fields: F; readonly written: string }>({ fields: empty, written: '' });
  const fromText = useMemo(() => (query.trim() === '' ? null : read(query)), [query, read]);
  const shown = query === draft.written ? draft.fields : { ...draft.fields, ...blank, ...fromText };
  return {
    shown,
    change(patch) {
      const fields = { ...shown, ...patch };
      const written = write(fields) ?? '';
      setDraft({ fields, written });
      onQuery(written);
    },
  };
}
