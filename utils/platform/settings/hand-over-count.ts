import { browser } from 'wxt/browser';

const NAME = 'handOver';

/** How many buyers wait to be handed over, as the background has counted them; 0 until it has. */
export const readHandOverCount = async (): Promise<number> =>
  ((await browser.storage.session.get(NAME))[NAME] as number | undefined) ?? 0;

/** Keeps the count where the popup finds it without opening the database; it goes with the browser session. */
export const writeHandOverCount = (count: number): Promise<void> => browser.storage.session.set({ [NAME]: count });
