import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchReplies } from '@/components/content/session/watch-replies';
import { templatesTopic } from '@/utils/platform/settings/templates-topic';

let isHidden = false;
let change: () => void;
let life: AbortController;
const onChanged = vi.fn();
const unsubscribe = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  life = new AbortController();
  const subscribe = (topic: string, fn: () => void) => {
    expect(topic).toBe(templatesTopic);
    change = fn;
    return unsubscribe;
  };
  watchReplies({ subscribe }, life.signal, onChanged);
});
afterEach(() => {
  life.abort();
  isHidden = false;
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

const show = (): void => {
  isHidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('a change of the replies of the desk', () => {
  it('is told once, when the last of a file has come', () => {
    for (let portion = 0; portion < 10; portion += 1) {
      change();
      vi.advanceTimersByTime(300);
    }
    expect(onChanged).not.toHaveBeenCalled();
    vi.advanceTimersByTime(300);
    expect(onChanged).toHaveBeenCalledTimes(1);
    show();
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('waits until a tab in the background is seen', () => {
    isHidden = true;
    change();
    vi.advanceTimersByTime(600);
    expect(onChanged).not.toHaveBeenCalled();
    show();
    expect(onChanged).toHaveBeenCalledTimes(1);
    show();
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('is not told to a page that is gone', () => {
    change();
    life.abort();
    vi.advanceTimersByTime(600);
    expect(onChanged).not.toHaveBeenCalled();
    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });
});
