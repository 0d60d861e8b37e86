import { describe, expect, it, vi } from 'vitest';
import { createNotesDesk } from '@/components/content/session/notes';
import { createStore } from '@/components/content/session/store';
import type { RecordHeader } from '@/utils/app/api';
import type { BuyerView } from '@/utils/app/buyers-api';
import { err, ok } from '@/utils/domain/result';
import { aModel, openNotes } from '../../component/content/samples';
import { aContentApi, key } from '../platform/messaging/content-api';

const header = (buyer: string): RecordHeader => ({
  buyerKey: key(buyer),
  topic: 'buyer:x',
  noteCount: 1,
  returning: false,
  isNew: false,
  segments: [],
});

/** The record of somebody to whom an older one was joined. */
const joinedView = (): BuyerView => {
  const shown = openNotes([]);
  if (shown.kind !== 'open') throw new Error('the sample is not open');
  return { ...shown.view, joined: [{ key: key('older'), aliases: [], shopId: shown.view.buyer.shopId }] };
};

/** A notes desk whose record comes only when it is let. */
function aNotesDesk() {
  const shown = openNotes([]);
  if (shown.kind !== 'open') throw new Error('the sample is not open');
  let answer = () => {};
  const openBuyer = vi.fn(
    () => new Promise<ReturnType<typeof ok<typeof shown.view>>>((resolve) => (answer = () => resolve(ok(shown.view)))),
  );
  const store = createStore(aModel({ notes: { kind: 'closed', count: 0 } }));
  const notes = createNotesDesk(aContentApi({ openBuyer }).api, store);
  return { notes, store, answer: () => answer(), kind: () => store.get().notes.kind };
}

describe('a buyer card that was just opened', () => {
  it('stays open when a late answer about the same buyer comes before its record', async () => {
    const { notes, kind, answer } = aNotesDesk();
    notes.show(header('a'), 'no-strong-alias');
    notes.openNotes();
    notes.show(header('a'), 'no-strong-alias');
    expect(kind()).toBe('loading');
    answer();
    await vi.waitFor(() => expect(kind()).toBe('open'));
  });

  it('closes when it is another buyer', async () => {
    const { notes, kind, answer } = aNotesDesk();
    notes.show(header('a'), 'no-strong-alias');
    notes.openNotes();
    notes.show(header('b'), 'no-strong-alias');
    expect(kind()).toBe('closed');
    answer();
    await Promise.resolve();
    expect(kind()).toBe('closed');
  });
});

describe('what the bar says of the record', () => {
  /** A desk whose calls succeed, and whose record has the given figures. */
  function aDesk(change: Parameters<typeof aContentApi>[0] = {}) {
    const shown = openNotes([]);
    if (shown.kind !== 'open') throw new Error('the sample is not open');
    const summary = { orders: 2, promiseDueOn: '2026-11-24' } as BuyerView['buyer']['summary'];
    const buyer = { ...shown.view.buyer, segments: ['at-risk'], ...(summary ? { summary } : {}) };
    const api = aContentApi({ openBuyer: async () => ok({ ...shown.view, buyer }), ...change });
    const store = createStore(aModel());
    const askAgain = vi.fn();
    return { notes: createNotesDesk(api.api, store, askAgain), store, askAgain, asked: api.asked };
  }
  const isNew = (buyer: string): RecordHeader => ({ ...header(buyer), isNew: true });

  it('is not “new” any more once it was joined to somebody known, also when it is asked about again', async () => {
    const { notes, store } = aDesk({ openBuyer: async () => ok(joinedView()) });
    notes.show(isNew('a'), 'no-strong-alias');
    notes.openNotes();
    await vi.waitFor(() => expect(store.get().record?.isNew).toBe(false));
    notes.show(header('a'), 'no-strong-alias');
    expect(store.get().record?.isNew).toBe(false);
  });

  it('stays “new” while the same conversation is asked about again, and not for another buyer', () => {
    const { notes, store } = aDesk();
    notes.show(isNew('a'), 'no-strong-alias');
    notes.show(header('a'), 'no-strong-alias');
    expect(store.get().record?.isNew).toBe(true);
    notes.show(header('b'), 'no-strong-alias');
    expect(store.get().record?.isNew).toBe(false);
    notes.show(null, 'no-strong-alias');
    expect(store.get().record).toBeNull();
  });

  it('follows a change made elsewhere although the card is closed', async () => {
    const { notes, store } = aDesk();
    notes.show({ ...header('a'), promiseDueOn: '2026-11-01' }, 'no-strong-alias');
    notes.changedElsewhere();
    await vi.waitFor(() =>
      expect(store.get().record).toMatchObject({
        returning: true,
        segments: ['at-risk'],
        promiseDueOn: '2026-11-24',
      }),
    );
    expect(store.get().notes.kind).toBe('closed');
  });

  it('changes only the record that is on screen, and reads it again', async () => {
    const { notes, store, asked } = aDesk();
    expect(await notes.changeRecord('tagBuyer', { add: ['vip'] })).toBe(false);
    notes.show(header('a'), 'no-strong-alias');
    expect(await notes.changeRecord('tagBuyer', { add: ['vip'] })).toBe(true);
    expect(asked).toEqual([
      { name: 'tagBuyer', args: { add: ['vip'], buyerKey: 'a' } },
      { name: 'openBuyer', args: { buyerKey: 'a' } },
    ]);
    expect(store.get().notice).toBeNull();
  });

  it('says what went wrong with a change', async () => {
    const { notes, store } = aDesk({ tagBuyer: async () => err({ kind: 'storage-full' }) });
    notes.show(header('a'), 'no-strong-alias');
    expect(await notes.changeRecord('tagBuyer', { add: ['vip'] })).toBe(false);
    expect(store.get().notice).toEqual({ kind: 'problem', problem: { kind: 'storage-full' } });
  });

  it('asks again after forgetting, says so in the open card, and opens it for a record that is kept again', async () => {
    const { notes, store, askAgain } = aDesk();
    notes.show(header('a'), 'no-strong-alias');
    notes.openNotes();
    await vi.waitFor(() => expect(store.get().notes.kind).toBe('open'));
    expect(await notes.changeRecord('forgetBuyer')).toBe(true);
    expect(askAgain).toHaveBeenCalledTimes(1);
    notes.show(null, { kind: 'forgotten' });
    expect(store.get().notes).toEqual({ kind: 'problem', problem: { kind: 'forgotten' } });
    expect(await notes.changeRecord('rememberAgain')).toBe(true);
    expect(askAgain).toHaveBeenCalledTimes(2);
    notes.show(isNew('b'), 'no-strong-alias');
    expect(store.get().notes.kind).toBe('loading');
  });

  it('does not open the card of a forgotten buyer by itself', () => {
    const { notes, store } = aDesk();
    notes.show(null, { kind: 'forgotten' });
    expect(store.get().notes.kind).toBe('closed');
  });
});
