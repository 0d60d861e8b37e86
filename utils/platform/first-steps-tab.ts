import { browser } from 'wxt/browser';
import { log } from './log';

/**
 * Opens the first steps after somebody has installed Parley. Not for a build that was loaded by hand: whoever does that opens
 * the dashboard themselves, where the steps are offered, and no tab comes between what they are looking at.
 */
export async function openFirstSteps(reason: string): Promise<void> {
  if (reason !== 'install') return;
  try {
    const { installType } = await browser.management.getSelf();
    if (installType === 'development') return;
    const url = (browser.runtime.getURL as (path: string) => string)('/dashboard.html#/welcome');
    await browser.tabs.create({ url });
  } catch {
    log('first-steps-failed');
  }
}
