// @vitest-environment node
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf, lookAlikes, strangers, type Stranger } from '../replica/strangers';
import { openReplicaPage } from './replica-page';
import { isGrave, scorePage, type Mark } from './strangers-score';
import { openStrangerWorld } from './strangers-world';

const TEXT = 'Thank you for your message.\nWe look into it and write again today.';

let browser: Browser;
let page: Page;
const scores: { readonly stranger: Stranger; readonly marks: readonly Mark[] }[] = [];

async function visit(stranger: Stranger) {
  await page.unrouteAll();
  await page.route('**/*', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: documentOf(stranger) })
      : route.abort('blockedbyclient'),
  );
  await page.goto('about:blank');
  await page.goto(stranger.url, { waitUntil: 'load' });
  return openStrangerWorld(page, stranger.market);
}

const countOf = (marks: readonly Mark[], outcome: Mark['outcome']): number =>
  marks.filter((mark) => mark.outcome === outcome).length;

const rateOf = (market?: Stranger['market']): number => {
  const marks = scores.flatMap((score) => (market && score.stranger.market !== market ? [] : score.marks));
  return countOf(marks, 'right') / marks.length;
};

const shown = (rate: number): string => `${(100 * rate).toFixed(1)} %`;

beforeAll(async () => {
  ({ browser, page } = await openReplicaPage());
  await page.setViewportSize({ width: 1600, height: 900 });
});

afterAll(async () => {
  await browser.close();
});

describe('pages of front-end teams we never met', () => {
  test.each(strangers)('$id ($lang): nothing is put under a wrong buyer, order or shop', async (stranger) => {
    const world = await visit(stranger);
    let reading = await world.read(stranger.composer);
    // Refusals of a review request are believed only after they have stood for three seconds.
    for (let look = 0; look < 8 && reading.review?.state === 'loading'; look++) {
      await page.waitForTimeout(500);
      reading = await world.read(stranger.composer);
    }
    const marks = scorePage(stranger, reading);
    scores.push({ stranger, marks });
    expect(marks.filter(isGrave)).toEqual([]);
  });

  test('at least nine of ten fields are read right, on each marketplace', () => {
    const lines = scores.map(({ stranger: { id, lang }, marks }) => {
      const faults = marks.filter(({ outcome }) => outcome !== 'right');
      const counts = (['right', 'wrong', 'missing'] as const).map((outcome) => countOf(marks, outcome)).join(' / ');
      return `${id} | ${lang} | ${counts} | ${faults.map(({ field, got }) => `${field}=${JSON.stringify(got) ?? '-'}`).join(', ')}`;
    });
    const all = scores.flatMap(({ marks }) => marks);
    console.info(
      [
        'page | language | right / wrong / missing | not right',
        ...lines,
        `all ${all.length} fields: ${countOf(all, 'right')} right, ${countOf(all, 'wrong')} wrong, ${countOf(all, 'missing')} missing, ${shown(rateOf())}`,
        `amazon ${shown(rateOf('amazon'))}, aliexpress ${shown(rateOf('aliexpress'))}`,
      ].join('\n'),
    );
    expect(scores).toHaveLength(strangers.length);
    expect(rateOf('amazon')).toBeGreaterThanOrEqual(0.9);
    expect(rateOf('aliexpress')).toBeGreaterThanOrEqual(0.9);
  });

  test.each(lookAlikes)('$id ($lang): looks like a page of ours and gives nothing', async (stranger) => {
    const reading = await (await visit(stranger)).read();
    expect(reading.kind).toBe(stranger.golden.kind);
    expect({ ...reading, kind: 'none', problems: {}, shops: [], country: null }).toEqual({
      kind: 'none',
      thread: null,
      country: null,
      composer: null,
      orders: reading.orders && [],
      events: reading.events && [],
      review: null,
      rows: 0,
      shops: [],
      problems: {},
    });
  });

  test.each(strangers.filter(({ composer }) => composer))(
    '$id ($lang): the page takes what is written',
    async (stranger) => {
      const world = await visit(stranger);
      const written = await world.write(TEXT);
      const root = page.locator('html');
      expect(written).toMatchObject({ ok: true });
      expect(await root.getAttribute('data-wiring')).toBeNull();
      expect(await root.getAttribute('data-app-text')).toBe(TEXT);
      expect(await root.getAttribute('data-stray-input')).toBeNull();
      expect(await root.getAttribute('data-app-sent')).toBeNull();
      expect(await page.locator('[data-shown-send][disabled]').count()).toBe(0);
    },
  );
});
