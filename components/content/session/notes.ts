import type { ApiProblem, BuyerView, ContentApi } from '@/utils/app/api';
import type { BuyerKey, NoteId } from '@/utils/domain/ids';
import type { Result } from '@/utils/domain/result';
import type { AssistantActions, AssistantModel } from '../model';
import type { Store } from './store';

type NotesActions = Pick<
  AssistantActions,
  'openNotes' | 'closeNotes' | 'reviewNote' | 'addNote' | 'editNote' | 'deleteNote'
>;

export interface NotesDesk extends NotesActions {
  /** The conversation changed, or its record's header came: the card closes and shows the count. */
  show(
    record: { readonly buyerKey: BuyerKey; readonly noteCount: number } | null,
    why: 'no-strong-alias' | 'shop-unknown' | ApiProblem,
  ): void;
  /** Another tab or the dashboard has changed this record. */
  changedElsewhere(): void;
}

/** Notes that were there before and now read differently or are gone. */
const differing = (before: BuyerView, after: BuyerView): readonly NoteId[] =>
  before.notes.filter((note) => after.notes.find(({ id }) => id === note.id)?.text !== note.text).map(({ id }) => id);

/** The buyer card of the page: notes are fetched when it opens and forgotten when it closes. */
export function createNotesDesk(client: ContentApi, store: Store<AssistantModel>): NotesDesk {
  let buyerKey: BuyerKey | null = null;
  let count = 0;
  /** Why there is no record; said when the agent opens the card, not before. */
  let reason: 'no-strong-alias' | 'shop-unknown' | ApiProblem = 'no-strong-alias';

  /** Reads the record; `by` tells whether notes that differ were changed by somebody else. */
  const load = async (by: 'us' | 'others' = 'us') => {
    if (!buyerKey) return;
    const asked = buyerKey;
    const found = await client.openBuyer({ buyerKey: asked });
    if (asked !== buyerKey) return;
    const { notes } = store.get();
    if (notes.kind === 'closed') {
      if (found.ok) {
        count = found.value.notes.length;
        store.set({ notes: { kind: 'closed', count } });
      }
      return;
    }
    if (!found.ok) return store.set({ notes: { kind: 'problem', problem: found.error } });
    count = found.value.notes.length;
    const changedElsewhere = by === 'others' && notes.kind === 'open' ? differing(notes.view, found.value) : [];
    store.set({ notes: { kind: 'open', view: found.value, changedElsewhere } });
  };
  const change = async <T>(work: Promise<Result<T, ApiProblem>>): Promise<boolean> => {
    const done = await work;
    if (!done.ok) store.set({ notice: { kind: 'problem', problem: done.error } });
    else await load();
    return done.ok;
  };

  const openNotes = () => {
    if (!buyerKey) {
      const notes =
        typeof reason === 'string'
          ? { kind: 'unavailable' as const, why: reason }
          : { kind: 'problem' as const, problem: reason };
      return store.set({ notes });
    }
    store.set({ notes: { kind: 'loading' } });
    void load();
  };

  return {
    show(record, why) {
      const { kind } = store.get().notes;
      // A late answer about the same buyer must not shut what the agent has just opened.
      if (record?.buyerKey === buyerKey && record && (kind === 'open' || kind === 'loading')) return;
      const isWaiting = kind === 'unavailable';
      buyerKey = record?.buyerKey ?? null;
      count = record?.noteCount ?? 0;
      reason = why;
      // The agent opened the card before a late panel said who the buyer is, or before the shop was chosen.
      if (record && isWaiting) return openNotes();
      store.set({ notes: { kind: 'closed', count } });
    },
    changedElsewhere: () => void load('others'),
    openNotes,
    closeNotes() {
      store.set({ notes: { kind: 'closed', count } });
    },
    async reviewNote(text) {
      const found = await client.reviewNote({ text });
      return found.ok ? found.value : [];
    },
    addNote: (text, despite) =>
      buyerKey ? change(client.addNote({ buyerKey, text, despite })) : Promise.resolve(false),
    editNote: (noteId, text, despite) =>
      buyerKey ? change(client.editNote({ buyerKey, noteId, text, despite })) : Promise.resolve(false),
    deleteNote: (noteId: NoteId) =>
      buyerKey ? change(client.deleteNote({ buyerKey, noteId })) : Promise.resolve(false),
  };
}
