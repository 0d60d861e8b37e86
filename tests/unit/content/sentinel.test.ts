import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSentinel, type SentinelOptions } from '@/components/content/sentinel';
import { brandAs } from '@/utils/domain/ids';
import type { PageKind } from '@/utils/marketplaces/contract';
import type { ScriptRole } from '@/utils/platform/messaging/need-assistant';

type Taught = Awaited<ReturnType<SentinelOptions['readState']>>['taught'];

interface PageOptions {
  readonly kind: () => PageKind;
  readonly roles?: readonly ScriptRole[];
  readonly taught?: Taught;
  readonly isOff?: boolean;
  readonly answer?: (role: ScriptRole) => boolean;
}

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/');
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

/** A sentinel on this page, and the scripts it has asked for, in order. */
const aSentinel = async (options: PageOptions) => {
  const { kind, roles = ['assistant', 'lists'], taught = [], isOff = false, answer = () => true } = options;
  const asked: ScriptRole[] = [];
  const pageKind = vi.fn(kind);
  const readState = vi.fn(async () => ({ isOff, taught }));
  await startSentinel({
    detector: { id: brandAs<'MarketId'>('amazon'), pageKind },
    roles,
    signal: life.signal,
    readState,
    needScript: async (role) => {
      asked.push(role);
      return answer(role);
    },
  });
  return { asked, pageKind, readState };
};

const go = async (path: string) => {
  history.pushState(null, '', path);
  await vi.advanceTimersByTimeAsync(3_000);
};

const here = (path: string): Taught => [{ host: location.hostname, path }];

describe('the sentinel', () => {
  it('asks for the assistant first and for the lists later on a conversation, once each, and stops looking', async () => {
    const { asked, pageKind } = await aSentinel({ kind: () => 'thread' });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(['assistant']);
    await go('/messaging/inbox?cc=2');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toEqual(['assistant', 'lists']);
    expect(pageKind).toHaveBeenCalledTimes(1);
  });

  it('asks again when a script could not be loaded, and gives up after four times', async () => {
    const { asked } = await aSentinel({ kind: () => 'contact', answer: () => false });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual(['assistant', 'assistant', 'assistant', 'assistant']);
  });

  it.each<PageKind>(['order', 'orders', 'events', 'review-request'])('asks for the lists alone on %s', async (kind) => {
    const { asked } = await aSentinel({ kind: () => kind });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toEqual(['lists']);
  });

  it.each<PageKind>(['none', 'blocked'])('asks for nothing on a page of kind %s', async (kind) => {
    const { asked } = await aSentinel({ kind: () => kind });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toEqual([]);
  });

  it('looks once at a page that is nothing to us', async () => {
    const { pageKind } = await aSentinel({ kind: () => 'none' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pageKind).toHaveBeenCalledTimes(1);
  });

  it('notices a conversation that is reached from a list without a load', async () => {
    let kind: PageKind = 'orders';
    const { asked } = await aSentinel({ kind: () => kind });
    await vi.advanceTimersByTimeAsync(1_000);
    kind = 'thread';
    await go('/messaging/inbox?cc=9');
    expect(asked).toEqual(['lists', 'assistant']);
  });

  it('notices that a page which is filled late is a conversation', async () => {
    let kind: PageKind = 'events';
    const { asked } = await aSentinel({ kind: () => kind });
    await vi.advanceTimersByTimeAsync(2_000);
    kind = 'thread';
    await vi.advanceTimersByTimeAsync(9_000);
    expect(asked).toEqual(['lists', 'assistant']);
  });

  it('does not even look while the marketplace is switched off', async () => {
    const { asked, pageKind } = await aSentinel({ kind: () => 'thread', isOff: true });
    await vi.advanceTimersByTimeAsync(5_000);
    expect([asked, pageKind.mock.calls]).toEqual([[], []]);
  });
});

describe('the sentinel and pages somebody has shown', () => {
  it('asks for their script where the address fits, also later', async () => {
    const { asked, readState } = await aSentinel({ kind: () => 'none', taught: here('/desk/*/talk') });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([]);
    await go('/desk/771/talk');
    expect(asked).toEqual(['taught']);
    expect(readState).toHaveBeenCalledTimes(1);
  });

  it('leaves a conversation to its own assistant', async () => {
    const { asked } = await aSentinel({ kind: () => 'thread', taught: here('/') });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toEqual(['assistant', 'lists']);
  });

  it('reads a taught page beside the events it shows, and never one behind a sign-in', async () => {
    const events = await aSentinel({ kind: () => 'events', taught: here('/') });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(events.asked).toEqual(['lists', 'taught']);
    const blocked = await aSentinel({ kind: () => 'blocked', taught: here('/') });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(blocked.asked).toEqual([]);
  });

  it('asks for nothing but them on a host without a marketplace', async () => {
    const { asked } = await aSentinel({ kind: () => 'none', roles: [], taught: here('/') });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toEqual(['taught']);
  });

  it('adds no listener on a host on which nothing was shown', async () => {
    const listening = vi.spyOn(window, 'addEventListener');
    const elsewhere: Taught = [{ host: 'elsewhere.example', path: '/' }];
    const { asked, pageKind } = await aSentinel({ kind: () => 'none', roles: [], taught: elsewhere });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked, pageKind.mock.calls, listening.mock.calls]).toEqual([[], [], []]);
  });
});
