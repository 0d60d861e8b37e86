import type { ApiProblem } from '@/utils/app/api';

const FULL = ['QuotaExceededError', 'AbortError'];

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : 'unknown';

const innerOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;

/**
 * Names what went wrong in the store. A full disk shows as an aborted transaction, with the quota as the inner
 * reason or with none at all, depending on the browser.
 */
export const toProblem = (error: unknown): ApiProblem => {
  const inner = innerOf(error);
  const isFull =
    FULL.includes(nameOf(error)) && (inner === undefined || inner === null || FULL.includes(nameOf(inner)));
  return isFull || nameOf(inner) === 'QuotaExceededError'
    ? { kind: 'storage-full' }
    : { kind: 'storage-failed', code: nameOf(error) };
};
