/** A file between being read and being forgotten: what is known of it beside its rows. */
import type { BuyerKey, Instant, MarketId, ShopId } from '../ids';
import type { BundleHeader, BundleSection } from './bundle';
import type { RowPlanKind } from './diff-bundles';

/**
 * Where an import stands: its rows are `reading`, it waits for a decision as `ready`, and what was begun after that is always
 * brought to its end, also after the browser was closed.
 */
export type ImportState = 'reading' | 'ready' | 'applying' | 'applied' | 'undoing' | 'undone';

/** How many rows of a file would do what. */
export type ImportTally = Readonly<Record<RowPlanKind | 'rejected', number>>;

/** Whose value a field gets: what merging says, or one side's, whatever the clocks say. */
export type Take = 'merged' | 'ours' | 'theirs';

/** A shop of a file, and the shop of ours its rows go to: the same one by id, by account, by name, or a new one. */
export interface ShopLink {
  readonly theirs: { readonly id: ShopId; readonly marketplace: MarketId; readonly name: string };
  /** Null: it becomes a shop of its own here. */
  readonly ours: ShopId | null;
}

/** How many rows of a part do what, so that a page of the preview opens only parts that have something to show. */
export interface PartPlan {
  /** Place of its first row in the preview. */
  readonly from: number;
  readonly count: number;
  readonly kinds: Readonly<Partial<Record<`${BundleSection}:${RowPlanKind}`, number>>>;
}

/** What is known of an import beside its rows. */
export interface ImportJob {
  readonly state: ImportState;
  readonly at: Instant;
  readonly fileName: string;
  readonly lockedBy: 'passphrase' | 'recipients' | 'nothing';
  readonly header: BundleHeader;
  readonly rejected: number;
  readonly unknownSections: Readonly<Record<string, number>>;
  readonly shops: readonly ShopLink[];
  readonly parts: readonly PartPlan[];
  /** Latest clock reading of its rows. */
  readonly latest: string;
  /** Parts that were applied so far; while it is taken back, those that are left. */
  readonly done: number;
  readonly appliedAt?: Instant;
  readonly undoUntil?: Instant;
  /** Records that had been changed since, and kept their changes when the import was taken back. */
  readonly keptBack?: number;
  /** Joined records that are worked out once more when all parts are there. */
  readonly joined?: readonly BuyerKey[];
  /** It was stopped while it was applied: once taken back it waits for a decision again. */
  readonly isStopped?: true;
}

const kinds: readonly RowPlanKind[] = ['new', 'same', 'changed', 'conflict', 'deleted', 'kept'];

/** How many rows do what, over all parts. */
export const tallyOf = ({ parts, rejected }: Pick<ImportJob, 'parts' | 'rejected'>): ImportTally => {
  const tally = Object.fromEntries([...kinds.map((kind) => [kind, 0]), ['rejected', rejected]]) as Record<
    RowPlanKind | 'rejected',
    number
  >;
  for (const part of parts)
    for (const [name, count] of Object.entries(part.kinds))
      tally[name.slice(name.indexOf(':') + 1) as RowPlanKind] += count;
  return tally;
};
