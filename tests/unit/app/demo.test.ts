import { afterEach, describe, expect, it } from 'vitest';
import { createDemo } from '@/utils/app/demo/demo';
import { createFollowUps } from '@/utils/app/follow-ups';
import { createRetention } from '@/utils/app/retention';
import { createWorklogDays } from '@/utils/app/worklog-days';
import { brandAs, type Instant } from '@/utils/domain/ids';
import { localDays } from '@/utils/platform/clock/local-days';
import { lazyDatabase } from '@/utils/platform/db/lazy-database';
import { openDatabase } from '@/utils/platform/db/open-database';
import { aDesk, valueOf, type Desk } from './desk';
import { counted, recount } from './recount';

const now = '2026-11-24T14:30:00.000Z' as Instant;
const today = '2026-11-24';
let made = 0;
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A demo of few buyers in a database of its own, and a desk that looks at it. */
const aDemo = () => {
  const databaseName = `parley-demo-test-${(made += 1)}`;
  const clock = { now: () => now, newId: () => `new-${(made += 1)}` };
  const demo = createDemo({ clock, days: localDays, databaseName, buyers: 180 });
  const db = lazyDatabase(() => openDatabase(databaseName));
  const deps = { ...aDesk().deps, db, clock, today: () => today };
  opened.push(async () => void (await demo.remove()));
  return { demo, databaseName, deps, desk: { deps, db: async () => valueOf(await db()) } as unknown as Desk };
};

const names = async (): Promise<readonly (string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name);

describe('the demo data', () => {
  it('is not there until it is loaded, and looking for it makes nothing', async () => {
    const { demo, databaseName } = aDemo();
    expect(valueOf(await demo.state())).toBeNull();
    expect(await names()).not.toContain(databaseName);
  });

  it('is loaded as the program itself would have written it: lists and reports agree with the rows', async () => {
    const { demo, desk } = aDemo();
    const progress: number[] = [];
    const state = valueOf(
      await demo.load({ lang: 'en', onProgress: ({ done, of }) => progress.push(Math.round((100 * done) / of)) }),
    );
    expect(state).toMatchObject({ loadedOn: today, buyers: 180 });
    expect(valueOf(await demo.state())).toEqual(state);
    expect(progress.at(-1)).toBe(100);
    const before = await counted(desk);
    expect(before).toEqual(await recount(desk));
    expect(before['all']).toBe(180);
    const db = await desk.db();
    expect(await db.tallyChanges.count()).toBe(0);
    expect((await db.tallies.toArray()).some(({ id }) => id.endsWith('demo-agent-mei'))).toBe(true);
  });

  it('has something due, and work log days that tell of it', async () => {
    const { demo, deps } = aDemo();
    valueOf(await demo.load({ lang: 'zh-CN' }));
    const due = valueOf(await createFollowUps(deps).due({ until: brandAs<'Instant'>('2026-12-01T00:00:00.000Z') }));
    expect(due.due.length).toBeGreaterThan(5);
    expect(due.seen).toHaveLength(3);
    const days = createWorklogDays({ ...deps, days: localDays });
    expect(valueOf(await days.days()).length).toBeGreaterThan(30);
  });

  it('leaves the daily purge nothing to do', async () => {
    const { demo, deps, desk } = aDemo();
    valueOf(await demo.load({ lang: 'en' }));
    const before = await (await desk.db()).buyers.toArray();
    valueOf(await createRetention(deps).purgeDaily());
    expect(await (await desk.db()).buyers.toArray()).toEqual(before);
  });

  it('can be stopped, and then nothing is left of it', async () => {
    const { demo, databaseName } = aDemo();
    const stop = new AbortController();
    const loaded = await demo.load({ lang: 'en', signal: stop.signal, onProgress: () => stop.abort() });
    expect(valueOf(loaded)).toBeNull();
    expect(await names()).not.toContain(databaseName);
  });

  it('is loaded anew over what was there, changed or half', async () => {
    const { demo, desk } = aDemo();
    valueOf(await demo.load({ lang: 'en' }));
    await (await desk.db()).buyers.clear();
    valueOf(await demo.load({ lang: 'en' }));
    expect(await (await desk.db()).buyers.count()).toBe(180);
  });

  it('is removed as a whole', async () => {
    const { demo, databaseName } = aDemo();
    valueOf(await demo.load({ lang: 'en' }));
    valueOf(await demo.remove());
    expect(await names()).not.toContain(databaseName);
    expect(valueOf(await demo.state())).toBeNull();
  });
});
