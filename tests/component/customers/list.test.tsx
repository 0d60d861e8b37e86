import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuyersPage } from '@/components/customers/buyers-page';
import { brandAs } from '@/utils/domain/ids';
import { aBuyer, aShop, at, fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';
import { searched } from './kit';

const rowNames = () =>
  screen
    .queryAllByRole('row')
    .slice(1)
    .map((row) => within(row).getByRole('link').textContent);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const choose = async (name: string, value: string) => {
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
  await settle();
};
const box = (name: string) => screen.getByRole('checkbox', { name: `Select ${name}` });
const search = () => screen.getByRole('searchbox', { name: 'Search buyers' });

const held = (more: Parameters<typeof fakeApi>[0] = {}) =>
  fakeApi({
    shops: [aShop('Lumen DE')],
    buyers: [
      aBuyer('Anna', { segments: ['repeat'], tags: ['VIP'], lastSeen: at('12:00') }),
      aBuyer('Boris', { tags: ['vip'], country: brandAs('FR'), lastSeen: at('11:00') }),
      aBuyer('Chen', { segments: ['at-risk'], lastSeen: at('10:00') }),
      aBuyer('Dora', { archived: 1, lastSeen: at('09:00') }),
    ],
    ...more,
  });
const open = async (fake = held()) => ({ fake, ...(await showPage(<BuyersPage open={null} />, { fake })) });

beforeEach(() => (window.location.hash = '#/buyers'));
afterEach(cleanup);

describe('narrowing the list of buyers', () => {
  it('counts every choice beside it and keeps the choice in the address', async () => {
    await open();
    const tags = within(screen.getByRole('combobox', { name: 'Tag' })).getAllByRole('option');
    expect(tags.map(({ textContent }) => textContent)).toEqual(['All', 'vip (2)']);
    await choose('Segment', 'at-risk');
    expect(rowNames()).toEqual(['Chen']);
    expect(window.location.hash).toBe('#/buyers?segment=at-risk');
    expect(screen.getByRole('link', { name: 'Chen' }).getAttribute('href')).toBe('#/buyers/Chen?segment=at-risk');
  });

  it('follows the address back and forth', async () => {
    await open();
    window.location.hash = '#/buyers?tag=vip';
    await settle();
    expect(rowNames()).toEqual(['Anna', 'Boris']);
    window.location.hash = '#/buyers';
    await settle();
    expect(rowNames()).toEqual(['Anna', 'Boris', 'Chen']);
  });

  it('keeps words that are still being typed when a choice is made', async () => {
    await open();
    type(search(), 'ch');
    await choose('Segment', 'at-risk');
    expect((search() as HTMLInputElement).value).toBe('ch');
    expect(rowNames()).toEqual(['Chen']);
    // The history of the browser would keep the name of somebody who is forgotten.
    expect(window.location.hash).toBe('#/buyers?segment=at-risk');
  });

  it('shows archived records in a list of their own', async () => {
    await open();
    await press(screen.getByRole('checkbox', { name: 'Archived (1)' }));
    expect(rowNames()).toEqual(['Dora']);
  });

  it('takes the focus into the search box with one key, and on to the first buyer', async () => {
    await open();
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(search());
    fireEvent.keyDown(search(), { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Anna');
  });

  it('says why somebody was found, and that the search is still being prepared', async () => {
    const fake = held({ prepared: 0.5 });
    let finish = (): void => undefined;
    const ready = fake.api.buyers.prepareSearch.getMockImplementation()!;
    fake.api.buyers.prepareSearch.mockImplementation(async (options) => {
      options?.onProgress?.({ done: 3, of: 4 });
      await new Promise<void>((resolve) => (finish = resolve));
      return ready(options);
    });
    await open(fake);
    type(search(), 'vip');
    await searched();
    expect(screen.getByRole('progressbar', { name: /Getting the search ready/ })).toHaveProperty('value', 0.75);
    expect(screen.getAllByRole('row')[2]!.textContent).toContain('Tag: vip');
    finish();
    await settle();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});

describe('saved views', () => {
  it('are saved, opened, renamed, removed and brought back', async () => {
    const { fake } = await open();
    expect(screen.queryByRole('button', { name: 'Save this view' })).toBeNull();
    await choose('Tag', 'vip');
    await press(button('Save this view'));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name of the view' }));
    type(screen.getByRole('textbox', { name: 'Name of the view' }), 'Our best');
    await press(button('Save'));
    expect(button('Our best').getAttribute('aria-pressed')).toBe('true');
    await press(button('Our best'));
    expect(window.location.hash).toBe('#/buyers');
    await press(button('Our best'));
    expect(rowNames()).toEqual(['Anna', 'Boris']);
    await press(button('Rename'));
    type(screen.getByRole('textbox', { name: 'Name of the view' }), 'VIPs');
    await press(button('Save'));
    expect(screen.queryByRole('button', { name: 'Our best' })).toBeNull();
    await press(button('Remove the view VIPs'));
    expect(screen.queryByRole('button', { name: 'VIPs' })).toBeNull();
    await press(button('Bring back “VIPs”'));
    expect(button('VIPs')).toBeTruthy();
    expect(fake.api.buyers.saveView).toHaveBeenLastCalledWith({ name: 'VIPs', filter: { tag: 'vip' } });
  });
});

describe('changing many buyers at once', () => {
  it('selects a range with Shift, and all on screen', async () => {
    await open();
    await press(box('Anna'));
    fireEvent.click(box('Chen'), { shiftKey: true });
    expect(screen.getByText('3 selected')).toBeTruthy();
    await press(button('Clear selection'));
    expect(screen.queryByText(/selected/)).toBeNull();
    await press(screen.getByRole('checkbox', { name: 'Select the 3 buyers on screen' }));
    expect(screen.getByText('3 selected')).toBeTruthy();
    await choose('Segment', 'at-risk');
    expect(screen.queryByText(/selected/)).toBeNull();
  });

  it('tags, and takes the tag back from exactly those who got it', async () => {
    const { fake } = await open();
    await press(box('Anna'));
    await press(box('Chen'));
    await press(button('Tag'));
    type(screen.getByRole('textbox', { name: 'Add a tag' }), 'VIP');
    await press(button('Add tag'));
    expect(fake.api.buyers.tag).toHaveBeenLastCalledWith({ keys: ['Anna', 'Chen'], add: ['VIP'] });
    expect(screen.getByText('1 buyer now has the tag “VIP”.')).toBeTruthy();
    expect(document.activeElement).toBe(button('Undo'));
    await press(button('Undo'));
    expect(fake.api.buyers.tag).toHaveBeenLastCalledWith({ keys: ['Chen'], remove: ['VIP'] });
    expect(screen.getByText('1 buyer no longer has the tag “VIP”.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('takes a tag off that some of the selected have', async () => {
    const { fake } = await open();
    await press(box('Anna'));
    await press(button('Tag'));
    await press(button('Remove tag VIP'));
    expect(fake.api.buyers.tag).toHaveBeenLastCalledWith({ keys: ['Anna'], remove: ['VIP'] });
  });

  it('archives, says how many, and brings them back', async () => {
    const { fake } = await open();
    await press(box('Anna'));
    await press(button('Archive'));
    expect(rowNames()).toEqual(['Boris', 'Chen']);
    expect(screen.getByText('1 buyer archived.').closest('[role=status]')).toBeTruthy();
    await press(button('Undo'));
    expect(fake.api.buyers.unarchive).toHaveBeenLastCalledWith({ keys: ['Anna'] });
    expect(rowNames()).toEqual(['Anna', 'Boris', 'Chen']);
  });

  it('keeps the selection and says why when it cannot be done', async () => {
    const { fake } = await open();
    await press(box('Anna'));
    fake.fail({ kind: 'storage-full' });
    await press(button('Archive'));
    expect(screen.getByRole('alert').textContent).toContain('storage is full');
    expect(screen.getByText('1 selected')).toBeTruthy();
  });

  it.each(['en', 'zh-CN'] as const)('passes axe with a selection and a tag being typed (%s)', async (lang) => {
    const { container } = await showPage(<BuyersPage open={null} />, { fake: held(), lang });
    document.documentElement.dir = 'rtl';
    fireEvent.click(within(screen.getAllByRole('row')[1]!).getByRole('checkbox'));
    await press(container.querySelector<HTMLElement>('[data-opens]')!);
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
    document.documentElement.dir = '';
  });
});
