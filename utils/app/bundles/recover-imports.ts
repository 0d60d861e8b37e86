/** Goes on with imports that were begun when their page or the browser was closed. */
import { ok } from '../../domain/result';
import { aloneIfFree } from '../../platform/alone';
import { log } from '../../platform/log';
import type { ApiResult } from '../api';
import { reading, type RecordDeps } from '../records';
import { changedTopics } from './changed-topics';
import { runImport, tidyImports } from './run-import';

/** The imports that were begun and have not come to their end. */
const unfinished = (deps: RecordDeps): ApiResult<readonly string[]> =>
  reading(deps, async (db) =>
    ok(
      (await db.imports.toArray()).flatMap(({ id, state }) =>
        state === 'applying' || state === 'undoing' ? [id] : [],
      ),
    ),
  );

/** Whether something that was begun has not come to its end, or nobody can tell. */
export const hasUnfinished = async (deps: RecordDeps): Promise<boolean> => {
  const left = await unfinished(deps);
  return !left.ok || left.value.length > 0;
};

/**
 * Brings what was begun to its end and forgets what is over; nothing happens while a page is at it. Answers whether anything
 * is still to be done.
 */
export const recoverImports = async (deps: RecordDeps): Promise<boolean> => {
  await aloneIfFree('import', async () => {
    const begun = await unfinished(deps);
    if (!begun.ok) return;
    for (const id of begun.value) {
      const done = await runImport(deps, id);
      if (!done.ok) log('import-recovery-failed');
      await deps.announce(changedTopics);
    }
    await tidyImports(deps, deps.clock.now());
  });
  return hasUnfinished(deps);
};
