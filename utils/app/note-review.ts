import { deskFindings, type ActiveDesk } from '../domain/compliance/desk/apply-desk';
import { isKeptTooLong } from '../domain/compliance/notes/kept-too-long';
import { textsFor } from '../domain/compliance/texts-for';
import type { Instant, Lang } from '../domain/ids';
import type { ArchiveRow, BuyerRow, NoteRow } from '../domain/records';
import { err, ok } from '../domain/result';
import type { ApiResult, Backup } from './api';
import type { BuyerView } from './buyers-api';
import type { Catalogue } from './catalogue';
import type { DeskRulesStore } from './desk-rules';
import type { NoteAdvice, NoteFinding } from './note-api';
import { maxNoteLength } from './notes';

/** What looks at notes needs: the shipped rules, what the desk has decided, and who reads the words. */
export interface NoteReviewDeps {
  /** Asked when a note is looked at: extension pages load the catalogue only then. */
  readonly catalogue: () => Promise<Pick<Catalogue, 'noteCheck' | 'listed'>>;
  readonly deskRules: Pick<DeskRulesStore, 'active'>;
  readonly uiLang: () => Promise<Lang>;
}

/** Use cases around what may stand in notes. */
export interface NoteReview {
  /** What the rules say of a text; nothing is kept. Errors: `invalid` when it is too long. */
  readonly reviewNote: (request: { readonly text: string }) => ApiResult<readonly NoteFinding[]>;
  /** Which notes hold contact data of a buyer whose last delivery is too long ago. */
  readonly oldNotes: (asked: {
    readonly notes: readonly NoteRow[];
    readonly deliveredOn: string | undefined;
    readonly now: Instant;
  }) => Promise<Pick<BuyerView, 'oldNotes' | 'retention'>>;
  /** What to think of before a file with buyers is handed on; null when it names nobody. */
  readonly adviseBackup: (backup: Pick<Backup, 'tables'>) => ApiResult<NoteAdvice | null>;
  /** The same for a file whose rows were looked at already: `names` tells whether it names anybody. */
  readonly adviseExport: (asked: { readonly names: boolean }) => ApiResult<NoteAdvice | null>;
  /** How many of these notes break a rule this desk has not switched off. Throws when the rules cannot be read. */
  readonly flaggedNotes: (texts: readonly string[]) => Promise<{ readonly flagged: number }>;
}

const CONTACT_DATA = 'note-contact-data';
const RETENTION = 'note-retention';
const TEAM_EXPORT = 'note-team-export';
const EXCERPT_CHARS = 80;

/** A buyer whose notes are all as they should be. */
export const noOldNotes: Pick<BuyerView, 'oldNotes' | 'retention'> = { oldNotes: [], retention: null };

const cut = (text: string): string => [...text].slice(0, EXCERPT_CHARS).join('');

/** Rows of a backup that are not deleted; its tables are as the store holds them. */
const alive = <R>(rows: readonly unknown[] = []): readonly Partial<R>[] =>
  rows.filter((row): row is Partial<R> => {
    const { deleted } = (row ?? {}) as { readonly deleted?: number };
    return typeof row === 'object' && row !== null && deleted !== 1;
  });

/** Use cases around what may stand in notes, over the shipped rules and the desk's decisions. */
export const createNoteReview = ({ catalogue, deskRules, uiLang }: NoteReviewDeps): NoteReview => {
  const words = async () => {
    const [{ stated }, lang] = [await (await catalogue()).listed(), await uiLang()];
    const rules = stated.filter(({ id }) => id.startsWith('note-'));
    return { rules, texts: textsFor(rules, lang) };
  };

  /** What this desk says of a rule whose condition is met; null when it has switched the rule off. */
  const advice = async (id: string, active: ActiveDesk): Promise<NoteAdvice | null> => {
    const { rules, texts } = await words();
    const severity = rules.find((rule) => rule.id === id)?.severity;
    const text = texts[id];
    if (severity === undefined || text === undefined) return null;
    return deskFindings([{ rule: id, severity, words: text }], active)[0] ?? null;
  };

  const teamAdvice = async (names: boolean): Promise<NoteAdvice | null> =>
    names ? advice(TEAM_EXPORT, await deskRules.active()) : null;

  const holdsContact = async (): Promise<(text: string) => boolean> => {
    const check = await (await catalogue()).noteCheck();
    return (text) => check(text).some(({ rule }) => rule === CONTACT_DATA);
  };

  return {
    async reviewNote({ text }) {
      if (text.length > maxNoteLength) return err({ kind: 'invalid', field: 'text' });
      try {
        const [check, { texts }, active] = await Promise.all([
          catalogue().then((shipped) => shipped.noteCheck()),
          words(),
          deskRules.active(),
        ]);
        const found = check(text).flatMap(({ rule, severity, start, end }) => {
          const about = texts[rule];
          return about ? [{ rule, severity, start, end, excerpt: cut(text.slice(start, end)), words: about }] : [];
        });
        return ok(deskFindings(found, active));
      } catch {
        // `asset-missing` is in the log already; the note can be saved without having been looked at.
        return err({ kind: 'storage-failed', code: 'asset-missing' });
      }
    },

    async oldNotes({ notes, deliveredOn, now }) {
      // The date first: most records have no note that old, and opening them should load no rules.
      if (notes.length === 0 || !isKeptTooLong([{ rule: CONTACT_DATA }], deliveredOn, now)) return noOldNotes;
      try {
        const [holds, retention] = [await holdsContact(), await advice(RETENTION, await deskRules.active())];
        const old = retention ? notes.filter(({ text }) => holds(text)).map(({ id }) => id) : [];
        return old.length > 0 ? { oldNotes: old, retention } : noOldNotes;
      } catch {
        // A record opens without this line rather than not at all.
        return noOldNotes;
      }
    },

    async adviseBackup({ tables }) {
      try {
        // Archived records lie in the file as text.
        const packed = alive<ArchiveRow>(tables['archive']).some(({ rows = '' }) => rows.includes('"displayName":"'));
        const named =
          packed || alive<BuyerRow>(tables['buyers']).some(({ displayName = '' }) => displayName.trim() !== '');
        const holds = named ? null : await holdsContact();
        const names = holds === null || alive<NoteRow>(tables['notes']).some(({ text = '' }) => holds(text));
        return ok(await teamAdvice(names));
      } catch {
        return err({ kind: 'storage-failed', code: 'asset-missing' });
      }
    },

    async adviseExport({ names }) {
      try {
        return ok(await teamAdvice(names));
      } catch {
        return err({ kind: 'storage-failed', code: 'asset-missing' });
      }
    },

    async flaggedNotes(texts) {
      const [check, active] = await Promise.all([
        catalogue().then((shipped) => shipped.noteCheck()),
        deskRules.active(),
      ]);
      const isFlagged = (text: string): boolean => {
        // Notes of others can be longer than ours may be; the check is for short texts.
        const found = check(text.slice(0, maxNoteLength));
        return found.length > 0 && deskFindings(found, active).length > 0;
      };
      return { flagged: texts.filter(isFlagged).length };
    },
  };
};
