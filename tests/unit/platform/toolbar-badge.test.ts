import { beforeEach, expect, it, vi } from 'vitest';
import { showDueCount, showToolbarHealth } from '@/utils/platform/toolbar-badge';

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

it('gives the icon back to what all tabs show when the page is good', async () => {
  await showToolbarHealth(7, 'good');
  expect(action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: null });
  expect(action.setBadgeBackgroundColor).not.toHaveBeenCalled();
});

it.each([
  [{ due: 3, deadlines: 2 }, '5'],
  [{ due: 0, deadlines: 0 }, ''],
  [{ due: 99, deadlines: 0 }, '99'],
  [{ due: 90, deadlines: 10 }, '99+'],
])('shows in every tab how much is due: %j', async (count, text) => {
  await showDueCount(count);
  expect(action.setBadgeText.mock.calls).toEqual([[{ text }]]);
});

it('shows in another colour that a clock runs out', async () => {
  await showDueCount({ due: 1, deadlines: 0 });
  await showDueCount({ due: 1, deadlines: 1 });
  const [calm, pressing] = action.setBadgeBackgroundColor.mock.calls.map(([what]) => what);
  expect(calm).not.toEqual(pressing);
});

it('does not mind a tab that was closed meanwhile', async () => {
  action.setBadgeText.mockRejectedValueOnce(new Error('No tab with id: 7.'));
  await expect(showToolbarHealth(7, 'broken')).resolves.toBeUndefined();
});
