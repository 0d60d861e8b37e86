/** How soon pages of the dashboard can be read and pressed, and how a long list scrolls, in the built extension. */
import type { Page } from 'playwright-core';
import { type Desk, launchDesk } from '../../tests/e2e/harness/launch-desk';
import type { DomainFigure } from './measure-domain';
import { quantile, spreadOf } from './stats';

/** A page that is opened, and what is there once it can be worked with. */
interface Opening {
  readonly what: string;
  readonly path: string;
  readonly ready: string;
  /** Units: ms. */
  readonly budget: number;
}

/** The first page anybody sees, without records: the goal of the first load. */
const empty: Opening = {
  what: 'buyers, no records yet',
  path: 'dashboard.html#/buyers',
  ready: 'main [class*="_empty_"]',
  budget: 500,
};

/** The same and others with two years of work in them. */
const filled: readonly Opening[] = [
  { what: 'today', path: 'dashboard.html?demo#/today', ready: '[data-due]', budget: 1_000 },
  { what: 'buyers, 4,000', path: 'dashboard.html?demo#/buyers', ready: '[data-buyer]', budget: 1_000 },
  { what: 'templates', path: 'dashboard.html?demo#/templates', ready: '[data-template]', budget: 1_000 },
  { what: 'reports, a week', path: 'dashboard.html?demo#/reports', ready: '[data-figure]', budget: 1_000 },
  { what: 'work log', path: 'dashboard.html?demo#/log', ready: 'main section li', budget: 1_000 },
];

/** Time from the navigation to the frame after what is waited for was drawn. Units: ms. */
export const openOnce = async (desk: Desk, { path, ready }: Pick<Opening, 'path' | 'ready'>): Promise<number> => {
  const page = await desk.context.newPage();
  await page.addInitScript((selector) => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      watcher.disconnect();
      requestAnimationFrame(() => performance.mark('ready'));
    });
    watcher.observe(document, { childList: true, subtree: true });
  }, ready);
  await page.goto(`chrome-extension://${desk.extensionId}/${path}`);
  await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0);
  const at = await page.evaluate(() => performance.getEntriesByName('ready')[0]!.startTime);
  await page.close();
  return at;
};

const measured = async (desk: Desk, opening: Opening, rounds: number): Promise<DomainFigure> => {
  const times: number[] = [];
  // The first opening compiles; people open the dashboard every day.
  await openOnce(desk, opening);
  for (let round = 0; round < rounds; round += 1) times.push(await openOnce(desk, opening));
  return { what: `dashboard opens: ${opening.what}`, budget: opening.budget, spread: spreadOf(times) };
};

/** Frames of a page while its list is scrolled. Units: ms. */
export const scrolledFrames = async (
  page: Page,
  row: string,
  turns: number,
): Promise<{ readonly longest: number; readonly p99: number; readonly count: number }> => {
  await page.locator(row).first().hover();
  await page.evaluate(() => {
    const watched = window as unknown as { gaps: number[] };
    watched.gaps = [];
    let last = performance.now();
    const frame = (now: number): void => {
      watched.gaps.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(30);
  }
  const gaps = await page.evaluate(() => (window as unknown as { gaps: number[] }).gaps);
  return { longest: Math.max(...gaps), p99: quantile(gaps, 0.99), count: gaps.length };
};

/** Measures the dashboard in a fresh profile: empty, and with the demo data in it. */
export async function measureDashboard(extensionDir: string, rounds: number): Promise<readonly DomainFigure[]> {
  const desk = await launchDesk({ extensionDir, locale: 'en-US' });
  try {
    const figures = [await measured(desk, empty, rounds * 2)];
    const settings = await desk.openExtensionPage('dashboard.html#/settings');
    await settings.getByRole('button', { name: 'Load demo data' }).click();
    await settings.getByText('The demo data is loaded.').waitFor({ timeout: 120_000 });
    await settings.close();
    for (const opening of filled) figures.push(await measured(desk, opening, rounds * 2));
    return figures;
  } finally {
    await desk.close();
  }
}
