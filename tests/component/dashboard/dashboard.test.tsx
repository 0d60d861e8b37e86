import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pages } from '@/components/dashboard/route';
import { Dashboard } from '@/components/dashboard/dashboard';
import { readRoute } from '@/components/dashboard/route';
import { aBuyer, fakeApi, keyOf } from './fake-api';
import { axeFindings, settle, showPage, unspoken, wordsOf } from './harness';

const goTo = async (hash: string) => {
  await act(async () => {
    window.location.hash = hash;
    window.dispatchEvent(new Event('hashchange'));
  });
  await settle();
};

beforeEach(() => (window.location.hash = ''));
afterEach(cleanup);

describe('addresses', () => {
  it.each([
    ['', { page: 'today' }],
    ['#/nowhere', { page: 'today' }],
    ['#/buyers/%E0%A4%A', { page: 'buyers', buyer: null }],
    ['#/buyers/a%2Fb', { page: 'buyers', buyer: keyOf('a/b') }],
    ['#/settings', { page: 'settings' }],
    ['#/converter', { page: 'converter' }],
    ['#/team', { page: 'team' }],
    ['#/practice', { page: 'practice', sample: null }],
    ['#/practice/de-late', { page: 'practice', sample: 'de-late' }],
    ['#/templates', { page: 'templates', template: null }],
    ['#/templates/', { page: 'templates', template: null }],
    ['#/templates/late-new-eta', { page: 'templates', template: 'late-new-eta' }],
    ['#/templates/%E0%A4%A', { page: 'templates', template: null }],
  ])('reads %j', (hash, route) => expect(readRoute(hash)).toEqual(route));
});

describe('the dashboard', () => {
  it('shows the pages that exist in the main navigation and marks the one that is open', async () => {
    await showPage(<Dashboard />);
    const links = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      'Today',
      'Buyers',
      'Templates',
      'Message rules',
      'Reports',
      'Work log',
      'Team',
      'Converter',
      'Practice',
      'Settings',
    ]);
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([
      'page',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['#/settings', 'Settings'],
    ['#/converter', 'Converter'],
    ['#/log', 'Work log'],
    ['#/team', 'Team'],
    ['#/templates', 'Templates'],
    ['#/today', 'Today'],
    ['#/whatever', 'Today'],
  ])('opens %s under its heading and title', async (hash, name) => {
    await showPage(<Dashboard />);
    await goTo(hash);
    expect(screen.getByRole('heading', { level: 1, name })).toBeTruthy();
    expect(document.title).toBe(`${name} – Parley`);
  });

  it('follows a change of the interface language without losing what is on screen', async () => {
    const fake = fakeApi({ buyers: [aBuyer('Anna')] });
    const chinese = await wordsOf('zh-CN');
    window.location.hash = '#/buyers';
    await showPage(<Dashboard />, { fake, loadWords: async () => chinese });
    // Pages come when they are looked at; the first one takes its time on a busy machine.
    const box = await screen.findByRole('searchbox', { name: 'Search buyers' }, { timeout: 10_000 });
    await act(async () => void (await fake.api.settings.write({ uiLang: 'zh-CN' })));
    await settle();
    expect(screen.getByRole('searchbox', { name: '搜索买家' })).toBe(box);
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  it.each(['#/buyers', '#/buyers/Anna', '#/templates', '#/settings', '#/converter'])(
    'passes axe in both languages at %s',
    async (hash) => {
      for (const lang of ['en', 'zh-CN'] as const) {
        const { container } = await showPage(<Dashboard />, { fake: fakeApi({ buyers: [aBuyer('Anna')] }), lang });
        await goTo(hash);
        expect(await axeFindings(container)).toEqual([]);
        expect(unspoken(container)).toBeNull();
        cleanup();
      }
    },
  );
});

describe('the keys of the dashboard', () => {
  const key = (name: string, target: Element = document.body, change: KeyboardEventInit = {}) =>
    act(async () => {
      target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...change }));
    });
  const current = () => screen.getByRole('link', { current: 'page' }).textContent;
  const press = async (...names: readonly string[]) => {
    for (const name of names) await key(name);
    await goTo(window.location.hash);
  };

  it('lead to every page by g and its letter, each a letter of its own', async () => {
    await showPage(<Dashboard />);
    const links = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link');
    const letters = links.map((link) => link.getAttribute('aria-keyshortcuts')?.replace('g ', '') ?? '');
    expect(new Set(letters).size).toBe(links.length);
    for (const [at, link] of links.entries()) {
      await press('g', letters[at]!);
      expect(current()).toBe(link.textContent);
    }
  });

  it('do nothing where something is typed, with another key held, or for a letter without g', async () => {
    await showPage(<Dashboard />);
    const box = document.body.appendChild(document.createElement('input'));
    await key('g', box);
    await key('s', box);
    await key('g', document.body, { ctrlKey: true });
    await press('s');
    await press('g', 'x', 's');
    box.remove();
    expect(current()).toBe('Today');
  });

  it.each(['en', 'zh-CN'] as const)('are told on ?, over the page (%s)', async (uiLang) => {
    await showPage(<Dashboard />, { lang: uiLang });
    const before = screen.getAllByRole('link')[2]!;
    before.focus();
    await key('?', before);
    const help = await screen.findByRole('dialog', { name: uiLang === 'en' ? 'Keys' : '快捷键' }, { timeout: 10_000 });
    expect(within(help).getAllByText('g')).toHaveLength(pages.length);
    expect(unspoken(help)).toBeNull();
    expect(await axeFindings(document.body)).toEqual([]);
    await act(async () => (help as HTMLDialogElement).close());
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(before);
  });
});
