// @vitest-environment node
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launchDesk } from '../harness/launch-desk';
import { chromiumTab } from './chromium-tab';
import { printTable, type RowResult } from './row';
import { rowsOfFields } from './rows-of-fields';
import { rowsOfTexts } from './rows-of-texts';

const rows = [...rowsOfFields, ...rowsOfTexts];
const results = new Map<number, RowResult>();
let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterEach(async () => {
  for (const page of desk.context.pages()) await page.close();
  expect(desk.refused).toEqual([]);
});
afterAll(async () => {
  printTable('Chromium', rows, results);
  await desk.close();
});

describe('a reply reaches every kind of composer of Chromium, or its agent is told why not', () => {
  it.each(rows.map((row) => [`row ${row.number}: ${row.what}`, row] as const))('%s', async (_name, row) => {
    results.set(
      row.number,
      await row.run(async (url) => {
        const tab = await chromiumTab(desk);
        await tab.goto(url);
        return tab;
      }),
    );
  });

  it('and no row was left out', () => {
    expect([...results.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, at) => at + 1));
  });
});
