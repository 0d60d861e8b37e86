import { afterEach, expect, test, vi } from 'vitest';
import { keepStorage } from '@/utils/platform/db/keep-storage';

afterEach(() => vi.unstubAllGlobals());

const withStorage = (isKept: boolean) => {
  const persist = vi.fn(() => Promise.resolve(true));
  vi.stubGlobal('navigator', { storage: { persisted: () => Promise.resolve(isKept), persist } });
  return persist;
};

test('asks the browser once to keep our database', async () => {
  const persist = withStorage(false);
  expect(await keepStorage()).toBe(true);
  expect(persist).toHaveBeenCalledTimes(1);
});

test('does not ask again when it is kept already', async () => {
  const persist = withStorage(true);
  expect(await keepStorage()).toBe(true);
  expect(persist).not.toHaveBeenCalled();
});

test('does not ask from a worker', async () => {
  const persist = withStorage(false);
  vi.stubGlobal('document', undefined);
  expect(await keepStorage()).toBe(false);
  expect(persist).not.toHaveBeenCalled();
});
