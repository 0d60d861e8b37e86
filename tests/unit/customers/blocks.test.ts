import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { openBlocks } from '@/components/customers/list/blocks';
import type { BuyerPage } from '@/utils/app/buyers-api';
import type { BuyerRow } from '@/utils/domain/records';
import { err, ok } from '@/utils/domain/result';

const SIZE = 5;

/** A list of names in order, read by name as the store reads entries; the list can change while it is looked at. */
function aList(names: readonly string[]) {
  const held = { names: [...names] };
  const read = vi.fn(async (cursor: string | undefined) => {
    const rest = held.names.filter((name) => cursor === undefined || name > cursor);
    const lines = rest.slice(0, SIZE).map((displayName) => ({ buyer: { key: displayName, displayName } as BuyerRow }));
    const next = rest.length > SIZE ? lines.at(-1)?.buyer.displayName : undefined;
    return ok<BuyerPage>({ lines, ...(next === undefined ? {} : { next }) });
  });
  return { held, read };
}

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => String(at).padStart(4, '0'));
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
const shown = (list: ReturnType<typeof openBlocks>): readonly string[] =>
  list.view().blocks.flatMap(({ lines }) => (lines ?? []).map(({ buyer }) => buyer.displayName ?? ''));

/** Reads on to the end, as somebody who scrolls down; every block that leaves the screen is measured. */
async function scrollDown(list: ReturnType<typeof openBlocks>, most = Infinity): Promise<void> {
  for (let page = 1; list.view().hasMore && page < most; page += 1) {
    list.measured(list.view().blocks.at(-1)!.id, 100);
    list.more();
    await settle();
    list.look(page, page);
    await settle();
  }
}

describe('a list in blocks', () => {
  it('holds only what is near the screen, and reads the rest again when somebody comes back', async () => {
    const { read } = aList(names(50));
    const list = openBlocks(read);
    list.look(0, 0);
    await settle();
    await scrollDown(list);
    expect(list.view().blocks).toHaveLength(10);
    expect(shown(list)).toEqual(names(50).slice(40));
    list.measured(list.view().blocks.at(-1)!.id, 100);
    list.look(0, 1);
    await settle();
    expect(shown(list)).toEqual(names(50).slice(0, 10));
    expect(list.view().blocks.map(({ count }) => count)).toEqual(Array.from({ length: 10 }, () => SIZE));
  });

  it('never lets go of the block somebody stands in', async () => {
    const { read } = aList(names(50));
    const list = openBlocks(read);
    list.keep(({ id }) => id === 0);
    list.look(0, 0);
    await settle();
    await scrollDown(list);
    expect(shown(list).slice(0, SIZE)).toEqual(names(SIZE));
  });

  it('shows everything once and loses nothing, whatever comes and goes meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }),
        async (first, then) => {
          const named = (of: readonly number[]) =>
            [...of].sort((a, b) => a - b).map((one) => String(one).padStart(4, '0'));
          const { held, read } = aList(named(first));
          const list = openBlocks(read);
          list.look(0, 0);
          await settle();
          while (list.view().hasMore) {
            list.more();
            await settle();
          }
          held.names = named(then);
          list.look(0, 100);
          list.again();
          await settle();
          while (list.view().hasMore) {
            list.more();
            await settle();
          }
          expect(shown(list)).toEqual(named(then));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads once more what changed while it was read', async () => {
    const { held, read } = aList(names(3));
    const list = openBlocks(read);
    list.look(0, 0);
    held.names = [...held.names, '9999'];
    list.again();
    await settle();
    expect(shown(list)).toEqual([...names(3), '9999']);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('says what went wrong, keeps what it has, and goes on when asked', async () => {
    const { read } = aList(names(12));
    const list = openBlocks(read);
    list.look(0, 0);
    await settle();
    read.mockResolvedValueOnce(err({ kind: 'storage-full' as const }) as never);
    list.more();
    await settle();
    expect(list.view().problem).toEqual({ kind: 'storage-full' });
    expect(shown(list)).toEqual(names(5));
    list.again();
    await settle();
    expect(list.view().problem).toBeNull();
    expect(shown(list)).toEqual(names(10));
  });

  it('is quiet once it was closed', async () => {
    const { read } = aList(names(12));
    const list = openBlocks(read);
    const heard = vi.fn();
    list.subscribe(heard);
    list.look(0, 0);
    list.close();
    heard.mockClear();
    await settle();
    expect(heard).not.toHaveBeenCalled();
  });
});
