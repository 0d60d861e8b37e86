// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../../scripts/lib/find-browser.mjs';
import { serveDeskFirefox } from '../replica/serve-desk-firefox';
import { amazonThreadUrl } from '../replica/urls';

/** Where `wxt build -b firefox --mv3` puts the Firefox build. */
const built = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const firefox = findFirefox();

if (firefox === null) {
  console.log('Firefox was not found: the job in Firefox is not driven here. Set FIREFOX_PATH.');
  describe('the job in Firefox', () => {
    it('cannot be driven on a machine without Firefox', () => {
      expect(findFirefox()).toBeNull();
    });
  });
} else {
  describe('the job in Firefox', () => {
    let browser: Browser;

    beforeAll(async () => {
      expect(existsSync(built), 'the Firefox build is missing: npm run build:firefox').toBe(true);
      browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox.path, headless: true });
      await browser.installExtension(built);
    });

    afterAll(() => browser.close());

    // Asked for visible: only then every frame is looked at; changes inside a shadow root wake no other wait.
    const bar = (page: Page, selector: string) =>
      page.waitForSelector(`parley-root >>> ${selector}`, { timeout: 20_000, visible: true });
    const appText = (page: Page) => page.evaluate(() => window.__replica.state.composer);

    it('goes from the buyer’s message to a checked reply, a note, and a warning while typing', async () => {
      const page = await browser.newPage();
      const desk = await serveDeskFirefox(page);
      await page.goto(amazonThreadUrl('where-de'));
      await bar(page, '[data-template]');
      await bar(
        page,
        '[role=status][aria-label="Buyer language: German"], [role=status][aria-label="Käufersprache: Deutsch"]',
      );
      await expect
        .poll(() => page.$eval('parley-root', (root) => root.getAttribute('data-health')), { timeout: 20_000 })
        .toBe('good');

      const first = await bar(page, '[aria-keyshortcuts="Alt+1"]');
      await first?.click();
      // Which reply comes first, and whether it asks for a day, is for other tests.
      const isAsked = async () => (await page.$('parley-root >>> .p-form')) !== null;
      await expect.poll(async () => (await isAsked()) || (await appText(page)) !== '', { timeout: 10_000 }).toBe(true);
      if (await isAsked()) {
        await page.keyboard.type('01052031');
        await page.keyboard.press('Enter');
      }
      await expect.poll(() => appText(page), { timeout: 10_000 }).toContain('Guten Tag Lena Baumgartner');
      expect(await page.evaluate(() => window.__replica.state.sendEnabled)).toBe(true);
      expect(await page.evaluate(() => window.__replica.state.sentTexts)).toEqual([]);

      const notes = await bar(page, '[aria-label="Buyer notes"]');
      await notes?.click();
      const field = await bar(page, 'textarea[aria-label="Add a note"]');
      await field?.type('Prefers the parcel shop.');
      await (await bar(page, '.p-add button[type=submit]'))?.click();
      await expect
        .poll(() => page.$eval('parley-root >>> ul[aria-label="Notes"]', (list) => list.textContent).catch(() => ''), {
          timeout: 10_000,
        })
        .toContain('Prefers the parcel shop.');

      const box = await page.waitForSelector('kat-textarea[data-r=composer] >>> textarea', { visible: true });
      await box?.type(' Bitte geben Sie uns 5 Sterne in Ihrer Bewertung.');
      await expect
        .poll(() => page.$eval('parley-root >>> .p-check', (check) => check.textContent), { timeout: 10_000 })
        .toMatch(/[1-9] issue/);

      expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
        rSent: '0',
        rRead: '0',
        rEye: '0',
        rNav: '0',
        rNet: '0',
        rForged: '0',
      });
      expect(desk.refused).toEqual([]);
      await page.close();
    });
  });
}
