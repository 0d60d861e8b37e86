import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepConverterChoice, readConverterChoice, type ConverterChoice } from '@/components/convert/converter-choice';
import { makeQueryHistory } from '@/components/convert/query-history';
import { prepareConverter } from '@/components/convert/use-engine';
import { copyText, insertIntoTab } from '@/components/popup/deliver';
import type { Delivery } from '@/components/popup/delivery-line';
import { Popup } from '@/components/popup/popup';
import { TranslateProvider } from '@/components/ui/translate';
import { convertWords } from './convert-words';
import { someAccess } from './settings/some-access';

const words = { en: await convertWords('en'), 'zh-CN': await convertWords('zh-CN') };

// The popup is drawn first and gets the converter right after; these tests start when it is there.
beforeAll(() => Promise.all(['en', 'de'].map(prepareConverter)));

function showPopup(
  more: { lang?: 'en' | 'zh-CN'; choice?: ConverterChoice; deliver?: Delivery; isAllowed?: boolean } = {},
) {
  const { lang = 'en', choice = { audience: null, replyLang: 'en' }, deliver = 'inserted', isAllowed = true } = more;
  const access = someAccess(isAllowed);
  const onChoice = vi.fn();
  const insert = vi.fn((_text: string) => Promise.resolve(deliver));
  const copy = vi.fn((_text: string) => Promise.resolve<Delivery>('copied'));
  const view = render(
    <TranslateProvider value={words[lang]}>
      <Popup
        firstChoice={choice}
        history={makeQueryHistory(localStorage)}
        dashboardUrl="/dashboard.html"
        access={access}
        onChoice={onChoice}
        copy={copy}
        insert={insert}
      />
    </TranslateProvider>,
  );
  return { ...view, access, onChoice, insert, copy };
}

// `input`, as browsers send it: these tests run on React and on Preact.
const type = (text: string, name = 'Convert') =>
  act(() => void fireEvent.input(screen.getByRole('textbox', { name }), { target: { value: text } }));
const click = (name: string) => act(() => void fireEvent.click(screen.getByRole('button', { name })));
const results = () =>
  within(screen.getByRole('list', { name: 'Results' }))
    .getAllByRole('listitem')
    .filter((item) => within(item).queryByRole('heading'));

afterEach(cleanup);

describe('popup', () => {
  test('offers examples while nothing is typed, and converts one on a click', () => {
    showPopup();
    expect(screen.queryByRole('list', { name: 'Results' })).toBeNull();
    click('UK 5.5 women');
    expect(results()).toHaveLength(1);
  });

  test('shows the answer with range, source and warning', () => {
    showPopup();
    type('размер 42');
    const [card] = results();
    expect(card?.textContent).toContain('RU 42');
    expect(card?.textContent).toMatch(/EU43 ?\(43–4\d/);
    expect(card?.textContent).toMatch(/brand-neutral.*charts/);
    expect(card?.textContent).toContain('Read as a shoe size');
  });

  test('shows both readings of a US size until the audience is chosen', () => {
    const { onChoice } = showPopup();
    type('US 8');
    expect(results()).toHaveLength(2);
    act(() => void fireEvent.change(screen.getByRole('combobox', { name: 'Made for' }), { target: { value: 'men' } }));
    expect(results()).toHaveLength(1);
    expect(onChoice).toHaveBeenLastCalledWith({ audience: 'men', replyLang: 'en' });
  });

  test('answers a mains question with Japan’s 100 V', () => {
    showPopup();
    type('220V to Japan');
    expect(results()[0]?.textContent).toContain('100 V');
    expect(results()[0]?.textContent).toContain('Converter needed');
  });

  test('says what to try when there is nothing to convert', () => {
    showPopup();
    type('hello');
    expect(screen.getByText(/Nothing to convert found/)).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'Results' })).toBeNull();
  });

  test('inserts the words in the chosen reply language', async () => {
    const { insert } = showPopup({ choice: { audience: null, replyLang: 'de' } });
    type('UK 5.5 women');
    click('Insert into the message');
    expect(insert.mock.calls[0]?.[0]).toMatch(/^UK 5,5 \(Damen\) entspricht EU 39/);
    expect((await screen.findByText(/Inserted into the message/)).getAttribute('role')).toBe('status');
  });

  test('says clearly that the tab has no message box', async () => {
    showPopup({ deliver: 'no-composer' });
    type('EU 38');
    click('Insert into the message');
    expect(await screen.findByText(/No message box found in this tab/)).toBeTruthy();
  });

  test('copies the words', async () => {
    const { copy } = showPopup();
    type('EU 38');
    click('Copy');
    expect(copy.mock.calls[0]?.[0]).toMatch(/^EU 38 corresponds to/);
    expect(await screen.findByText('Copied.')).toBeTruthy();
  });

  test('leads to the dashboard', () => {
    showPopup();
    expect(screen.getByRole('link', { name: 'Open dashboard' }).getAttribute('href')).toBe('/dashboard.html');
  });

  test('asks for access to the seller pages only where it is missing', async () => {
    const { access } = showPopup({ isAllowed: false });
    fireEvent.click(await screen.findByRole('button', { name: 'Allow' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Allow' })).toBeNull());
    expect(access.ask).toHaveBeenCalledOnce();
  });

  test.each(['', 'UK 5.5 women', 'US 8', '220V to Japan', 'hello'])('passes axe with "%s" typed', async (query) => {
    const { container } = showPopup();
    if (query) type(query);
    // happy-dom has no layout: contrast is measured on the tokens instead.
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('speaks Chinese', () => {
    showPopup({ lang: 'zh-CN' });
    type('37码', '换算');
    expect(screen.getByRole('list', { name: '换算结果' }).textContent).toContain('中国商品页有两种标法');
  });
});

describe('handing a text over', () => {
  beforeEach(() => {
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
  });
  afterEach(() => vi.restoreAllMocks());

  test('asks the active tab once and reports what it answers', async () => {
    const send = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ inserted: true } as never);
    expect(await insertIntoTab('EU 39')).toBe('inserted');
    expect(send.mock.calls).toEqual([[7, { kind: 'parley:insert-text', text: 'EU 39' }]]);
  });

  test.each([[{ inserted: false }], [undefined], ['yes']])(
    'an answer of %j means there is no composer',
    async (answer) => {
      vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(answer as never);
      expect(await insertIntoTab('EU 39')).toBe('no-composer');
    },
  );

  test('a tab without the assistant is no error', async () => {
    vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(new Error('Receiving end does not exist.'));
    expect(await insertIntoTab('EU 39')).toBe('no-composer');
  });

  test('a refused clipboard is reported', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('NotAllowedError')) } });
    expect(await copyText('EU 39')).toBe('copy-failed');
    vi.unstubAllGlobals();
  });
});

describe('the last choice', () => {
  beforeEach(() => localStorage.clear());

  test('is there again the next time', () => {
    keepConverterChoice({ audience: 'women', replyLang: 'de' }, localStorage);
    expect(readConverterChoice(localStorage)).toEqual({ audience: 'women', replyLang: 'de' });
  });

  test.each(['', '{', '{"audience":"cats","replyLang":5}'])('starts afresh from %j', (kept) => {
    localStorage.setItem('converterChoice', kept);
    expect(readConverterChoice(localStorage)).toEqual({ audience: null, replyLang: 'en' });
  });
});

describe('interface language', () => {
  test.each([
    [undefined, 'zh-TW', 'zh-CN'],
    ['auto', 'de', 'en'],
    ['zh-CN', 'en', 'zh-CN'],
    ['en', 'zh-CN', 'en'],
  ] as const)('%s in a %s browser is %s', async (stored, browserLang, expected) => {
    const { readUiLang } = await import('@/utils/platform/i18n/ui-lang');
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(browserLang);
    if (stored) await fakeBrowser.storage.local.set({ uiLang: stored });
    expect(await readUiLang()).toBe(expected);
    vi.restoreAllMocks();
  });
});
