import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { activeBuyer, serveRecordRequests } from '@/utils/platform/side-panel';
import { readTabBuyer, writeTabBuyer } from '@/utils/platform/tab-buyers';
import { OPEN_RECORD } from '@/utils/platform/messaging/open-record';
import { key } from './messaging/content-api';

type Listener = (message: unknown, sender: object, respond: (isOpen: boolean) => void) => unknown;

/** The background with or without a side panel to open, and one message to it. */
function aBackground(panel?: { readonly open: (where: object) => Promise<void> }) {
  // Not by assigning undefined: the fake is emptied part by part before each test.
  Reflect.deleteProperty(fakeBrowser, 'sidePanel');
  if (panel) Object.assign(fakeBrowser, { sidePanel: { ...panel, resetState: () => {} } });
  let listener: Listener = () => undefined;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((one) => void (listener = one as Listener));
  let command: (name: string, tab?: object) => void = () => undefined;
  vi.spyOn(fakeBrowser.commands.onCommand, 'addListener').mockImplementation((one) => void (command = one as never));
  serveRecordRequests();
  /** What the page hears; undefined where nobody says that an answer is on its way, as Chrome does with a promise. */
  const ask = (message: unknown, sender: object = { tab: { id: 7 } }): Promise<boolean> | undefined => {
    let respond: (isOpen: boolean) => void = () => {};
    const answer = new Promise<boolean>((resolve) => (respond = resolve));
    return listener(message, sender, respond) === true ? answer : undefined;
  };
  return Object.assign(ask, { command: (name: string) => command(name, { id: 7, windowId: 2 }) });
}

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(fakeBrowser, 'sidePanel');
});

describe('a click that asks for the record beside the page', () => {
  it('opens the panel of its tab before anything is awaited', async () => {
    const open = vi.fn(async () => {});
    const answer = aBackground({ open })({ kind: OPEN_RECORD, where: 'panel' });
    // In the same turn: the browser takes the click for spent after the first wait.
    expect(open.mock.calls).toEqual([[{ tabId: 7 }]]);
    expect(await answer).toBe(true);
  });

  it('opens the panel of its window for a key of the agent’s own', () => {
    const open = vi.fn(async () => {});
    const { command } = aBackground({ open });
    command('find-reply');
    expect(open).not.toHaveBeenCalled();
    command('open-record');
    expect(open.mock.calls).toEqual([[{ windowId: 2 }]]);
  });

  it('is told when the browser refuses, and where there is no panel a page could open', async () => {
    const refusing = aBackground({ open: () => Promise.reject(new Error('no gesture')) });
    expect(await refusing({ kind: OPEN_RECORD, where: 'panel' })).toBe(false);
    expect(await aBackground()({ kind: OPEN_RECORD, where: 'panel' })).toBe(false);
  });

  it.each([{ kind: OPEN_RECORD, where: 'elsewhere' }, { kind: 'other' }, null, 'text'])(
    'is not heard in %j',
    (message) => {
      const open = vi.fn(async () => {});
      expect(aBackground({ open })(message)).toBeUndefined();
      expect(open).not.toHaveBeenCalled();
    },
  );

  it('is not heard from outside of a tab', () => {
    expect(aBackground()({ kind: OPEN_RECORD, where: 'panel' }, {})).toBeUndefined();
  });

  it('opens the buyer of its tab in full, whoever the page may name', async () => {
    await writeTabBuyer(7, key('anna 1'));
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    const ask = aBackground();
    expect(await ask({ kind: OPEN_RECORD, where: 'page', buyerKey: 'olga' })).toBe(true);
    expect(create.mock.calls[0]?.[0]?.url).toMatch(/dashboard\.html#\/buyers\/anna%201$/);
  });
});

describe('the buyer of the tab the agent looks at', () => {
  it('is remembered by tab and forgotten with null', async () => {
    await writeTabBuyer(1, key('anna'));
    await writeTabBuyer(2, key('olga'));
    await writeTabBuyer(1, null);
    expect([await readTabBuyer(1), await readTabBuyer(2)]).toEqual([null, 'olga']);
  });

  it('is nobody in a tab whose address is not told', async () => {
    await writeTabBuyer(3, key('anna'));
    const query = vi.spyOn(fakeBrowser.tabs, 'query');
    query.mockResolvedValue([{ id: 3, url: 'https://sellercentral.amazon.de/messaging/inbox' }] as never);
    expect(await activeBuyer.now()).toBe('anna');
    query.mockResolvedValue([{ id: 3 }] as never);
    expect(await activeBuyer.now()).toBeNull();
  });

  it('is told anew when it changes, until nobody listens', async () => {
    Object.assign(fakeBrowser.tabs, { onUpdated: { addListener: vi.fn(), removeListener: vi.fn() } });
    const heard = vi.fn();
    const life = new AbortController();
    activeBuyer.listen(heard, life.signal);
    await writeTabBuyer(1, key('anna'));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    life.abort();
    await writeTabBuyer(1, key('olga'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
