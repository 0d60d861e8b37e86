import { Dexie } from 'dexie';
import { err, ok } from '../domain/result';
import { clearKept } from '../platform/clear-kept';
import { databaseName } from '../platform/db/open-database';
import { toProblem } from '../platform/db/to-problem';
import { settingsTopic, shopsTopic, productsTopic, worklogTopic } from '../platform/settings/change-signal';
import { rulesTopic } from '../platform/settings/rules-topic';
import { templatesTopic } from '../platform/settings/templates-topic';
import type { ApiResult } from './api';
import { demoDatabaseName } from './demo/database-name';
import { practiceDatabaseName } from './practice/database-name';
import type { RecordDeps } from './records';

const everything = [settingsTopic, shopsTopic, productsTopic, worklogTopic, rulesTopic, templatesTopic, 'buyers'];

/**
 * Deletes the database and everything else Parley keeps in this browser, also a database that can't be opened. Other pages
 * close theirs when they hear of it and begin anew with the next question.
 *
 * Errors: those of the store; what else is kept is cleared once the database is gone.
 */
export async function resetEverything(deps: Pick<RecordDeps, 'db' | 'announce'>): ApiResult<null> {
  try {
    const opened = await deps.db();
    await (opened.ok ? opened.value.delete() : Dexie.delete(databaseName));
    await Dexie.delete(practiceDatabaseName);
    await Dexie.delete(demoDatabaseName);
    await clearKept();
  } catch (error) {
    return err(toProblem(error));
  }
  await deps.announce(everything);
  return ok(null);
}
