import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import reviewsEn from '@/public/locales/en/reviews.json';
import { watchList } from '@/components/content/lists/watch-list';
import type { ApiProblem, ListRequest, ListView, PageVisit } from '@/utils/app/api';
import { brandAs, type OrderId } from '@/utils/domain/ids';
import { err, ok, type Result } from '@/utils/domain/result';
import { flattenCatalogue } from '@/utils/platform/i18n/page-words';
import type { FieldHealth, MarketLists, PageKind } from '@/utils/marketplaces/contract';

const missing = { ok: false, problem: { kind: 'missing', field: 'none' } } as const;
const all = <T>(value: T) => ({ ok: true, value, candidate: 0, source: 'structure' }) as const;

const kinds: Readonly<Record<string, PageKind>> = {
  '/orders': 'orders',
  '/disputes': 'events',
  '/closed-disputes': 'events',
  '/chat': 'thread',
  '/order': 'order',
};
const kindHere = (): PageKind => kinds[location.pathname] ?? 'none';
const idsOnPage = (): readonly OrderId[] =>
  [...document.querySelectorAll('td')].map(({ textContent }) => brandAs<'OrderId'>(textContent));

/** How the fields of a page were read, by path. */
let health: Readonly<Record<string, readonly FieldHealth[]>> = {};

/** Reads like a page whose rows say nothing but their order: what they are about stands in the address alone. */
const lists: MarketLists = {
  id: brandAs<'MarketId'>('aliexpress'),
  pageKind: kindHere,
  shop: () => missing,
  readOrders: () =>
    ['orders', 'order'].includes(kindHere()) ? all(idsOnPage().map((orderId) => ({ orderId, items: [] }))) : missing,
  readEvents: () =>
    kindHere() === 'events' ? all(idsOnPage().map((orderId) => ({ kind: 'dispute', orderId }) as const)) : missing,
  readReviewRequest: () => missing,
  readRows: () =>
    all(
      [...document.querySelectorAll('tr')].map((element) => ({
        element,
        key: element.textContent,
        aliases: [{ kind: 'order', value: element.textContent, strong: true } as const],
      })),
    ),
  health: () => health[location.pathname] ?? [],
};

/** What the page's buttons told the background, and what it answered. */
let noted: OrderId[] = [];
let answerNoted = (): Result<null, ApiProblem> => ok(null);

let view: ListView = {
  shop: { kind: 'ask', choices: [] },
  uiLang: 'en',
  strings: { version: 'en', entries: {} },
  rows: [],
  reviews: null,
  kept: { orders: 0, events: 0 },
};

const plainView = view;
let life = new AbortController();
let asked: Omit<ListRequest, 'holds'>[] = [];
let visits: Omit<PageVisit, 'marketplace' | 'at'>[] = [];

const table = (...ids: readonly string[]): void => {
  document.body.innerHTML = `<table><tbody>${ids.map((id) => `<tr><td>${id}</td></tr>`).join('')}</tbody></table>`;
};
const go = (path: string): void => {
  history.pushState(null, '', path);
  window.dispatchEvent(new Event('popstate'));
};
const start = (): void =>
  watchList({
    lists,
    css: '',
    reviewCss: '',
    signal: life.signal,
    client: {
      openList: async (request) => {
        asked.push(request);
        return ok(view);
      },
      reportVisit: async (visit) => {
        visits.push(visit);
        return ok(null);
      },
      reviewAsked: async ({ orderId }) => {
        noted.push(orderId);
        return answerNoted();
      },
    },
  });
const wait = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const disputesAsked = (): readonly (string | undefined)[] =>
  asked.flatMap(({ events }) => events.map(({ orderId }) => orderId));

const OLD = ['8161000000000001', '8161000000000002'];
const NEW = '8161000000000009';

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  [asked, visits, health, noted, view] = [[], [], {}, [], plainView];
  answerNoted = () => ok(null);
  go('/orders');
  table(...OLD);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('a page whose address changes before its content', () => {
  it('tells nothing of the rows of the page before as if they were of this one', async () => {
    start();
    await wait(500);
    expect(asked.at(-1)?.orders).toHaveLength(2);
    go('/disputes');
    await wait(3_000);
    expect(disputesAsked()).toEqual([]);
    expect(visits.map(({ page }) => page)).not.toContain('events');
    table(NEW);
    await wait(1_000);
    expect(disputesAsked()).toEqual([NEW]);
  });

  it('waits while a part of them is still there', async () => {
    start();
    await wait(500);
    go('/disputes');
    document.querySelector('tr')?.remove();
    await wait(3_000);
    expect(disputesAsked()).toEqual([]);
  });

  it('waits as well from a conversation that shows orders, and between two kinds of events', async () => {
    go('/chat');
    start();
    await wait(500);
    go('/disputes');
    await wait(1_000);
    expect(disputesAsked()).toEqual([]);
    table(NEW);
    await wait(1_000);
    go('/closed-disputes');
    await wait(1_000);
    expect(disputesAsked()).toEqual([NEW]);
  });

  it('believes rows that stay: the address may have changed last', async () => {
    start();
    await wait(500);
    go('/disputes');
    await wait(9_000);
    expect(new Set(disputesAsked())).toEqual(new Set(OLD));
  });

  it('reads at once when another list is on screen with the first look', async () => {
    start();
    await wait(500);
    table();
    go('/disputes');
    table(NEW);
    await wait(600);
    expect(disputesAsked()).toEqual([NEW]);
  });
});

describe('the sign of a page', () => {
  const limited: FieldHealth = { field: 'orders', state: 'fallback', required: true };
  const said = (): readonly string[] => visits.map(({ page, health: judged }) => `${page} ${judged}`);

  it('is told on a page that counts seconds', async () => {
    health = { '/orders': [limited] };
    const clock = document.createElement('p');
    document.body.append(clock);
    start();
    for (let second = 0; second < 5; second += 1) {
      clock.textContent = `${second}`;
      await wait(1_000);
    }
    expect(said()).toEqual(['orders limited']);
  });

  it('goes when the page is left, and is told again when the page comes back', async () => {
    health = { '/orders': [limited] };
    start();
    await wait(2_000);
    go('/chat');
    await wait(2_000);
    go('/orders');
    table('8161000000000005');
    await wait(3_000);
    expect(said()).toEqual(['orders limited', 'none good', 'orders limited']);
  });

  it('says nothing of a page that is left at once', async () => {
    health = { '/orders': [limited] };
    start();
    await wait(500);
    go('/chat');
    await wait(5_000);
    expect(said()).toEqual([]);
  });
});

describe('the status about review requests', () => {
  const entries = flattenCatalogue('reviews', reviewsEn);
  const host = (): Element | null => document.querySelector('parley-root');
  const status = (): HTMLElement | null => host()?.shadowRoot?.querySelector('[role=status]') ?? null;
  const buttonNamed = (name: string): HTMLButtonElement | undefined =>
    [...(host()?.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === name);
  /** A press of the agent's, which a page cannot make. */
  const press = (target: HTMLElement | undefined): void => {
    const click = new MouseEvent('click');
    Object.defineProperty(click, 'isTrusted', { get: () => true });
    target?.dispatchEvent(click);
  };
  const orderId = brandAs<'OrderId'>(OLD[0]!);
  const allowed = { orderId, verdict: 'allow', rule: 'review-allowed', at: '2026-12-20' } as const;
  const says = (change: Partial<ListView>): void => {
    view = { ...plainView, strings: { version: 'en', entries }, ...change };
  };

  it('says on the page of an order whether, why, until when and where that stands', async () => {
    says({ review: allowed });
    go('/order');
    table(OLD[0]!);
    start();
    await wait(500);
    expect(status()?.getAttribute('aria-label')).toBe('Review request');
    expect(status()?.dataset).toMatchObject({ verdict: 'allow', rule: 'review-allowed' });
    expect(status()?.textContent).toContain('A review may be asked for now');
    expect(status()?.textContent).toContain('Dec 20, 2026');
    expect(status()?.textContent).toMatch(/Source: AliExpress.*2026-11-21/);
    expect(buttonNamed('I asked')).toBeDefined();
  });

  it('has no button while it is too early, and says from when', async () => {
    says({ review: { orderId, verdict: 'wait', rule: 'ctx-too-early', at: '2026-12-01' } });
    go('/order');
    table(OLD[0]!);
    start();
    await wait(500);
    expect(status()?.textContent).toContain('From Dec 1, 2026');
    expect(buttonNamed('I asked')).toBeUndefined();
  });

  it('notes what the agent says and asks anew; a press of the page is nobody\u2019s word', async () => {
    says({ review: allowed });
    go('/order');
    table(OLD[0]!);
    start();
    await wait(500);
    buttonNamed('I asked')?.click();
    expect(noted).toEqual([]);
    const before = asked.length;
    says({ review: { orderId, verdict: 'stop', rule: 'ctx-second-request' } });
    press(buttonNamed('I asked'));
    await wait(100);
    expect(noted).toEqual([orderId]);
    expect(asked.length).toBe(before + 1);
    expect(status()?.dataset).toMatchObject({ verdict: 'stop', rule: 'ctx-second-request' });
  });

  it('says when that could not be noted, and lets the agent try again', async () => {
    says({ review: allowed });
    answerNoted = () => err({ kind: 'storage-full' });
    go('/order');
    table(OLD[0]!);
    start();
    await wait(500);
    press(buttonNamed('I asked'));
    await wait(100);
    expect(status()?.textContent).toContain('Not noted');
    expect(buttonNamed('I asked')?.disabled).toBe(false);
  });

  it('counts on a list, and says why nobody is picked by mood', async () => {
    says({ reviews: { allowed: 7, of: 20 } });
    start();
    await wait(500);
    expect(status()?.textContent).toContain('7 of 20 can be asked today');
    expect(status()?.textContent).toContain('no filter by mood');
    expect(host()?.shadowRoot?.querySelectorAll('input, select').length).toBe(0);
    press(buttonNamed('Hide'));
    expect(host()).toBeNull();
  });

  it('puts nothing into a page with nothing to say, and leaves with the page', async () => {
    start();
    await wait(500);
    expect(host()).toBeNull();
    says({ review: allowed });
    go('/order');
    table(NEW);
    await wait(500);
    expect(host()).not.toBeNull();
    says({});
    go('/nowhere');
    await wait(500);
    expect(host()).toBeNull();
    says({ review: allowed });
    go('/order');
    table(OLD[0]!);
    await wait(1_000);
    expect(host()).not.toBeNull();
    life.abort();
    expect(host()).toBeNull();
  });
});
