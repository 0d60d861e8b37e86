// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withScript } from '../../scripts/bench/measure-data';
import type { Closing } from './bundles/page';
import { builtExtension, type Desk, launchDesk } from './harness/launch-desk';

const SCRIPT = { entry: 'tests/e2e/bundles/page.ts', file: 'closing.js' };
const BUYERS = 500;
const CLOSINGS = 20;

/** The same numbers every time. */
const random = (() => {
  let state = 8;
  return (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
})();

let desk: Desk;
let file = '';

const open = async (from: Desk): Promise<Page> => {
  const page = await from.openExtensionPage('dashboard.html#/settings');
  await page.addScriptTag({ url: `/${SCRIPT.file}` });
  return page;
};

const call = <K extends keyof Closing>(
  page: Page,
  name: K,
  ...args: Parameters<Closing[K]>
): Promise<Awaited<ReturnType<Closing[K]>>> =>
  page.evaluate(
    ([called, given]) =>
      (globalThis as unknown as { closing: Record<string, (...all: unknown[]) => unknown> }).closing[called]!(...given),
    [name as string, args as unknown[]] as const,
  ) as Promise<Awaited<ReturnType<Closing[K]>>>;

beforeAll(async () => {
  const dir = await withScript(builtExtension, SCRIPT);
  const from = await launchDesk({ extensionDir: dir });
  const page = await open(from);
  await call(page, 'fill', 0, BUYERS);
  file = await call(page, 'write');
  await from.close();
  desk = await launchDesk({ extensionDir: dir });
}, 120_000);

afterAll(() => desk?.close());

/** Begins a job in a page, closes the page after a while, and opens another one that goes on with what it finds. */
const closedInTheMiddle = async (job: 'apply' | 'undo', importId: string, afterMs: number): Promise<Page> => {
  const page = await open(desk);
  // The answer is lost with the page.
  call(page, job, importId).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  await page.close();
  if (random() < 0.3) await desk.killWorker();
  const next = await open(desk);
  while (await call(next, 'recover')) await new Promise((resolve) => setTimeout(resolve, 100));
  return next;
};

describe('an import whose page is closed', () => {
  it(`leaves the old or the new state at ${CLOSINGS} places, and is taken back to the last row`, async () => {
    let page = await open(desk);
    // Some of the file are here already, changed: an undo has something to put back.
    await call(page, 'fill', BUYERS - 200, BUYERS + 50);
    const before = await call(page, 'print');
    const first = await call(page, 'read', file);
    const begun = performance.now();
    expect(await call(page, 'apply', first)).toBe('applied');
    const took = performance.now() - begun;
    const after = await call(page, 'print');
    expect(await call(page, 'undo', first)).toBe('undone');
    expect(await call(page, 'print')).toBe(before);
    const seen = new Map<string, number>();
    for (let round = 0; round < CLOSINGS; round += 1) {
      const importId = await call(page, 'read', file);
      await page.close();
      page = await closedInTheMiddle('apply', importId, random() * took);
      const [state] = await call(page, 'states');
      const now = await call(page, 'print');
      expect(state === 'applied' ? after : before, `${state} after round ${round}`).toBe(now);
      seen.set(`apply: ${state}`, (seen.get(`apply: ${state}`) ?? 0) + 1);
      if (state === 'ready') expect(await call(page, 'apply', importId)).toBe('applied');
      await page.close();
      page = await closedInTheMiddle('undo', importId, random() * took);
      const [then] = await call(page, 'states');
      seen.set(`undo: ${then}`, (seen.get(`undo: ${then}`) ?? 0) + 1);
      if (then === 'applied') expect(await call(page, 'undo', importId)).toBe('undone');
      expect(await call(page, 'print'), `taken back in round ${round}`).toBe(before);
    }
    console.log(`${CLOSINGS} closings of ${took.toFixed(0)} ms: ${[...seen].map((pair) => pair.join(' ')).join(', ')}`);
  }, 280_000);
});
