import { describe, expect, test, vi } from 'vitest';
import { onceInReading, shareReads } from '@/utils/page/share-reads';

describe('a shared reading', () => {
  test('asks the same question of the same part once, also when the answer is nothing', () => {
    const ask = vi.fn(() => undefined);
    shareReads(() => {
      onceInReading(document, 'heading', ask);
      onceInReading(document, 'heading', ask);
    });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('keeps parts and questions apart', () => {
    const answers = shareReads(() => [
      onceInReading(document, 'a', () => 1),
      onceInReading(document.body, 'a', () => 2),
      onceInReading(document, 'b', () => 3),
    ]);
    expect(answers).toEqual([1, 2, 3]);
  });

  test('forgets everything at its end, also when it failed', () => {
    const read = (answer: number) => shareReads(() => onceInReading(document, 'a', () => answer));
    expect(read(1)).toBe(1);
    expect(() =>
      shareReads(() => {
        onceInReading(document, 'a', () => 2);
        throw new Error('broken page');
      }),
    ).toThrow('broken page');
    expect(read(3)).toBe(3);
    expect(onceInReading(document, 'a', () => 4)).toBe(4);
  });
});
