// @vitest-environment node
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNote, eventually } from './desk-kit';
import { builtExtension, type Desk, launchDesk } from './harness/launch-desk';

const realHome = process.env.HOME;
let home: string;
let extensionDir: string;
let desk: Desk;

const downloads = () => join(home, 'Downloads');
const keyPath = () => join(downloads(), 'parley-recovery-key.txt');
const filesIn = async (dir: string): Promise<readonly string[]> => (await readdir(dir).catch(() => [])).sort();
const backups = async () => (await filesIn(join(downloads(), 'Parley'))).filter((name) => name.endsWith('.parley'));

/** The build with downloads allowed, as a person does in the browser's own question. */
async function withDownloads(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'parley-allowed-'));
  await cp(builtExtension, dir, { recursive: true });
  const file = join(dir, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { permissions: string[] };
  manifest.permissions.push('downloads');
  await writeFile(file, JSON.stringify(manifest));
  return dir;
}

/** Downloads go where the browser puts them, not where the driver would. */
async function asBrowsersDo({ context }: Desk): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.setDownloadBehavior', { behavior: 'default' });
  await session?.detach();
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'parley-home-'));
  await mkdir(downloads());
  process.env.HOME = home;
  extensionDir = await withDownloads();
  desk = await launchDesk({ extensionDir, locale: 'en-US' });
  await asBrowsersDo(desk);
}, 60_000);

afterAll(async () => {
  await desk?.close();
  process.env.HOME = realHome;
  for (const dir of [home, extensionDir]) if (dir) await rm(dir, { recursive: true, force: true, maxRetries: 3 });
});

const settingsPage = (): Promise<Page> => desk.openExtensionPage('dashboard.html#/settings');

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
};

/** Makes the last backup look as if it were of another day, as it is tomorrow. */
const passDay = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('parley');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const store = opening.result.transaction('settings', 'readwrite').objectStore('settings');
          const asking = store.get('autoBackup');
          asking.onsuccess = () => {
            const row = asking.result as { value: { made: { day: string }[] } };
            for (const copy of row.value.made) copy.day = '2026-01-01';
            const writing = store.put(row);
            writing.onsuccess = () => resolve();
          };
        };
      }),
  );

/** Every row of every table. */
const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('parley');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = async () => {
          const db = opening.result;
          const rowsOf = (name: string) =>
            new Promise<unknown>((found) => {
              const asking = db.transaction(name).objectStore(name).getAll();
              asking.onsuccess = () => found(asking.result);
            });
          resolve(JSON.stringify(await Promise.all([...db.objectStoreNames].map(rowsOf))));
        };
      }),
  );

describe('automatic backup', () => {
  it('is turned on by the keyboard: a key and a locked file lie in the downloads', async () => {
    await addNote(desk, 'Wants the blue one.');
    const page = await settingsPage();
    await press(page, 'Only watch for two days');
    await page.getByText('Saved.').waitFor();
    await press(page, 'Turn on automatic backup');
    await page.getByText('parley-recovery-key.txt is in your downloads.').waitFor();
    await page.getByText(/^Last backup: now, parley-backup-[\d-]+\.parley, \d/).waitFor();
    const [name = '', ...others] = await backups();
    expect([name, others]).toEqual([expect.stringMatching(/^parley-backup-\d{4}-\d\d-\d\d\.parley$/), []]);
    const file = await readFile(join(downloads(), 'Parley', name));
    expect(file.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 .*\n.*\n-> X25519 /);
    const key = await readFile(keyPath(), 'utf8');
    expect(key).toMatch(/^# Parley recovery key, made .*\n# Keep it apart .*\nAGE-SECRET-KEY-1[A-Z0-9]{58}\n$/);
    await page.close();
  }, 60_000);

  it('keeps as many as are wanted, and touches nothing else', async () => {
    const strange = join(downloads(), 'Parley', 'parley-backup-2020-01-01.parley');
    await writeFile(strange, 'of somebody else');
    const page = await settingsPage();
    await page.getByRole('combobox', { name: 'How many are kept' }).selectOption('3');
    for (let count = 2; count <= 4; count += 1) {
      await press(page, 'Back up now');
      await page.getByText(`Backed up as parley-backup-`, { exact: false }).waitFor();
      await eventually(async () => (await backups()).filter((name) => name.includes(`(${count - 1})`)).length).toBe(1);
    }
    await eventually(async () => (await backups()).length).toBe(4);
    const left = await backups();
    expect(left.filter((name) => name.includes('('))).toHaveLength(3);
    expect(await readFile(strange, 'utf8')).toBe('of somebody else');
    expect(await filesIn(downloads())).toEqual(['Parley', 'parley-recovery-key.txt']);
    await page.close();
  }, 60_000);

  it('is made when a dashboard opens the next day, once for two of them', async () => {
    const page = await settingsPage();
    await page.getByText(/^Last backup:/).waitFor();
    const before = await backups();
    await passDay(page);
    await page.close();
    const pages = await Promise.all([
      desk.openExtensionPage('dashboard.html#/log'),
      desk.openExtensionPage('dashboard.html#/today'),
    ]);
    await eventually(async () => (await backups()).join() !== before.join(), 30_000).toBe(true);
    await pages[0].waitForTimeout(3_000);
    const after = await backups();
    expect(after.filter((name) => !before.includes(name))).toHaveLength(1);
    expect(after).toHaveLength(before.length);
    for (const one of pages) await one.close();
  }, 90_000);

  it('brings buyers and choices back to another browser, with the recovery key', async () => {
    const newest = (await backups()).filter((name) => name !== 'parley-backup-2020-01-01.parley').at(-1) ?? '';
    const there = await launchDesk({ locale: 'zh-CN', colorScheme: 'dark' });
    try {
      const page = await there.openExtensionPage('dashboard.html#/team');
      await page.locator('[data-incoming] input[type=file]').setInputFiles(join(downloads(), 'Parley', newest));
      const field = page.getByLabel('恢复密钥', { exact: true });
      await field.waitFor();
      await field.fill(`AGE-SECRET-KEY-1${'Q'.repeat(58)}`);
      await page.keyboard.press('Enter');
      await page.getByText('用这个密钥打不开文件。').waitFor();
      const keyFile = page.getByLabel('选择密钥文件');
      await keyFile.setInputFiles(keyPath());
      await page.getByRole('heading', { name: newest }).waitFor();
      await press(page, '应用导入');
      await page
        .getByText(/已应用|已导入/)
        .first()
        .waitFor();
      const buyers = await there.openExtensionPage('dashboard.html#/buyers');
      await buyers.getByText('Lena', { exact: false }).first().click();
      await buyers.getByText('Wants the blue one.', { exact: true }).first().waitFor();
      const settings = await there.openExtensionPage('dashboard.html#/settings');
      await settings.getByRole('button', { name: '停止观察' }).waitFor();
      const kept = await everythingIn(page);
      // The work log of the desk that was lost: who made its backups.
      expect(kept).toContain('"what":"backup.key-made"');
      expect(kept).toContain('Wants the blue one.');
      expect(kept).not.toContain('AGE-SECRET-KEY-1QQQ');
      expect(kept).not.toContain(/AGE-SECRET-KEY-1\w+/.exec(await readFile(keyPath(), 'utf8'))?.[0]);
    } finally {
      await there.close();
    }
  }, 90_000);
});
