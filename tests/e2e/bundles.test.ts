// @vitest-environment node
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNote, eventually } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';

const passphrase = 'seven kettles by the quiet harbour';
const file = join(tmpdir(), `parley-e2e-${process.pid}.parley`);
const handOver = join(tmpdir(), `parley-e2e-${process.pid}-shift.parley`);

let here: Desk;
let there: Desk;

beforeAll(async () => {
  [here, there] = [await launchDesk({ locale: 'en-US' }), await launchDesk({ locale: 'zh-CN', colorScheme: 'dark' })];
}, 60_000);

afterAll(async () => {
  await here?.close();
  await there?.close();
  await Promise.all([rm(file, { force: true }), rm(handOver, { force: true })]);
});

const teamPage = (desk: Desk): Promise<Page> => desk.openExtensionPage('dashboard.html#/team');

/** Presses what has this role and name by the keyboard alone. */
const press = async (page: Page, role: 'button' | 'radio', name: string | RegExp, key = 'Enter'): Promise<void> => {
  const control = page.getByRole(role, { name });
  await control.focus();
  await page.keyboard.press(key);
};

describe('files of records', () => {
  it('goes from one desk to another with a passphrase, by the keyboard alone', async () => {
    await addNote(here, 'Wants the blue one.');
    const page = await teamPage(here);
    await press(page, 'radio', 'Whoever knows a passphrase', 'Space');
    await page.getByLabel('Passphrase', { exact: true }).focus();
    await page.keyboard.type(passphrase);
    await page.keyboard.press('Tab');
    await page.keyboard.type(passphrase);
    await page.getByText(/Tells of people/).waitFor();
    const download = page.waitForEvent('download');
    await press(page, 'button', 'Export bundle');
    await (await download).saveAs(file);
    await page.getByText(/^Saved parley-.*\.parley/).waitFor();
    await page.getByRole('table', { name: 'Last exports' }).getByText('Everything', { exact: false }).waitFor();
  }, 60_000);

  it('opens there, shows what it would change, applies it, and is taken back', async () => {
    const page = await teamPage(there);
    await page.locator('[data-incoming] input[type=file]').setInputFiles(file);
    const locked = page.getByLabel('此文件的密码');
    await locked.waitFor();
    await page.keyboard.type('not the passphrase');
    await page.keyboard.press('Enter');
    await page
      .getByText(/打不开文件/)
      .first()
      .waitFor();
    await locked.fill(passphrase);
    await page.keyboard.press('Enter');
    const preview = page.getByRole('table', { name: '导入预览' });
    await preview.getByText('Wants the blue one.').waitFor();
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
    await press(page, 'button', '应用导入');
    const undo = page.getByRole('button', { name: '撤销导入' });
    await undo.waitFor();
    const buyers = await there.openExtensionPage('dashboard.html#/buyers');
    await buyers.getByText('Lena', { exact: false }).first().waitFor();
    await buyers.close();
    await press(page, 'button', '撤销导入');
    await page.getByText('已撤销，一切恢复原样。').waitFor();
    const after = await there.openExtensionPage('dashboard.html#/buyers');
    await after.locator('main h1').waitFor();
    await eventually(() => after.getByText('Lena', { exact: false }).count()).toBe(0);
    await after.close();
  }, 60_000);

  it('says of a file it has already that nothing is new', async () => {
    const page = await teamPage(here);
    await page.locator('[data-incoming] input[type=file]').setInputFiles(file);
    await page.getByLabel('Passphrase of this file').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('0 new, 0 changed: you have all of this already.').waitFor();
    expect(await page.getByRole('button', { name: 'Apply import' }).count()).toBe(0);
    await press(page, 'button', 'Discard');
    await page.getByText(/was discarded/).waitFor();
  }, 60_000);

  it('hands over the shift in two clicks to a team-mate, who opens it without a password', async () => {
    const [mine, theirs] = [await teamPage(here), await teamPage(there)];
    const card = await theirs.getByRole('textbox', { name: '您的名片' }).inputValue();
    await mine.getByRole('textbox', { name: 'Their card' }).fill(card);
    await press(mine, 'button', 'Add');
    await mine.getByRole('button', { name: 'Hand over the shift' }).click();
    const download = mine.waitForEvent('download');
    await mine.getByRole('button', { name: 'Save the hand-over file' }).click();
    await (await download).saveAs(handOver);
    await theirs.locator('[data-incoming] input[type=file]').setInputFiles(handOver);
    await theirs.getByRole('table', { name: '导入预览' }).getByText('Wants the blue one.').waitFor();
  }, 60_000);

  it('refuses what is no file of records with a reason, and keeps the desk as it is', async () => {
    const page = await teamPage(here);
    await page.locator('[data-incoming] input[type=file]').setInputFiles({
      name: 'holiday.parley',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('not a bundle <img src=x onerror=alert(1)>'),
    });
    await page.getByText('holiday.parley').waitFor();
    await press(page, 'button', 'Close');
    expect(await page.getByText('holiday.parley').count()).toBe(0);
  }, 60_000);
});
