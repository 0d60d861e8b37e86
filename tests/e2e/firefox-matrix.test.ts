// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../../scripts/lib/find-browser.mjs';
import { type FirefoxTab, firefoxTab } from './matrix/firefox-tab';
import { printTable, type RowResult } from './matrix/row';
import { rowsOfFields } from './matrix/rows-of-fields';
import { rowsOfTexts } from './matrix/rows-of-texts';

/** Where `wxt build -b firefox --mv3` puts the Firefox build. */
const built = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const firefox = findFirefox();
const rows = [...rowsOfFields, ...rowsOfTexts];
/** Firefox is driven over WebDriver BiDi, which has no command for an input method. */
const reachable = rows.filter(({ needs }) => needs !== 'ime');

if (firefox === null) {
  console.log('Firefox was not found: the matrix is not driven there. Set FIREFOX_PATH.');
  describe('the insertion matrix in Firefox', () => {
    it('cannot be driven on a machine without Firefox', () => {
      expect(findFirefox()).toBeNull();
    });
  });
} else {
  describe('a reply reaches every kind of composer of Firefox, or its agent is told why not', () => {
    const results = new Map<number, RowResult>();
    const tabs: FirefoxTab[] = [];
    let browser: Browser;

    beforeAll(async () => {
      expect(existsSync(built), 'the Firefox build is missing: npm run build:firefox').toBe(true);
      browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox.path, headless: true });
      await browser.installExtension(built);
    });
    afterEach(async () => {
      for (const tab of tabs.splice(0)) {
        expect(tab.refused).toEqual([]);
        await tab.close().catch(() => undefined);
      }
    });
    afterAll(async () => {
      for (const { number } of rows.filter((row) => !reachable.includes(row)))
        results.set(number, { step: '-', result: 'not reached: WebDriver BiDi has no input method' });
      printTable('Firefox', rows, results);
      await browser.close();
    });

    it.each(reachable.map((row) => [`row ${row.number}: ${row.what}`, row] as const))('%s', async (_name, row) => {
      results.set(
        row.number,
        await row.run(async (url) => {
          const tab = await firefoxTab(browser);
          tabs.push(tab);
          await tab.goto(url);
          return tab;
        }),
      );
    });

    it('and at least fourteen rows were reached', () => {
      expect(results.size).toBeGreaterThanOrEqual(14);
    });
  });
}
