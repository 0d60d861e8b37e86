import type { Page } from 'playwright-core';
import type { Desk } from '../harness/launch-desk';
import type { Tab } from './tab';

/** The part of the extension's own API that is used inside its worker. */
interface ChromeTabs {
  readonly tabs: {
    query(filter: object): Promise<readonly { readonly id?: number; readonly url?: string }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
}

/** Opens an empty tab of the desk as the matrices drive it. */
export async function chromiumTab(desk: Desk): Promise<Tab> {
  const page: Page = await desk.context.newPage();
  const session = await desk.context.newCDPSession(page);
  return {
    browser: 'Chromium',
    evaluate: <T>(expression: string) => page.evaluate<T>(expression),
    goto: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (chord) => page.keyboard.press(chord),
    type: (text) => page.keyboard.type(text),
    ime: {
      begin: async (text) =>
        void (await session.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        })),
      commit: async (text) => void (await session.send('Input.insertText', { text })),
    },
    async fromPopup(text) {
      // What the popup itself sends when its "insert" is pressed; said by the worker, the page keeps the focus.
      const worker = await desk.serviceWorker();
      await worker.evaluate(
        async ({ url, said }) => {
          const { tabs } = (globalThis as unknown as { chrome: ChromeTabs }).chrome;
          const tab = (await tabs.query({})).find((each) => each.url === url);
          await tabs.sendMessage(tab?.id ?? -1, { kind: 'parley:insert-text', text: said });
        },
        { url: page.url(), said: text },
      );
    },
    close: () => page.close(),
  };
}
