import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
    ['', { page: 'buyers', buyer: null }],
    ['#/nowhere', { page: 'buyers', buyer: null }],
    ['#/buyers/%E0%A4%A', { page: 'buyers', buyer: null }],
    ['#/buyers/a%2Fb', { page: 'buyers', buyer: keyOf('a/b') }],
    ['#/settings', { page: 'settings' }],
    ['#/converter', { page: 'converter' }],
    ['#/team', { page: 'team' }],
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
      'Work log',
      'Team',
      'Converter',
      'Settings',
    ]);
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([
      null,
      'page',
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
    ['#/whatever', 'Buyers'],
  ])('opens %s under its heading and title', async (hash, name) => {
    await showPage(<Dashboard />);
    await goTo(hash);
    expect(screen.getByRole('heading', { level: 1, name })).toBeTruthy();
    expect(document.title).toBe(`${name} – Parley`);
  });

  it('follows a change of the interface language without losing what is on screen', async () => {
    const fake = fakeApi({ buyers: [aBuyer('Anna')] });
    const chinese = await wordsOf('zh-CN');
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
