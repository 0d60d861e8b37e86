// @vitest-environment node
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cells } from '../../utils/domain/reports/cells';
import { type Desk, launchDesk } from './harness/launch-desk';
import { dayBack, putTallies } from './harness/put-tallies';

/** A report over a year opens within this time. Units: milliseconds. */
const AIM_MS = 1_000;
const DAYS = 730;

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
});

afterAll(() => desk.close());

const intents = ['delivery-status', 'return-request', 'thanks', 'wrong-size', 'plug-voltage'];
const countries = ['DE', 'FR', 'GB', 'JP', 'US'];

const recordCells = (back: number): Cells => {
  const cells: Record<string, number> = { order: 40, return: 3, 'order-money|currency|EUR': 99_900 };
  for (let at = 0; at < 40; at += 1) {
    cells[`order|product|B0${at}`] = 1;
    for (const country of countries) cells[`order|product-country|B0${at}|${country}`] = 1;
  }
  for (const country of countries) cells[`order|country|${country}`] = 8;
  cells['return|product|B07'] = 3;
  cells['return|country|GB'] = 3;
  // A batch that melts, for three weeks.
  if (back < 21) Object.assign(cells, { 'return|product|B011': 1, 'return|product-country|B011|GB': 1 });
  return { ...cells, 'last-order|orders|1': 5, 'last-order|orders|2': 2, 'contact|agent|ann': 90 };
};

const agentCells = (): Cells => {
  const cells: Record<string, number> = {
    sent: 100,
    'sent-reply': 80,
    'sent-mended': 4,
    'mended|rule|review-incentive': 4,
  };
  intents.forEach((intent, at) => (cells[`sent|intent|${intent}`] = 40 - at * 5));
  for (let hour = 8; hour < 20; hour += 1) cells[`sent|hour|${hour}`] = 8;
  for (let minute = 5; minute < 60; minute += 5) cells[`sent|waited|${minute}`] = 9;
  return { ...cells, 'sent-reply|open|35': 80 };
};

/** Two years of counts as a desk of three shops leaves them: about 200 cells for each day and shop. */
const fill = async (page: Page): Promise<number> => {
  const counted = Array.from({ length: DAYS }, (_, back) =>
    ['one', 'two', 'three'].flatMap((shop) => [
      { day: dayBack(back), shop, cells: recordCells(back) },
      { day: dayBack(back), shop, agent: 'ann', cells: agentCells() },
    ]),
  ).flat();
  await putTallies(page, counted, { B07: 'Kettle 1.7 l', B011: 'Travel adapter, 3 plugs' });
  return counted.length;
};

const openReports = async (): Promise<Page> => {
  const page = await desk.openExtensionPage('dashboard.html#/reports');
  await page.getByRole('combobox', { name: 'Time' }).waitFor();
  return page;
};

describe('the reports', () => {
  it('say what to do while nothing was counted', async () => {
    const page = await openReports();
    await page.getByText('Nothing was counted in these days.').waitFor();
    await page.close();
  });

  it('open over a year within a second, with a year before it beside it', async () => {
    const page = await openReports();
    const rows = await fill(page);
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await page.reload();
      await page.getByRole('region', { name: 'At a glance' }).waitFor();
      const took = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const select = document.querySelector('select');
            const begun = performance.now();
            new MutationObserver(() => {
              if (document.querySelector('[data-figure=sent] dd')?.textContent === '109,500')
                resolve(performance.now() - begun);
            }).observe(document, { childList: true, subtree: true, characterData: true });
            if (select) Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, '365');
            select?.dispatchEvent(new Event('change', { bubbles: true }));
          }),
      );
      times.push(await took);
    }
    const best = Math.min(...times);
    console.log(`a report over a year, ${rows} rows of counts: best of 3 ${best.toFixed(0)} ms (aim ${AIM_MS} ms)`);
    // Twice the aim fails, so that a machine with other work does not.
    expect(best).toBeLessThan(2 * AIM_MS);
    await page.close();
  });

  it('say where returns pile up, who stays away, and how it went over any days', async () => {
    const page = await openReports();
    await page.getByRole('region', { name: 'At a glance' }).waitFor();
    const begun = Date.now();
    const finding = page.getByRole('region', { name: 'Defect radar' }).getByRole('listitem');
    await finding.waitFor();
    console.log(`two years for radar and groups: shown ${Date.now() - begun} ms after the report`);
    expect(await finding.count()).toBe(1);
    expect(await finding.innerText()).toMatch(/Alarm\s+Travel adapter, 3 plugs\s+United Kingdom/);
    await page.getByText(/15,3\d\d buyers with an order in two years: 4,3\d\d bought more than once/).waitFor();
    await page.getByRole('combobox', { name: 'Time' }).selectOption('own');
    await page.getByRole('textbox', { name: 'From' }).fill('2026-01-01');
    await page.getByRole('textbox', { name: 'To', exact: true }).fill('2026-08-31');
    const overTime = page.getByRole('region', { name: 'Over time' });
    await overTime.getByText('As a table').click();
    await overTime.getByRole('row').nth(8).waitFor();
    expect(await overTime.getByRole('row').count()).toBe(9);
    await page.close();
  });

  it('can be read with the keyboard and by a screen reader, narrow and in the dark', async () => {
    const page = await openReports();
    await page
      .getByRole('region', { name: 'Returns by product' })
      .getByRole('rowheader', { name: 'Kettle 1.7 l' })
      .waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('region', { name: 'Orders', exact: true }).waitFor();
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 900, height: 900 });
      const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
    await page.close();
  });
});
