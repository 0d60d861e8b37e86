import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createReplyDesk, type ReplyDeskOptions } from '@/components/content/session/reply-desk';
import { createStore } from '@/components/content/session/store';
import { ok } from '@/utils/domain/result';
import { aDraft, aModel, aSuggestion } from '../../component/content/samples';

const card = aSuggestion({ reasons: [{ kind: 'order-state', state: 'shipped' }], preselected: true });
const filled = aSuggestion({ draft: aDraft('de', ['Bis morgen.']), reasons: [], preselected: false, open: [] });
const copied = vi.fn(() => Promise.resolve());

/** A desk on a page whose conversation can't be read: replies go to the clipboard. */
const aReplyDesk = (answer = filled) => {
  const store = createStore(aModel({ suggestions: [card], filling: 0 }));
  const onSwitched = vi.fn();
  let key: string | null = null;
  const render = vi.fn(() => Promise.resolve(ok(answer)));
  const { actions } = createReplyDesk({
    client: { render },
    store,
    desk: { current: () => null },
    labelOf: (variable: string) => variable,
    threadKey: () => key,
    order: () => null,
    onProblem: (problem: unknown) => expect(problem).toBeNull(),
    onSwitched,
  } as unknown as ReplyDeskOptions);
  return { actions, store, onSwitched, openAnother: () => (key = 'case:2') };
};

beforeEach(() => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText: copied } as unknown as Clipboard);
});
afterEach(() => {
  vi.restoreAllMocks();
  copied.mockClear();
});

it('keeps the reasons of a card that was filled', async () => {
  const { actions, store } = aReplyDesk();
  actions.completeSuggestion(0, {});
  await vi.waitFor(() => expect(copied).toHaveBeenCalledTimes(1));
  expect(store.get().suggestions).toEqual([
    { ...filled, reasons: card.reasons, preselected: true, intent: card.intent },
  ]);
});

it('does not fill another card that took its place', async () => {
  const { actions, store } = aReplyDesk();
  const other = aSuggestion({ templateId: 'other' });
  actions.completeSuggestion(0, {});
  store.set({ suggestions: [other] });
  await vi.waitFor(() => expect(copied).toHaveBeenCalledTimes(1));
  expect(store.get().suggestions).toEqual([other]);
});

it('gives nothing out when another conversation is on screen before the answer', async () => {
  const { actions, store, onSwitched, openAnother } = aReplyDesk();
  actions.completeSuggestion(0, {});
  openAnother();
  await vi.waitFor(() => expect(onSwitched).toHaveBeenCalledTimes(1));
  expect([copied.mock.calls.length, store.get().suggestions]).toEqual([0, [card]]);
});

it('asks on for what a choice needs, and gives nothing out before', async () => {
  const open = [{ name: 'refundAmount', type: 'money', required: true }] as const;
  const { actions, store } = aReplyDesk(aSuggestion({ draft: aDraft('de', ['Wir erstatten …']), open }));
  store.set({ filling: null });
  actions.completeSuggestion(0, { remedy: 'refund' });
  await vi.waitFor(() => expect(store.get().filling).toBe(0));
  expect(store.get().suggestions[0]?.open).toEqual(open);
  expect(copied).not.toHaveBeenCalled();
});
