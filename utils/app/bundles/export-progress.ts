import { bundleSections, sharedSections } from '../../domain/bundles/bundle';
import { isOfDesk } from '../../domain/bundles/export-scope';
import type { Db } from '../../platform/db/schema';
import type { ExportRequest } from '../bundles-api';
import type { JobOptions } from '../buyers-api';

/** How far the rows of a file are read. */
export interface ReadProgress {
  readonly add: (rows: number) => void;
  readonly end: () => void;
}

/** How often every row is read: to pick, to count and to write. */
const passesOf = ({ scope, redaction, isWriting }: ExportRequest & { readonly isWriting: boolean }): number => {
  const isWhole = scope.kind === 'everything' || scope.kind === 'templates';
  const isCounted = isWriting && !(scope.kind === 'everything' && redaction === 'full');
  return 1 + (isWhole ? 0 : 1) + (isCounted ? 1 : 0);
};

/**
 * Tells how far the rows are read. Units: rows; one that has to be read again to be counted is told again. What turns out
 * not to be needed is leapt over at the end, and a second attempt is not told.
 */
export const createReadProgress = async (
  db: Db,
  request: ExportRequest & { readonly isWriting: boolean; readonly withOwn?: boolean },
  onProgress: JobOptions['onProgress'],
): Promise<ReadProgress> => {
  const whole = request.withOwn ? bundleSections : sharedSections;
  const sections = request.scope.kind === 'templates' ? whole.filter(isOfDesk) : whole;
  const counts = await Promise.all(sections.map((section) => db.table(section).count()));
  const of = passesOf(request) * counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const tell = (next: number): void => {
    done = Math.min(next, of);
    onProgress?.({ done, of });
  };
  return { add: (rows) => tell(done + rows), end: () => tell(of) };
};
