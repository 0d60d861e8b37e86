import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FolderPanel } from '@/components/team/folder/folder-panel';
import type { FolderProblem, FolderState, SkipKind } from '@/utils/app/bundles/folder-api';
import { brandAs } from '@/utils/domain/ids';
import { err } from '@/utils/domain/result';
import type { UiLang } from '@/utils/platform/i18n/ui-lang';
import { fakeApi } from '../../dashboard/fake-api';
import { axeFindings, press, showPage } from '../../dashboard/harness';
import { chosenFolder, noFolder } from './fake-folder';

const now = () => brandAs<'Instant'>(new Date().toISOString());
const kinds: readonly SkipKind[] = [
  ...(['not-a-bundle', 'half-written', 'locked', 'open'] as const),
  ...(['stranger', 'newer', 'too-large', 'rows-left-out'] as const),
];

/** The panel over a folder in memory. */
const show = async (begin: FolderState, lang: UiLang = 'en') => {
  const fake = fakeApi({ folder: begin });
  const view = await showPage(<FolderPanel />, { fake, lang });
  return { ...view, folder: fake.api.folder };
};
const button = (name: string) => screen.getByRole('button', { name });
const unspoken = (container: Element) =>
  container.innerHTML.match(/\b(folder|team|common)\.[a-zA-Z]+[.\w-]*|\{\{|undefined/);
const saysLast = (text: string) =>
  vi.waitFor(() => expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain(text));

afterEach(cleanup);

describe('the shared folder', () => {
  test('is chosenFolder, and what lies in it is taken in at once', async () => {
    const { folder, container } = await show(noFolder);
    expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Choose a folder'));
    await saysLast('Synced.');
    expect(folder.sync).toHaveBeenCalledTimes(1);
    expect(screen.getByText(/^Team data as of \d/)).toBeTruthy();
    expect(screen.getByText('Folder: Team')).toBeTruthy();
  });

  test('says what to do instead where a browser has no folders', async () => {
    const { container } = await show({ ...noFolder, canChoose: false });
    expect(container.textContent).toContain('export a bundle and import those of the others instead');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test.each(['en', 'zh-CN'] as const)('tells every file that was left aside and why (%s)', async (lang) => {
    const skipped = kinds.map((kind) => ({ name: `${kind}.parley`, kind }));
    const { container } = await show({ ...chosenFolder, skipped, mergedAt: now() }, lang);
    expect(screen.getAllByRole('listitem', { hidden: true })).toHaveLength(kinds.length);
    expect(unspoken(container)).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  test('asks for the permission a browser has taken back, and goes on', async () => {
    const { folder } = await show({ ...chosenFolder, folder: { name: 'Team', permission: 'ask' } });
    expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
    await press(button('Allow the folder'));
    await saysLast('Synced.');
    expect(folder.allow).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('button', { name: 'Allow the folder' })).toBeNull();
  });

  test.each(['en', 'zh-CN'] as const)('has words for everything that can go wrong (%s)', async (lang) => {
    const problems: readonly FolderProblem[] = [
      ...(['folder-gone', 'permission', 'folder-full', 'no-folder', 'import-busy'] as const).map((kind) => ({ kind })),
      { kind: 'folder-failed', code: 'x' },
      { kind: 'storage-full' },
    ];
    for (const problem of problems) {
      const { container, unmount } = await show({ ...chosenFolder, problem }, lang);
      expect(unspoken(container)).toBeNull();
      unmount();
    }
  });

  test('keeps what it showed when syncing fails, and says why', async () => {
    const { folder } = await show({ ...chosenFolder, mergedAt: now() });
    folder.sync.mockResolvedValueOnce(err({ kind: 'folder-gone' }));
    await press(button('Sync now'));
    expect(await screen.findByText('The folder is not where it was.')).toBeTruthy();
    expect(screen.getByText(/^Team data as of/)).toBeTruthy();
  });

  test('is stopped in the middle by the person', async () => {
    const { folder } = await show(chosenFolder);
    folder.sync.mockImplementationOnce(
      ({ signal, onProgress } = {}) =>
        new Promise((resolve) => {
          onProgress?.({ done: 1, of: 4 });
          signal?.addEventListener('abort', () => resolve(err({ kind: 'cancelled' })));
        }),
    );
    await press(button('Sync now'));
    expect(button('Sync now').getAttribute('aria-disabled')).toBe('true');
    await press(button('Stop'));
    await saysLast('Stopped. What was taken in so far stays.');
    expect(button('Sync now').getAttribute('aria-disabled')).toBe('false');
  });

  test('is given up after a question, and the focus stays in the section', async () => {
    const { folder, container } = await show(chosenFolder);
    await press(button('Stop using the folder'));
    await press(button('Keep using it'));
    expect(folder.stop).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button('Stop using the folder'));
    await press(button('Stop using the folder'));
    await press(button('Stop using it'));
    expect(folder.stop).toHaveBeenCalledTimes(1);
    await saysLast('The folder is not used any more.');
    expect(button('Choose a folder')).toBeTruthy();
    expect(container.contains(document.activeElement)).toBe(true);
  });
});
