import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchDesk, type Desk } from '../../tests/e2e/harness/launch-desk';
import { assertNothingForbidden, composerState, parley, replyBox } from '../../tests/e2e/harness/page-checks';
import { amazonOrdersUrl, startPageUrl } from '../../tests/replica/urls';

const pictures = join(process.cwd(), '.output', 'tour');

/** One station of the tour: what it shows, and doing it. */
interface Station {
  readonly says: string;
  readonly go: (desk: Desk) => Promise<Page>;
}

const expectTrue = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Error(what);
};

/** A day soon, as a date field takes it. */
const soon = (): string => new Date(Date.now() + 4 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const cardsOf = (page: Page) => parley(page).locator('[data-template]');

/** Inserts the first reply by keys alone; where a date is missing it is typed in first. */
async function insertFirstReply(page: Page): Promise<string> {
  await cardsOf(page).first().waitFor();
  await page.keyboard.press('Alt+1');
  const form = parley(page).getByRole('form');
  const first = await Promise.race([
    form.waitFor().then(() => 'form' as const),
    page.waitForFunction(() => window.__replica.state.composer !== '').then(() => 'inserted' as const),
  ]);
  if (first === 'form') {
    await form.locator('input').first().fill(soon());
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.__replica.state.composer !== '');
  }
  return composerState(page);
}

const amazon: readonly Station[] = [
  {
    says: 'the start page of the replica desk',
    go: async ({ context }) => {
      const page = await context.newPage();
      await page.goto(startPageUrl);
      return page;
    },
  },
  {
    says: 'Amazon: a German buyer asks where the order is, three replies are there',
    go: async (desk) => {
      const page = await desk.openThread('where-de');
      await cardsOf(page).nth(2).waitFor();
      return page;
    },
  },
  {
    says: 'Amazon: Alt+1 puts the reply into the page’s own box',
    go: async (desk) => {
      const page = await desk.openThread('where-de');
      expectTrue((await insertFirstReply(page)).length > 40, 'the reply is not in the composer');
      await assertNothingForbidden(page);
      return page;
    },
  },
  {
    says: 'Amazon: what the buyer wrote and what stands in the box, word by word and sentence by sentence',
    go: async (desk) => {
      const page = await desk.openThread('where-de');
      await insertFirstReply(page);
      await page.keyboard.press('Shift+Alt+U');
      await parley(page).getByText('not yet').waitFor();
      return page;
    },
  },
  {
    says: 'Amazon: asking for five stars is caught while typing, with the reason and the source',
    go: async (desk) => {
      const page = await desk.openThread('invoice-de');
      await cardsOf(page).first().waitFor();
      await replyBox(page).click();
      await page.keyboard.type('Vielen Dank! Bitte geben Sie uns 5 Sterne in Ihrer Bewertung.');
      const check = parley(page).getByRole('button', { name: /^\d+ issues?$|^\d+ 处问题$/ });
      await check.waitFor();
      await check.click();
      await parley(page).getByRole('button', { name: 'Why' }).first().click();
      return page;
    },
  },
  {
    says: 'Amazon: an invitation to WhatsApp is caught too, and one key writes it the allowed way',
    go: async (desk) => {
      const page = await desk.openThread('invoice-de');
      await cardsOf(page).first().waitFor();
      await replyBox(page).click();
      await page.keyboard.type('Vielen Dank! Schreiben Sie uns bitte auf WhatsApp.');
      await parley(page)
        .getByRole('button', { name: /^\d+ issues?$/ })
        .click();
      await parley(page).getByRole('button', { name: 'Fix' }).first().click();
      await parley(page).getByRole('button', { name: 'No issues' }).waitFor();
      return page;
    },
  },
  {
    says: 'Amazon: a note on the buyer, kept on this device',
    go: async (desk) => {
      const page = await desk.openThread('where-de');
      await cardsOf(page).first().waitFor();
      await parley(page).getByRole('button', { name: 'Buyer notes' }).click();
      await parley(page).getByRole('textbox', { name: 'Add a note' }).fill('Prefers delivery to the parcel shop.');
      await parley(page).getByRole('button', { name: 'Save note' }).click();
      await parley(page).getByRole('list', { name: 'Notes' }).getByText('parcel shop').waitFor();
      return page;
    },
  },
  {
    says: 'Amazon: a problem reported to the other departments in two keys',
    go: async (desk) => {
      const page = await desk.openThread('damaged-en');
      await cardsOf(page).first().waitFor();
      await page.keyboard.press('Shift+Alt+P');
      await parley(page).getByRole('form', { name: 'Report a problem' }).waitFor();
      return page;
    },
  },
  {
    says: 'Amazon: how many of the orders on screen can be asked for a review today',
    go: async (desk) => {
      const page = await desk.context.newPage();
      await page.goto(amazonOrdersUrl({ host: 'de' }));
      await parley(page).getByRole('status', { name: 'Review request' }).waitFor();
      return page;
    },
  },
  {
    says: 'what is due, clocks that run out first',
    go: async (desk) => {
      const page = await desk.openExtensionPage('dashboard.html#/today');
      await page.locator('[data-due]').first().waitFor();
      return page;
    },
  },
  {
    says: 'the record of a buyer, with why it is in its segments',
    go: async (desk) => {
      const page = await desk.openExtensionPage('dashboard.html#/buyers');
      await page.locator('[data-buyer]').first().click();
      await page.getByRole('region', { name: 'Buyer record' }).waitFor();
      return page;
    },
  },
];

const narrow: Station = {
  says: 'Amazon: the same with a text box of about 600 px',
  go: async (desk) => {
    const page = await desk.context.newPage();
    await page.setViewportSize({ width: 660, height: 768 });
    await desk.openThread('shoe-uk', {}, page);
    await cardsOf(page).nth(2).waitFor();
    return page;
  },
};

const chinese: Station = {
  says: 'Settings: the interface and my language in Chinese',
  go: async (desk) => {
    const page = await desk.openExtensionPage('dashboard.html#/settings');
    await page.getByLabel('Interface language').selectOption('zh-CN');
    await page.getByLabel('我的语言').selectOption('zh');
    await page.getByRole('link', { name: '买家' }).waitFor();
    return page;
  },
};

const aliexpress: readonly Station[] = [
  chinese,
  {
    says: 'AliExpress, dark, in Chinese: a Spanish buyer asks where the order is',
    go: async (desk) => {
      const page = await desk.openChat('where-es');
      await cardsOf(page).first().waitFor();
      // The panel with the order comes after the conversation; with it the replies fit the order's state.
      await page.waitForTimeout(2_500);
      return page;
    },
  },
  {
    says: 'AliExpress: the reply is in the chat’s own box',
    go: async (desk) => {
      const page = await desk.openChat('where-es');
      expectTrue((await insertFirstReply(page)).length > 40, 'the reply is not in the composer');
      return page;
    },
  },
  {
    says: 'the buyers, as the dashboard keeps them',
    go: async (desk) => {
      const page = await desk.openExtensionPage('dashboard.html#/buyers');
      await page.getByRole('table').waitFor();
      return page;
    },
  },
  {
    says: 'the work log of the day, in Chinese',
    go: async (desk) => {
      const page = await desk.openExtensionPage('dashboard.html#/log');
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
  },
  {
    says: 'the templates of the desk, fourteen languages each',
    go: async (desk) => {
      const page = await desk.openExtensionPage('dashboard.html#/templates');
      await page.locator('[data-template]').first().waitFor();
      return page;
    },
  },
  {
    says: 'one template in two languages side by side, with what the buyer reads',
    go: async (desk) => {
      const page = await desk.openExtensionPage('dashboard.html#/templates/where-is-order-shipped');
      await page.getByRole('textbox').nth(2).waitFor();
      return page;
    },
  },
  {
    says: 'the converter in the popup: UK 5.5 for women',
    go: async (desk) => {
      const page = await desk.openExtensionPage('popup.html');
      await page.setViewportSize({ width: 400, height: 520 });
      await page.getByRole('textbox').first().fill('UK 5.5 women');
      await page.getByRole('list').getByText('39').first().waitFor();
      return page;
    },
  },
  {
    says: 'AliExpress: does it work in Japan? 100 V, with range and source',
    go: async (desk) => {
      const page = await desk.openChat('power-jp');
      await cardsOf(page).first().waitFor();
      await page.waitForTimeout(2_500);
      return page;
    },
  },
];

async function visit(desk: Desk, stations: readonly Station[], from: number): Promise<boolean> {
  let isWhole = true;
  for (const [at, { says, go }] of stations.entries()) {
    const number = String(from + at).padStart(2, '0');
    try {
      const page = await go(desk);
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(pictures, `${number}.png`) });
      console.log(`${number}  ok      ${says}`);
      await page.close();
    } catch (problem) {
      isWhole = false;
      console.log(
        `${number}  FAILED  ${says}: ${problem instanceof Error ? problem.message.split('\n')[0] : 'unknown'}`,
      );
      const open = desk.context.pages().at(-1);
      await open?.screenshot({ path: join(pictures, `${number}-failed.png`) });
    }
  }
  return isWhole;
}

/**
 * Does the main job without a window on both marketplaces and leaves numbered pictures.
 * Answers the exit status: 0 when every station was reached and nothing left the fence.
 */
export async function tour(extensionDir: string): Promise<number> {
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  const light = await launchDesk({ extensionDir, locale: 'en-US' });
  const first = await visit(light, [...amazon, narrow], 1);
  const refused = [...light.refused];
  await light.close();
  const dark = await launchDesk({ extensionDir, locale: 'en-US', colorScheme: 'dark' });
  const second = await visit(dark, aliexpress, amazon.length + 2);
  refused.push(...dark.refused);
  await dark.close();
  if (refused.length > 0) console.log(`Refused at the fence: ${refused.length} requests`);
  const isWhole = first && second && refused.length === 0;
  console.log(isWhole ? 'The tour is complete.' : 'The tour is not complete.');
  return isWhole ? 0 : 1;
}
