import { describe, expect, test } from 'vitest';
import { createOneBehind } from '@/utils/app/bundles/one-behind';

const aWrite = () => {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { write: () => ended, end };
};

describe('writes behind what is worked out', () => {
  test('go on one at a time, and whoever hands the next one over waits for the one before', async () => {
    const behind = createOneBehind();
    const [first, begun] = [aWrite(), [] as string[]];
    await behind.next(first.write);
    const second = behind.next(async () => void begun.push('second'));
    await Promise.resolve();
    expect(begun).toEqual([]);
    first.end();
    await second;
    expect(begun).toEqual(['second']);
    await behind.settled();
  });

  test('tell of a failure once somebody waits, and of none before', async () => {
    const behind = createOneBehind();
    await behind.next(() => Promise.reject(new Error('no room')));
    await expect(behind.next(() => Promise.resolve())).rejects.toThrow('no room');
    await expect(behind.settled()).rejects.toThrow('no room');
  });
});
