import type { Lang } from '../../domain/ids';
import { mergeShelf } from '../../domain/replies/desk/shelf';
import type { ReplyCatalogue } from '../../domain/replies/suggest';
import type { Catalogue } from '../catalogue';
import type { DeskRows, RowStore } from './template-rows';

/** Where the replies to choose from come from. */
export interface ShelfDeps {
  readonly rows: Pick<RowStore, 'read'>;
  readonly catalogue: () => Promise<Pick<Catalogue, 'templates'>>;
}

/** The replies to choose from in these languages. */
export type ActiveShelf = (langs: readonly Lang[]) => Promise<ReplyCatalogue>;

/**
 * The shipped replies with what the desk has decided; the same object as long as neither changes. When the store can't be
 * read, with what it had decided before, and what ships where that was never read.
 */
export const createActiveShelf = ({ rows, catalogue }: ShelfDeps): ActiveShelf => {
  const merged = new WeakMap<ReplyCatalogue, { readonly desk: DeskRows; readonly shelf: ReplyCatalogue }>();
  // A reply taken out of use must not come back because the store fails once.
  let last: DeskRows | null = null;
  return async (langs) => {
    const [shipped, read] = await Promise.all([catalogue().then(({ templates }) => templates(langs)), rows.read()]);
    if (read.ok) last = read.value;
    const desk = last;
    if (!desk) return shipped;
    const known = merged.get(shipped);
    if (known?.desk === desk) return known.shelf;
    const shelf = mergeShelf(shipped, desk.rows, desk);
    merged.set(shipped, { desk, shelf });
    return shelf;
  };
};
