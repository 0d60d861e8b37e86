import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeQueryHistory } from '@/components/convert/query-history';
import { Popup } from '@/components/popup/popup';
import { tabTools, type TabState, type TabTools } from '@/components/popup/tab-tools';
import { ThisTab } from '@/components/popup/this-tab';
import { TranslateProvider } from '@/components/ui/translate';
import { brandAs } from '@/utils/domain/ids';
import { err, ok } from '@/utils/domain/result';
import { createPageWords, flattenCatalogue } from '@/utils/platform/i18n/page-words';
import { someAccess } from './settings/some-access';

const wordsOf = (lang: 'en' | 'zh-CN') => {
  const entries: Record<string, string> = {};
  for (const ns of ['common', 'convert'])
    flattenCatalogue(ns, JSON.parse(readFileSync(`public/locales/${lang}/${ns}.json`, 'utf8')), entries);
  return createPageWords(entries, lang);
};
const amazon = brandAs<'MarketId'>('amazon');
const place = (host: string) => ({ tabId: 7, url: `https://${host}/inbox`, host });
const seller = place('sellercentral.amazon.de');
const foreign: TabState = { kind: 'foreign', place: place('messages.example') };

const someTools = (state: TabState, answer: Awaited<ReturnType<TabTools['teach']>> = ok(null)) => ({
  look: vi.fn(async () => state),
  teach: vi.fn(async () => answer),
});
async function show(tools: TabTools, lang: 'en' | 'zh-CN' = 'en') {
  const onTaught = vi.fn();
  const view = render(
    <TranslateProvider value={wordsOf(lang)}>
      <ThisTab tools={tools} onTaught={onTaught} />
    </TranslateProvider>,
  );
  await act(async () => undefined);
  return { ...view, onTaught };
}
const button = () => screen.queryByRole('button');
const press = () => act(async () => void fireEvent.click(button()!));

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the line about the tab', () => {
  it.each<[TabState, string, string | undefined]>([
    [{ kind: 'served', market: amazon, place: seller }, 'Parley works on this page (Amazon).', undefined],
    [
      { kind: 'unknown', market: amazon, place: seller },
      'Parley does not know this page (Amazon).',
      'Show Parley this page',
    ],
    [{ kind: 'off', market: amazon, place: seller }, 'Amazon is switched off in the settings.', undefined],
    [
      { kind: 'unknown', market: brandAs<'MarketId'>('other'), place: place('messages.example') },
      'Parley does not know this page (messages.example).',
      'Show Parley this page',
    ],
    [foreign, 'Parley does not know messages.example.', 'Use Parley on this site'],
  ])('says of %j: %s', async (state, words, label) => {
    const { container } = await show(someTools(state));
    expect(screen.getByRole('region', { name: 'This tab' }).textContent).toContain(words);
    expect(button()?.textContent).toBe(label);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('is not there over pages Parley has nothing to do with', async () => {
    const { container } = await show(someTools({ kind: 'none' }));
    expect(container.textContent).toBe('');
  });

  it('starts teach mode and closes the popup', async () => {
    const tools = someTools(foreign);
    const { onTaught } = await show(tools);
    await press();
    expect(tools.teach.mock.calls).toEqual([[foreign.kind === 'foreign' && foreign.place]]);
    expect(onTaught).toHaveBeenCalledOnce();
  });

  it.each([
    [err({ kind: 'refused' as const, code: 'foreign-origin' as const }), 'gave no access to messages.example'],
    [err({ kind: 'not-found' as const }), 'Could not start on this page'],
  ])('stays and says why when that fails', async (answer, words) => {
    const { onTaught } = await show(someTools(foreign, answer));
    await press();
    expect(screen.getByRole('status').textContent).toContain(words);
    expect(onTaught).not.toHaveBeenCalled();
    expect((button() as HTMLButtonElement).disabled).toBe(false);
  });

  it('speaks Chinese', async () => {
    await show(someTools(foreign), 'zh-CN');
    expect(button()?.textContent).toBe('在此网站使用 Parley');
  });
});

describe('the popup', () => {
  it('is drawn before anything is asked about the tab', async () => {
    const load = vi.fn(async () => () => <p>later</p>);
    const nothing = async () => 'copied' as const;
    render(
      <TranslateProvider value={wordsOf('en')}>
        <Popup
          firstChoice={{ audience: null, replyLang: 'en' }}
          history={makeQueryHistory(localStorage)}
          dashboardUrl="/"
          access={someAccess(true)}
          onChoice={() => undefined}
          copy={nothing}
          insert={nothing}
          loadThisTab={load}
        />
      </TranslateProvider>,
    );
    expect(screen.getByRole('textbox')).toBeTruthy();
    expect(load).not.toHaveBeenCalled();
    await waitFor(() => expect(screen.getByText('later')).toBeTruthy());
  });
});

describe('what the browser says about the tab', () => {
  const tab = (url: string | undefined) => vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7, url }] as never);
  const manifest = () =>
    vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
      content_scripts: [{ js: ['content-scripts/amazon.js'], matches: ['https://sellercentral.amazon.de/*'] }],
    } as never);
  const scripts = (results: readonly unknown[]) => {
    const executeScript = vi.fn(async () => results.map((result) => ({ result })));
    vi.spyOn(browser, 'scripting', 'get').mockReturnValue({ executeScript } as never);
    return executeScript;
  };

  it.each(['chrome://extensions', 'http://messages.example/', 'about:blank', undefined])(
    'has nothing to do with %s',
    async (url) => {
      tab(url);
      expect(await tabTools.look()).toEqual({ kind: 'none' });
    },
  );

  it('tells a site it does not know from one the agent has named, and one that is switched off', async () => {
    manifest();
    tab('https://messages.example/inbox');
    expect(await tabTools.look()).toMatchObject({ kind: 'foreign', place: { tabId: 7, host: 'messages.example' } });
    await fakeBrowser.storage.local.set({ otherHosts: ['messages.example'] });
    scripts([false]);
    expect(await tabTools.look()).toMatchObject({ kind: 'unknown', market: 'other' });
    await fakeBrowser.storage.local.set({ marketsOff: ['other'] });
    expect(await tabTools.look()).toMatchObject({ kind: 'off', market: 'other' });
  });

  it.each([
    [[false, true], 'served'],
    [[false], 'unknown'],
  ])('asks every frame whether Parley is at work: %j', async (frames, kind) => {
    manifest();
    tab('https://sellercentral.amazon.de/messaging/inbox');
    scripts(frames);
    expect(await tabTools.look()).toMatchObject({ kind, market: 'amazon' });
  });

  it('asks for exactly this site, in the click, before anything else is awaited', () => {
    const request = vi.spyOn(browser.permissions, 'request').mockReturnValue(new Promise(() => undefined) as never);
    void tabTools.teach(place('messages.example'));
    expect(request.mock.calls).toEqual([[{ origins: ['https://messages.example/*'] }]]);
  });

  it('leaves no wish behind when access is refused', async () => {
    vi.spyOn(browser.permissions, 'request').mockResolvedValue(false as never);
    expect(await tabTools.teach(place('messages.example'))).toEqual(err({ kind: 'refused', code: 'foreign-origin' }));
    expect(await fakeBrowser.storage.session.get()).toEqual({});
  });
});
