import { useMemo, useState } from 'react';
import type { ConversionTables } from '@/utils/domain/convert/tables';

/** How the fields of a form and a typed text say the same thing. */
export interface FieldLanguage<F> {
  readonly empty: F;
  /** What goes when the text no longer says it: the number, not the unit beside it. */
  readonly blank: Partial<F>;
  /** What the text says; null when it is about something else. */
  readonly read: (text: string, tables: ConversionTables) => Partial<F> | null;
  /** The fields as a text the converter reads; null while something is missing. */
  readonly write: (fields: F) => string | null;
}

/** The text a form goes with, and the tables it is read with. */
export interface FieldText {
  readonly query: string;
  readonly tables: ConversionTables;
  readonly onQuery: (text: string) => void;
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
export function useFields<F>({ query, tables, onQuery }: FieldText, language: FieldLanguage<F>): Fields<F> {
  const { empty, blank, read, write } = language;
  const [draft, setDraft] = useState<{ readonly fields: F; readonly written: string }>({ fields: empty, written: '' });
  const fromText = useMemo(() => (query.trim() === '' ? null : read(query, tables)), [query, tables, read]);
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
