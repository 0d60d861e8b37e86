import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageVisit } from '@/utils/app/api';
import { createVisits } from '@/utils/app/visits';
import { aDesk, aliexpress, amazon, valueOf } from './desk';

beforeEach(() => fakeBrowser.reset());

const aVisit = (change: Partial<PageVisit> = {}) =>
  ({ page: 'thread', health: 'good', fields: [], ms: 3, ...change }) as const;

const setUp = () => {
  const desk = aDesk();
  const visits = createVisits({ clock: desk.deps.clock });
  return { ...desk, visits, list: async () => valueOf(await visits.list()) };
};

describe('page visits', () => {
  it('are listed newest first, each with its marketplace and moment', async () => {
    const { visits, list, pass } = setUp();
    await visits.report(amazon, aVisit());
    pass(1_000);
    const field = { field: 'composer', state: 'missing', required: true } as const;
    await visits.report(aliexpress, aVisit({ health: 'broken', fields: [field] }));
    expect(await list()).toEqual([
      {
        marketplace: 'aliexpress',
        page: 'thread',
        health: 'broken',
        fields: [field],
        ms: 3,
        at: '2026-03-02T09:00:01.000Z',
      },
      { marketplace: 'amazon', page: 'thread', health: 'good', fields: [], ms: 3, at: '2026-03-02T09:00:00.000Z' },
    ]);
  });

  it('are one when the same page is read again within a minute in the same health', async () => {
    const { visits, list, pass } = setUp();
    await visits.report(amazon, aVisit({ ms: 3 }));
    await visits.report(amazon, aVisit({ page: 'orders' }));
    pass(59_000);
    await visits.report(amazon, aVisit({ ms: 5 }));
    expect((await list()).map(({ page, ms }) => [page, ms])).toEqual([
      ['thread', 5],
      ['orders', 3],
    ]);
    await visits.report(amazon, aVisit({ health: 'limited' }));
    pass(61_000);
    await visits.report(amazon, aVisit({ health: 'limited' }));
    expect(await list()).toHaveLength(4);
  });

  it('are 30 at most, also when many tabs report at once', async () => {
    const { visits, list, pass } = setUp();
    for (let index = 0; index < 40; index += 1) {
      pass(61_000);
      await visits.report(amazon, aVisit({ ms: index }));
    }
    await Promise.all([
      visits.report(amazon, aVisit({ page: 'order' })),
      visits.report(amazon, aVisit({ page: 'events' })),
    ]);
    const all = await list();
    expect(all).toHaveLength(30);
    expect(
      all
        .slice(0, 3)
        .map(({ page }) => page)
        .sort(),
    ).toEqual(['events', 'order', 'thread']);
  });
});
