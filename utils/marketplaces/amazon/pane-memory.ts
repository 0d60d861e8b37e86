/** Panes that are not of the new case yet are drawn anew within this time; then equal words are believed. Units: ms. */
const LATE_PANE_MS = 8_000;

/** What tells one conversation's pane from another's. */
interface Shown {
  /** Last message. */
  readonly words: string;
  /** Order number, or nothing. */
  readonly order: string;
}

/** Remembers what the pane showed for the case before. */
export interface PaneMemory {
  /** Which parts still are those of the case before: the address changes first, and the panes one after the other. */
  staleParts(caseId: string | undefined, shown: Shown): { readonly words: boolean; readonly order: boolean };
}

/**
 * Starts a memory of one document. Two cases of one buyer may truly show the same order or end with the same words, so
 * doubt ends after a while.
 */
export function createPaneMemory(now: () => number = () => performance.now()): PaneMemory {
  let open:
    { readonly caseId: string | undefined; readonly since: number; readonly before: Shown | undefined } | undefined;
  let last: Shown | undefined;
  return {
    staleParts(caseId, shown) {
      if (!open || open.caseId !== caseId) open = { caseId, since: now(), before: open && last };
      const isLate = open.before !== undefined && now() - open.since < LATE_PANE_MS;
      const words = isLate && open.before?.words === shown.words;
      const order = isLate && shown.order !== '' && open.before?.order === shown.order;
      if (!words) last = { words: shown.words, order: order ? '' : shown.order };
      return { words, order };
    },
  };
}
