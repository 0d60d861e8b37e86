import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { hostAccess } from '@/components/settings/host-access';
import { myLangs, ownName } from '@/components/settings/my-langs';
import { saveFile } from '@/components/settings/save-file';
import { SettingsPage } from '@/components/settings/settings-page';
import { err, ok } from '@/utils/domain/result';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { aBuyer, aliexpress, aNote, aShop, fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';
import { someAccess } from './some-access';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const choose = async (name: string, value: string) => {
  await act(async () => void fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } }));
  await settle();
};
const shopNames = (market: string) =>
  within(screen.getByRole('list', { name: `${market} shops` }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('bdi')?.textContent);

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('languages and initials', () => {
  it('offers exactly the languages replies exist in, by their own names', async () => {
    expect([...myLangs].sort()).toEqual([...SHIPPED_LANGS].sort());
    await showPage(<SettingsPage />);
    const options = within(screen.getByRole('combobox', { name: 'My language' })).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Deutsch', '中文', 'Português']),
    );
    expect(ownName('es')).toBe('Español');
  });

  it('saves each choice and says so', async () => {
    const fake = fakeApi();
    await showPage(<SettingsPage />, { fake });
    await choose('Interface language', 'zh-CN');
    await choose('My language', 'zh');
    expect(fake.api.settings.write.mock.calls).toEqual([[{ uiLang: 'zh-CN' }], [{ myLang: 'zh' }]]);
    expect(screen.getByText('Saved.').closest('[role=status]')).toBeTruthy();
  });

  it('offers the browser’s translation where the browser has one, switched off', async () => {
    await showPage(<SettingsPage />);
    expect(screen.queryByRole('checkbox', { name: /on this device/ })).toBeNull();
    cleanup();
    vi.stubGlobal('Translator', { create: vi.fn(), availability: vi.fn() });
    const fake = fakeApi();
    const { container } = await showPage(<SettingsPage />, { fake });
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /on this device/ });
    expect(box.checked).toBe(false);
    await press(box);
    expect(fake.api.settings.write).toHaveBeenCalledWith({ translatesHere: true });
    expect(box.checked).toBe(true);
    expect(await axeFindings(container)).toEqual([]);
    vi.unstubAllGlobals();
  });

  it('saves initials only when they changed', async () => {
    const fake = fakeApi({ settings: { initials: 'LW' } });
    await showPage(<SettingsPage />, { fake });
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'My initials' });
    expect([field.value, (button('Save initials') as HTMLButtonElement).disabled]).toEqual(['LW', true]);
    type(field, ' LX ');
    await press(button('Save initials'));
    expect(fake.api.settings.write).toHaveBeenCalledWith({ initials: 'LX' });
    expect(field.value).toBe('LX');
  });

  it('takes over a choice made in another window', async () => {
    const fake = fakeApi();
    await showPage(<SettingsPage />, { fake });
    await act(async () => void (await fake.api.settings.write({ myLang: 'de' })));
    await settle();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'My language' }).value).toBe('de');
  });

  it('says what happened when a choice cannot be saved, and shows the old one', async () => {
    const fake = fakeApi();
    await showPage(<SettingsPage />, { fake });
    fake.api.settings.write.mockResolvedValueOnce({ ok: false, error: { kind: 'storage-full' } });
    await choose('My language', 'de');
    expect(screen.getByRole('alert').textContent).toContain('storage is full');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'My language' }).value).toBe('en');
  });
});

describe('shops', () => {
  const held = () => fakeApi({ shops: [aShop('Lumen DE'), aShop('Lumen FR')] });

  it('lists them by marketplace and says where there is none', async () => {
    await showPage(<SettingsPage />, { fake: held() });
    expect(shopNames('Amazon')).toEqual(['Lumen DE', 'Lumen FR']);
    expect(screen.getByText('No AliExpress shop yet.')).toBeTruthy();
  });

  it('adds one', async () => {
    const fake = held();
    await showPage(<SettingsPage />, { fake });
    type(screen.getByRole('textbox', { name: 'Name of another AliExpress shop' }), ' Lumen Store ');
    await press(button('Add AliExpress shop'));
    expect(fake.api.shops.add).toHaveBeenCalledWith({ marketplace: aliexpress, name: 'Lumen Store' });
    expect(shopNames('AliExpress')).toEqual(['Lumen Store']);
  });

  it('renames one in place and gives the focus back', async () => {
    await showPage(<SettingsPage />, { fake: held() });
    await press(button('Rename Lumen DE'));
    const field = screen.getByRole('textbox', { name: 'New name of Lumen DE' });
    expect(document.activeElement).toBe(field);
    type(field, 'Lumen Berlin');
    await press(button('Save name'));
    expect(shopNames('Amazon')).toEqual(['Lumen Berlin', 'Lumen FR']);
    expect(document.activeElement).toBe(button('Rename Lumen Berlin'));
  });

  it('keeps what the replies of a shop have in common, and says which line of days is none', async () => {
    const fake = held();
    await showPage(<SettingsPage />, { fake });
    await press(button('What replies of Lumen DE have in common'));
    const field = (name: string) => screen.getByRole('textbox', { name });
    expect(document.activeElement).toBe(field('Signature'));
    type(field('Signature'), 'Anna, Lumen');
    type(field('Days in transit'), 'de 3-5\nsoon');
    await press(screen.getByRole('radio', { name: 'Short: for chats' }));
    await press(button('Save'));
    expect(screen.getByRole('alert').textContent).toBe('Line 2 is no country with days: soon');
    expect(fake.api.shops.setProfile).not.toHaveBeenCalled();
    type(field('Days in transit'), 'de 3-5\n\n10');
    type(field('Working days until hand-over'), '2');
    const zone = screen.getByRole('combobox', { name: 'Time zone of days and deadlines' });
    type(zone, 'Mars/Olympus');
    await press(button('Save'));
    expect(screen.getByRole('alert').textContent).toMatch(/^This is no time zone the browser knows/);
    expect(fake.api.shops.setProfile).not.toHaveBeenCalled();
    type(zone, 'Europe/Berlin');
    await press(button('Save'));
    expect(fake.api.shops.setProfile.mock.lastCall?.[0].profile).toEqual({
      signature: 'Anna, Lumen',
      tone: 'short',
      handlingDays: 2,
      timeZone: 'Europe/Berlin',
      transit: [{ country: 'DE', days: '3-5' }, { days: '10' }],
    });
    expect(document.activeElement).toBe(button('What replies of Lumen DE have in common'));
  });

  it('removes one only after a question, which Esc declines', async () => {
    const fake = held();
    await showPage(<SettingsPage />, { fake });
    await press(button('Remove Lumen FR'));
    expect(document.activeElement).toBe(button('Keep it'));
    fireEvent.keyDown(button('Keep it'), { key: 'Escape' });
    expect(fake.api.shops.remove).not.toHaveBeenCalled();
    await press(button('Remove Lumen FR'));
    await press(button('Remove shop'));
    expect(shopNames('Amazon')).toEqual(['Lumen DE']);
  });

  it('keeps the typed name when it cannot be saved', async () => {
    const fake = held();
    await showPage(<SettingsPage />, { fake });
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of another Amazon shop' });
    type(field, 'Lumen IT');
    fake.api.shops.add.mockResolvedValueOnce({ ok: false, error: { kind: 'invalid', field: 'name' } });
    await press(button('Add Amazon shop'));
    expect(screen.getByRole('alert').textContent).toContain('“Name” could not be saved');
    expect(field.value).toBe('Lumen IT');
  });
});

describe('marketplaces', () => {
  it('are switched off and on again', async () => {
    const fake = fakeApi();
    await showPage(<SettingsPage />, { fake });
    const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'AliExpress' });
    await press(box());
    expect(fake.api.settings.write).toHaveBeenLastCalledWith({ marketsOff: [aliexpress] });
    expect(box().checked).toBe(false);
    await press(box());
    expect(fake.api.settings.write).toHaveBeenLastCalledWith({ marketsOff: [] });
  });
});

describe('saving everything', () => {
  it('hands over one dated file and counts the living rows in it', async () => {
    const fake = fakeApi({ buyers: [aBuyer('Anna'), aBuyer('Olga')], notes: [aNote('n1', 'Anna', 'Black cable')] });
    const { saveFile: saved } = await showPage(<SettingsPage />, { fake });
    await press(button('Save all as JSON'));
    const { name, text } = saved.mock.calls[0]![0];
    expect(name).toBe('parley-2026-03-02.json');
    expect((JSON.parse(text) as { tables: { notes: unknown[] } }).tables.notes).toHaveLength(2);
    expect(screen.getByText('Saved parley-2026-03-02.json with 2 buyers and 1 note.')).toBeTruthy();
  });

  it('says once what to think of before the file is handed on', async () => {
    const fake = fakeApi({ buyers: [aBuyer('Anna')] });
    const words = { title: 'Personal data in a shared file', why: 'It names buyers.', alternative: 'Share none.' };
    fake.api.backup.advise.mockImplementation(async () =>
      ok({ rule: 'note-team-export', severity: 'warn', words: { ...words, sources: [] } }),
    );
    const { container } = await showPage(<SettingsPage />, { fake });
    expect(screen.queryByText(words.title)).toBeNull();
    await press(button('Save all as JSON'));
    expect(screen.getAllByText(words.title)).toHaveLength(1);
    expect(screen.getByText(/It names buyers\. Share none\./)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    fake.api.backup.advise.mockImplementation(async () => err({ kind: 'storage-failed', code: 'asset-missing' }));
    await press(button('Save all as JSON'));
    expect(screen.queryByText(words.title)).toBeNull();
    expect(screen.getByText(/^Saved parley-/)).toBeTruthy();
  });

  it('says that nothing was saved when the records cannot be read', async () => {
    const fake = fakeApi();
    const { saveFile: saved } = await showPage(<SettingsPage />, { fake });
    fake.fail({ kind: 'storage-newer', found: 2, known: 1 });
    await press(button('Save all as JSON'));
    expect(screen.getByRole('alert').textContent).toContain('newer Parley (version 2');
    expect(saved).not.toHaveBeenCalled();
  });

  it('downloads under the given name', () => {
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one');
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(`${this.download} ${this.href}`);
    });
    saveFile({ name: 'a.json', text: '{}' });
    expect(names).toEqual(['a.json blob:one']);
  });

  it.each([
    ['a text as JSON', { name: 'a.json', text: '{}' }, 'application/json', '{}'],
    ['a text as what it is', { name: 'a.csv', text: 'a,b', type: 'text/csv' }, 'text/csv', 'a,b'],
    ['a file as it is', { name: 'a.parley', blob: new Blob(['locked']) }, '', 'locked'],
  ])('downloads %s', async (_, file, media, words) => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    saveFile(file);
    const blob = made.mock.lastCall?.[0] as Blob;
    expect([blob.type, await blob.text()]).toEqual([media, words]);
  });
});

describe('site access', () => {
  it('says that all is well', async () => {
    await showPage(<SettingsPage />);
    expect(screen.getByText('Parley may work on the seller pages.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Allow' })).toBeNull();
  });

  it('asks when access is missing, and says how else when the browser refuses', async () => {
    const access = someAccess(false, false);
    await showPage(<SettingsPage />, { access });
    await press(button('Allow'));
    expect(access.ask).toHaveBeenCalledOnce();
    expect(screen.getByText(/extension settings/)).toBeTruthy();
  });

  it('asks the browser for exactly the given pages', async () => {
    const request = vi.spyOn(browser.permissions, 'request').mockRejectedValueOnce(new Error('policy'));
    const contains = vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true as never);
    const access = hostAccess(['https://csp.aliexpress.com/*']);
    expect([await access.isGranted(), await access.ask()]).toEqual([true, false]);
    expect([contains.mock.calls, request.mock.calls]).toEqual([
      [[{ origins: ['https://csp.aliexpress.com/*'] }]],
      [[{ origins: ['https://csp.aliexpress.com/*'] }]],
    ]);
  });
});

describe('the page', () => {
  it('explains privacy in three sentences, with what uninstalling deletes', async () => {
    await showPage(<SettingsPage />);
    const items = within(screen.getByRole('region', { name: 'Privacy' })).getAllByRole('listitem');
    expect(items).toHaveLength(3);
    expect(items[2]!.textContent).toContain('Uninstalling Parley deletes all of it');
  });

  it.each(['en', 'zh-CN'] as const)('passes axe with a shop being renamed and access missing (%s)', async (lang) => {
    const { container } = await showPage(<SettingsPage />, {
      fake: fakeApi({ shops: [aShop('Lumen DE')] }),
      lang,
      access: someAccess(false),
    });
    await press(container.querySelector<HTMLElement>('[data-mode=profile]')!);
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
    fireEvent.keyDown(container.querySelector<HTMLElement>('form[aria-label] input')!, { key: 'Escape' });
    await press(container.querySelector<HTMLElement>('[data-mode=renaming]')!);
    expect(await axeFindings(container)).toEqual([]);
    expect(unspoken(container)).toBeNull();
  });
});
