import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchRoutes } from '@/utils/page/router';

let life: AbortController;
let paths: string[];

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  paths = [];
  history.replaceState({}, '', '/messaging/inbox');
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const watch = (): void => watchRoutes(life.signal, (url) => paths.push(url.pathname + url.search));

describe('watchRoutes', () => {
  it('reports the address it starts on', () => {
    watch();
    expect(paths).toEqual(['/messaging/inbox']);
  });

  it('notices a query that was changed without any event', () => {
    watch();
    history.replaceState({}, '', '/messaging/inbox?cc=1');
    vi.advanceTimersByTime(600);
    expect(paths).toEqual(['/messaging/inbox', '/messaging/inbox?cc=1']);
  });

  it('reports an address once however many events tell of it', () => {
    watch();
    history.replaceState({}, '', '/orders-v3');
    for (const type of ['popstate', 'hashchange', 'pageshow']) window.dispatchEvent(new Event(type));
    vi.advanceTimersByTime(2000);
    expect(paths).toEqual(['/messaging/inbox', '/orders-v3']);
  });

  it('reports the way back as a new address', () => {
    watch();
    history.replaceState({}, '', '/orders-v3');
    vi.advanceTimersByTime(500);
    history.replaceState({}, '', '/messaging/inbox');
    vi.advanceTimersByTime(500);
    expect(paths).toEqual(['/messaging/inbox', '/orders-v3', '/messaging/inbox']);
  });

  it('is silent after its signal has ended, and when it had ended before', () => {
    watch();
    life.abort();
    history.replaceState({}, '', '/orders-v3');
    window.dispatchEvent(new Event('popstate'));
    vi.advanceTimersByTime(2000);
    watch();
    expect(paths).toEqual(['/messaging/inbox']);
  });
});
