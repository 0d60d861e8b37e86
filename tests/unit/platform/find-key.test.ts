import { beforeEach, expect, it, vi } from 'vitest';
import { serveFindRequests } from '@/utils/client/find-requests';
import { FIND_REPLY } from '@/utils/platform/messaging/find-reply';

const world = vi.hoisted(() => {
  const commands: ((command: string, tab?: { id?: number }) => void)[] = [];
  const messages = new Set<(message: unknown) => unknown>();
  return {
    commands,
    messages,
    browser: {
      commands: { onCommand: { addListener: (fn: (typeof commands)[number]) => commands.push(fn) } },
      tabs: { sendMessage: vi.fn(async () => undefined) },
      runtime: {
        onMessage: {
          addListener: (fn: (message: unknown) => unknown) => messages.add(fn),
          removeListener: (fn: (message: unknown) => unknown) => messages.delete(fn),
        },
      },
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: world.browser }));
beforeEach(() => world.browser.tabs.sendMessage.mockClear());

it('hands the key to the tab it was pressed in, and no other command', async () => {
  const { serveFindKey } = await import('@/utils/platform/find-key');
  serveFindKey();
  const [press] = world.commands;
  press!('find-reply', { id: 7 });
  press!('something-else', { id: 7 });
  press!('find-reply');
  expect(world.browser.tabs.sendMessage.mock.calls).toEqual([[7, { kind: FIND_REPLY }]]);
});

it('opens the palette in the page, for our own message alone, as long as the script lives', () => {
  const life = new AbortController();
  const find = vi.fn();
  serveFindRequests(life.signal, find);
  for (const message of [{ kind: FIND_REPLY }, { kind: 'other' }, null])
    world.messages.forEach((hear) => hear(message));
  expect(find).toHaveBeenCalledOnce();
  life.abort();
  expect(world.messages.size).toBe(0);
});
