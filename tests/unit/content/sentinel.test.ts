import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSentinel } from '@/components/content/sentinel';
import { brandAs } from '@/utils/domain/ids';
import type { PageKind } from '@/utils/marketplaces/contract';

const aDetector = (kind: PageKind) => ({ id: brandAs<'MarketId'>('amazon'), pageKind: vi.fn(() => kind) });
const never = async () => false;

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

describe('the sentinel', () => {
  it('asks for the assistant once on a conversation, and stops looking', async () => {
    const detector = aDetector('thread');
    const needAssistant = vi.fn(async () => true);
    await startSentinel({ detector, signal: life.signal, isOff: never, needAssistant });
    history.pushState(null, '', '/messaging/inbox?cc=2');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(needAssistant).toHaveBeenCalledTimes(1);
    expect(detector.pageKind).toHaveBeenCalledTimes(1);
  });

  it('asks again when the assistant could not be loaded, and gives up after four times', async () => {
    const needAssistant = vi.fn(async () => false);
    await startSentinel({ detector: aDetector('contact'), signal: life.signal, isOff: never, needAssistant });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(needAssistant).toHaveBeenCalledTimes(4);
  });

  it.each<PageKind>(['none', 'blocked', 'orders'])('asks for nothing on a page of kind %s', async (kind) => {
    const needAssistant = vi.fn(async () => true);
    await startSentinel({ detector: aDetector(kind), signal: life.signal, isOff: never, needAssistant });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(needAssistant).not.toHaveBeenCalled();
  });

  it('notices a conversation that is reached without a load', async () => {
    let kind: PageKind = 'none';
    const detector = { id: brandAs<'MarketId'>('amazon'), pageKind: () => kind };
    const needAssistant = vi.fn(async () => true);
    await startSentinel({ detector, signal: life.signal, isOff: never, needAssistant });
    kind = 'thread';
    history.pushState(null, '', '/messaging/inbox?cc=9');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(needAssistant).toHaveBeenCalledTimes(1);
  });

  it('does not even look while the marketplace is switched off', async () => {
    const detector = aDetector('thread');
    await startSentinel({ detector, signal: life.signal, isOff: async () => true, needAssistant: async () => true });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(detector.pageKind).not.toHaveBeenCalled();
  });
});
