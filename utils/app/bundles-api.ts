/** What can be asked about files of records: who we are to the team, writing files, reading them, and taking that back. */
import type { BundleSection, BundleHeader, Redaction, RejectedRow } from '../domain/bundles/bundle';
import type { FieldPlan, RowPlanKind } from '../domain/bundles/diff-bundles';
import type { ImportState, ImportTally, ShopLink, Take } from '../domain/bundles/import-job';
import type { AgentId, Instant, MarketId, ShopId } from '../domain/ids';
import type { Result } from '../domain/result';
import type { BundleKey, CipherProblem, LockedBy, LockProblem } from '../platform/bundles/age-file';
import type { BundleLock } from '../platform/bundles/seal';
import type { ApiProblem, ApiResult } from './api';
import type { JobOptions } from './buyers-api';
import type { NoteAdvice } from './note-api';

export type { ImportState, ImportTally, ShopLink, Take } from '../domain/bundles/import-job';

/** Somebody whose files are read and who can read ours: what they have sent us as small text. */
export interface Mate {
  readonly id: AgentId;
  readonly name: string;
  /** Their public key, `age1…`: what a file for them is locked with. */
  readonly recipient: string;
  /** A lead's files may carry what the whole desk decides. */
  readonly isLead: boolean;
  readonly addedAt: Instant;
}

/** Who we are to the team, and who it is. */
export interface Team {
  readonly me: {
    readonly id: AgentId;
    readonly name: string;
    /** Our public key, `age1…`. */
    readonly recipient: string;
    /** What a team-mate pastes: name and public key as one line of text. */
    readonly card: string;
  };
  readonly mates: readonly Mate[];
}

/** Which rows go into a file. */
export type ExportScope =
  | { readonly kind: 'everything' }
  /** What was changed since the last export of this kind or of everything. */
  | { readonly kind: 'since-last' }
  /** Records and everything about them; everything that is given must hold. Days are `YYYY-MM-DD` of when a record was seen last. */
  | {
      readonly kind: 'buyers';
      readonly segment?: string;
      readonly tag?: string;
      readonly marketplace?: MarketId;
      readonly from?: string;
      readonly to?: string;
    }
  | { readonly kind: 'templates' }
  /** What the next shift needs: what is due, records to watch, and what was changed today. */
  | { readonly kind: 'hand-over' };

/** What is asked for; how the file is locked is decided afterwards. */
export interface ExportRequest {
  readonly scope: ExportScope;
  readonly redaction: Redaction;
}

/** What a file would hold, before it is written. */
export interface ExportLook {
  readonly counts: Readonly<Partial<Record<BundleSection, number>>>;
  /** Of the text before it is zipped. Units: bytes. */
  readonly bytes: number;
  /** Records with a name, and notes: what tells of people. */
  readonly names: number;
  readonly notes: number;
  /** Notes that hold an address, a number or an e-mail, or say more of a person than work needs. */
  readonly flagged: number;
  /** What to think of before the file is handed on; null when it names nobody. */
  readonly advice: NoteAdvice | null;
}

/** A file that was written; remembered without its contents. */
export interface ExportEntry {
  readonly id: string;
  readonly at: Instant;
  readonly fileName: string;
  readonly scope: ExportScope;
  readonly redaction: Redaction;
  readonly lockedBy: LockedBy | 'nothing';
  readonly counts: Readonly<Partial<Record<BundleSection, number>>>;
  /** Of the file. Units: bytes. */
  readonly bytes: number;
}

/** Why a file could not be read or written; the text is chosen by `kind`, as everywhere. */
export type BundleApiProblem =
  | ApiProblem
  | LockProblem
  | CipherProblem
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-a-bundle' }
  | { readonly kind: 'newer-bundle'; readonly found: number; readonly known: number }
  /** `line` counts from 1. */
  | { readonly kind: 'truncated'; readonly line: number }
  | { readonly kind: 'changed' }
  | { readonly kind: 'counts-differ'; readonly section: string; readonly said: number; readonly found: number }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'too-many-rows'; readonly limit: number }
  | { readonly kind: 'line-too-long'; readonly line: number; readonly limit: number }
  | { readonly kind: 'not-json'; readonly line: number }
  | { readonly kind: 'unwritable-row'; readonly section: string; readonly id: string }
  /** Another import is being applied or taken back. */
  | { readonly kind: 'import-busy' };

export type BundleResult<T> = Promise<Result<T, BundleApiProblem>>;

/** A file that was read, from the preview until its undo is forgotten. */
export interface ImportEntry {
  readonly id: string;
  readonly state: ImportState;
  readonly at: Instant;
  readonly fileName: string;
  readonly lockedBy: LockedBy | 'nothing';
  readonly header: BundleHeader;
  /** The team-mate who wrote it, when known. */
  readonly from?: string;
  readonly tally: ImportTally;
  /** By section, what this version does not know and leaves aside. */
  readonly unknownSections: Readonly<Record<string, number>>;
  readonly shops: readonly ShopLink[];
  readonly appliedAt?: Instant;
  /** Until when it can be taken back. */
  readonly undoUntil?: Instant;
  /** Records that had been changed since, and kept their changes when the import was taken back. */
  readonly keptBack?: number;
}

/** Why a row of rules changes nothing here although it is taken in: what holds is a lock. */
export type HeldBack =
  /** Somebody has locked the rule: this agent, a pack, or the lead of this name. */
  | { readonly kind: 'locked'; readonly by: 'self' | 'pack' | 'lead'; readonly name: string }
  /** It is a lock of somebody who is not marked as lead. */
  | { readonly kind: 'no-lead' };

/** One row of the preview. */
export interface ImportLine {
  /** Its place in the preview, from 0. */
  readonly n: number;
  readonly kind: RowPlanKind;
  readonly section: BundleSection;
  readonly id: string;
  /** What people call it: a name, an order number, the beginning of a note; empty when there is nothing. */
  readonly title: string;
  /** Who changed the row last over there, when known, and when. */
  readonly who?: string;
  readonly at: Instant;
  readonly fields: readonly FieldPlan[];
  /** Then its kind is `kept`, and there is nothing to choose. */
  readonly held?: HeldBack;
  /** What was chosen, by field; `*` for the whole row. */
  readonly chosen: Readonly<Record<string, Take>>;
}

/** One page of the preview. */
export interface ImportPage {
  readonly lines: readonly ImportLine[];
  /** Where the next page begins; missing at the end. */
  readonly next?: number;
}

/** What can be asked about files of records, from the extension's own pages. */
export interface BundlesApi {
  /** Makes our key when there is none. */
  team(): ApiResult<Team>;
  /** Errors: `invalid` with `name`. */
  rename(request: { readonly name: string }): ApiResult<Team>;
  /** Takes in what a team-mate has sent as small text, or a bare public key with a name. Errors: `invalid` with `card`. */
  addMate(request: { readonly card: string }): ApiResult<Team>;
  setLead(request: { readonly id: AgentId; readonly isLead: boolean }): ApiResult<Team>;
  removeMate(request: { readonly id: AgentId }): ApiResult<Team>;

  /** What a file would hold; nothing is written. */
  look(request: ExportRequest, options?: JobOptions): BundleResult<ExportLook>;
  /** Writes a file; a sealed one is read again only by who has the key. */
  write(
    request: ExportRequest & {
      readonly lock: BundleLock;
      /** A `backup` is no export of the person's: no list tells of it, and `since-last` does not go on from it. */
      readonly purpose?: 'backup';
    },
    options?: JobOptions,
  ): BundleResult<{ readonly file: Blob; readonly entry: ExportEntry }>;
  /** The last files that were written, newest first, at most 20. */
  exports(): ApiResult<readonly ExportEntry[]>;

  /** Reads a file and plans what it would change; nothing of it is in the records yet. Our own key is tried by itself. */
  read(
    request: { readonly file: Blob; readonly fileName: string; readonly key: BundleKey },
    options?: JobOptions,
  ): BundleResult<ImportEntry>;
  /** Those that wait, run, or can be taken back; newest first. */
  imports(): ApiResult<readonly ImportEntry[]>;
  /** One page of the preview; `same` and `kept` rows only when asked for. Errors: `not-found`. */
  lines(request: {
    readonly importId: string;
    readonly kinds?: readonly RowPlanKind[];
    readonly section?: BundleSection;
    readonly from?: number;
    readonly limit: number;
  }): ApiResult<ImportPage>;
  /** The first rows that were left out, at most 1,000. */
  rejected(request: { readonly importId: string }): ApiResult<readonly RejectedRow[]>;
  /** `field` missing: the whole row. Errors: `not-found`, `invalid` when it is not `ready` any more. */
  choose(request: {
    readonly importId: string;
    readonly n: number;
    readonly field?: string;
    readonly take: Take;
  }): ApiResult<ImportLine>;
  /** Sends the rows of a shop of the file to another shop of ours, and plans anew. */
  linkShop(
    request: { readonly importId: string; readonly theirs: ShopId; readonly ours: ShopId | null },
    options?: JobOptions,
  ): BundleResult<ImportEntry>;
  /** Writes what the preview says, part by part; stopping goes back to where it began. */
  apply(request: { readonly importId: string }, options?: JobOptions): BundleResult<ImportEntry>;
  /** Forgets an import that was not applied. */
  discard(request: { readonly importId: string }): ApiResult<null>;
  /** Takes an applied import back; records that were changed since keep their changes and are counted. */
  undo(request: { readonly importId: string }, options?: JobOptions): BundleResult<ImportEntry>;
}
