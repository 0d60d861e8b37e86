// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replicaMessage, aliexpressThread } from '../replica/threads';
import { aliexpressChatUrl, amazonThreadUrl } from '../replica/urls';
import { cards, eventually, fillForm, form, holdTheLine, notice, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, parleyText } from './harness/page-checks';
import { lastVisit, visit, written } from './pages-kit';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

afterAll(() => desk?.close());

holdTheLine(() => desk);

const profile = (over: object = {}) => ({
  format: 'parley-page-profile',
  schema: 1,
  marketplace: 'aliexpress',
  version: '2027.01.05.1',
  date: '2027-01-05',
  fields: { composer: { page: 'chat', seen: '2027-01', structure: ['textarea[data-new-box]'] } },
  ...over,
});

/** Opens the settings at Pages. */
const settings = async (): Promise<Page> => {
  const page = await desk.openExtensionPage('dashboard.html#/settings');
  await page.getByRole('heading', { name: 'Pages', exact: true }).waitFor();
  return page;
};

const choose = (page: Page, text: string | Buffer) =>
  page.getByLabel('Import a profile').setInputFiles({
    name: 'profile.json',
    mimeType: 'application/json',
    buffer: Buffer.isBuffer(text) ? text : Buffer.from(text),
  });

/** The chat after the marketplace has added a box of another make. */
async function openChanged(): Promise<Page> {
  const page = await desk.context.newPage();
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const add = () => {
        const box = document.querySelector('textarea:not([data-new-box])');
        if (!box || document.querySelector('[data-new-box]')) return;
        const added = document.createElement('textarea');
        added.setAttribute('data-new-box', '');
        box.after(added);
      };
      new MutationObserver(add).observe(document.body, { childList: true, subtree: true });
      add();
    });
  });
  await page.goto(aliexpressChatUrl('where-es', { commit: 'A' }), { waitUntil: 'domcontentloaded' });
  await page.locator('[data-new-box]').waitFor();
  await ready(page, /^(good|limited)$/);
  return page;
}

const newBox = (page: Page) => page.locator('[data-new-box]').inputValue();

/** Inserts the first reply and waits until one of the two boxes holds it; answers both. */
async function insertFirst(page: Page): Promise<{ readonly added: string; readonly own: string }> {
  const both = async () => ({ added: await newBox(page), own: await composerState(page) });
  const isIn = async () => Object.values(await both()).some((text) => text !== '');
  await page.keyboard.press('Alt+1');
  await eventually(async () => (await isIn()) || (await form(page).count()) > 0).toBe(true);
  if (!(await isIn())) {
    await fillForm(page);
    await page.keyboard.press('Enter');
    await eventually(isIn).toBe(true);
  }
  return both();
}

describe('a page profile from a file', () => {
  it('says what would change, is used after a reload, and can be taken back', async () => {
    const before = await openChanged();
    expect(await insertFirst(before)).toEqual({ added: '', own: expect.stringContaining('María') });
    await before.close();

    const page = await settings();
    await choose(page, JSON.stringify(profile()));
    const preview = page.getByRole('region', { name: /AliExpress, 2027\.01\.05\.1 of .*what would change/ });
    await preview.waitFor();
    expect(await preview.getByRole('row', { name: /Text box/ }).innerText()).toMatch(/changed/);
    expect(JSON.stringify((await written(desk)).local)).not.toContain('data-new-box');
    await preview.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Profile 2027.01.05.1 is in use.').waitFor();
    await page.close();

    const changed = await openChanged();
    expect(await insertFirst(changed)).toEqual({ added: expect.stringContaining('María'), own: '' });
    await changed.close();

    const again = await settings();
    await again.getByRole('button', { name: 'Go back to the AliExpress profile before' }).click();
    await again.getByText('Go back to the built-in profile?').waitFor();
    await again.getByRole('button', { name: 'Go back', exact: true }).last().click();
    await eventually(async () => JSON.stringify((await written(desk)).local)).not.toContain('data-new-box');
    await again.close();
    expect((await insertFirst(await openChanged())).added).toBe('');
  });

  const refused: readonly (readonly [string, () => string | Buffer, RegExp])[] = [
    ['no JSON', () => 'PK\u0003\u0004 not a profile', /It is not JSON\./],
    ['bytes that are no text', () => Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x7b]), /It is not JSON\./],
    ['another format', () => '{"format":"something-else"}', /is not as it must be/],
    ['too many bytes', () => JSON.stringify(profile({ pad: 'x'.repeat(250_000) })), /It is larger than/],
    ['a script where a selector belongs', () => json('<img src=x onerror=alert(1)>'), /does not understand a selector/],
    ['a selector that costs the page its time', () => json(`${':has('.repeat(30)}a${')'.repeat(30)}`), /selector/],
    ['a part nobody knows', () => fields({ evil: one('a') }), /names a part Parley does not know: “evil”/],
    ['a key that reaches into objects', () => fields('{"__proto__":{"page":"a"}}'), /is not as it must be/],
    ['an unknown marketplace', () => JSON.stringify(profile({ marketplace: 'nowhere' })), /does not serve: “nowhere”/],
    ['a newer schema', () => JSON.stringify(profile({ schema: 9 })), /newer Parley \(version 9\)/],
    ['an old version', () => JSON.stringify(profile({ version: '2020.01.01.1' })), /is not newer than/],
  ];
  const one = (css: string) => ({ page: 'chat', seen: '2027-01', structure: [css] });
  const json = (css: string) => JSON.stringify(profile({ fields: { composer: one(css) } }));
  const fields = (value: object | string) =>
    typeof value === 'string'
      ? JSON.stringify(profile()).replace(/"fields":\{.*\}\}/, `"fields":${value}}`)
      : JSON.stringify(profile({ fields: value }));

  it('is refused in words when it is none, or a hostile one, and nothing of it is kept', async () => {
    const page = await settings();
    const before = JSON.stringify((await written(desk)).local['pageProfiles']);
    for (const [what, file, words] of refused) {
      await choose(page, file());
      const said = page.getByText('This file is no page profile Parley can use.');
      await eventually(() => page.locator('main').innerText(), 8_000).toMatch(words);
      expect(await said.count(), what).toBe(1);
      expect(await page.getByRole('button', { name: 'Apply' }).count(), what).toBe(0);
    }
    expect(JSON.stringify((await written(desk)).local['pageProfiles'])).toBe(before);
    expect(await page.evaluate(() => Object.keys(Object.prototype)), 'no prototype was written to').toEqual([]);
  });
});

describe('a chat in which nobody has opened a conversation', () => {
  it('shows no bar, and the bar comes with the first conversation', async () => {
    const page = await desk.openChat();
    await page.locator('.session').nth(3).waitFor();
    await page.waitForTimeout(3_500);
    expect(await parley(page).count()).toBe(0);
    await page.locator('.session').first().click();
    await ready(page);
    // The click marked the conversation as read: this test's own act.
    await page.close();
  });
});

describe('a page that has changed', () => {
  /** The conversation after the marketplace has put its messages where nobody finds them. */
  async function openBroken(): Promise<Page> {
    const page = await visit(desk, 'about:blank');
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        const hide = () => document.querySelectorAll('.row:has(.bubble), .when').forEach((each) => each.remove());
        new MutationObserver(hide).observe(document.body, { childList: true, subtree: true });
        hide();
      });
    });
    await page.goto(amazonThreadUrl('where-de'), { waitUntil: 'domcontentloaded' });
    await eventually(() => parley(page).getAttribute('data-health'), 20_000).toBe('broken');
    return page;
  }

  it('says so, offers to copy, and copying works', async () => {
    const page = await openBroken();
    await parley(page).getByRole('button', { name: 'Page health: broken' }).waitFor();
    await cards(page).first().waitFor();
    expect(await cards(page).first().innerText()).toContain('Copy');
    await cards(page).first().locator('.p-row').click();
    await eventually(async () => (await form(page).count()) + (await notice(page).innerText()).length).toBeGreaterThan(
      0,
    );
    if ((await form(page).count()) > 0) {
      await fillForm(page);
      await page.keyboard.press('Enter');
    }
    await eventually(() => notice(page).innerText()).toMatch(/[Cc]opied/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    expect(await composerState(page)).toBe('');
    await eventually(async () => lastVisit(await written(desk))).toMatchObject({ page: 'thread', health: 'broken' });
  });

  it.each([
    ['broken', () => openBroken()],
    ['whole', () => desk.openChat('where-es')],
  ] as const)('puts how a %s page is built on the clipboard, and nothing of what it says', async (how, open) => {
    const page = await open();
    if (how === 'broken') await parley(page).getByRole('button', { name: 'Page health: broken' }).click();
    else {
      await ready(page);
      await parley(page).getByRole('button', { name: 'Menu', exact: true }).click();
      await parley(page)
        .getByRole('button', { name: /Page health/ })
        .click();
    }
    await parley(page).getByRole('button', { name: 'Copy diagnostics' }).click();
    await parley(page).getByText('It holds how the page is built, no text of it.').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(how === 'broken' ? /page thread, broken/ : /page thread, good/);
    expect(text.split('\n').length).toBeGreaterThan(40);
    const words = await page.evaluate(() => document.body.innerText.split(/\s+/).filter((word) => word.length > 5));
    const names = aliexpressThread('where-es').buyer.name.split(' ');
    const said = replicaMessage('where-es')
      .text.split(/[^\p{L}]+/u)
      .filter((word) => word.length > 5);
    const lines = text.slice(text.indexOf('\n\n'));
    for (const word of [...names, ...said]) expect(lines).not.toContain(word);
    expect(words.filter((word) => /\d{4}/.test(word) && text.includes(word))).toEqual([]);
    expect(lines).not.toMatch(/\d{5}|@|https?:/);
    expect(await parleyText(page)).toContain('Copied.');
  });
});
