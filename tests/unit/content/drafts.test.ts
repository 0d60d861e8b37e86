import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper } from '@/components/content/session/drafts';
import { ok } from '@/utils/domain/result';

const aClient = () => ({ saveDraft: vi.fn(async () => ok(null)), dropDraft: vi.fn(async () => ok(null)) });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the draft keeper', () => {
  it('saves once after a pause, not per key', () => {
    const client = aClient();
    const keeper = createDraftKeeper(client, new AbortController().signal);
    for (const text of ['H', 'Ha', 'Hallo']) keeper.changed(text);
    expect(client.saveDraft).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(client.saveDraft.mock.calls).toEqual([[{ text: 'Hallo' }]]);
  });

  it('saves what is pending before the conversation changes', () => {
    const client = aClient();
    const keeper = createDraftKeeper(client, new AbortController().signal);
    keeper.changed('half a sentence');
    keeper.flush();
    expect(client.saveDraft).toHaveBeenCalledTimes(1);
  });

  it('keeps the draft when the page empties its box while switching conversations', () => {
    const client = aClient();
    const keeper = createDraftKeeper(client, new AbortController().signal);
    keeper.changed('half a sentence');
    vi.advanceTimersByTime(1_000);
    keeper.changed('');
    keeper.flush();
    vi.advanceTimersByTime(5_000);
    expect(client.dropDraft).not.toHaveBeenCalled();
  });

  it('keeps what was typed a moment before the page empties its box, however late the switch is noticed', () => {
    const client = aClient();
    const keeper = createDraftKeeper(client, new AbortController().signal);
    keeper.changed('half a sentence');
    keeper.changed('');
    vi.advanceTimersByTime(3_000);
    keeper.flush();
    vi.advanceTimersByTime(9_000);
    expect(client.saveDraft.mock.calls).toEqual([[{ text: 'half a sentence' }]]);
    expect(client.dropDraft).not.toHaveBeenCalled();
  });

  it('drops the draft when the agent has emptied the box', () => {
    const client = aClient();
    const keeper = createDraftKeeper(client, new AbortController().signal);
    keeper.changed('half a sentence');
    vi.advanceTimersByTime(1_000);
    keeper.changed('');
    vi.advanceTimersByTime(5_000);
    expect(client.dropDraft).toHaveBeenCalledTimes(1);
  });

  it('does not drop a draft of an earlier visit because the box starts empty', () => {
    const client = aClient();
    const keeper = createDraftKeeper(client, new AbortController().signal);
    keeper.changed('');
    vi.advanceTimersByTime(1_000);
    expect(client.dropDraft).not.toHaveBeenCalled();
  });

  it('forgets the draft when the message was sent', () => {
    const client = aClient();
    const keeper = createDraftKeeper(client, new AbortController().signal);
    keeper.changed('done');
    keeper.forget();
    vi.advanceTimersByTime(5_000);
    expect(client.saveDraft).not.toHaveBeenCalled();
    expect(client.dropDraft).toHaveBeenCalledTimes(1);
  });
});
