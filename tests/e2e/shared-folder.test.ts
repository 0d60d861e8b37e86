// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNote, eventually } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';

/** Files as the drive carries them: name and bytes. */
type Files = readonly (readonly [name: string, bytes: readonly number[]])[];

let here: Desk;
let there: Desk;

beforeAll(async () => {
  [here, there] = [await launchDesk({ locale: 'en-US' }), await launchDesk({ locale: 'zh-CN', colorScheme: 'dark' })];
}, 60_000);

afterAll(async () => {
  await here?.close();
  await there?.close();
});

/** The team page; the browser's own window for choosing a folder, which no test can use, chooses a real one at once. */
const teamPage = async (desk: Desk): Promise<Page> => {
  const page = await desk.openExtensionPage('dashboard.html#/team');
  await page.evaluate(() => {
    const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Team', { create: true });
    Object.assign(globalThis, { showDirectoryPicker: pick });
  });
  return page;
};

const filesIn = (page: Page): Promise<Files> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Team', { create: true });
    const files: [string, number[]][] = [];
    const all = (folder as unknown as { values: () => AsyncIterable<FileSystemFileHandle> }).values();
    for await (const handle of all)
      files.push([handle.name, [...new Uint8Array(await (await handle.getFile()).arrayBuffer())]]);
    return files;
  });

const put = (page: Page, files: Files): Promise<void> =>
  page.evaluate(async (given) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Team', { create: true });
    for (const [name, bytes] of given) {
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(new Uint8Array(bytes));
      await stream.close();
    }
  }, files);

/** What a cloud drive does between two computers. */
const carry = async (from: Page, to: Page): Promise<void> => put(to, await filesIn(from));

const cardOf = (page: Page, label: string): Promise<string> => page.getByRole('textbox', { name: label }).inputValue();

const sync = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Sync now|立即同步/ }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: /Synced|已同步/ })
    .waitFor();
};

/** How often the record of the one buyer these desks know tells this; what is awaited may take its time to appear. */
const countOfNote = async (desk: Desk, note: string, awaited: 0 | 1): Promise<number> => {
  const page = await desk.openExtensionPage('dashboard.html#/buyers');
  await page.locator('main h1').waitFor();
  const buyer = page.getByText('Lena', { exact: false }).first();
  const told = page.getByText(note, { exact: true });
  if (awaited === 1) {
    await buyer.click();
    await told.first().waitFor();
  } else if (await buyer.isVisible()) {
    await buyer.click();
    await page.waitForTimeout(1_000);
  }
  const count = Math.min(1, await told.count());
  await page.close();
  return count;
};

describe('a folder the team shares', () => {
  it('is chosen by the keyboard, and gets what this desk knows', async () => {
    await addNote(here, 'Wants the blue one.');
    const [mine, theirs] = [await teamPage(here), await teamPage(there)];
    const cards = [await cardOf(mine, 'Your card'), await cardOf(theirs, '您的名片')] as const;
    await mine.getByRole('textbox', { name: 'Their card' }).fill(cards[1]);
    await mine.getByRole('button', { name: 'Add', exact: true }).click();
    await theirs.getByRole('textbox', { name: '对方的名片' }).fill(cards[0]);
    await theirs.getByRole('button', { name: '添加', exact: true }).click();
    await mine.getByRole('button', { name: 'Choose a folder' }).focus();
    await mine.keyboard.press('Enter');
    await mine.getByText(/^Team data as of/).waitFor();
    const files = await filesIn(mine);
    expect(files).toHaveLength(1);
    expect(files[0]?.[0]).toMatch(/^[a-z0-9-]+\.parley$/);
    // Nothing of it can be read by whoever keeps the drive.
    expect(Buffer.from(files[0]?.[1] ?? []).toString('latin1')).not.toContain('Wants the blue one.');
  }, 90_000);

  it('brings it to the other desk, past files that are half copied or foreign', async () => {
    const [mine, theirs] = [await teamPage(here), await teamPage(there)];
    const [whole] = await filesIn(mine);
    if (!whole) throw new Error('the folder is empty');
    const [name, bytes] = whole;
    await put(theirs, [
      [name, bytes.slice(0, Math.floor(bytes.length / 2))],
      ['holiday.parley', [...Buffer.from('no bundle')]],
      ['.DS_Store', [0]],
    ]);
    await theirs.getByRole('button', { name: '选择文件夹' }).click();
    await theirs.getByText(/2 个文件|2 files/).waitFor();
    expect(await countOfNote(there, 'Wants the blue one.', 0)).toBe(0);
    await carry(mine, theirs);
    await sync(theirs);
    expect(await countOfNote(there, 'Wants the blue one.', 1)).toBe(1);
    await theirs.getByText(/共享文件夹带来 1 次导入|1 import came/).waitFor();
  }, 90_000);

  it('carries a change back, and the next turn finds nothing to do', async () => {
    await addNote(there, 'Has a cat.');
    const [mine, theirs] = [await teamPage(here), await teamPage(there)];
    await sync(theirs);
    await carry(theirs, mine);
    await sync(mine);
    expect(await countOfNote(here, 'Has a cat.', 1)).toBe(1);
    // What came from one desk is passed on once: not everybody knows everybody.
    await sync(mine);
    const before = (await filesIn(mine)).map(([name]) => name).sort();
    await sync(mine);
    expect((await filesIn(mine)).map(([name]) => name).sort()).toEqual(before);
  }, 90_000);

  it('is taken in when the dashboard opens, on any of its pages', async () => {
    await addNote(here, 'Likes short answers.');
    const [mine, theirs] = [await teamPage(here), await teamPage(there)];
    await sync(mine);
    await carry(mine, theirs);
    await theirs.close();
    const worklog = await there.openExtensionPage('dashboard.html#/worklog');
    await worklog.locator('main h1').waitFor();
    await eventually(() => countOfNote(there, 'Likes short answers.', 0), 30_000).toBe(1);
  }, 90_000);

  it('is given up without touching a record or a file', async () => {
    const mine = await teamPage(here);
    const before = await filesIn(mine);
    await mine.getByRole('button', { name: 'Stop using the folder' }).click();
    await mine.getByRole('button', { name: 'Stop using it' }).click();
    await mine.getByRole('button', { name: 'Choose a folder' }).waitFor();
    expect(await filesIn(mine)).toEqual(before);
    expect(await countOfNote(here, 'Has a cat.', 1)).toBe(1);
  }, 60_000);
});
