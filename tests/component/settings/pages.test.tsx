import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PagesSection } from '@/components/settings/pages-section';
import type { SiteTools } from '@/components/settings/site-tools';
import type { PageVisit } from '@/utils/app/api';
import type { PageProfile, TaughtPage } from '@/utils/domain/profiles/profile';
import { aliexpress, amazon, at, fakeApi, type Holdings } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, unspoken } from '../dashboard/harness';

const aProfile = (version: string, change: Partial<PageProfile> = {}): PageProfile => ({
  format: 'parley-page-profile',
  schema: 1,
  marketplace: amazon,
  version,
  date: '2026-11-20',
  fields: { composer: { page: 'inbox', seen: '2026-11', structure: ['textarea.reply'] } },
  ...change,
});
const aPage = (change: Partial<TaughtPage> = {}): TaughtPage => ({
  id: 'p1',
  marketplace: amazon,
  host: 'sellercentral.amazon.de',
  path: '/messages/*',
  kind: 'thread',
  fields: { composer: ['textarea.reply'] },
  date: '2026-11-21',
  ...change,
});
const aVisit = (change: Partial<PageVisit> = {}): PageVisit => ({
  marketplace: amazon,
  page: 'orders',
  health: 'limited',
  fields: [
    { field: 'orderId', state: 'fallback', required: true, candidate: 2 },
    { field: 'composer', state: 'missing', required: true, problem: 'missing' },
    { field: 'country', state: 'missing', required: false, problem: 'missing' },
    { field: 'order', state: 'missing', required: false, problem: 'disagree' },
    { field: 'shop', state: 'ok', required: false, candidate: 0 },
  ],
  ms: 4.2,
  at: at('09:30'),
  ...change,
});
const someSites = (hosts: readonly string[] = []) => {
  let left = [...hosts];
  return {
    builtIn: vi.fn(async () => ({ version: '2026.11.01.1', date: '2026-11-01' })),
    otherHosts: vi.fn(async () => left),
    stop: vi.fn(async (host: string) => void (left = left.filter((one) => one !== host))),
  } satisfies SiteTools;
};
async function show(held: Holdings = {}, options: { hosts?: readonly string[]; lang?: 'en' | 'zh-CN' } = {}) {
  const fake = fakeApi(held);
  const sites = someSites(options.hosts);
  return { fake, sites, ...(await showPage(<PagesSection />, { fake, sites, lang: options.lang ?? 'en' })) };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const part = (name: string) => within(screen.getByRole('region', { name }));
const choose = async (text: string) => {
  const file = new File([text], 'profile.json', { type: 'application/json' });
  const field = screen.getByLabelText<HTMLInputElement>('Import a profile');
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  await act(async () => void fireEvent.change(field));
  await settle();
};

afterEach(cleanup);

describe('the last pages', () => {
  it('say where, when, how well and what was guessed or missing', async () => {
    await show({ visits: [aVisit(), aVisit({ health: 'good', fields: [], page: 'thread', marketplace: aliexpress })] });
    const items = within(screen.getByRole('list', { name: 'Last pages' })).getAllByRole('listitem');
    expect(items[0]!.textContent).toMatch(
      /^LimitedAmazon: ordersNot found: Text box, OrderGuessed: Order numberMar 2, 2026.*4\.2 ms$/,
    );
    expect(items[1]!.textContent).toMatch(/^GoodAliExpress: conversationMar 2/);
  });

  it('are six until all are asked for', async () => {
    await show({ visits: Array.from({ length: 9 }, (_, index) => aVisit({ at: at(`09:1${index}`) })) });
    const count = () => within(screen.getByRole('list', { name: 'Last pages' })).getAllByRole('listitem').length;
    expect(count()).toBe(6);
    await press(button('Show all 9'));
    expect(count()).toBe(9);
  });

  it('say what to do while there is none, and what happened when they cannot be read', async () => {
    const { fake } = await show();
    expect(screen.getByText(/^No page yet\. Open a conversation/)).toBeTruthy();
    cleanup();
    fake.fail({ kind: 'storage-failed', code: 'X' });
    await showPage(<PagesSection />, { fake });
    expect(screen.getAllByRole('alert').length).toBeGreaterThan(0);
  });
});

describe('the profile of a marketplace', () => {
  const kept = { imported: aProfile('2026.11.20.1'), previous: aProfile('2026.11.10.1'), taught: [aPage()] };

  it('shows what came with the build, what was imported and what was shown', async () => {
    await show({ profiles: { amazon: kept } });
    const amazonPart = part('Amazon');
    expect(amazonPart.getByText('2026.11.01.1 of Nov 1, 2026')).toBeTruthy();
    expect(amazonPart.getByText('2026.11.20.1 of Nov 20, 2026')).toBeTruthy();
    expect(amazonPart.getByRole('listitem').textContent).toContain(
      'sellercentral.amazon.de/messages/*Shown on Nov 21, 2026',
    );
    expect(part('AliExpress').getByText('No page shown yet.')).toBeTruthy();
    expect(part('AliExpress').queryByRole('button')).toBeNull();
  });

  it('goes back after one question', async () => {
    const { fake } = await show({ profiles: { amazon: kept } });
    await press(button('Go back to the Amazon profile before'));
    expect(screen.getByRole('group', { name: 'Go back to 2026.11.10.1?' })).toBeTruthy();
    expect(document.activeElement).toBe(button('Keep it'));
    await press(button('Go back'));
    expect(fake.api.profiles.rollBack).toHaveBeenCalledWith({ marketplace: amazon });
    expect(part('Amazon').getByText('2026.11.10.1 of Nov 20, 2026')).toBeTruthy();
    await press(button('Go back to the Amazon profile before'));
    expect(screen.getByRole('group', { name: 'Go back to the built-in profile?' })).toBeTruthy();
  });

  it('forgets a page only after a question, which Esc declines', async () => {
    const { fake } = await show({ profiles: { amazon: kept } });
    await press(button(/^Forget sellercentral/));
    fireEvent.keyDown(button('Keep it'), { key: 'Escape' });
    expect(fake.api.profiles.forget).not.toHaveBeenCalled();
    await press(button(/^Forget sellercentral/));
    await press(button('Forget'));
    expect(fake.api.profiles.forget).toHaveBeenCalledWith({ marketplace: amazon, id: 'p1' });
    expect(part('Amazon').getByText('No page shown yet.')).toBeTruthy();
  });

  it('is exported as a file others can import', async () => {
    const { saveFile } = await show({ profiles: { amazon: kept } });
    await press(button('Export the Amazon profile'));
    const { name, text } = saveFile.mock.calls[0]![0];
    expect(name).toBe('parley-amazon-2026.11.22.1.json');
    expect(JSON.parse(text)).toMatchObject({ format: 'parley-page-profile', taught: [{ id: 'p1' }] });
  });
});

describe('importing a profile', () => {
  it('shows what would change and changes nothing until told to', async () => {
    const { fake } = await show();
    await choose(JSON.stringify(aProfile('2026.11.25.1')));
    const row = within(screen.getByRole('table')).getAllByRole('row')[1]!;
    expect(row.textContent).toBe('Text boxnew01');
    expect(fake.api.profiles.apply).not.toHaveBeenCalled();
    await press(button('Apply'));
    expect(fake.api.profiles.apply).toHaveBeenCalledOnce();
    expect(screen.getByText('Profile 2026.11.25.1 is in use.')).toBeTruthy();
    expect(part('Amazon').getByText('2026.11.25.1 of Nov 20, 2026')).toBeTruthy();
  });

  it('names every page it brings, with the host, the path and what it would decide', async () => {
    await show();
    await choose(JSON.stringify({ ...aProfile('2026.11.25.1'), taught: [aPage()] }));
    const [page] = within(screen.getByRole('list', { name: /brings 1 page/ })).getAllByRole('listitem');
    expect(page!.textContent).toBe('sellercentral.amazon.de/messages/*Text box: textarea.reply');
  });

  it('can be taken back', async () => {
    const { fake } = await show();
    await choose(JSON.stringify(aProfile('2026.11.25.1')));
    await press(button('Cancel'));
    expect(screen.queryByRole('table')).toBeNull();
    expect(fake.api.profiles.apply).not.toHaveBeenCalled();
  });

  it.each([
    ['{', 'It is not JSON.'],
    [JSON.stringify({ ...aProfile('2026.11.25.1'), schema: 9 }), 'written for a newer Parley (version 9)'],
    [JSON.stringify(aProfile('2026.10.01.1')), 'is not newer than 2026.11.01.1'],
    [JSON.stringify(aProfile('2026.11.25.1', { marketplace: 'ebay' as never })), 'does not serve: “ebay”'],
    [
      JSON.stringify(aProfile('2026.11.25.1', { fields: { evil: aProfile('1').fields['composer']! } })),
      'does not know: “evil”',
    ],
    [JSON.stringify({ ...aProfile('2026.11.25.1'), fields: 7 }), 'is not as it must be'],
  ])('says in words why %.40s is refused', async (text, reason) => {
    await show();
    await choose(text);
    expect(screen.getByRole('alert').textContent).toContain(reason);
    expect(screen.getByRole('alert').textContent).toContain('Nothing was changed');
    expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
  });
});

describe('other sites', () => {
  it('can be given up, after a question', async () => {
    const { sites } = await show({}, { hosts: ['messages.example'] });
    await press(button('Stop serving messages.example'));
    await press(button('Stop serving this site'));
    expect(sites.stop).toHaveBeenCalledWith('messages.example');
    expect(screen.getByText('Parley no longer works on messages.example.')).toBeTruthy();
    expect(part('Sites you have added').queryByText('messages.example')).toBeNull();
  });

  it('says so when the browser keeps the access', async () => {
    const { sites } = await show({}, { hosts: ['messages.example'] });
    sites.stop.mockRejectedValueOnce(new Error('policy'));
    await press(button('Stop serving messages.example'));
    await press(button('Stop serving this site'));
    expect(screen.getByText(/did not take the access back/)).toBeTruthy();
  });

  it('are not mentioned while there is none', async () => {
    await show();
    expect(screen.queryByRole('region', { name: 'Sites you have added' })).toBeNull();
  });
});

describe('the section', () => {
  it.each(['en', 'zh-CN'] as const)('passes axe and speaks (%s)', async (lang) => {
    const kept = { imported: aProfile('2026.11.20.1'), taught: [aPage()] };
    const { container } = await show(
      {
        profiles: { amazon: kept, other: { taught: [aPage({ id: 'x', host: 'messages.example' })] } },
        visits: [aVisit()],
      },
      { lang, hosts: ['messages.example'] },
    );
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });
});
