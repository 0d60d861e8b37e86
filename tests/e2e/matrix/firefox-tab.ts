import type { Browser, KeyInput, Page } from 'puppeteer-core';
import { serveDeskFirefox } from '../../replica/serve-desk-firefox';
import type { Tab } from './tab';

/** A tab of Firefox with what its desk had to refuse. */
export interface FirefoxTab extends Tab {
  readonly refused: readonly string[];
}

/** Opens an empty tab of Firefox with the desk in front of it. */
export async function firefoxTab(browser: Browser): Promise<FirefoxTab> {
  const page: Page = await browser.newPage();
  await page.setViewport({ width: 1366, height: 768 });
  const desk = await serveDeskFirefox(page);
  return {
    browser: 'Firefox',
    refused: desk.refused,
    evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    goto: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    clickAt: (x, y) => page.mouse.click(x, y),
    async press(chord) {
      const keys = chord.split('+') as KeyInput[];
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.toReversed()) await page.keyboard.up(key);
    },
    type: (text) => page.keyboard.type(text),
    close: () => page.close(),
  };
}
