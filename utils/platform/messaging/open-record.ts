/** What a seller page says when the agent wants to see the record of its buyer outside of the page. */
export const OPEN_RECORD = 'parley:open-record';

/** Beside the page, or in full in a tab of its own. */
export type RecordPlace = 'panel' | 'page';

/** The request; it names no record: the background knows which buyer the tab shows. */
export interface OpenRecord {
  readonly kind: typeof OPEN_RECORD;
  readonly where: RecordPlace;
}
