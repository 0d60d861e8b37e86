import { beforeEach, expect, it, vi } from 'vitest';
import { showToolbarHealth } from '@/utils/platform/toolbar-badge';

const action = vi.hoisted(() => ({
  setBadgeText: vi.fn(async (_what: unknown) => {}),
  setBadgeBackgroundColor: vi.fn(async (_what: unknown) => {}),
}));
vi.mock('wxt/browser', () => ({ browser: { action } }));
beforeEach(() => vi.clearAllMocks());

it.each(['limited', 'broken'] as const)('marks the icon of the tab whose page is %s', async (health) => {
  await showToolbarHealth(7, health);
  expect(action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '!' });
  expect(action.setBadgeBackgroundColor).toHaveBeenCalledOnce();
});

it('takes the mark away when the page is good', async () => {
  await showToolbarHealth(7, 'good');
  expect(action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '' });
});

it('does not mind a tab that was closed meanwhile', async () => {
  action.setBadgeText.mockRejectedValueOnce(new Error('No tab with id: 7.'));
  await expect(showToolbarHealth(7, 'broken')).resolves.toBeUndefined();
});
