import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { needScript } from '@/utils/client/sentinel-client';
import { injectIntoOpenTabs, serveInjection } from '@/utils/platform/injection';
import { NEED_ASSISTANT, type ScriptRole } from '@/utils/platform/messaging/need-assistant';
import { nameOtherHost } from '@/utils/platform/other-hosts';
import { aBrowserWorld } from './browser-world';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

const amazonPage = 'https://sellercentral.amazon.de';

/** A background that serves scripts, and pages that ask it. */
const setUp = (granted: readonly string[] = [], isOff = false) => {
  const world = aBrowserWorld(granted);
  type Listener = (message: unknown, sender: unknown) => Promise<boolean> | undefined;
  let listener: Listener = () => undefined;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(
    ((own: Listener) => (listener = own)) as never,
  );
  serveInjection(async () => isOff);
  const ask = (role: unknown, { origin = amazonPage, tabId = 1, frameId = 0 } = {}) =>
    listener({ kind: NEED_ASSISTANT, role }, { origin, frameId, tab: { id: tabId } });
  return { ...world, ask, raw: (message: unknown) => listener(message, { origin: amazonPage, tab: { id: 1 } }) };
};

describe('the scripts a page asks for', () => {
  it.each<[ScriptRole, string]>([
    ['assistant', 'amazon-assistant.js'],
    ['lists', 'amazon-lists.js'],
    ['taught', 'other-assistant.js'],
    ['teach', 'parley-teach.js'],
    ['meaning', 'parley-meaning.js'],
  ])('are those of its marketplace and role: %s', async (role, file) => {
    const { ask, files } = setUp();
    expect(await ask(role)).toBe(true);
    expect(files()).toEqual([file]);
  });

  it('go into the frame that asks', async () => {
    const { ask, injected } = setUp();
    await ask('assistant', { tabId: 3, frameId: 8 });
    expect(injected).toEqual([{ tabId: 3, frame: 8, file: 'content-scripts/amazon-assistant.js' }]);
  });

  it('come once into each document, however often it asks, and again into the next one', async () => {
    const { ask, files, navigate } = setUp();
    const answers = await Promise.all([ask('assistant'), ask('assistant'), ask('lists')]);
    expect(answers).toEqual([true, true, true]);
    expect(files().sort()).toEqual(['amazon-assistant.js', 'amazon-lists.js']);
    await ask('assistant', { frameId: 2 });
    expect(files()).toHaveLength(3);
    navigate(1);
    await ask('assistant');
    expect(files()).toHaveLength(4);
  });

  it('come again into an open page after the extension was reloaded', async () => {
    const { ask, files, reload } = setUp();
    await ask('assistant');
    await reload();
    await ask('assistant');
    expect(files()).toEqual(['amazon-assistant.js', 'amazon-assistant.js']);
  });

  it('start anew each time somebody wants to teach', async () => {
    const { ask, files } = setUp();
    await ask('teach');
    await ask('teach');
    expect(files()).toHaveLength(2);
  });

  it('are asked for again when they could not be loaded', async () => {
    const { ask, files, breakFile, mend } = setUp();
    breakFile('content-scripts/amazon-lists.js');
    expect(await ask('lists')).toBe(false);
    mend();
    expect(await ask('lists')).toBe(true);
    expect(files()).toEqual(['amazon-lists.js']);
  });

  it('are not loaded while the marketplace is switched off, and need no second question', async () => {
    const { ask, files } = setUp([], true);
    expect([await ask('assistant'), await ask('teach'), files()]).toEqual([true, true, []]);
  });

  it('are refused to origins that are nobody, and to pages without a tab', async () => {
    const { ask, files } = setUp(['desk.example']);
    expect(await ask('assistant', { origin: 'https://evil.example' })).toBe(false);
    expect(await ask('teach', { origin: 'https://desk.example' })).toBe(false);
    expect(await ask('assistant', { origin: 'null' })).toBe(false);
    expect(await ask('assistant', { tabId: undefined as unknown as number, origin: 'https://evil.example' })).toBe(
      false,
    );
    expect(files()).toEqual([]);
  });

  it('of a named host are those for taught pages and for teaching, no others', async () => {
    const { ask, files } = setUp(['desk.example']);
    await nameOtherHost('desk.example');
    const origin = 'https://desk.example';
    expect([await ask('assistant', { origin }), await ask('lists', { origin })]).toEqual([false, false]);
    expect([await ask('taught', { origin }), await ask('teach', { origin })]).toEqual([true, true]);
    expect(files()).toEqual(['other-assistant.js', 'parley-teach.js']);
  });

  it.each([null, 5, {}, { kind: 'x' }, { kind: NEED_ASSISTANT }, { kind: NEED_ASSISTANT, role: '../evil' }])(
    'are no answer to anything else: %j',
    (message) => {
      const { raw, files } = setUp();
      expect(raw(message)).toBeUndefined();
      expect(files()).toEqual([]);
    },
  );
});

describe('tabs that are open already', () => {
  it('get the sentinels of the manifest, and that of named hosts where there are any', async () => {
    const { files } = setUp(['desk.example']);
    await injectIntoOpenTabs();
    expect(files()).toEqual(['amazon.js', 'amazon.js', 'aliexpress.js', 'aliexpress.js']);
    await nameOtherHost('desk.example');
    await injectIntoOpenTabs();
    expect(files().slice(4)).toEqual([...files().slice(0, 4), 'other.js', 'other.js']);
  });
});

describe('a sentinel that asks', () => {
  it('names the role, and takes silence for no', async () => {
    aBrowserWorld();
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValueOnce(true);
    expect(await needScript('lists')).toBe(true);
    expect(send).toHaveBeenCalledWith({ kind: NEED_ASSISTANT, role: 'lists' });
    send.mockRejectedValueOnce(new Error('Receiving end does not exist'));
    expect(await needScript('lists')).toBe(false);
  });
});
