// @vitest-environment node
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goldenMixedBubbles, goldenRows } from '../replica/golden-amazon';
import type { KnobChoice } from '../replica/knobs';
import { amazonThread } from '../replica/threads';
import { amazonThreadUrl } from '../replica/urls';
import { said } from './expectations';
import { openListWorld, type RowReading } from './list-world';
import { openReadWorld, type PageReading } from './read-world';
import { openReplicaPage } from './replica-page';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ browser, page } = await openReplicaPage());
});

afterAll(() => browser?.close());

async function read(knobs: KnobChoice, wish: (reading: PageReading) => boolean): Promise<PageReading> {
  await page.goto('about:blank');
  await page.goto(amazonThreadUrl('where-de', knobs), { waitUntil: 'load' });
  return (await openReadWorld(page, 'amazon')).readUntil(wish, 4_000);
}

const mutations: readonly KnobChoice[] = [
  {},
  { hash: 'b', depth: '2' },
  { depth: '4' },
  { loc: 'ja', time: 'v2' },
  { loc: 'ar', depth: '4' },
  { loc: 'ko', time: 'v2' },
  { loc: 'pl', dup: '1' },
];

describe('the open conversation', () => {
  test.each(mutations)('keeps notices of the marketplace apart from both sides, with %o', async (knobs) => {
    const reading = await read({ ...knobs, bubble: 'b6' }, ({ thread }) => thread !== null);
    const normal = (lines: readonly (readonly [string, string])[]) =>
      lines.map(([side, text]) => [side, text.replace(/\s+/g, ' ').trim()]);
    expect(normal(said(reading))).toEqual(
      normal(goldenMixedBubbles('where-de', knobs.loc && knobs.loc !== 'auto' ? knobs.loc : 'de')),
    );
  });

  test.each(mutations)('reads nothing while the panes show another case than the address, with %o', async (knobs) => {
    const reading = await read({ ...knobs, state: 'other-case' }, ({ threadProblem }) => threadProblem === 'disagree');
    expect(reading).toMatchObject({
      thread: null,
      threadProblem: 'disagree',
      order: null,
      composer: 'disagree',
      aliases: [],
    });
    expect(reading.glance).toBe('broken');
  });

  test('takes the address for answers as a sign of the same case', async () => {
    const reading = await read({ state: 'relay' }, ({ thread }) => thread !== null);
    expect(reading.thread).toMatchObject({ caseId: amazonThread('where-de').caseId });
  });

  test.each(['b1', 'b3', 'b4'] as const)('never takes a masked name for a name, with %s', async (bubble) => {
    const reading = await read({ bubble, state: 'masked' }, ({ thread }) => thread !== null);
    expect(reading.thread?.buyerName).toBeUndefined();
    expect(reading.aliases).toEqual(['order!', 'case!']);
  });

  test('takes the order its heading names out of two of one buyer', async () => {
    await read({}, ({ thread }) => thread !== null);
    const other = '999-7654321-7654321';
    await page.evaluate((id) => {
      const pane = document.querySelector('.order-card')!;
      const copy = pane.cloneNode(true) as Element;
      copy.querySelector('kat-link')!.setAttribute('label', id);
      copy.querySelector('kat-link')!.setAttribute('href', `/orders-v3/order/${id}`);
      pane.after(copy);
      document.querySelector('#case-messages h2')!.textContent = `Frage zu ${id}`;
    }, other);
    const world = await openReadWorld(page, 'amazon');
    expect((await world.read()).thread?.orderId).toBe(other);
    await page.evaluate(() => {
      document.querySelector('#case-messages h2')!.textContent = 'Frage zu 999-1111111-1111111';
    });
    const contradicted = await world.read();
    expect(contradicted.thread?.orderId).toBeUndefined();
    expect(contradicted.health).toContainEqual(expect.objectContaining({ field: 'orderId', problem: 'disagree' }));
  });
});

const plainRow = ({ aliases, isWaiting }: RowReading) => ({
  orderId: aliases.find(({ kind }) => kind === 'order')?.value,
  buyerName: aliases.find(({ kind }) => kind === 'display-name')?.value,
  isWaiting: isWaiting === true,
});

describe('the list of conversations', () => {
  describe.each(['auto', 'r1', 'r2', 'r3'] as const)('as %s', (rows) => {
    test.each(mutations)('names every order and buyer, with %o', async (knobs) => {
      await page.goto('about:blank');
      await page.goto(amazonThreadUrl('where-de', { ...knobs, rows, w: 1680 }), { waitUntil: 'load' });
      const world = await openListWorld(page);
      const golden = goldenRows('sellercentral.amazon.de', rows);
      const reading = await world.readUntil(({ rows: found }) => found?.length === golden.length, 4_000);
      expect(reading.rows?.map(plainRow)).toEqual(
        golden.map((row) => ({ orderId: undefined, buyerName: undefined, ...row })),
      );
      expect(reading).toMatchObject({ orders: [], events: [], review: null });
      expect(new Set(reading.rows?.map(({ key }) => key)).size).toBe(golden.length);
    });
  });

  test('has no name for a masked buyer', async () => {
    await page.goto('about:blank');
    await page.goto(amazonThreadUrl('where-de', { state: 'masked', w: 1680 }), { waitUntil: 'load' });
    const reading = await (await openListWorld(page)).readUntil(({ rows }) => (rows?.length ?? 0) > 3, 4_000);
    const names = reading.rows?.flatMap(({ aliases }) => aliases.filter(({ kind }) => kind === 'display-name')) ?? [];
    expect(names.filter(({ value }) => value.includes('*'))).toEqual([]);
  });
});
