import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MarketId } from '@/utils/domain/ids';
import type { TaughtPage } from '@/utils/domain/profiles/profile';
import { isServedHere, sayServed } from '@/utils/client/served-here';
import { createTaughtSite } from '@/utils/marketplaces/taught-site';

const url = new URL('https://seller.demo.example/inbox');
const market = 'other' as MarketId;
const page = (id: string, order: string): TaughtPage => ({
  id,
  marketplace: market,
  host: url.hostname,
  path: '/inbox',
  kind: 'thread',
  fields: { orderId: [order] },
  date: '2026-11-22',
});
const show = () =>
  void (document.body.innerHTML = '<p class="new">5301-0002</p><p class="old">5301-0001</p><textarea></textarea>');
const orderOf = (site: ReturnType<typeof createTaughtSite>) => {
  const thread = site.readThread(document, url);
  return thread.ok ? thread.value.orderId : thread.problem;
};

afterEach(() => vi.restoreAllMocks());

describe('the taught pages of a host', () => {
  it('are read as they were taught last', () => {
    show();
    expect(orderOf(createTaughtSite(market, [page('b', '.new'), page('a', '.old')]))).toBe('5301-0002');
  });

  it('are read anew once they are taught anew', () => {
    show();
    const site = createTaughtSite(market, [page('a', '.old')]);
    expect(orderOf(site)).toBe('5301-0001');
    site.setPages([page('b', '.new'), page('a', '.old')]);
    expect(orderOf(site)).toBe('5301-0002');
  });

  it('are none of its business while the assistant of the marketplace serves them', () => {
    show();
    const life = new AbortController();
    const site = createTaughtSite(market, [page('a', '.old')], isServedHere);
    expect(site.pageKind(url, document)).toBe('thread');
    sayServed(({ pathname }) => pathname === '/inbox', life.signal);
    expect(site.pageKind(url, document)).toBe('none');
    expect(site.findComposer(document).ok).toBe(false);
    life.abort();
    expect(site.pageKind(url, document)).toBe('thread');
  });

  it('are no longer watched once they are gone, and no longer than asked', () => {
    show();
    const watched: AbortSignal[] = [];
    vi.spyOn(document, 'addEventListener').mockImplementation((_type, _listener, options) => {
      if (typeof options === 'object' && options.signal) watched.push(options.signal);
    });
    const kept = page('b', '.new');
    const site = createTaughtSite(market, [page('a', '.old'), kept]);
    const life = new AbortController();
    site.onSent(document, life.signal, () => undefined);
    const before = new Set(watched);
    expect(before.size).toBeGreaterThanOrEqual(2);
    site.setPages([kept]);
    const ended = [...before].filter(({ aborted }) => aborted);
    expect(ended.length).toBe(before.size / 2);
    life.abort();
    expect([...before].every(({ aborted }) => aborted)).toBe(true);
  });
});
