// @vitest-environment node
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../../../scripts/lib/find-browser.mjs';
import { serveDeskFirefox } from '../../replica/serve-desk-firefox';
import { replicaMessage } from '../../replica/threads';
import { aliexpressChatUrl, amazonThreadUrl } from '../../replica/urls';

const found = findFirefox();

const inFirefox = (): void => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: found?.path ?? '', headless: true });
  });

  afterAll(() => browser.close());

  it('serves the Amazon thread in Firefox, and an insertion reaches the app', async () => {
    const page = await browser.newPage();
    const desk = await serveDeskFirefox(page);
    await page.goto(amazonThreadUrl('where-de'));
    await page.waitForSelector('kat-textarea[data-r=composer] >>> textarea', { visible: true });
    expect(await page.evaluate(() => document.body.innerText)).toContain(replicaMessage('where-de').text.slice(12, 40));
    await page.evaluate(() => {
      document.querySelector('kat-textarea[data-r=composer]')?.shadowRoot?.querySelector('textarea')?.focus();
      document.execCommand('insertText', false, 'Hallo,\nLena');
    });
    expect(await page.evaluate(() => window.__replica.state.composer)).toBe('Hallo,\nLena');
    expect(await page.evaluate(() => document.documentElement.dataset.rSent)).toBe('0');
    expect(desk.refused).toEqual([]);
    await page.close();
  });

  it('serves the AliExpress chat in Firefox and refuses everything else', async () => {
    const page = await browser.newPage();
    const desk = await serveDeskFirefox(page);
    await page.goto(aliexpressChatUrl('where-es'));
    const field = await page.waitForSelector('.editor textarea', { visible: true });
    await field?.type('Hola');
    expect(await page.evaluate(() => window.__replica.state.composer)).toBe('Hola');
    await page.goto('https://replica-desk.example/');
    expect(
      await page.evaluate(() =>
        fetch('https://example.com/', { mode: 'no-cors' }).then(
          () => 'in',
          () => 'out',
        ),
      ),
    ).toBe('out');
    expect(desk.refused).toEqual(['https://example.com/']);
    await page.close();
  });
};

// Firefox is optional on a developer's machine; the pipeline installs it.
describe('the desk in Firefox', () => {
  if (found) inFirefox();
  else it('cannot be opened on a machine without Firefox', () => expect(findFirefox()).toBeNull());
});
