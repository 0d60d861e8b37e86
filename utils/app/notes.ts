import { asNew, withFields } from '../domain/customers/clocked';
import { brandAs, type BuyerKey, type ShopId } from '../domain/ids';
import type { NoteRow } from '../domain/records';
import { err, ok } from '../domain/result';
import { buyerTopic } from '../platform/settings/change-signal';
import type { ApiResult } from './api';
import { rootOf } from './buyers/refresh';
import type { NotesApi } from './note-api';
import { announcing, changing, checkedText, type Change, type RecordDeps } from './records';

/** Use cases around notes. */
export type Notes = Omit<NotesApi, 'reviewNote'>;

/** Longest note. Units: UTF-16 units after trimming. */
export const maxNoteLength = 5_000;

const limit = { field: 'text', max: maxNoteLength };

// Ids of rules about notes; a sentence does not fit, so no text can get into the log.
const RULE = /^note-[a-z]+(?:-[a-z]+){0,4}$/;
const LONGEST_RULE = 40;
const MOST_RULES = 20;

const areRules = (despite: readonly string[]): boolean =>
  despite.length <= MOST_RULES && despite.every((rule) => rule.length <= LONGEST_RULE && RULE.test(rule));

/** One line for each rule; not under the buyer, of whom it would say what kind of note there is. */
const logOverrides = (change: Change, shopId: ShopId, despite: readonly string[]): void => {
  for (const rule of new Set(despite)) change.log({ shopId, what: 'note.overridden', detail: { rule } });
};

/** Whether what is about one record is shown with another: the same one, or one joined to it. */
const isShownWith = async ({ db }: Change, own: BuyerKey, shown: BuyerKey): Promise<boolean> => {
  if (own === shown) return true;
  const rows = (await db.buyers.bulkGet([own, shown])).flatMap((row) => (row?.deleted === 0 ? [row] : []));
  const roots = await Promise.all(rows.map((row) => rootOf(db, row)));
  return roots.length === 2 && roots[0]?.key === roots[1]?.key;
};

/** Use cases around notes, over the given stores. Deleting leaves a tombstone without the text. */
export const createNotes = (deps: RecordDeps): Notes => {
  const alter = async (
    { buyerKey, noteId, despite = [] }: Pick<Parameters<Notes['editNote']>[0], 'buyerKey' | 'noteId' | 'despite'>,
    what: string,
    next: (change: Change) => Partial<Pick<NoteRow, 'text' | 'editedAt' | 'deleted'>>,
  ): ApiResult<NoteRow> => {
    const altered = await changing(deps, ['buyers', 'notes'], async (change) => {
      const before = await change.db.notes.get(noteId);
      // A note of another buyer is as good as no note: ids from a page are not trusted to belong together.
      if (before === undefined || before.deleted === 1 || !(await isShownWith(change, before.buyerKey, buyerKey)))
        return err({ kind: 'not-found' });
      const { deleted = 0, ...fields } = next(change);
      const stamp = change.stamp(before.shopId);
      const note: NoteRow = { ...withFields<NoteRow>(before, fields, stamp), ...stamp, deleted };
      await change.db.notes.put(note);
      change.touch(before.buyerKey, 'words');
      change.log({ shopId: before.shopId, what, buyerKey: before.buyerKey });
      logOverrides(change, before.shopId, despite);
      return ok(note);
    });
    return announcing(deps, altered, [buyerTopic(buyerKey)]);
  };

  return {
    addNote: async ({ buyerKey, text, despite = [] }) => {
      const checked = checkedText(text, limit);
      if (!checked.ok) return checked;
      if (!areRules(despite)) return err({ kind: 'invalid', field: 'despite' });
      const added = await changing(deps, ['buyers', 'notes'], async (change) => {
        const buyer = await change.db.buyers.get(buyerKey);
        if (buyer === undefined || buyer.deleted === 1) return err({ kind: 'not-found' });
        const id = brandAs<'NoteId'>(deps.clock.newId());
        const stamp = change.stamp(buyer.shopId);
        const note = asNew<NoteRow>({ ...stamp, id, buyerKey, text: checked.value, createdAt: change.now });
        await change.db.notes.add(note);
        change.touch(buyerKey, 'words');
        change.log({ shopId: buyer.shopId, what: 'note.added', buyerKey });
        logOverrides(change, buyer.shopId, despite);
        return ok(note);
      });
      return announcing(deps, added, [buyerTopic(buyerKey)]);
    },

    editNote: async (request) => {
      const checked = checkedText(request.text, limit);
      if (!checked.ok) return checked;
      if (!areRules(request.despite ?? [])) return err({ kind: 'invalid', field: 'despite' });
      return alter(request, 'note.edited', ({ now }) => ({ text: checked.value, editedAt: now }));
    },

    deleteNote: async (request) => {
      const deleted = await alter(request, 'note.deleted', () => ({ deleted: 1, text: '' }));
      return deleted.ok ? ok(null) : deleted;
    },
  };
};
