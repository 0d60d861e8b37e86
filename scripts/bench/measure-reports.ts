/** What reports cost over a million buyers, or as many as asked, in the built dashboard: counted, read and on screen. */
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { launchDesk } from '../../tests/e2e/harness/launch-desk';
import { callerOf, gapText, print, two, withScript } from './measure-data';
import { openOnce } from './measure-dashboard';
import type { BenchReports } from './report-page';
import { median } from './stats';

const SCRIPT = { entry: 'scripts/bench/report-page.ts', file: 'bench-reports.js' };
const PATIENCE_MS = 3_000_000;
const STEP = 100_000;
/** Buyers whose rows are put into the store; of the others, what reports read: all rows of a million take half an hour. */
const MOST_WHOLE = 100_000;
const MOST_MS = 1_000;
/** What may be asked for on the page. Units: days. */
const lengths = [7, 90, 365] as const;

const inReports = callerOf<BenchReports>('benchReports');

type Timed = { readonly ms: number; readonly gaps: readonly number[] };

const show = (what: string, rounds: readonly Timed[], most: number | null): void => {
  const ms = median(rounds.map((round) => round.ms));
  const gaps = [0, 1].map((at) => Math.max(...rounds.map((round) => round.gaps[at] ?? 0)));
  const spread = `${two(Math.min(...rounds.map((round) => round.ms)))} to ${two(Math.max(...rounds.map((round) => round.ms)))}`;
  print({
    what,
    shown: `${two(ms)} ms (${spread}), ${gapText(gaps)}`,
    goal: most === null ? '' : `${most} ms`,
    isMet: most === null ? null : ms <= most,
  });
};

/** From the choice of a year to its figures on screen. Units: ms. */
const yearOnScreen = async (page: Page): Promise<Timed> =>
  page.evaluate(async () => {
    const select = [...document.querySelectorAll('select')].find((one) =>
      [...one.options].some(({ value }) => value === '365'),
    );
    if (!select) throw new Error('the page offers no year');
    const figures = (): string =>
      [...document.querySelectorAll('[data-figure]')].map(({ textContent }) => textContent).join();
    const before = figures();
    const gaps: number[] = [];
    const from = performance.now();
    select.value = '365';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    for (let last = from; ;) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      gaps.push(now - last);
      last = now;
      const shown = figures();
      if (shown !== '' && shown !== before) break;
    }
    gaps.sort((a, b) => b - a);
    return { ms: performance.now() - from, gaps: [gaps[0] ?? 0, gaps[Math.floor(gaps.length * 0.01)] ?? 0] };
  });

/** Measures and prints everything in a fresh profile. */
export async function measureReports(extensionDir: string, rows: number, rounds: number): Promise<void> {
  const dir = await withScript(extensionDir, SCRIPT);
  const desk = await launchDesk({ extensionDir: dir, locale: 'en-US' });
  const load = (): string => loadavg()[0]?.toFixed(1) ?? '?';
  try {
    const page = await desk.openExtensionPage('dashboard.html#/settings');
    page.setDefaultTimeout(PATIENCE_MS);
    await page.addScriptTag({ url: `/${SCRIPT.file}` });
    const call = inReports(page);
    for (let from = 0; from < rows; from += STEP) {
      const to = Math.min(rows, from + STEP);
      const isWhole = from < MOST_WHOLE;
      const { value, ms } = await call(isWhole ? 'fill' : 'count', from, to);
      const what = isWhole ? 'buyers with their rows' : 'buyers by what reports read of them';
      console.log(`  ${to} ${what}, ${Math.round((value / ms) * 1000)} a second (load ${load()})`);
    }
    await call('putCounts');
    const { buyers, contacts, tallies, cells } = await call('sizes');
    console.log(
      `${rows} buyers, rows of ${buyers}, with ${contacts} contacts; ${tallies} rows of counts with ${cells} cells`,
    );
    show('counting what is left', [await call('report', 1)], null);
    for (const days of lengths) {
      const read: Awaited<ReturnType<BenchReports['report']>>[] = [];
      for (let round = 0; round < rounds; round += 1) read.push(await call('report', days));
      show(`reading a report over ${days} days (${read[0]?.value.orders} orders)`, read, MOST_MS);
    }
    const back: Timed[] = [];
    for (let round = 0; round < rounds; round += 1) back.push(await call('longView'));
    show('radar and groups of buyers, two years', back, null);
    const [counted, recounted] = [(await call('report', 365)).value, await call('recount', 365, rows)];
    const isEqual = counted.orders === recounted.orders && counted.sent === recounted.sent;
    print({
      what: 'recount of a year, one by one',
      shown: `${recounted.orders} orders, ${recounted.sent} sent`,
      goal: 'equal',
      isMet: isEqual,
    });
    const opening = { path: 'dashboard.html#/reports', ready: '[data-figure]' };
    const opened: number[] = [];
    for (let round = 0; round <= rounds; round += 1) opened.push(await openOnce(desk, opening));
    const week = opened.slice(1).map((ms) => ({ ms, gaps: [] }));
    show('opening the page with a week', week, MOST_MS);
    const years: Timed[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const shown = await desk.openExtensionPage('dashboard.html#/reports');
      await shown.locator('[data-figure]').first().waitFor();
      await shown.waitForTimeout(5_000);
      years.push(await yearOnScreen(shown));
      await shown.close();
    }
    show('from choosing a year to its figures on screen', years, MOST_MS);
    console.log(`Load ${load()}.`);
  } finally {
    await desk.close();
  }
}
