// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkButton, eventually, holdTheLine, ready } from './desk-kit';
import { type Desk, launchDesk } from './harness/launch-desk';
import { composerState, parley, replyBox } from './harness/page-checks';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-US' });
});

afterAll(() => desk.close());

holdTheLine(() => desk);

const button = (page: Page, name: string) => parley(page).getByRole('button', { name, exact: true });

async function write(page: Page, text: string): Promise<void> {
  await ready(page, /^(good|limited)$/);
  await replyBox(page).click();
  await page.keyboard.type(text);
}

/** Counts pixels of the colour of a forbidden word's line inside the text box. */
async function redPixels(page: Page): Promise<number> {
  const shot = (await replyBox(page).screenshot()).toString('base64');
  const eye = await desk.context.newPage();
  const seen = await eye.evaluate(async (png) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const paint = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    if (!paint) return Number.NaN;
    paint.drawImage(picture, 0, 0);
    const { data } = paint.getImageData(0, 0, picture.width, picture.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3);
      if (red > 150 && green < 120 && blue < 120) count += 1;
    }
    return count;
  }, shot);
  await eye.close();
  await page.bringToFront();
  return seen;
}

/** The button that says how many issues there are, once there are some. */
const found = (page: Page) => checkButton(page).filter({ hasText: /[1-9]/ });

describe('a forbidden sentence', () => {
  it.each([
    [
      'German on Amazon',
      () => desk.openThread('invoice-de'),
      'Vielen Dank! Bitte geben Sie uns 5 Sterne in Ihrer Bewertung.',
    ],
    [
      'English on Amazon',
      () => desk.openThread('where-en'),
      'Thank you for your order! Please leave us a 5-star review.',
    ],
    [
      'Spanish on AliExpress',
      () => desk.openChat('where-es'),
      'Gracias por su compra. Por favor, déjenos una reseña de 5 estrellas.',
    ],
    ['Chinese on AliExpress', () => desk.openChat('where-zh'), '感谢您的购买！请给我们五星好评。'],
  ] as const)('is named, explained and rewritten: %s', async (_where, open, sentence) => {
    const page = await open();
    await write(page, sentence);
    await found(page).click();
    // The moment can be wrong for any review request; here the words are looked at.
    const issue = parley(page).getByRole('list', { name: 'Issues' }).locator('[data-rule^=review-][data-severity]');
    await eventually(() => issue.count()).toBe(1);
    expect(await issue.getAttribute('data-rule')).toMatch(/^[a-z]+(\.[a-zA-Z-]+)+$|^[a-z-]+$/);
    expect(await issue.getAttribute('data-severity')).toMatch(/^(block|warn)$/);
    await issue.getByRole('button', { name: 'Why' }).click();
    await eventually(() => issue.getByRole('list', { name: 'Sources' }).innerText()).toMatch(/, read on .*20\d\d/);
    await issue.getByRole('button', { name: 'Fix', exact: true }).click();
    await eventually(() => issue.count()).toBe(0);
    const fixed = await composerState(page);
    expect(fixed).not.toBe(sentence);
    expect(fixed.length).toBeGreaterThan(10);
    expect(await replyBox(page).inputValue()).toBe(fixed);
  });

  it('is underlined where it stands, and the line follows the scrolling of the box', async () => {
    const page = await desk.openThread('where-en');
    await ready(page);
    await replyBox(page).click();
    expect(await redPixels(page)).toBe(0);
    await page.keyboard.insertText(`Please leave us a 5-star review.${'\nAnother line about the parcel.'.repeat(60)}`);
    await found(page).waitFor();
    const scrollTo = (top: number) => replyBox(page).evaluate((box, to) => (box.scrollTop = to), top);
    await scrollTo(0);
    await eventually(() => redPixels(page)).toBeGreaterThan(20);
    await scrollTo(2_000);
    await eventually(() => redPixels(page)).toBe(0);
    await scrollTo(0);
    await eventually(() => redPixels(page)).toBeGreaterThan(20);
    // The marks take no pointer and change nothing of the page's own text.
    expect(await page.locator('parley-marks').evaluate((marks) => getComputedStyle(marks).pointerEvents)).toBe('none');
  });

  it('is found while the background is stopped, for the check needs nobody', async () => {
    const page = await desk.openThread('where-en');
    await ready(page);
    expect(await desk.killWorker()).toBe(1);
    await replyBox(page).click();
    await page.keyboard.type('Thank you. Please leave us a 5-star review.');
    await found(page).waitFor();
  });
});

describe('service messages', () => {
  it.each([
    [
      'de',
      () => desk.openThread('where-de'),
      'Guten Tag, Ihre Bestellung ist heute an DHL gegangen und kommt am Freitag an. Freundliche Grüße',
    ],
    [
      'en',
      () => desk.openThread('where-en'),
      'Hello, your parcel left our warehouse today. If it has not arrived by Friday, please write to us here.',
    ],
    [
      'es',
      () => desk.openChat('where-es'),
      'Hola, su pedido salió ayer de nuestro almacén. Si no llega el viernes, escríbanos aquí.',
    ],
    [
      'zh',
      () => desk.openChat('where-zh'),
      '您好，您的订单昨天已经发货，预计周五送达。如果没有收到，请在这里联系我们。',
    ],
  ] as const)('stay without a word: %s', async (_lang, open, sentence) => {
    const page = await open();
    await write(page, sentence);
    await eventually(() => composerState(page)).toBe(sentence);
    await button(page, 'No issues').waitFor();
    await eventually(() => checkButton(page).getAttribute('data-severity')).toBe('none');
  });
});

describe('what the check says of itself', () => {
  it('calls itself limited where a language has no rules of its own', async () => {
    const page = await desk.openThread('where-pl');
    await ready(page);
    const described = () =>
      checkButton(page).evaluate((node) => {
        const id = node.getAttribute('aria-describedby') ?? '';
        return (node.getRootNode() as ShadowRoot).getElementById(id)?.textContent ?? '';
      });
    expect(await described()).toMatch(/^Limited check: Polish, \d+ rules$/);
    await replyBox(page).click();
    await page.keyboard.type('Proszę napisać na kontakt@example.pl');
    await found(page).waitFor();
  });

  it('says from the start how many rules stand behind it, also before there is a text box', async () => {
    const page = await desk.openContact('where-de');
    await checkButton(page).waitFor();
    const rules = await parley(page)
      .getByText(/^Checked in German, \d+ rules$/)
      .textContent();
    expect(rules).not.toBe('Checked in German, 0 rules');
  });

  it('asks the background a handful of times while a whole message is typed, never once a key', async () => {
    const worker = await desk.serviceWorker();
    await worker.evaluate(() => {
      const scope = globalThis as unknown as {
        asked: string[];
        chrome: {
          runtime: {
            onConnect: {
              addListener(
                heard: (port: { onMessage: { addListener(heard: (call: { name: string }) => void): void } }) => void,
              ): void;
            };
          };
        };
      };
      scope.asked = [];
      scope.chrome.runtime.onConnect.addListener((port) =>
        port.onMessage.addListener(({ name }) => scope.asked.push(name)),
      );
    });
    const asked = () => worker.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    const page = await desk.openThread('where-de');
    await ready(page);
    const before = (await asked()).length;
    expect(before).toBeGreaterThan(0);
    const text = 'Guten Tag, Ihre Bestellung ist heute an DHL gegangen. '.repeat(4);
    await replyBox(page).click();
    await page.keyboard.type(text, { delay: 5 });
    await eventually(asked).toContain('saveDraft');
    const whileTyping = (await asked()).slice(before);
    expect(whileTyping.length).toBeLessThan(text.length / 20);
    // How well the page was read is told once, when it has come to rest; it may fall into this time.
    expect(whileTyping.filter((name) => name === 'reportVisit').length).toBeLessThanOrEqual(1);
    expect(new Set(whileTyping.filter((name) => name !== 'reportVisit'))).toEqual(
      new Set(['reviewDraft', 'saveDraft']),
    );
  });
});
