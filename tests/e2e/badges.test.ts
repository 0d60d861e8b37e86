// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { KnobChoice } from '../replica/knobs';
import { aliexpressThread, aliexpressThreadKeys } from '../replica/threads';
import { startKit, unboundTab, type InKit } from './badges/harness';
import type { KitOptions, KnownRow, SeenBadge } from './badges/kit';
import { eventually } from './desk-kit';
import { launchDesk, type Desk } from './harness/launch-desk';
import { assertNothingForbidden } from './harness/page-checks';

const HOUR = 3_600_000;
const langs: Readonly<Record<string, string>> = {
  zh: 'ZH',
  es: 'ES',
  ru: 'RU',
  ko: 'KO',
  pt: 'PT',
  ar: 'AR',
  tr: 'TR',
  ja: 'JA',
};

/** What is known of every session, and what its badge must say: each has its own hours, so that no two say the same. */
function sessions(now: number) {
  const known: Record<string, KnownRow> = {};
  const truth: Record<string, string> = {};
  aliexpressThreadKeys.map(aliexpressThread).forEach((thread, at) => {
    const last = thread.messages.at(-1);
    const key = `${thread.buyer.name.trim()}|${(last?.text ?? '').slice(0, 60).trim()}`;
    const lang = last && langs[last.lang] ? last.lang : undefined;
    // Half an hour past the full one, so that the words do not change while a test runs.
    known[key] = {
      since: new Date(now - (at + 0.5) * HOUR).toISOString(),
      facts: { ...(lang ? { lang } : {}), ...(at % 3 === 0 ? { known: { how: 'sure', notes: at + 1 } } : {}) },
    };
    const left = 23 - at;
    const time = left < 0 ? 'late' : left === 0 ? '30 min' : `${left} h`;
    const notes = at % 3 === 0 ? [at === 0 ? '1 note' : `${at + 1} notes`] : [];
    truth[key] = [time, ...(lang ? [langs[lang]!] : []), ...notes].join(' · ');
  });
  return { known, truth };
}

let desk: Desk;
beforeAll(async () => {
  desk = await launchDesk({ extensionDir: null });
});
afterAll(() => desk.close());
afterEach(async () => {
  for (const page of desk.context.pages()) {
    if (/^https:/.test(page.url())) await assertNothingForbidden(page);
    await page.close();
  }
  expect(desk.refused).toEqual([]);
});

interface Opened {
  readonly page: Page;
  readonly inKit: InKit;
  readonly truth: Readonly<Record<string, string>>;
  readonly badges: () => Promise<readonly SeenBadge[]>;
}

async function open(
  knobs: KnobChoice = {},
  options: Partial<Pick<KitOptions, 'answerMs' | 'uiLang'>> = {},
): Promise<Opened> {
  const page = await desk.openChat('where-es', knobs, await unboundTab(desk.context));
  await page.locator('.session').nth(5).waitFor();
  const { known, truth } = sessions(Date.now());
  const inKit = await startKit(page, { uiLang: 'en', answerMs: 30, known, ...options });
  return { page, inKit, truth, badges: () => inKit<readonly SeenBadge[]>('kit.badges()') };
}

const areAllTrue = ({ truth }: Opened, seen: readonly SeenBadge[]): boolean =>
  seen.every(({ text, row }) => text !== '' && (truth[row] ?? '').startsWith(text));

describe('badges beside the sessions', () => {
  it('say of each row on screen what is true of it, and cover none of its words', async () => {
    const opened = await open();
    await eventually(async () => (await opened.badges()).length).toBeGreaterThan(6);
    const seen = await opened.badges();
    expect(seen.filter(({ text, row }) => text !== opened.truth[row])).toEqual([]);
    expect(new Set(seen.map(({ row }) => row)).size).toBe(seen.length);
    expect(await opened.inKit('kit.coveredWords()')).toEqual([]);
  });

  it('lie over the page and leave its rows alone', async () => {
    const page = await desk.openChat('where-es', {}, await unboundTab(desk.context));
    await page.locator('.session').nth(5).waitFor();
    const rows = () => page.locator('.scroller').evaluate((list) => list.outerHTML);
    const before = await rows();
    const inKit = await startKit(page, { uiLang: 'en', answerMs: 10, known: sessions(Date.now()).known });
    await eventually(() => inKit<number>('kit.badges().length')).toBeGreaterThan(6);
    expect(await rows()).toBe(before);
    // The page sees an empty element and cannot look into it.
    const layer = page.locator('parley-badges');
    expect(await layer.evaluate((own) => [own.shadowRoot, own.innerHTML, getComputedStyle(own).pointerEvents])).toEqual(
      [null, '', 'none'],
    );
  });

  it('tell screen readers the same in sentences', async () => {
    const { inKit } = await open();
    await eventually(() => inKit<readonly string[]>('kit.spoken()').then(({ length }) => length)).toBeGreaterThan(6);
    const [first] = await inKit<readonly string[]>('kit.spoken()');
    expect(first).toMatch(/: 23 hours left to reply, writes Spanish, known buyer, 1 note$/);
    expect(await inKit('kit.isLayerHidden()')).toBe(true);
  });

  it('speak Chinese to Chinese readers', async () => {
    const { inKit } = await open({}, { uiLang: 'zh-CN' });
    const texts = () => inKit<readonly SeenBadge[]>('kit.badges()').then((all) => all.map(({ text }) => text));
    await eventually(texts).toContain('22 小时 · 中文');
    expect(await texts()).toContain('20 小时 · 韩语 · 4 条备注');
  });

  it('stand at the left end where the page runs from right to left', async () => {
    const { page, badges } = await open({ loc: 'ar' });
    await eventually(async () => (await badges()).length).toBeGreaterThan(6);
    const list = await page.locator('.scroller').boundingBox();
    for (const { left } of await badges()) expect(left - list!.x).toBeLessThan(list!.width / 2);
  });

  it('turn dark with the page', async () => {
    const page = await desk.openChat('where-es', {}, await unboundTab(desk.context));
    await page.addStyleTag({ content: '.chat, .session { background: #16181d !important; color: #ddd }' });
    await page.locator('.session').nth(5).waitFor();
    const inKit = await startKit(page, { uiLang: 'en', answerMs: 10, known: sessions(Date.now()).known });
    await eventually(() => inKit('kit.theme()')).toBe('dark');
  });
});

describe('a list that gives its elements to other buyers', () => {
  it('never shows a badge on a row it is not about, in any frame of scrolling', async () => {
    const opened = await open({}, { answerMs: 150 });
    const { page, inKit } = opened;
    await eventually(async () => (await opened.badges()).length).toBeGreaterThan(6);
    await inKit(`kit.watchEveryFrame(${JSON.stringify(opened.truth)})`);
    await page.locator('.scroller').hover();
    for (const step of [20, 20, 20, 74, 74, 150, 400, -90, -400, 30, 30, 30, 30, 900, -900, 12, 12, 12]) {
      await page.mouse.wheel(0, step);
      await page.waitForTimeout(60);
    }
    await page.locator('.scroller').evaluate(async (list) => {
      for (let at = 0; at < 60; at += 1) {
        list.scrollTop += at % 2 ? 11 : 37;
        await new Promise((done) => requestAnimationFrame(done));
      }
    });
    const { frames, seen, violations } = await inKit<{ frames: number; seen: number; violations: string[] }>(
      'kit.watched()',
    );
    // On a busy machine a frame may be drawn between a scroll and what follows it: one frame's rows, never more.
    expect(violations.length, violations.join('\n')).toBeLessThanOrEqual(8);
    expect(frames).toBeGreaterThan(60);
    expect(seen).toBeGreaterThan(100);
    await eventually(async () => (await opened.badges()).length).toBeGreaterThan(5);
    expect(areAllTrue(opened, await opened.badges())).toBe(true);
  });

  it('follows rows that move up when messages come in', async () => {
    const opened = await open({ incoming: '1' });
    await eventually(async () => (await opened.badges()).length).toBeGreaterThan(6);
    await opened.inKit(`kit.watchEveryFrame(${JSON.stringify(opened.truth)})`);
    const [before] = await opened.badges();
    await eventually(async () => (await opened.badges())[0]?.row, 12_000).not.toBe(before?.row);
    await opened.page.waitForTimeout(600);
    expect(await opened.inKit('kit.watched().violations')).toEqual([]);
    expect((await opened.badges()).length).toBeGreaterThan(6);
  });

  it('keeps badges inside the list and off everything that lies over it', async () => {
    const opened = await open();
    await eventually(async () => (await opened.badges()).length).toBeGreaterThan(6);
    const { page } = opened;
    await page.locator('.scroller').evaluate((list) => (list.scrollTop = 37));
    await page.waitForTimeout(300);
    const list = (await page.locator('.scroller').boundingBox())!;
    for (const { top, bottom } of await opened.badges()) {
      expect(top).toBeGreaterThanOrEqual(list.y);
      expect(bottom).toBeLessThanOrEqual(list.y + list.height);
    }
    await page.evaluate(() => {
      const dialog = document.createElement('div');
      dialog.style.cssText = 'position:fixed;inset:0;z-index:99;background:#fff';
      dialog.textContent = 'Dialog';
      document.body.append(dialog);
    });
    await eventually(async () => (await opened.badges()).length).toBe(0);
  });
});

describe('what it costs', () => {
  it('asks once for what is on screen and does nothing while nothing changes', async () => {
    const { page, inKit, badges } = await open();
    await eventually(async () => (await badges()).length).toBeGreaterThan(6);
    // The panel about the buyer comes late and is a change.
    await page.waitForTimeout(2_500);
    const before = await inKit<{ asked: number; reads: number }>('kit.counts()');
    expect(before.asked).toBe(1);
    await page.waitForTimeout(1_500);
    expect(await inKit('kit.counts()')).toEqual(before);
  });

  it('ends with its signal: no layer, no reading', async () => {
    const { page, inKit, badges } = await open();
    await eventually(async () => (await badges()).length).toBeGreaterThan(6);
    await inKit('kit.stop()');
    expect(await inKit('kit.layers()')).toBe(0);
    const { reads } = await inKit<{ reads: number }>('kit.counts()');
    await page.locator('.scroller').evaluate((list) => (list.scrollTop = 300));
    await page.waitForTimeout(500);
    expect((await inKit<{ reads: number }>('kit.counts()')).reads).toBe(reads);
  });
});
