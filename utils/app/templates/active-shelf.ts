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
 * The shipped replies with what the desk has decided; the same object as long as neither changes, and what ships when the
 * store can't be read.
 */
export const createActiveShelf = ({ rows, catalogue }: ShelfDeps): ActiveShelf => {
  const merged = new WeakMap<ReplyCatalogue, { readonly desk: DeskRows; readonly shelf: ReplyCatalogue }>();
  return async (langs) => {
    const [shipped, desk] = await Promise.all([catalogue().then(({ templates }) => templates(langs)), rows.read()]);
    if (!desk.ok) return shipped;
    const known = merged.get(shipped);
    if (known?.desk === desk.value) return known.shelf;
    const shelf = mergeShelf(shipped, desk.value.rows, desk.value);
    merged.set(shipped, { desk: desk.value, shelf });
    return shelf;
  };
};
