import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { KeysSection } from '@/components/settings/keys-section';
import { shortcutTools } from '@/utils/platform/shortcut-settings';
import { axeFindings, press, showPage, unspoken } from '../dashboard/harness';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const commands = (list: readonly object[]) => vi.spyOn(fakeBrowser.commands, 'getAll').mockResolvedValue(list as never);
const choose = () => press(screen.getByRole('button', { name: 'Choose keys in the browser' }));

describe('the keys', () => {
  it.each(['en', 'zh-CN'] as const)('are listed with those the agent has chosen (%s)', async (lang) => {
    commands([
      { name: '_execute_action', shortcut: '' },
      { name: 'find-reply', description: 'Find a reply', shortcut: 'Ctrl+Shift+F' },
      { name: 'open-record', description: 'Open the record', shortcut: '' },
    ]);
    const { container } = await showPage(<KeysSection tools={shortcutTools} />, { lang });
    const values = [...container.querySelectorAll('dd')].map(({ textContent }) => textContent);
    expect(values).toEqual(
      expect.arrayContaining(['Alt+0', 'Ctrl+Shift+F', lang === 'en' ? 'no key yet' : '尚未设置']),
    );
    expect(values).toHaveLength(8);
    expect(unspoken(container)).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('open the browser’s own page for choosing them, or say where it is', async () => {
    commands([{ name: 'find-reply', description: 'Find a reply', shortcut: '' }]);
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValueOnce({} as never);
    const { container } = await showPage(<KeysSection tools={shortcutTools} />);
    await choose();
    expect(create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
    expect(container.textContent).not.toContain('Parley may not open');
    create.mockRejectedValueOnce(new Error('no'));
    await choose();
    expect(container.textContent).toContain('Parley may not open that page');
  });

  it('offer no choice where the browser has none to give', async () => {
    commands([]);
    await showPage(<KeysSection tools={shortcutTools} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('Alt+K')).toBeTruthy();
  });
});
