import type { Desk } from '../../tests/e2e/harness/launch-desk';
import { readCpu } from './cpu';
import { newSellerPage, quietPageUrl, settle } from './seller-page';
import { traceOwnTasks, type OwnTasks } from './trace-tasks';

/** CPU of loading a page with nothing to do, in ms. */
export async function loadQuietPage(desk: Desk, elements: number, settleMs: number): Promise<number> {
  const { page, cpu } = await newSellerPage(desk, elements);
  await page.goto(quietPageUrl, { waitUntil: 'domcontentloaded' });
  await settle(page, settleMs, false);
  const { script } = await readCpu(cpu);
  await page.close();
  return script;
}

/** What loading a conversation took. */
export interface ThreadLoad {
  /** Units: ms of CPU. */
  readonly script: number;
  readonly layoutAndStyle: number;
}

/** CPU of loading a conversation until the page is quiet and, where an arm has them, suggestions are shown. */
export async function loadThread(
  desk: Desk,
  elements: number,
  wait: { readonly settleMs: number; readonly hasCards: boolean },
): Promise<ThreadLoad> {
  const { page, cpu } = await newSellerPage(desk, elements);
  await desk.openThread('where-en', {}, page);
  await settle(page, wait.settleMs, wait.hasCards);
  const { script, layout, style } = await readCpu(cpu);
  await page.close();
  return { script, layoutAndStyle: layout + style };
}

/** Loads a conversation under a trace, which costs time itself and is therefore a load of its own. */
export async function traceThread(
  desk: Desk,
  elements: number,
  wait: { readonly settleMs: number; readonly hasCards: boolean },
): Promise<OwnTasks> {
  const { page, cpu } = await newSellerPage(desk, elements);
  const tasks = await traceOwnTasks(cpu, async () => {
    await desk.openThread('where-en', {}, page);
    await settle(page, wait.settleMs, wait.hasCards);
  });
  await page.close();
  return tasks;
}
