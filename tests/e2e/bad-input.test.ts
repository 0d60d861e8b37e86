// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aliexpressThread } from '../replica/threads';
import { amazonThreadUrl } from '../replica/urls';
import {
  askByKeys,
  cards,
  checkButton,
  eventually,
  holdTheLine,
  insertByKeys,
  notice,
  onSettings,
  ready,
} from './desk-kit';
import { builtExtension, type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replyBox } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

/** Two rounds of the sentinel's look at the address, and time to start what it would have asked for. */
const SENTINEL_ROUNDS_MS = 1_500;

const traces = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const count = (root: Document): number =>
      root.querySelectorAll('parley-root, parley-marks').length +
      [...root.querySelectorAll('iframe')].reduce(
        (sum, frame) => sum + (frame.contentDocument ? count(frame.contentDocument) : 0),
        0,
      );
    return count(document);
  });

describe('pages that are no conversation', () => {
  it('stay as they are: unknown ones, those with other text boxes, sign-ins and walls', async () => {
    const amazon = 'https://sellercentral.amazon.com';
    const addresses = [
      `${amazon}/home`,
      `${amazon}/cu/case-lobby/view-case?caseID=9990001112`,
      `${amazon}/abis/listing/edit?asin=B0TEST0001`,
      `${amazon}/ap/signin`,
      `${amazon}/something/unknown`,
      amazonThreadUrl('where-en', { blocked: 'signin' }),
      amazonThreadUrl('where-en', { blocked: 'captcha' }),
      amazonThreadUrl('where-en', { blocked: 'mfa' }),
      'https://csp.aliexpress.com/m_apps/orders/list',
    ];
    const pages = await Promise.all(
      addresses.map(async (address) => {
        const page = await desk.context.newPage();
        await page.goto(address, { waitUntil: 'load' });
        return page;
      }),
    );
    await pages.at(-1)?.waitForTimeout(SENTINEL_ROUNDS_MS);
    const found = await Promise.all(pages.map(traces));
    expect(Object.fromEntries(addresses.map((address, at) => [address, found[at]]))).toEqual(
      Object.fromEntries(addresses.map((address) => [address, 0])),
    );
  });
});

describe('a conversation without a usable text box', () => {
  it('is answered by a copy when the page has switched its box off', async () => {
    await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await desk.openThread('expired');
    await ready(page);
    await parley(page).getByText('The page has switched its text box off.').waitFor();
    await parley(page).getByRole('button', { name: 'Copy reply 1' }).click();
    await eventually(() => notice(page).innerText()).toBe('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    expect(await composerState(page)).toBe('');
  });

  it('is read all the same when the box lies in a closed root', async () => {
    const page = await desk.openThread('where-de', { shadow: 'closed' });
    await cards(page).nth(2).waitFor();
    await askByKeys(page, 1);
    await eventually(() => notice(page).innerText()).toMatch(/^(Inserted|No text box found|The text box did not)/);
    const said = await notice(page).innerText();
    expect((await composerState(page)) !== '').toBe(said.startsWith('Inserted'));
  });

  it('does not write into the hidden copy of a box', async () => {
    const page = await desk.openThread('where-de', { dup: '1' });
    await ready(page);
    const text = await insertByKeys(page, 1);
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('[data-r=composer]')].map(
        (host) => host.shadowRoot?.querySelector('textarea')?.value ?? '',
      ),
    );
    expect(boxes.filter((held) => held !== '')).toEqual([text]);
  });
});

describe('messages and names of any kind', () => {
  it.each([
    ['100 kB on Amazon', () => desk.openThread('long-100k')],
    ['100 kB on AliExpress', () => desk.openChat('long-100k')],
    ['an empty one on Amazon', () => desk.openThread('empty')],
    ['an empty one on AliExpress', () => desk.openChat('empty')],
    ['emoji alone on Amazon', () => desk.openThread('emoji-only')],
    ['emoji alone on AliExpress', () => desk.openChat('emoji-only')],
    ['a buyer without a name', () => desk.openChat('nameless')],
    ['no order', () => desk.openThread('no-order')],
    ['forty bubbles', () => desk.openThread('forty')],
  ] as const)('are served: %s', async (_what, open) => {
    const page = await open();
    await cards(page).first().waitFor();
    await eventually(() => parley(page).getAttribute('data-health')).toMatch(/^(good|limited)$/);
    await replyBox(page).click();
    await page.keyboard.type('Please leave us a 5-star review.');
    await eventually(() => checkButton(page).innerText()).toMatch(/^\d+ issue/);
  });

  it.each([
    ['script on Amazon', () => desk.openThread('script')],
    ['image on Amazon', () => desk.openThread('script-image')],
    ['script on AliExpress', () => desk.openChat('script')],
    ['image on AliExpress', () => desk.openChat('script-image')],
  ] as const)('are never taken for markup: %s', async (_what, open) => {
    const page = await open();
    await cards(page).first().waitFor();
    await eventually(() => parley(page).getAttribute('data-health')).toMatch(/^(good|limited)$/);
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    await parley(page).getByRole('textbox', { name: 'Add a note' }).fill('<img src=x onerror="window.__pwned=1"> note');
    await parley(page).getByRole('button', { name: 'Save note' }).click();
    await parley(page).getByRole('list', { name: 'Notes' }).getByText('<img src=x').waitFor();
    expect(await parley(page).evaluate((host) => host.shadowRoot?.querySelectorAll('script, img, iframe').length)).toBe(
      0,
    );
    expect(await page.evaluate(() => (window as unknown as { __pwned?: number }).__pwned)).toBeUndefined();
  });

  it('keep numbers beyond 2^53 to the last digit', async () => {
    const page = await desk.openChat('where-es');
    await ready(page);
    // 9992020000000000017 becomes 9992020000000000000 as a number of JavaScript.
    const shown = aliexpressThread('where-es').orders[0]?.id ?? '';
    expect(Number(shown)).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
    await eventually(() => cards(page).first().innerText()).toContain(shown);
    expect(await insertByKeys(page, 1)).toContain(shown);
  });
});

describe('what happens to the extension itself', () => {
  it('a page that is gone back to serves its conversation again', async () => {
    const page = await desk.openThread('where-de');
    await ready(page);
    await desk.openThread('where-en', {}, page);
    await ready(page);
    await page.goBack();
    await parley(page).getByRole('status', { name: 'Buyer language: German' }).waitFor();
    expect(await insertByKeys(page, 1)).toContain('Guten Tag Lena');
    await parley(page).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    await parley(page).getByText('No notes yet.').waitFor();
  });

  it('a marketplace that is switched off has nothing of Parley in its pages, the other one has', async () => {
    const toggle = (settings: Page) => settings.getByRole('checkbox', { name: 'Amazon', exact: true }).click();
    await onSettings(desk, async (settings) => {
      await toggle(settings);
      await settings.getByText('Saved.').waitFor();
    });
    const page = await desk.openThread('where-de');
    await replyBox(page).waitFor();
    await page.waitForTimeout(SENTINEL_ROUNDS_MS);
    expect(await traces(page)).toBe(0);
    await page.keyboard.press('Alt+1');
    expect(await composerState(page)).toBe('');
    const other = await desk.openChat('where-es');
    await ready(other);
    await onSettings(desk, async (settings) => {
      await toggle(settings);
      await settings.getByText('Saved.').waitFor();
    });
  });

  it('an update under an open page takes the old interface away and serves the page anew, without a reload', async () => {
    const page = await desk.openThread('where-de');
    await ready(page);
    await replyBox(page).click();
    await page.keyboard.type('Guten Tag');
    await page.evaluate(() => {
      document.querySelector('parley-root')?.setAttribute('data-old', '');
    });
    // What the browser does at an update: the same extension is loaded again over the running one.
    const session = await desk.context.browser()?.newBrowserCDPSession();
    await session?.send('Extensions.loadUnpacked' as 'Browser.getVersion', { path: builtExtension });
    await session?.detach();
    await page.bringToFront();
    await page.locator('parley-root[data-old]').waitFor({ state: 'detached' });
    await page.locator('parley-root:not([data-old])').waitFor({ state: 'attached' });
    expect(await page.locator('parley-root').count()).toBe(1);
    expect(await page.locator('parley-marks').count()).toBe(1);
    expect(await composerState(page)).toBe('Guten Tag');
    await parley(page).getByRole('status', { name: 'Buyer language: German' }).waitFor();
    await replyBox(page).fill('');
    expect(await insertByKeys(page, 1)).toContain('Guten Tag Lena');
  });
});
