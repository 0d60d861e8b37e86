import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSettled } from '@/components/templates/editor/use-settled';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('what follows from a text waits until nobody types for 300 ms', () => {
  const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  const seen: string[] = [];
  const { result, rerender } = renderHook(
    ({ text }) => {
      const settled = useSettled(text, 300);
      if (seen.at(-1) !== settled) seen.push(settled);
      return settled;
    },
    { initialProps: { text: 'W' } },
  );
  for (const text of ['We', 'We w', 'We wr']) {
    rerender({ text });
    wait(299);
  }
  expect(result.current).toBe('W');
  wait(1);
  expect(seen).toEqual(['W', 'We wr']);
});
