import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/lib/find-browser.mjs';
import { serveDesk } from '../replica/serve-desk';

/** Moment the fixtures count from. */
export const NOW = '2026-11-21T15:20:00.000Z';

/**
 * Opens a browser without the extension, in front of the replica desk.
 *
 * Errors: throws where no browser is installed.
 */
export async function openReplicaPage(): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const found = findBrowser();
  if (!found) throw new Error('no Chromium found; set BROWSER_PATH');
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, timezoneId: 'UTC' });
  await serveDesk(context, { now: NOW });
  return { browser, page: await context.newPage() };
}
