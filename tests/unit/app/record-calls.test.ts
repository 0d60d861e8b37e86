import { describe, expect, it, vi } from 'vitest';
import { createRecordCalls, type OpenRecordOf } from '@/utils/app/record-calls';
import type { BuyerView } from '@/utils/app/buyers-api';
import { err, ok } from '@/utils/domain/result';
import { emptyView } from '../../fixtures/buyers/empty-view';
import { key } from '../platform/messaging/content-api';
import { aDeskWithBuyer, anOrderAlias, valueOf } from './desk';

const refused = err({ kind: 'refused', code: 'foreign-key' });
const aliases = [{ kind: 'order', value: '111-1', strong: true }] as const;

/** The calls of a conversation with Anna, over spies. */
function someCalls(open: Partial<OpenRecordOf> | null = {}) {
  const view = {
    ...emptyView,
    buyer: { key: key('anna') },
    promises: [{ id: 'p1' }],
    followUps: [{ id: 'f1' }],
    suggestions: [{ buyer: { key: key('anna-2') }, because: ['name'] }],
  } as unknown as BuyerView;
  const work = {
    open: vi.fn(async () => ok(view)),
    tag: vi.fn(async () => ok([])),
    counts: vi.fn(async () => ok({ all: 9, 'tag:vip': 2, 'tag:wholesale': 5, 'tag:gone': 0, 'segment:new': 7 })),
    join: vi.fn(async () => ok(key('anna'))),
    notSame: vi.fn(async () => ok(null)),
    forget: vi.fn(async () => ok(null)),
    rememberAgain: vi.fn(async () => ok(null)),
    keepPromise: vi.fn(async () => ok(null)),
    done: vi.fn(async () => err({ kind: 'not-found' as const })),
  };
  const opened = open && { buyerKey: key('anna'), aliases, ...open };
  return { work, calls: createRecordCalls(work, () => opened) };
}

describe('what a page can change about its buyer', () => {
  it('is refused for every buyer who is not on screen, also one whom the port has shown before', async () => {
    const { calls, work } = someCalls();
    const buyerKey = key('olga');
    const answers = await Promise.all([
      calls.tagBuyer({ buyerKey, add: ['vip'] }),
      calls.promiseKept({ buyerKey, id: 'p1' }),
      calls.followUpDone({ buyerKey, id: 'f1' }),
      calls.joinAnswer({ buyerKey, other: key('anna'), isSame: true }),
      calls.forgetBuyer({ buyerKey }),
    ]);
    expect(answers).toEqual(Array(5).fill(refused));
    for (const name of ['tag', 'keepPromise', 'done', 'join', 'forget'] as const) expect(work[name]).not.toBeCalled();
  });

  it('is refused while nothing is open', async () => {
    expect(await someCalls(null).calls.forgetBuyer({ buyerKey: key('anna') })).toEqual(refused);
  });

  it('reaches only promises, follow-ups and namesakes of that buyer', async () => {
    const { calls, work } = someCalls();
    const buyerKey = key('anna');
    const missing = err({ kind: 'not-found' });
    expect(await calls.promiseKept({ buyerKey, id: 'of-olga' })).toEqual(missing);
    expect(await calls.followUpDone({ buyerKey, id: 'of-olga' })).toEqual(missing);
    expect(await calls.joinAnswer({ buyerKey, other: key('olga'), isSame: true })).toEqual(missing);
    expect([work.keepPromise, work.done, work.join].map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
  });

  it('keeps promises and answers whether two records are one person', async () => {
    const { calls, work } = someCalls();
    const buyerKey = key('anna');
    const other = key('anna-2');
    expect(await calls.promiseKept({ buyerKey, id: 'p1' })).toEqual(ok(null));
    expect(work.keepPromise).toHaveBeenCalledWith({ id: 'p1', done: true });
    expect(await calls.joinAnswer({ buyerKey, other, isSame: true })).toEqual(ok(null));
    // The record that was there before goes on.
    expect(work.join).toHaveBeenCalledWith({ keys: [other, buyerKey] });
    await calls.joinAnswer({ buyerKey, other, isSame: false });
    expect(work.notSame).toHaveBeenCalledWith({ keys: [buyerKey, other] });
  });

  it('hands on what went wrong', async () => {
    expect(await someCalls().calls.followUpDone({ buyerKey: key('anna'), id: 'f1' })).toEqual(
      err({ kind: 'not-found' }),
    );
  });

  it('names the tags the desk uses, the most used first', async () => {
    expect(await someCalls().calls.knownTags({})).toEqual(ok(['wholesale', 'vip']));
  });

  it('takes a forgotten buyer up again by what the page shows, and nobody who has a record', async () => {
    const { calls, work } = someCalls({ buyerKey: null });
    expect(await calls.rememberAgain({})).toEqual(ok(null));
    expect(work.rememberAgain).toHaveBeenCalledWith({ aliases });
    const known = someCalls();
    await known.calls.rememberAgain({});
    expect(known.work.rememberAgain).not.toHaveBeenCalled();
    expect(await someCalls(null).calls.rememberAgain({})).toEqual(err({ kind: 'not-found' }));
  });
});

describe('the record of a real store', () => {
  it('is tagged, forgotten and taken up again by the page that shows its buyer', async () => {
    const { buyer, buyers, record, shop } = await aDeskWithBuyer();
    const calls = createRecordCalls(record, () => ({ buyerKey: buyer.key, aliases: [anOrderAlias('111-1')] }));
    valueOf(await calls.tagBuyer({ buyerKey: buyer.key, add: ['Wholesale'] }));
    expect(valueOf(await buyers.open(buyer.key)).buyer.tags).toEqual(['Wholesale']);
    expect(valueOf(await calls.knownTags({}))).toEqual(['wholesale']);

    valueOf(await calls.forgetBuyer({ buyerKey: buyer.key }));
    const seen = { shopId: shop.id, aliases: [anOrderAlias('111-1')] };
    expect(await buyers.see(seen)).toEqual(err({ kind: 'forgotten' }));
    const fresh = createRecordCalls(record, () => ({ buyerKey: null, aliases: [anOrderAlias('111-1')] }));
    valueOf(await fresh.rememberAgain({}));
    const again = valueOf(await buyers.see(seen));
    expect([again.header.isNew, again.buyer.tags]).toEqual([true, []]);
  });
});
