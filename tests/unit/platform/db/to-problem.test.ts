import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { toProblem } from '@/utils/platform/db/to-problem';

const named = (name: string, inner?: unknown) => Object.assign(new Error('words'), { name, inner });

test.each([
  ['a quota error', new Dexie.QuotaExceededError()],
  ['the browser quota error', new DOMException('words', 'QuotaExceededError')],
  ['an aborted transaction without a reason', named('AbortError')],
  ['an aborted transaction with the quota inside', named('AbortError', named('QuotaExceededError'))],
  ['another error with the quota inside', named('BulkError', named('QuotaExceededError'))],
])('%s means that the disk is full', (_, error) => {
  expect(toProblem(error)).toEqual({ kind: 'storage-full' });
});

test.each([
  ['a closed database', new Dexie.DatabaseClosedError(), 'DatabaseClosedError'],
  ['a transaction aborted for another reason', named('AbortError', named('ConstraintError')), 'AbortError'],
  ['something that is no error', 'words', 'unknown'],
])('%s keeps its name as a code, never its words', (_, error, code) => {
  expect(toProblem(error)).toEqual({ kind: 'storage-failed', code });
});
