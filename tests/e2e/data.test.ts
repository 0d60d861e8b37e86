// @vitest-environment node
import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderNumber } from '../../scripts/bench/data-rows';
import { inPage, SCRIPT, withScript } from '../../scripts/bench/measure-data';
import { builtExtension, type Desk, launchDesk } from './harness/launch-desk';

const ROWS = 1_500;

let desk: Desk;
let dir: string;
let page: Page;

beforeAll(async () => {
  dir = await withScript(builtExtension, SCRIPT);
  desk = await launchDesk({ extensionDir: dir, locale: 'en-US' });
  page = await desk.openExtensionPage('dashboard.html#/settings');
  await page.addScriptTag({ url: `/${SCRIPT.file}` });
  await inPage(page)('insert', 0, ROWS);
});

afterAll(async () => {
  await desk.close();
  await rm(dir, { recursive: true, force: true });
});

describe('1,500 buyers in the real store', () => {
  it('are counted list by list as a recount counts them, also after some were archived', async () => {
    const call = inPage(page);
    const before = await call('counts', 1);
    expect(before.wrong).toEqual([]);
    expect(before.kept['all']).toBe(ROWS);
    expect((await call('archive', 0, 120)).value).toBe(120);
    const after = await call('counts', 1);
    expect(after.wrong).toEqual([]);
    expect(after.kept['all']).toBe(ROWS - 120);
    expect(after.kept['archived']).toBe(120);
  });

  it('are found by words of any language and by their numbers, archived ones too', async () => {
    const call = inPage(page);
    await call('prepare');
    for (const words of ['refund', '退款', 'müll', 'เปลี่ยน', 'иван', 'blue lamp']) {
      expect((await call('search', words)).lines, words).toBeGreaterThan(0);
    }
    for (const at of [5, ROWS - 1]) expect((await call('search', orderNumber(at))).lines).toBe(1);
    expect((await call('search', 'xylophonist')).lines).toBe(0);
  });

  it('are joined by those of a file once, however often it is imported', async () => {
    const call = inPage(page);
    expect((await call('importFile', ROWS, 60)).value).toBe(60);
    expect((await call('importFile', ROWS, 60)).value).toBe(0);
    expect((await call('counts', 1)).wrong).toEqual([]);
  });
});
