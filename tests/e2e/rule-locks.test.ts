// @vitest-environment node
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';

const file = join(tmpdir(), `parley-e2e-${process.pid}-rules.parley`);

let lead: Desk;
let agent: Desk;

beforeAll(async () => {
  [lead, agent] = [await launchDesk({ locale: 'en-US' }), await launchDesk({ locale: 'en-US' })];
}, 60_000);

afterAll(async () => {
  await lead?.close();
  await agent?.close();
  await rm(file, { force: true });
});

const rulesPage = async (desk: Desk): Promise<Page> => {
  const page = await desk.openExtensionPage('dashboard.html#/rules');
  await page.getByRole('searchbox', { name: 'Search rules' }).waitFor();
  return page;
};
const teamPage = (desk: Desk): Promise<Page> => desk.openExtensionPage('dashboard.html#/team');
const ruleIn = (page: Page): Locator => page.locator('li[data-rule=tone-blame]');
const severityIn = (page: Page): Locator => ruleIn(page).getByRole('combobox');
const cardOf = (page: Page): Promise<string> => page.getByRole('textbox', { name: 'Your card' }).inputValue();
const addCard = async (page: Page, card: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Their card' }).fill(card);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
};

describe('what a lead decides about rules', () => {
  it('is locked for the team, and still for the lead to change', async () => {
    const page = await rulesPage(lead);
    expect(
      await ruleIn(page)
        .getByRole('button', { name: /for the team$/ })
        .count(),
    ).toBe(0);
    await severityIn(page).selectOption('block');
    await ruleIn(page)
      .getByRole('button', { name: /^Lock for the team: / })
      .press('Enter');
    await ruleIn(page)
      .getByRole('button', { name: /^Locked for the team/ })
      .waitFor();
    expect(await severityIn(page).isEnabled()).toBe(true);
    await page.close();
  }, 60_000);

  it('is exported for the team with the replies', async () => {
    const [mine, theirs] = [await teamPage(lead), await teamPage(agent)];
    const cards = [await cardOf(mine), await cardOf(theirs)] as const;
    await addCard(mine, cards[1]);
    await addCard(theirs, cards[0]);
    await theirs.getByRole('checkbox', { name: /^Lead: / }).click();
    await theirs.getByText(/is a lead now/).waitFor();
    await mine.getByRole('radio', { name: /^Replies and rules only/ }).check();
    await mine
      .getByRole('term')
      .filter({ hasText: /^Rules$/ })
      .waitFor();
    const download = mine.waitForEvent('download');
    await mine.getByRole('button', { name: 'Export bundle' }).click();
    await (await download).saveAs(file);
  }, 60_000);

  it('holds at the desk of an agent once the file is applied, and no more once it is taken back', async () => {
    const [rules, team] = [await rulesPage(agent), await teamPage(agent)];
    expect(await severityIn(rules).inputValue()).toBe('');
    await team.locator('[data-incoming] input[type=file]').setInputFiles(file);
    const preview = team.getByRole('table', { name: 'Import preview' });
    await preview.getByText('As shipped').or(preview.getByText('Not allowed')).first().waitFor();
    await preview.getByText('Locked', { exact: true }).waitFor();
    await team.getByRole('button', { name: 'Apply import' }).click();
    const undo = team.getByRole('button', { name: 'Undo import' });
    await undo.waitFor();
    await eventually(() => severityIn(rules).inputValue()).toBe('block');
    expect(await severityIn(rules).isDisabled()).toBe(true);
    expect(await ruleIn(rules).getByRole('switch').isDisabled()).toBe(true);
    await ruleIn(rules)
      .getByText(/^Locked by /)
      .waitFor();
    await undo.click();
    await team.getByText('Taken back. Everything is as it was before.').waitFor();
    await eventually(() => severityIn(rules).inputValue()).toBe('');
    expect(await severityIn(rules).isEnabled()).toBe(true);
    expect(
      await ruleIn(rules)
        .getByText(/^Locked by /)
        .count(),
    ).toBe(0);
  }, 60_000);
});
