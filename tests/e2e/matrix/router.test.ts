// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amazonThread, aliexpressThread } from '../../replica/threads';
import { aliexpressChatUrl, amazonThreadUrl } from '../../replica/urls';
import { cards, eventually, holdTheLine, ready } from '../desk-kit';
import { builtExtension, type Desk, launchDesk } from '../harness/launch-desk';
import { composerState, parley, parleyText, replyBox } from '../harness/page-checks';
import { buyers, countPerDocument, servesOnly, writesTo } from './serves';

let desk: Desk;
/** Conversations a test itself opened inside a page. */
const readOn = new Map<Page, number>();

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US', withoutArgs: ['--disable-back-forward-cache'] });
});

afterAll(() => desk.close());

holdTheLine(() => desk, { own: (page) => ({ read: readOn.get(page) ?? 0 }) });

const visit = async (url: string, page?: Page): Promise<Page> => {
  const tab = page ?? (await desk.context.newPage());
  await tab.goto(url, { waitUntil: 'domcontentloaded' });
  return tab;
};

const openSession = async (page: Page, name: string): Promise<void> => {
  readOn.set(page, (readOn.get(page) ?? 0) + 1);
  await page.locator('.session', { hasText: name }).first().click();
};

/** Marks the interface on screen, so that another one can be told from it. */
const markInterface = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector('parley-root')?.setAttribute('data-known', ''));
const isKnownInterface = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('parley-root')?.hasAttribute('data-known') === true);

describe('however a conversation comes on screen, one interface serves its buyer', () => {
  it('by a load', async () => {
    const page = await visit(amazonThreadUrl('where-de', { route: 'load' }));
    await servesOnly(page, buyers.lena);
    await writesTo(page, buyers.lena);
  });

  it('by the page’s own router, from a section without one', async () => {
    const page = await visit(`https://sellercentral.amazon.de/home?cc=${amazonThread('where-de').caseId}&route=spa`);
    const loads = desk.documents.length;
    await servesOnly(page, buyers.lena);
    await writesTo(page, buyers.lena);
    expect(desk.documents.length).toBe(loads);
  });

  it('by a change of the hash', async () => {
    const page = await visit(aliexpressChatUrl('where-es', { route: 'hash' }));
    await servesOnly(page, buyers.maria);
    await writesTo(page, buyers.maria);
  });

  it('under an address that is replaced twice, without a new interface and without losing a draft', async () => {
    const page = await visit(amazonThreadUrl('where-de', { route: 'replaceState' }));
    await servesOnly(page, buyers.lena);
    await markInterface(page);
    await replyBox(page).click();
    await page.keyboard.type('Hallo');
    await page.waitForURL(/fi=responseNeeded/);
    await page.evaluate(() => history.replaceState(null, '', `${location.href}&page=2`));
    await eventually(() => isKnownInterface(page)).toBe(true);
    expect(await composerState(page)).toBe('Hallo');
    await servesUnderDraft(page);
    // The test replaced the address itself.
    await page.evaluate(() => (document.documentElement.dataset['rNav'] = '0'));
  });

  it('by choosing another row in place, and back and forward again, without a load', async () => {
    const page = await visit(amazonThreadUrl('where-de', { w: 1680 }));
    await servesOnly(page, buyers.lena);
    const loads = desk.documents.length;
    readOn.set(page, 1);
    await page.locator('[data-r-key=where-fr]').click();
    await parley(page).getByRole('status', { name: 'Buyer language: French' }).waitFor();
    expect(await parleyText(page)).not.toMatch(/Lena/);
    await page.goBack();
    await servesOnly(page, buyers.lena);
    await writesTo(page, buyers.lena);
    await page.goForward();
    await parley(page).getByRole('status', { name: 'Buyer language: French' }).waitFor();
    expect(await parleyText(page)).not.toMatch(/Lena/);
    expect(desk.documents.length).toBe(loads);
  });

  it.each(['clear', 'keep', 'swap'] as const)(
    'by another session of the chat, whose box is treated: %s',
    async (how) => {
      const page = await visit(aliexpressChatUrl('where-es', { onSwitch: how }));
      await servesOnly(page, buyers.maria);
      await openSession(page, '김민지');
      await servesOnly(page, buyers.minji);
      await openSession(page, 'María');
      await servesOnly(page, buyers.maria);
      await writesTo(page, buyers.maria);
    },
  );

  const servesUnderDraft = async (page: Page): Promise<void> => {
    await parley(page).getByRole('status', { name: 'Buyer language: German', exact: true }).waitFor();
    expect(await page.locator('parley-root').count()).toBe(1);
  };
});

describe('frames', () => {
  it.each([
    ['Amazon in a frame', amazonThreadUrl('where-de', { frame: 'same' })],
    ['Amazon in a frame the page wrote itself', amazonThreadUrl('where-de', { frame: 'blank' })],
    ['Amazon in a frame beside a box of the outer page', amazonThreadUrl('where-de', { frame: 'double' })],
    ['Amazon in a frame, in one more open root', amazonThreadUrl('where-de', { frame: 'same', depth: '4' })],
    ['the chat in a frame', aliexpressChatUrl('where-es', { frame: 'same' })],
    ['the chat in a frame the page wrote itself', aliexpressChatUrl('where-es', { frame: 'blank' })],
  ] as const)('have one interface per box: %s', async (_what, url) => {
    const page = await visit(url);
    const inner = page.frameLocator('iframe.inner-page');
    await inner.locator('parley-root').waitFor({ state: 'attached', timeout: 15_000 });
    await inner.locator('parley-root [data-template]').first().waitFor();
    // Long enough for a second one to come late.
    await page.waitForTimeout(1_000);
    const counted = await countPerDocument(page);
    expect(counted.at(-1)).toEqual({ composers: 1, uis: 1 });
    for (const { composers, uis } of counted) expect(uis).toBeLessThanOrEqual(composers);
  });

  it('that come and go while Parley runs are served and leave nothing behind', async () => {
    const page = await visit(amazonThreadUrl('where-de'));
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await servesOnly(page, buyers.lena);
    const address = amazonThreadUrl('where-fr').replace(/^https:\/\/[^/]+/, '');
    for (let round = 0; round < 2; round += 1) {
      await page.evaluate((src) => {
        const frame = document.createElement('iframe');
        frame.className = 'inner-page';
        frame.style.cssText = 'width:900px;height:700px';
        frame.src = `${src}&framed=1`;
        document.body.append(frame);
      }, address);
      await page
        .frameLocator('iframe.inner-page')
        .locator('parley-root')
        .getByRole('status', { name: 'Buyer language: French' })
        .waitFor({ timeout: 15_000 });
      await servesOnly(page, buyers.lena);
      await page.evaluate(() => document.querySelector('iframe')?.remove());
      await servesOnly(page, buyers.lena);
    }
    await writesTo(page, buyers.lena);
    expect(problems).toEqual([]);
  });
});

describe('a page that comes back from the back/forward cache', () => {
  interface Kept {
    kept?: string;
    persisted?: boolean;
  }

  it.each([
    ['Amazon', amazonThreadUrl('where-de'), buyers.lena],
    ['AliExpress', aliexpressChatUrl('where-es'), buyers.maria],
  ] as const)('serves its buyer again, with what was noted meanwhile: %s', async (market, url, buyer) => {
    const page = await visit(url);
    await servesOnly(page, buyer);
    await markInterface(page);
    await page.evaluate(() => {
      const here = window as Kept;
      here.kept = 'the same document';
      addEventListener('pageshow', ({ persisted }) => (here.persisted = persisted));
    });
    await visit(amazonThreadUrl('where-en'), page);
    await cards(page).first().waitFor();
    // The same conversation in another tab: what is noted there must be on the page that slept.
    const other = await visit(url);
    await servesOnly(other, buyer);
    await parley(other).getByRole('button', { name: 'Buyer notes', exact: true }).click();
    await parley(other).getByRole('textbox', { name: 'Add a note' }).fill(`Noted while ${market} slept.`);
    await parley(other).getByRole('button', { name: 'Save note' }).click();
    await parley(other)
      .getByRole('list', { name: 'Notes' })
      .getByText(`Noted while ${market} slept.`)
      .first()
      .waitFor();
    await page.bringToFront();
    // A restored page fires no "load"; the driver would wait for one.
    await page.goBack({ waitUntil: 'commit' });
    await eventually(() => page.evaluate(() => (window as Kept).persisted ?? null)).toBe(true);
    expect(await page.evaluate(() => (window as Kept).kept)).toBe('the same document');
    await servesOnly(page, buyer);
    await writesTo(page, buyer);
    await parley(page)
      .getByRole('button', { name: /^Buyer notes/ })
      .click();
    await parley(page).getByRole('list', { name: 'Notes' }).getByText(`Noted while ${market} slept.`).first().waitFor();
    expect(await isKnownInterface(page)).toBe(true);
  });
});

describe('an extension that is loaded anew', () => {
  const reloadExtension = async (): Promise<void> => {
    const session = await desk.context.browser()?.newBrowserCDPSession();
    await session?.send('Extensions.loadUnpacked' as 'Browser.getVersion', { path: builtExtension });
    await session?.detach();
  };

  it('takes its old interfaces away, in frames too, and serves the pages before and after their own reload', async () => {
    const page = await visit(amazonThreadUrl('where-de'));
    const framed = await visit(aliexpressChatUrl('where-es', { frame: 'same' }));
    const inner = framed.frameLocator('iframe.inner-page').locator('parley-root');
    await servesOnly(page, buyers.lena);
    await inner.locator('[data-template]').first().waitFor();
    await markInterface(page);
    await framed.evaluate(() =>
      document.querySelector('iframe')?.contentDocument?.querySelector('parley-root')?.setAttribute('data-known', ''),
    );
    await reloadExtension();
    await eventually(() => page.locator('parley-root[data-known]').count(), 15_000).toBe(0);
    await eventually(
      () =>
        framed.evaluate(
          () => document.querySelector('iframe')?.contentDocument?.querySelectorAll('parley-root[data-known]').length,
        ),
      15_000,
    ).toBe(0);
    await page.bringToFront();
    await servesOnly(page, buyers.lena);
    await writesTo(page, buyers.lena);
    await framed.bringToFront();
    await inner.locator('[data-template]').first().waitFor();
    expect((await countPerDocument(framed)).map(({ uis }) => uis)).toEqual([0, 1]);
    await page.bringToFront();
    await page.reload();
    await servesOnly(page, buyers.lena);
    await writesTo(page, buyers.lena);
  });
});

describe('two accounts in two tabs', () => {
  const note = async (page: Page, text: string): Promise<void> => {
    await openNotes(page);
    await parley(page).getByRole('textbox', { name: 'Add a note' }).fill(text);
    await parley(page).getByRole('button', { name: 'Save note' }).click();
    await parley(page).getByRole('list', { name: 'Notes' }).getByText(text).waitFor();
  };
  const openNotes = async (page: Page): Promise<void> => {
    await page.bringToFront();
    const box = parley(page).getByRole('textbox', { name: 'Add a note' });
    if ((await box.count()) === 0)
      await parley(page)
        .getByRole('button', { name: /^Buyer notes/ })
        .click();
    await box.waitFor();
  };

  it('of AliExpress, told apart by their channel: the same buyer and order, and no note of one in the other', async () => {
    const url = aliexpressChatUrl('where-pt');
    const first = await visit(url);
    await ready(first);
    await note(first, 'Kept by the first shop.');
    const second = await visit(url.replace('channelId=4711', 'channelId=4712'));
    await ready(second);
    await openNotes(second);
    expect(await parleyText(second)).not.toContain('Kept by the first shop.');
    await note(second, 'Kept by the second shop.');
    // Both stay open: news of one must not reach the other either.
    await openNotes(first);
    expect(await parleyText(first)).toContain('Kept by the first shop.');
    expect(await parleyText(first)).not.toContain('Kept by the second shop.');
    for (const [url, own, others] of [
      [first.url(), 'first', 'second'],
      [second.url(), 'second', 'first'],
    ] as const) {
      const again = await visit(`${url.split('#')[0]}&session=${aliexpressThread('where-pt').sessionId}#/window`);
      await ready(again);
      await openNotes(again);
      await parley(again).getByText(`Kept by the ${own} shop.`).waitFor();
      expect(await parleyText(again)).not.toContain(`Kept by the ${others} shop.`);
    }
  });

  it('of Amazon in two countries: each tab its own buyer and its own notes', async () => {
    const german = await visit(amazonThreadUrl('where-de'));
    const english = await visit(amazonThreadUrl('where-en'));
    await servesOnly(german, buyers.lena);
    await ready(english);
    await note(german, 'Only about the German order.');
    await note(english, 'Only about the American order.');
    await openNotes(german);
    expect(await parleyText(german)).toContain('Only about the German order.');
    expect(await parleyText(german)).not.toContain('American order');
    await openNotes(english);
    expect(await parleyText(english)).not.toContain('German order');
    await german.bringToFront();
    await writesTo(german, buyers.lena);
    expect(await composerState(english)).toBe('');
  });
});
