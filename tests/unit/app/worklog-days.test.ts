import { describe, expect, it } from 'vitest';
import { createWorklogDays } from '@/utils/app/worklog-days';
import type { EntryDraft } from '@/utils/app/worklog-api';
import { brandAs, type Instant } from '@/utils/domain/ids';
import { dayAfter } from '@/utils/domain/worklog/days';
import { localDays, type LocalDays } from '@/utils/platform/clock/local-days';
import { aDesk, hour, valueOf } from './desk';

const noShop = brandAs<'ShopId'>('');

/** Days of a place so many hours ahead of UTC. */
const daysAhead = (hours: number): LocalDays => ({
  dayOf: (at) => new Date(Date.parse(at) + hours * hour).toISOString().slice(0, 10),
  startOf: (day) => new Date(Date.parse(`${day}T00:00:00Z`) - hours * hour).toISOString() as Instant,
  hourOf: (at) => new Date(Date.parse(at) + hours * hour).getUTCHours(),
});

/** A desk at which it is 2 March 2026, 9:00 UTC. */
const aLog = (days = daysAhead(0)) => {
  const desk = aDesk();
  const today = () => days.dayOf(desk.deps.clock.now());
  return { ...desk, log: createWorklogDays({ ...desk.deps, today, days }) };
};

const aProblem = (change: Partial<EntryDraft> = {}): EntryDraft => ({
  department: 'problem',
  severity: 'normal',
  text: 'Flickers.',
  product: 'Reading lamp',
  reason: 'defective',
  ...change,
});

describe('an entry of the work log', () => {
  it('is filed under today and announced', async () => {
    const { log, announced } = aLog();
    const saved = valueOf(await log.save(aProblem()));
    expect(saved).toMatchObject({ day: '2026-03-02', text: 'Flickers.', count: 1, deleted: 0, shopId: '' });
    expect(announced.at(-1)).toEqual(['worklog']);
    expect(valueOf(await log.day({ day: '2026-03-02' })).entries).toEqual([saved]);
  });

  it('that is reported again counts up instead of standing there twice', async () => {
    const { log } = aLog();
    const first = valueOf(await log.save(aProblem()));
    const again = valueOf(await log.save(aProblem({ text: '', severity: 'high' })));
    expect(again).toMatchObject({ id: first.id, count: 2, severity: 'high', text: 'Flickers.' });
    expect(valueOf(await log.day({ day: '2026-03-02' })).entries).toHaveLength(1);
    valueOf(await log.save(aProblem({ reason: 'damaged' })));
    valueOf(await log.save(aProblem({ day: '2026-03-01' })));
    expect(valueOf(await log.day({ day: '2026-03-02' })).entries).toHaveLength(2);
    expect(valueOf(await log.countOf(aProblem({ text: '' })))).toBe(2);
    expect(valueOf(await log.countOf(aProblem({ product: 'Desk lamp' })))).toBe(0);
  });

  it('counts every one of two that are saved at once', async () => {
    const { log } = aLog();
    await Promise.all([log.save(aProblem()), log.save(aProblem()), log.save(aProblem())]);
    expect(valueOf(await log.day({ day: '2026-03-02' })).entries.map(({ count }) => count)).toEqual([3]);
  });

  it('keeps its id when it is changed, and only what changed gets a new clock', async () => {
    const { log } = aLog();
    const first = valueOf(await log.save(aProblem()));
    const next = valueOf(await log.save(aProblem({ id: first.id, severity: 'high', product: '' })));
    expect(next).toMatchObject({ id: first.id, severity: 'high', text: 'Flickers.', count: 1 });
    expect(next.product).toBeUndefined();
    expect(Object.keys(next.clocks ?? {}).sort()).toEqual(['product', 'severity']);
    expect(next.hlc > first.hlc).toBe(true);
    expect(valueOf(await log.save(aProblem({ id: first.id, severity: 'high', product: '' })))).toEqual(next);
  });

  it('leaves a tombstone without a word when it is removed, and comes back with its count', async () => {
    const { log, db } = aLog();
    const first = valueOf(await log.save(aProblem()));
    valueOf(await log.save(aProblem()));
    valueOf(await log.remove({ id: first.id }));
    const gone = (await (await db()).entries.get(first.id))!;
    expect(gone).toMatchObject({ deleted: 1, text: '' });
    expect(JSON.stringify(gone)).not.toMatch(/lamp|Flickers|defective/);
    expect(valueOf(await log.day({ day: '2026-03-02' })).entries).toEqual([]);
    expect(await log.remove({ id: first.id })).toEqual({ ok: false, error: { kind: 'not-found' } });
    const back = valueOf(await log.save(aProblem({ id: first.id })));
    expect(back).toMatchObject({ deleted: 0, count: 2, product: 'Reading lamp' });
  });

  it.each([
    ['text', aProblem({ text: 'Write to anna@example.com' })],
    ['day', aProblem({ day: '2026-03-03' })],
  ])('with a wrong %s is not kept', async (field, draft) => {
    const { log, db } = aLog();
    expect(await log.save(draft)).toMatchObject({ ok: false, error: { kind: 'invalid', field } });
    expect(await (await db()).entries.count()).toBe(0);
  });

  it('that is not there cannot be changed', async () => {
    const { log } = aLog();
    expect(await log.save(aProblem({ id: 'x' }))).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  it('finds no room on a day that is full of them', async () => {
    const { log, db } = aLog();
    const first = valueOf(await log.save(aProblem()));
    const rows = Array.from({ length: 499 }, (_, at) => ({ ...first, id: `e${at}`, product: `P${at}` }));
    await (await db()).entries.bulkAdd(rows);
    expect(await log.save(aProblem({ product: 'One more' }))).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'day' },
    });
    expect(valueOf(await log.save(aProblem()))).toMatchObject({ count: 2 });
  });
});

describe('a day', () => {
  it('counts what was done by kind and shop, with no text and no buyer', async () => {
    const { log, shops, buyers, notes, worklog } = aLog();
    const shop = valueOf(await shops.add({ marketplace: brandAs<'MarketId'>('amazon'), name: 'Lumen DE' }));
    const { buyer } = valueOf(
      await buyers.see({ shopId: shop.id, aliases: [{ kind: 'order', value: '111-1', strong: true }] }),
    );
    valueOf(await notes.addNote({ buyerKey: buyer.key, text: 'Anna likes blue.' }));
    valueOf(await worklog.write({ what: 'inserted', shopId: shop.id, buyerKey: buyer.key }));
    valueOf(await worklog.write({ what: 'sent', shopId: shop.id, buyerKey: buyer.key }));
    valueOf(await worklog.write({ what: 'sent', shopId: shop.id, buyerKey: buyer.key }));
    valueOf(await log.noteRead({ shopId: shop.id }));
    const { counts } = valueOf(await log.day({ day: '2026-03-02' }));
    const of = (what: string) => counts.find((one) => one.what === what);
    expect(of('message.sent')).toEqual({ what: 'message.sent', shopId: shop.id, count: 2 });
    for (const what of ['message.inserted', 'note.added', 'buyer.added', 'conversation.opened'])
      expect(of(what), what).toMatchObject({ shopId: shop.id, count: 1 });
    expect(JSON.stringify(counts)).not.toMatch(new RegExp(`blue|111-1|${buyer.key}`));
  });

  it('begins and ends at the midnights of the agent, not of Greenwich', async () => {
    const { log, pass } = aLog(daysAhead(10));
    valueOf(await log.noteRead({ shopId: noShop }));
    pass(5 * hour);
    valueOf(await log.noteRead({ shopId: noShop }));
    const countOn = async (day: string) => valueOf(await log.day({ day })).counts[0]?.count;
    expect([await countOn('2026-03-02'), await countOn('2026-03-03')]).toEqual([1, 1]);
    expect(valueOf(await log.days())).toEqual(['2026-03-03', '2026-03-02']);
  });

  it('on this machine holds every moment of itself', () => {
    for (const at of [
      '2026-03-29T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
      '2024-02-29T23:59:59.999Z',
    ] as Instant[]) {
      const day = localDays.dayOf(at);
      expect(localDays.startOf(day) <= at).toBe(true);
      expect(at < localDays.startOf(dayAfter(day, 1))).toBe(true);
    }
  });

  it('must be one of the calendar', async () => {
    const { log } = aLog();
    expect(await log.day({ day: '2026-02-30' })).toEqual({ ok: false, error: { kind: 'invalid', field: 'day' } });
  });
});

describe('the days with anything in them', () => {
  it('are at most 62, the newest first, without those whose entries are all gone', async () => {
    const { log, pass } = aLog();
    for (let day = 0; day < 70; day += 1) {
      pass(24 * hour);
      valueOf(await log.noteRead({ shopId: noShop }));
    }
    const days = valueOf(await log.days());
    expect([days.length, days[0], days.at(-1)]).toEqual([62, '2026-05-11', '2026-03-11']);
  });

  it('count entries written down for a day on which nothing was done', async () => {
    const { log } = aLog();
    const early = valueOf(await log.save(aProblem({ day: '2026-02-01' })));
    expect(valueOf(await log.days())).toEqual(['2026-03-02', '2026-02-01']);
    valueOf(await log.remove({ id: early.id }));
    expect(valueOf(await log.days())).toEqual(['2026-03-02']);
  });
});

describe('a range', () => {
  it('has every day with anything in it, the first and the last included', async () => {
    const { log } = aLog();
    for (const day of ['2026-02-27', '2026-02-28', '2026-03-02']) valueOf(await log.save(aProblem({ day })));
    const days = valueOf(await log.range({ from: '2026-02-28', to: '2026-03-02' }));
    expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
      ['2026-02-28', 1],
      ['2026-03-02', 1],
    ]);
    expect(days.at(-1)?.counts).toContainEqual({ what: 'entry.added', shopId: '', count: 3 });
  });

  it.each([
    ['from', { from: 'x', to: '2026-03-02' }],
    ['to', { from: '2026-03-02', to: '2026-03-01' }],
    ['to', { from: '2025-03-01', to: '2026-03-02' }],
  ])('with a wrong %s is refused', async (field, range) =>
    expect(await aLog().log.range(range)).toEqual({ ok: false, error: { kind: 'invalid', field } }),
  );
});
