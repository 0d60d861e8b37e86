/** What importing a large file of templates takes in the built dashboard, from choosing the file to the last row saved. */
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchDesk } from '../../tests/e2e/harness/launch-desk';
import type { DomainFigure } from './measure-domain';
import { largeTemplateFile } from './measure-import';
import { spreadOf } from './stats';

/** Reading, comparing and saving together; looking at the preview is the person's own time. Units: ms. */
const BUDGET_MS = 5_000;
const LIMIT_MS = 120_000;

async function importOnce(
  extensionDir: string,
  file: string,
): Promise<{ readonly read: number; readonly saved: number }> {
  const desk = await launchDesk({ extensionDir, locale: 'en-US' });
  try {
    const page = await desk.openExtensionPage('dashboard.html#/templates');
    await page.locator('tr[data-template]').first().waitFor();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const chosen = performance.now();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('table', { name: 'Import preview' }).waitFor({ timeout: LIMIT_MS });
    const read = performance.now() - chosen;
    const pressed = performance.now();
    await page.getByRole('button', { name: 'Apply import' }).click();
    await page.getByText(/^5000 replies added|^5,000 replies added/).waitFor({ timeout: LIMIT_MS });
    return { read, saved: performance.now() - pressed };
  } finally {
    await desk.close();
  }
}

/** Measures the import, each round in a fresh profile. */
export async function measureImportInPage(extensionDir: string, rounds: number): Promise<readonly DomainFigure[]> {
  const file = join(tmpdir(), `parley-bench-${process.pid}.csv`);
  await writeFile(file, largeTemplateFile());
  try {
    const times: { readonly read: number; readonly saved: number }[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await importOnce(extensionDir, file));
    const figure = (what: string, budget: number, of: (time: (typeof times)[number]) => number): DomainFigure => ({
      what: `5,000 templates x 14 in the dashboard: ${what}`,
      budget,
      spread: spreadOf(times.map(of)),
    });
    return [
      figure('the file read', BUDGET_MS, ({ read }) => read),
      figure('all saved', BUDGET_MS, ({ saved }) => saved),
      figure('together', BUDGET_MS, ({ read, saved }) => read + saved),
    ];
  } finally {
    await rm(file, { force: true });
  }
}
