// @vitest-environment node
import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPageUrl } from '../../replica/urls';
import { type Desk, launchDesk } from './launch-desk';
import { assertNothingForbidden, parley } from './page-checks';
import { writeProbeExtension } from './probe-extension';

let extensionDir: string;
let desk: Desk;

beforeAll(async () => {
  extensionDir = await writeProbeExtension();
  desk = await launchDesk({ extensionDir, colorScheme: 'dark' });
});

afterAll(async () => {
  await desk.close();
  await rm(extensionDir, { recursive: true, force: true });
});

/** Clicks the probe and waits for the number of visits its worker has stored. */
async function visits(page: Page): Promise<number> {
  const button = parley(page).getByRole('button');
  await button.evaluate((node) => (node.textContent = 'waiting'));
  await button.click();
  await expect.poll(() => button.textContent()).toMatch(/^\d+$/);
  return Number(await button.textContent());
}

describe('launchDesk', () => {
  it('runs the content script on the real host names and finds its root', async () => {
    expect(desk.extensionId).toMatch(/^[a-p]{32}$/);
    expect((await desk.serviceWorker()).url()).toContain(desk.extensionId);
    for (const page of [await desk.openThread('where-de'), await desk.openChat('where-es')]) {
      await parley(page).getByRole('button', { name: 'Probe' }).waitFor();
      await assertNothingForbidden(page);
      await page.close();
    }
  });

  it('keeps the colour scheme it was asked for', async () => {
    const page = await desk.openThread('where-de');
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await page.close();
  });

  it('survives a stopped worker and a restarted browser with what was stored', async () => {
    const { extensionId } = desk;
    const page = await desk.openThread('where-de');
    const first = await visits(page);
    expect(await desk.killWorker()).toBe(1);
    expect(await visits(page)).toBe(first + 1);
    await desk.restartBrowser();
    expect(desk.extensionId).toBe(extensionId);
    const again = await desk.openThread('where-de');
    expect(await visits(again)).toBe(first + 2);
  });

  it('refuses and lists a request of a worker that ran before the desk was served', async () => {
    await desk.restartBrowser();
    const page = await desk.openThread('where-de');
    const button = parley(page).getByRole('button');
    await button.evaluate((node) => (node.dataset.say = 'reach out'));
    await button.click();
    await expect.poll(() => button.textContent()).toBe('refused');
    expect(desk.refused.join()).toMatch(/^(https:\/\/collector\.example\/|collector\.example:443)$/);
  });

  it('refuses and lists whatever is not the desk', async () => {
    const outside = ['https://example.com/x', 'https://sellercentral.amazon.com.evil.example/'];
    const page = await desk.context.newPage();
    await page.goto(startPageUrl);
    expect(await parley(page).count()).toBe(0);
    const got = await page.evaluate(
      (urls) =>
        Promise.all(
          urls.map((url) =>
            fetch(url, { mode: 'no-cors' }).then(
              () => 'in',
              () => 'out',
            ),
          ),
        ),
      outside,
    );
    expect(got).toEqual(['out', 'out']);
    expect(desk.refused).toEqual(expect.arrayContaining(outside));
  });
});
