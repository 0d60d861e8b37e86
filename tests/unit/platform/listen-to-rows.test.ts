import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lazyDatabase } from '@/utils/platform/db/lazy-database';
import { listenToRows } from '@/utils/platform/db/listen-to-rows';
import { openDatabase } from '@/utils/platform/db/open-database';
import { valueOf } from '../app/desk';

const source = lazyDatabase(() => openDatabase());
const writeBuyer = async (key: string) => {
  const db = valueOf(await source());
  await db.table('buyers').put({ key, aliases: [], tags: [], lastSeen: key });
};

// A database that is made or upgraded counts as changed everywhere; the tests begin after that.
beforeAll(async () => void valueOf(await source()));
afterEach(async () =>
  valueOf(await source())
    .table('buyers')
    .clear(),
);

describe('listening to rows', () => {
  it('hears a committed change of the tables it was asked for, and no other', async () => {
    const heard: (readonly string[])[] = [];
    listenToRows(['buyers'], (tables) => heard.push(tables), new AbortController().signal);
    await valueOf(await source())
      .table('settings')
      .put({ name: 'x', value: 1 });
    expect(heard).toEqual([]);
    await writeBuyer('one');
    expect(heard).toEqual([['buyers']]);
  });

  it('does not hear a change that was rolled back', async () => {
    const heard: (readonly string[])[] = [];
    listenToRows(['buyers'], (tables) => heard.push(tables), new AbortController().signal);
    const db = valueOf(await source());
    const rolledBack = db.transaction('rw', 'buyers', async () => {
      await db.table('buyers').put({ key: 'two', aliases: [], tags: [], lastSeen: '2' });
      throw new Error('stop');
    });
    await expect(rolledBack).rejects.toThrow('stop');
    expect(heard).toEqual([]);
  });

  it('is silent after its signal', async () => {
    const view = new AbortController();
    const heard: (readonly string[])[] = [];
    listenToRows(['buyers'], (tables) => heard.push(tables), view.signal);
    view.abort();
    await writeBuyer('three');
    expect(heard).toEqual([]);
  });
});
