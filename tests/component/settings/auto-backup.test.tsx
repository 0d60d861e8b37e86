import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AutoBackupSection } from '@/components/settings/auto-backup/auto-backup-section';
import { SettingsPage } from '@/components/settings/settings-page';
import type { AutoBackupProblem, AutoBackupState } from '@/utils/app/bundles/auto-backup-api';
import { err } from '@/utils/domain/result';
import type { UiLang } from '@/utils/platform/i18n/ui-lang';
import { fakeApi } from '../dashboard/fake-api';
import { axeFindings, press, settle, showPage } from '../dashboard/harness';
import { aCopy, backupsOff, backupsOn } from './fake-auto-backup';
import { someAccess } from './some-access';

const show = async (begin: AutoBackupState, how: { readonly lang?: UiLang; readonly answer?: boolean } = {}) => {
  const fake = fakeApi({ backups: begin });
  const downloads = someAccess(begin.isAllowed, how.answer);
  const view = await showPage(<AutoBackupSection />, { fake, downloads, lang: how.lang ?? 'en' });
  return { ...view, downloads, backup: fake.api.autoBackup };
};
const button = (name: string) => screen.getByRole('button', { name });
const unspoken = (container: Element) =>
  container.innerHTML.match(/\b(backup|team|common|settings)\.[a-zA-Z]+[.\w-]*|\{\{|undefined/);
const choose = async (name: string, value: string) => {
  await act(async () => void fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } }));
  await settle();
};

afterEach(cleanup);

describe('automatic backup', () => {
  test('is turned on after the browser was asked, gives out the key, and makes the first one at once', async () => {
    const { container, downloads, backup } = await show(backupsOff);
    expect(screen.queryByRole('button', { name: 'Back up now' })).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
    expect(downloads.ask).not.toHaveBeenCalled();
    await press(button('Turn on automatic backup'));
    expect(downloads.ask).toHaveBeenCalledTimes(1);
    expect(backup.turnOn.mock.lastCall?.[0].comments).toEqual([
      expect.stringMatching(/^Parley recovery key, made .*\d{4}\./),
      expect.stringContaining('Keep it apart from the backups.'),
    ]);
    expect(backup.backUp).toHaveBeenCalledTimes(1);
    expect(screen.getByText('parley-recovery-key.txt is in your downloads.')).toBeTruthy();
    expect(container.textContent).toContain('Without this file nobody can open the backups on another computer');
    expect(container.textContent).toMatch(/Last backup: now, parley-backup-[\d-]+\.parley, 1\.2 MB/);
    expect(container.contains(document.activeElement)).toBe(true);
    expect(await axeFindings(container)).toEqual([]);
    await press(button('I have put it away'));
    expect(screen.queryByText('parley-recovery-key.txt is in your downloads.')).toBeNull();
  });

  test('stays off, and says why, when the browser is told no or the key cannot be saved', async () => {
    const { backup, downloads } = await show(backupsOff, { answer: false });
    await press(button('Turn on automatic backup'));
    expect(backup.turnOn).not.toHaveBeenCalled();
    expect(screen.getByText('Parley may not put files into your downloads.')).toBeTruthy();
    downloads.ask.mockResolvedValueOnce(true);
    backup.turnOn.mockResolvedValueOnce(err({ kind: 'disk-full' }));
    await press(button('Turn on automatic backup'));
    expect(screen.getByText('The disk has no room for another backup.')).toBeTruthy();
    expect(backup.backUp).not.toHaveBeenCalled();
  });

  test('tells the age of the last one, and keeps what is chosen', async () => {
    const { container, backup } = await show({ ...backupsOn, last: aCopy(3) });
    expect(container.textContent).toMatch(/Last backup: 3 days ago, parley-backup-[\d-]+\.parley, 1\.2 MB/);
    await choose('How often', 'week');
    await choose('How many are kept', '14');
    expect(backup.choose.mock.calls).toEqual([[{ every: 'week' }], [{ keep: 14 }]]);
    expect(screen.getByRole('combobox', { name: 'How often' })).toHaveProperty('value', 'week');
  });

  test('shows how far a backup is, and stops it', async () => {
    const { backup } = await show(backupsOn);
    backup.backUp.mockImplementationOnce(
      ({ signal, onProgress } = {}) =>
        new Promise((resolve) => {
          onProgress?.({ done: 1, of: 4 });
          signal?.addEventListener('abort', () => resolve(err({ kind: 'cancelled' })));
        }),
    );
    await press(button('Back up now'));
    expect(screen.getByRole('progressbar', { name: 'Making a backup' })).toHaveProperty('value', 1);
    await press(button('Stop'));
    await vi.waitFor(() => expect(screen.getByText('Stopped. The backups you have stay as they are.')).toBeTruthy());
    expect(button('Back up now').getAttribute('aria-disabled')).toBe('false');
  });

  test('asks for the permission a person has taken back, and goes on', async () => {
    const { backup, downloads } = await show({ ...backupsOn, isAllowed: false, last: aCopy(2) });
    await press(button('Allow downloads'));
    expect(downloads.ask).toHaveBeenCalledTimes(1);
    expect(backup.backUp).toHaveBeenCalledTimes(1);
  });

  test('makes another recovery key after a question', async () => {
    const { backup } = await show(backupsOn);
    await press(button('Make a new recovery key'));
    expect(backup.renewKey).not.toHaveBeenCalled();
    await press(button('Make a new recovery key'));
    expect(backup.renewKey).toHaveBeenCalledTimes(1);
    expect(screen.getByText('parley-recovery-key (1).txt is in your downloads.')).toBeTruthy();
  });

  test('is turned off, and the focus stays in the section', async () => {
    const { container } = await show({ ...backupsOn, last: aCopy() });
    await press(button('Turn off'));
    expect(screen.getByText('Automatic backup is off. The files you have stay where they are.')).toBeTruthy();
    expect(button('Turn on automatic backup')).toBeTruthy();
    expect(container.contains(document.activeElement)).toBe(true);
  });

  test.each(['en', 'zh-CN'] as const)('has words for everything that can go wrong (%s)', async (lang) => {
    const problems: readonly AutoBackupProblem[] = [
      ...(['downloads-denied', 'disk-full', 'download-stopped', 'backup-off'] as const).map((kind) => ({ kind })),
      { kind: 'download-failed', code: 'FILE_FAILED' },
      { kind: 'storage-full' },
      { kind: 'too-many-rows', limit: 1_000 },
    ];
    const states: readonly AutoBackupState[] = [
      ...problems.map((problem) => ({ ...backupsOn, problem })),
      { ...backupsOn, isOverdue: true },
      { ...backupsOn, isOverdue: true, last: aCopy(9) },
      { ...backupsOn, isLastMissing: true, last: aCopy(1) },
      { ...backupsOn, isRunning: true },
      backupsOff,
    ];
    for (const state of states) {
      const { container, unmount } = await show(state, { lang });
      expect(unspoken(container)).toBeNull();
      expect(await axeFindings(container)).toEqual([]);
      unmount();
    }
  });

  test('stands in the settings beside saving everything', async () => {
    await showPage(<SettingsPage />, { downloads: someAccess(false) });
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings.indexOf('Automatic backup')).toBe(headings.indexOf('Backup') + 1);
  });
});
