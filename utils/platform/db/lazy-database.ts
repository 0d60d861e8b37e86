import type { ApiProblem } from '@/utils/app/api';
import type { Result } from '@/utils/domain/result';
import { openDatabase } from './open-database';
import type { Db } from './schema';

/** Gives the open database, opening it when it is first needed. */
export type DatabaseSource = () => Promise<Result<Db, ApiProblem>>;

/**
 * Opens at the first question and keeps the result; opens again after a failure, and after the database was closed
 * for the upgrade of a newer build (which then shows as `storage-newer`).
 */
export const lazyDatabase = (open: DatabaseSource = openDatabase): DatabaseSource => {
  let opening: Promise<Result<Db, ApiProblem>> | null = null;
  return async () => {
    const awaited = (opening ??= open());
    const current = await awaited;
    if (current.ok && current.value.isOpen()) return current;
    if (opening === awaited) opening = current.ok ? open() : null;
    return opening ?? current;
  };
};
