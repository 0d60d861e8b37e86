/** Finds what was changed since a moment. No index knows: every row is looked at once. */
import type { BundleLine, BundleSection } from '../../domain/bundles/bundle';
import { addNeeded, buyerOf } from '../../domain/bundles/export-scope';
import type { BuyerKey, ShopId } from '../../domain/ids';
import { createHeldRows, type HeldRows } from './export-held';
import { allParts, type RowReader } from './export-rows';

/** So many changed rows are kept as text, some ten MB, so that nothing has to be read again to write them. */
const MOST_HELD = 20_000;

/** What was changed. */
export interface Changed {
  /** Whose rows. */
  readonly buyers: ReadonlySet<BuyerKey>;
  readonly shops: ReadonlySet<ShopId>;
  /** The rows; null when they are too many to be kept. */
  readonly rows: HeldRows | null;
}

/** What is asked. */
export interface ChangedAsked {
  readonly sections: readonly BundleSection[];
  readonly isChanged: (line: BundleLine) => boolean;
  readonly withArchive: boolean;
}

/** Looks at all rows of some sections; ends early when nobody wants it any more. */
export const changedRows = async (
  reader: RowReader,
  { sections, isChanged, withArchive }: ChangedAsked,
): Promise<Changed> => {
  const buyers = new Set<BuyerKey>();
  const needed = { shops: new Set<ShopId>(), products: new Set<string>() };
  const rows = createHeldRows();
  let held = 0;
  for (const section of sections) {
    for await (const lines of allParts(reader, section, withArchive)) {
      for (const line of lines.filter(isChanged)) {
        const key = buyerOf(line);
        if (key !== undefined) buyers.add(key);
        addNeeded(needed, line);
        held += 1;
        if (held <= MOST_HELD) rows.add(line);
      }
    }
  }
  return { buyers, shops: needed.shops, rows: held <= MOST_HELD ? rows : null };
};
