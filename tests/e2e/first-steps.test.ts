// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type Desk, launchDesk } from './harness/launch-desk';

let desk: Desk | undefined;

afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

const words = {
  'en-US': {
    steps: [
      'Your languages',
      'Your marketplaces',
      'You and your desk',
      'One message',
      'Open your seller',
      'Your shops',
    ],
    progress: (step: number) => `${step} of 6`,
    alone: 'I work alone',
    initials: 'My initials',
    form: 'Complete the reply',
    message: 'Your reply',
    issues: 'Issues',
    clean: /^No issues/,
    goOn: 'Go on with setting up',
    nav: 'Main',
    team: 'Team',
  },
  'zh-CN': {
    steps: ['您的语言', '您的平台', '您和您的团队', '用一条消息试一试', '打开您的卖家页面', '您的店铺'],
    progress: (step: number) => `第 ${step} 步，共 6 步`,
    alone: '我独自工作',
    initials: '我的姓名缩写',
    form: '补全回复',
    message: '您的回复',
    issues: '问题',
    clean: /^没有问题/,
    goOn: '继续设置',
    nav: '主导航',
    team: '团队',
  },
} as const;

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe.each(['en-US', 'zh-CN'] as const)('the first steps by keyboard in %s', (locale) => {
  const said = words[locale];

  it('lead from the languages to the shops, are left with Esc and gone on with from Today', async () => {
    desk = await launchDesk({ locale });
    const page = await desk.openExtensionPage('dashboard.html#/welcome');
    const heading = (step: number) => page.getByRole('heading', { level: 2, name: said.steps[step]! });
    const at = async (step: number) => {
      await heading(step).waitFor();
      expect(await page.getByText(said.progress(step + 1), { exact: true }).count()).toBe(1);
      expect(await focused(page)).toContain(said.steps[step]);
    };
    await at(0);
    await page.keyboard.press('Enter');
    await at(1);
    await page.keyboard.press('Enter');
    await at(2);

    const link = page.getByRole('navigation', { name: said.nav }).getByRole('link', { name: said.team });
    expect(await link.count()).toBe(1);
    await page.getByRole('radio', { name: said.alone }).focus();
    await page.keyboard.press('Space');
    await link.waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: said.initials }).focus();
    await page.keyboard.type('LW');
    await page.keyboard.press('Enter');
    await at(3);

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: said.goOn }).focus();
    await page.keyboard.press('Enter');
    await at(3);

    await page.getByText('Alt+1', { exact: true }).waitFor();
    await page.keyboard.press('Alt+1');
    const form = page.getByRole('form', { name: said.form });
    await form.locator('input[type=date]').fill('2026-12-01');
    await page.keyboard.press('Enter');
    const message = page.getByRole('textbox', { name: said.message });
    expect(await message.inputValue()).toMatch(/Lena Baumgartner[^]*1\. Dezember[^]*5 Sternen/);
    const issue = page.getByRole('list', { name: said.issues }).getByRole('listitem');
    expect(await issue.getAttribute('data-rule')).toMatch(/^review-/);
    await issue.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: said.clean }).waitFor();
    expect(await message.inputValue()).not.toContain('Sternen');

    await heading(3).focus();
    await page.keyboard.press('Enter');
    await at(4);
    expect(await page.getByRole('link', { name: 'amazon.de' }).getAttribute('href')).toBe(
      'https://sellercentral.amazon.de/',
    );
    await page.keyboard.press('Enter');
    await at(5);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/today$/);
    expect(await page.getByRole('button', { name: said.goOn }).count()).toBe(0);
    expect(desk.refused).toEqual([]);
  });
});

describe('a build that was loaded by hand', () => {
  it('opens no tab of its own', async () => {
    desk = await launchDesk({ locale: 'en-US' });
    const page = await desk.openExtensionPage('dashboard.html#/today');
    await page.getByRole('button', { name: 'Set up Parley' }).waitFor();
    expect(desk.context.pages().filter((open) => open.url().includes('#/welcome'))).toEqual([]);
  });
});

describe('deleting everything', () => {
  it('leaves no row and nothing the browser remembers, and begins with the first steps', async () => {
    desk = await launchDesk({ locale: 'en-US' });
    const seller = await desk.openThread('where-de');
    await seller.locator('parley-root').waitFor({ state: 'attached' });
    const page = await desk.openExtensionPage('dashboard.html#/settings');
    await page.getByRole('textbox', { name: 'My initials' }).fill('LW');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'I work alone' }).check();
    await page.getByRole('button', { name: 'Delete everything Parley keeps here' }).click();
    await page.getByText(/^What goes: .*Buyers \(1\)/).waitFor();
    await page.getByRole('textbox', { name: 'Type “DELETE” to confirm' }).fill('delete');
    await seller.close();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Your languages' }).waitFor();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Team' }).waitFor();
    const rows = await page.evaluate(
      () =>
        new Promise<Record<string, number>>((done, fail) => {
          const opening = indexedDB.open('parley');
          opening.onerror = () => fail(new Error('the database did not open'));
          opening.onsuccess = () => {
            const db = opening.result;
            const tables = ['buyers', 'shops', 'orders', 'notes', 'contacts'];
            const reading = db.transaction(tables);
            const found: Record<string, number> = {};
            for (const table of tables) {
              const counting = reading.objectStore(table).count();
              counting.onsuccess = () => (found[table] = counting.result);
            }
            reading.oncomplete = () => {
              db.close();
              done(found);
            };
          };
        }),
    );
    expect(rows).toEqual({ buyers: 0, shops: 0, orders: 0, notes: 0, contacts: 0 });
    expect(await page.evaluate('chrome.storage.local.get("works")')).toEqual({});
  });
});
