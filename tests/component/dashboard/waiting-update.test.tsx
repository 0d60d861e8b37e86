import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { Dashboard } from '@/components/dashboard/dashboard';
import { onWaitingUpdate, WaitingUpdate } from '@/components/dashboard/waiting-update';
import type { AutoBackupState } from '@/utils/app/bundles/auto-backup-api';
import { err } from '@/utils/domain/result';
import type { UiLang } from '@/utils/platform/i18n/ui-lang';
import { aCopy, backupsOff, backupsOn } from '../settings/fake-auto-backup';
import { someAccess } from '../settings/some-access';
import { fakeApi } from './fake-api';
import { axeFindings, press, settle, showPage } from './harness';

const button = (name: string) => screen.getByRole('button', { name });
const unspoken = (container: Element) =>
  container.innerHTML.match(/\b(backup|team|common|settings)\.[a-zA-Z]+[.\w-]*|\{\{|undefined/);

/** A page that hears of a newer version when it is told. */
const show = async (backups: AutoBackupState, lang: UiLang = 'en', part = <WaitingUpdate />) => {
  const fake = fakeApi({ backups });
  const downloads = someAccess(true);
  let heard: () => void = () => undefined;
  const view = await showPage(part, { fake, lang, downloads, onUpdate: (tell) => void (heard = tell) });
  const before = view.container.textContent;
  await act(async () => heard());
  await vi.waitFor(() => expect(view.container.textContent).toMatch(/new version|新版本/));
  await settle();
  return { ...view, before, downloads, backup: fake.api.autoBackup };
};

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a newer version that waits', () => {
  test('says how old the last backup is, and makes one', async () => {
    const { container, backup, before } = await show({ ...backupsOn, last: aCopy(3) });
    expect(before).toBe('');
    expect(container.textContent).toContain('Your last backup: 3 days ago.');
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Back up now'));
    expect(backup.backUp).toHaveBeenCalledTimes(1);
    expect(container.textContent).toMatch(/Backed up as parley-backup-[\d-]+\.parley\./);
    await press(button('Close'));
    expect(container.textContent).toBe('');
    expect(container.contains(document.activeElement)).toBe(true);
  });

  test('offers to save everything while backups are off', async () => {
    const { container, saveFile, backup } = await show(backupsOff);
    expect(container.textContent).toContain('There is no backup yet.');
    await press(button('Save everything'));
    expect(saveFile).toHaveBeenCalledTimes(1);
    expect(backup.backUp).not.toHaveBeenCalled();
    expect(container.textContent).toMatch(/Saved parley-[\d-]+\.json\./);
  });

  test.each(['en', 'zh-CN'] as const)('says why it cannot be backed up, and goes on once it may (%s)', async (lang) => {
    const { container, backup, downloads } = await show(backupsOn, lang);
    backup.backUp.mockResolvedValueOnce(err({ kind: 'downloads-denied' }));
    await press(button(lang === 'en' ? 'Back up now' : '立即备份'));
    expect(unspoken(container)).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
    await press(button(lang === 'en' ? 'Allow downloads' : '允许下载'));
    expect(downloads.ask).toHaveBeenCalledTimes(1);
    expect(backup.backUp).toHaveBeenCalledTimes(2);
  });

  test('stands on every page of the dashboard', async () => {
    const { container } = await show(backupsOn, 'en', <Dashboard />);
    expect(container.querySelector('main')?.textContent).toContain('A new version of Parley is waiting.');
  });

  test('is heard from the browser until the page goes', () => {
    const heard = vi.fn();
    const [added, removed] = [vi.fn(), vi.fn()];
    vi.spyOn(browser.runtime.onUpdateAvailable, 'addListener').mockImplementation(added);
    vi.spyOn(browser.runtime.onUpdateAvailable, 'removeListener').mockImplementation(removed);
    const page = new AbortController();
    onWaitingUpdate(heard, page.signal);
    expect(added).toHaveBeenCalledWith(heard);
    page.abort();
    expect(removed).toHaveBeenCalledWith(heard);
  });
});
