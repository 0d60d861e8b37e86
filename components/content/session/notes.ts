import type { ApiProblem, ContentApi, RecordHeader } from '@/utils/app/api';
import type { BuyerView } from '@/utils/app/buyers-api';
import type { BuyerKey, NoteId } from '@/utils/domain/ids';
import type { Result } from '@/utils/domain/result';
import type { AssistantActions, AssistantModel } from '../model';
import type { Store } from './store';

type NotesActions = Pick<
  AssistantActions,
  'openNotes' | 'closeNotes' | 'reviewNote' | 'addNote' | 'editNote' | 'deleteNote' | 'changeRecord' | 'knownTags'
>;

export interface NotesDesk extends NotesActions {
  /** The conversation changed, or its record's header came: the card closes and shows the count. */
  show(record: RecordHeader | null, why: 'no-strong-alias' | 'shop-unknown' | ApiProblem): void;
  /** Another tab or the dashboard has changed this record. */
  changedElsewhere(): void;
}

/** Notes that were there before and now read differently or are gone. */
const differing = (before: BuyerView, after: BuyerView): readonly NoteId[] =>
  before.notes.filter((note) => after.notes.find(({ id }) => id === note.id)?.text !== note.text).map(({ id }) => id);

/** The header as it is after a change of the record: what the bar shows follows at once. */
const headerOf = (before: RecordHeader, { notes, buyer, joined }: BuyerView): RecordHeader => {
  const { promiseDueOn, dueAt, orders = 0 } = buyer.summary ?? {};
  const { promiseDueOn: _on, dueAt: _at, ...kept } = before;
  return {
    ...kept,
    // Whoever turned out to be somebody known is not taken back any more: the older record would go along.
    isNew: before.isNew && joined.length === 0,
    noteCount: notes.length,
    segments: buyer.segments ?? before.segments,
    returning: before.returning || orders > 1,
    ...(promiseDueOn ? { promiseDueOn } : {}),
    ...(dueAt ? { dueAt } : {}),
  };
};

/** Why a record is away that comes back the same way: an open card says so, and shows it again when it is there. */
const isAway = (why: unknown): boolean =>
  ['forgotten', 'parley-locked'].includes(String((why as { kind?: unknown } | null)?.kind));

/** The buyer card of the page: notes are fetched when it opens and forgotten when it closes. */
export function createNotesDesk(
  client: ContentApi,
  store: Store<AssistantModel>,
  /** Asks about the conversation once more: its record came or went. */
  askAgain: () => void = () => {},
): NotesDesk {
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
    const { notes, record } = store.get();
    if (found.ok) {
      count = found.value.notes.length;
      if (record) store.set({ record: headerOf(record, found.value) });
    }
    if (notes.kind === 'closed') return store.set({ notes: { kind: 'closed', count } });
    if (!found.ok) return store.set({ notes: { kind: 'problem', problem: found.error } });
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
    show(found, why) {
      const before = store.get();
      const { kind } = before.notes;
      const isSame = found !== null && found.buyerKey === buyerKey;
      // What was made by this page stays new until another conversation is opened, however often it is asked about.
      const record = found && isSame && before.record?.isNew ? { ...found, isNew: true } : found;
      store.set({ record });
      // A late answer about the same buyer must not shut what the agent has just opened.
      if (isSame && (kind === 'open' || kind === 'loading')) return;
      // The agent opened the card before a late panel said who the buyer is, or before the shop was chosen; or a
      // forgotten buyer is kept again, or Parley was unlocked.
      const isWaiting = kind === 'unavailable' || (before.notes.kind === 'problem' && isAway(before.notes.problem));
      // Forgotten or locked by the agent, who looks at the card: it says so.
      const isJustAway = isAway(why) && kind !== 'closed';
      buyerKey = record?.buyerKey ?? null;
      count = record?.noteCount ?? 0;
      reason = why;
      if (isJustAway || (record && isWaiting)) return openNotes();
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
    async changeRecord(call, request) {
      const isAbout = call !== 'rememberAgain';
      if (isAbout && !buyerKey) return false;
      const ask = client[call] as (args: object) => ReturnType<ContentApi[typeof call]>;
      const work = ask({ ...request, ...(isAbout ? { buyerKey } : {}) });
      if (isAbout && call !== 'forgetBuyer') return change(work);
      const done = await work;
      if (done.ok) askAgain();
      else store.set({ notice: { kind: 'problem', problem: done.error } });
      return done.ok;
    },
    async knownTags() {
      const tags = await client.knownTags({});
      return tags.ok ? tags.value : [];
    },
  };
}
