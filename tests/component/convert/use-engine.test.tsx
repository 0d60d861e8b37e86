import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { loadSentences } from '@/utils/catalog/sentences/load-sentences';

const failing = vi.hoisted(() => ({ sentences: 0 }));
vi.mock('@/utils/catalog/sentences/load-sentences', async (original) => {
  const real = await original<{ loadSentences: typeof loadSentences }>();
  return {
    ...real,
    loadSentences: async (lang: string) => {
      if (failing.sentences > 0) {
        failing.sentences -= 1;
        throw new TypeError('Failed to fetch dynamically imported module');
      }
      return real.loadSentences(lang);
    },
  };
});

afterEach(() => {
  cleanup();
  vi.resetModules();
});

const freshHook = async () => (await import('@/components/convert/use-engine')).useEngine;

test('a converter whose file did not come is asked for again when told to', async () => {
  vi.doMock('@/components/convert/engine', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  const useEngine = await freshHook();
  const { result } = renderHook(() => useEngine('en'));
  expect(result.current).toEqual({ engine: null, retry: null });
  await waitFor(() => expect(result.current.retry).not.toBeNull());
  vi.doUnmock('@/components/convert/engine');
  act(() => result.current.retry?.());
  await waitFor(() => expect(result.current.engine?.lang).toBe('en'));
  expect(result.current.retry).toBeNull();
});

test('a language that did not come is asked for again too', async () => {
  failing.sentences = 1;
  const useEngine = await freshHook();
  const { result } = renderHook(() => useEngine('de'));
  await waitFor(() => expect(result.current.retry).not.toBeNull());
  act(() => result.current.retry?.());
  await waitFor(() => expect(result.current.engine?.lang).toBe('de'));
});
