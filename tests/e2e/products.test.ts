// @vitest-environment node
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launchDesk } from './harness/launch-desk';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
  const settings = await desk.openExtensionPage('dashboard.html#/settings');
  await settings.getByRole('textbox', { name: 'Name of another Amazon shop' }).fill('Lumen DE');
  await settings.getByRole('button', { name: 'Add Amazon shop' }).click();
  await settings.getByRole('button', { name: 'Rename Lumen DE' }).waitFor();
  await settings.close();
  page = await desk.openExtensionPage('dashboard.html#/converter');
});

afterAll(() => desk.close());

/** The cards, on the converter page behind their tab. */
const openCards = async (): Promise<Locator> => {
  await page.getByRole('tab', { name: 'Product cards' }).click();
  const cards = page.getByRole('region', { name: 'Product cards' });
  await cards.getByRole('searchbox', { name: 'Search cards' }).waitFor();
  return cards;
};

/** Imports a file with this text and waits for what it would do. */
const choose = async (cards: Locator, text: string | Buffer): Promise<Locator> => {
  const file = join(tmpdir(), `parley-cards-${process.pid}.csv`);
  await writeFile(file, text);
  await cards.locator('input[type=file]').setInputFiles(file);
  const preview = cards.getByRole('region', { name: /^Import of parley-cards/ });
  await preview.waitFor();
  return preview;
};

const exported = async (cards: Locator): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    cards.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^parley-products-\d{4}-\d\d-\d\d\.csv$/);
  return readFile(await download.path(), 'utf8');
};

describe('product cards in the built extension', () => {
  it('come in from a file a European Excel wrote, after a look at every row', async () => {
    const cards = await openCards();
    await cards.getByRole('button', { name: 'Import CSV' }).click();
    const rows = [
      'SKU;ASIN;Title;Input voltage;Plug;Warranty',
      'LAMP-1;b0aaaaaaaa;"Lampe ""Größe L""; rot";100-240V~ 50/60Hz;E/F;=2 years',
      'SHOE-1;1005001234567890;女鞋;;;',
      'BAD-1;;Mixer;none;;',
    ];
    const preview = await choose(cards, Buffer.from(`${rows.join('\r\n')}\r\n`, 'utf8'));
    await preview.getByText('2 new').waitFor();
    expect(await preview.getByRole('row', { name: /4 Rejected/ }).textContent()).toContain('no voltage found');
    await preview.getByRole('button', { name: 'Import 2 rows' }).click();
    await cards.getByRole('row', { name: /女鞋/ }).waitFor();
    const lamp = await cards.getByRole('row', { name: /Lampe "Größe L"; rot/ }).textContent();
    expect(lamp).toContain('B0AAAAAAAA');
    expect(lamp).toContain('100–240 V, 50/60 Hz');
  });

  it('pass axe, with the form open', async () => {
    const cards = page.getByRole('region', { name: 'Product cards' });
    await cards.getByRole('button', { name: 'Import CSV' }).click();
    await cards.getByRole('button', { name: 'New card' }).click();
    await cards.getByRole('form', { name: 'New product card' }).waitFor();
    await page.evaluate(axe.source);
    const findings = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
        'section[aria-label="Product cards"]',
      );
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 100)}`));
    });
    expect(findings).toEqual([]);
    await cards.getByRole('button', { name: 'Cancel' }).click();
  });

  it('are there after a reload, go out as a file Excel opens, and come back without a change', async () => {
    await page.reload();
    const cards = await openCards();
    await cards.getByRole('row', { name: /女鞋/ }).waitFor();
    const text = await exported(cards);
    expect(text.startsWith('\ufeffsku,product_id,title,')).toBe(true);
    expect(text).toContain(`"Lampe ""Größe L""; rot"`);
    expect(text).toContain(`,'=2 years`);
    expect(text).toContain(`SHOE-1,'1005001234567890,女鞋`);
    await cards.getByRole('button', { name: 'Import CSV' }).click();
    const preview = await choose(cards, text);
    await preview.getByText('2 unchanged').waitFor();
    expect(await preview.getByRole('button', { name: /^Import/ }).count()).toBe(0);
  });

  it('are written and deleted with the keyboard alone, and undone', async () => {
    await page.reload();
    const cards = await openCards();
    await cards.getByRole('button', { name: 'New card' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('KETTLE-1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Kettle');
    await page.keyboard.press('Tab');
    await page.keyboard.type('230V~ 50Hz 2000W');
    await cards.getByText('Understood: 230 V, 50 Hz, 2000 W').waitFor();
    await page.keyboard.press('Enter');
    await cards.getByRole('row', { name: /Kettle/ }).waitFor();
    await cards.getByRole('button', { name: 'Delete Kettle' }).press('Enter');
    await cards.getByRole('row', { name: /Kettle/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await cards.getByRole('row', { name: /Kettle/ }).waitFor();
  });
});
