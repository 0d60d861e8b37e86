import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWordMarks } from '@/utils/page/word-marks';

const MESSAGE = 'Do you have UK 5.5?';
let life: AbortController;
let looks = 0;

/** Everything that is watched stands in the window. */
class SeesAll {
  constructor(private readonly tell: IntersectionObserverCallback) {}
  observe(target: Element): void {
    const entry = { target, isIntersecting: true } as unknown as IntersectionObserverEntry;
    queueMicrotask(() => this.tell([entry], this as unknown as IntersectionObserver));
  }
  disconnect(): void {}
}

const marksOver = (element: Element) => {
  const host = document.createElement('div');
  document.body.append(host);
  return createWordMarks({
    layer: host.attachShadow({ mode: 'open' }),
    marks: [{ id: 'uk', label: 'UK 5.5', start: 12, end: 18 }],
    message: MESSAGE,
    texts: () => [{ element, text: MESSAGE }],
    signal: life.signal,
    onKey: () => {},
    onFocus: () => {},
  });
};
const hide = (isHidden: boolean) => vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);

beforeEach(() => {
  life = new AbortController();
  looks = 0;
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', SeesAll);
  document.body.innerHTML = `<p>${MESSAGE}</p>`;
  const paragraph = document.querySelector('p') as Element;
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([new DOMRect(10, 10, 40, 12)] as unknown as DOMRectList);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 800, 600));
  document.elementFromPoint = () => ((looks += 1), paragraph);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('marks over words', () => {
  it('look at the page at most once a second while nothing happens', async () => {
    const marks = marksOver(document.querySelector('p') as Element);
    await vi.advanceTimersByTimeAsync(100);
    expect(marks.seen()).toEqual(['uk']);
    looks = 0;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThanOrEqual(10);
  });

  it('look at once when something may have moved them', async () => {
    marksOver(document.querySelector('p') as Element);
    await vi.advanceTimersByTimeAsync(1_050);
    for (const event of ['load', 'transitionend', 'click']) {
      looks = 0;
      document.body.dispatchEvent(new Event(event));
      await vi.advanceTimersByTimeAsync(50);
      expect(looks).toBe(1);
    }
  });

  it('rest in a hidden tab and look when it is shown again', async () => {
    marksOver(document.querySelector('p') as Element);
    await vi.advanceTimersByTimeAsync(100);
    hide(true);
    looks = 0;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toBe(0);
    hide(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(50);
    expect(looks).toBe(1);
  });
});
