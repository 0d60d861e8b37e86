import { useCallback, useState } from 'react';
import type { FieldChange } from '@/utils/app/buyers-api';
import type { BuyerKey } from '@/utils/domain/ids';
import type { NoteRow } from '@/utils/domain/records';

/** A field of a record that is being changed. */
export interface FieldDraft {
  readonly field: FieldChange['field'];
  readonly text: string;
  /** What the field was when the change began or was last compared. */
  readonly base: string;
  /** Clock reading of the record at that time. */
  readonly seen: string;
}

/** What the agent has typed into a buyer's record and not saved. */
export interface UnfinishedWork {
  readonly note: string;
  readonly tag: string;
  /** The note being changed, as it was when the change began or was last compared. */
  readonly editing: { readonly base: NoteRow; readonly text: string } | null;
  readonly field: FieldDraft | null;
}

const nothing: UnfinishedWork = { note: '', tag: '', editing: null, field: null };

/** Whether something would be lost if the record went away now. */
export const isUnfinished = ({ note, tag, editing, field }: UnfinishedWork): boolean =>
  note.trim() !== '' || tag.trim() !== '' || editing !== null || field !== null;

/**
 * Keeps unsaved words per buyer for as long as the page is open: closing a record or opening another one never
 * loses what was typed, and never moves it to another buyer.
 */
export function useUnfinishedWork() {
  const [works, setWorks] = useState<ReadonlyMap<BuyerKey, UnfinishedWork>>(new Map());
  const of = useCallback((key: BuyerKey) => works.get(key) ?? nothing, [works]);
  const keep = useCallback((key: BuyerKey, change: Partial<UnfinishedWork>) => {
    setWorks((now) => new Map(now).set(key, { ...(now.get(key) ?? nothing), ...change }));
  }, []);
  return { of, keep };
}
