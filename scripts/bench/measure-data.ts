/**
 * What the records cost at 100,000 buyers or a million, in the built dashboard: writing them, the header of a conversation,
 * pages of every view, counts, search, opening and archiving.
 */
import { cp, rm, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { launchDesk } from '../../tests/e2e/harness/launch-desk';
import type { BenchData } from './data-page';
import { orderNumber } from './data-rows';
import { scrolledFrames } from './measure-dashboard';
import { median, quantile } from './stats';

/** How much is measured. */
export interface DataPlan {
  readonly rows: number;
  readonly rounds: number;
}

/** The script of this bench, and its name in the build. */
export const SCRIPT = { entry: 'scripts/bench/data-page.ts', file: 'bench-data.js' };
const MOST_ARCHIVED = 1_000;
/** Buyers written through the program, with order and note; of more, the records alone are put into the store. */
const MOST_WRITTEN = 100_000;
/** What may be waited for one answer of the page: a million buyers take half an hour. Units: ms. */
const PATIENCE_MS = 3_000_000;

/** Copies a build into a folder of its own, with a script of the bench beside it; answers the folder. */
export async function withScript(
  extensionDir: string,
  script: { readonly entry: string; readonly file: string },
): Promise<string> {
  // The build itself stays what is shipped.
  const dir = `${extensionDir}-${script.file.replace('.js', '')}`;
  // Files of an earlier build would stay beside those of this one.
  await rm(dir, { recursive: true, force: true });
  await cp(extensionDir, dir, { recursive: true });
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': process.cwd() } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: script.entry, formats: ['iife'], name: 'benchPage', fileName: 'bench-page' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the page of the bench was not bundled');
  await writeFile(join(dir, script.file), output.output[0].code);
  return dir;
}

/** A line of what was measured. */
export interface Line {
  readonly what: string;
  readonly shown: string;
  readonly goal: string;
  readonly isMet: boolean | null;
}

/** A figure with two places that say something. */
export const two = (figure: number): string => figure.toFixed(figure < 10 ? 2 : figure < 100 ? 1 : 0);
/** Prints a line of what was measured. */
export const print = ({ what, shown, goal, isMet }: Line): void =>
  console.log(
    `  ${what.padEnd(46)} ${shown.padEnd(44)} ${goal.padEnd(20)} ${isMet === null ? '' : isMet ? 'met' : 'NOT MET'}`,
  );

const times = (what: string, figures: readonly number[], mostP95: number | null): void => {
  const p95 = quantile(figures, 0.95);
  print({
    what,
    shown: `${two(median(figures))} ms, p95 ${two(p95)} (${figures.length})`,
    goal: mostP95 === null ? '' : `p95 ${mostP95} ms`,
    isMet: mostP95 === null ? null : p95 <= mostP95,
  });
};

/** Calls the functions that a script of the bench has put under `name` in a page. */
export const callerOf =
  <T extends { readonly [K in keyof T]: (...args: never[]) => unknown }>(name: string) =>
  (page: Page) =>
  <K extends keyof T & string>(called: K, ...args: Parameters<T[K]>): Promise<Awaited<ReturnType<T[K]>>> =>
    page.evaluate(
      ([where, what, given]) =>
        (globalThis as unknown as Record<string, Record<string, (...all: unknown[]) => unknown>>)[where]![what]!(
          ...given,
        ),
      [name, called, args as unknown[]] as const,
    ) as Promise<Awaited<ReturnType<T[K]>>>;

/** Calls the script of this bench. */
export const inPage = callerOf<BenchData>('benchData');

/** How long a page stood still at most, in words. */
export const gapText = ([longest = 0, p99 = 0]: readonly number[]): string =>
  `longest frame ${two(longest)} ms, p99 ${two(p99)}`;

async function measureViews(call: ReturnType<typeof inPage>, { rows, rounds }: DataPlan): Promise<void> {
  const { kept } = await call('counts', 1);
  const largest = (kind: string): string =>
    Object.entries(kept)
      .filter(([list]) => list.startsWith(`${kind}:`))
      .sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0))[0]?.[0]
      .slice(kind.length + 1) ?? '';
  const [shopId, segment, tag, country] = ['shop', 'segment', 'tag', 'country'].map(largest) as [
    string,
    string,
    string,
    string,
  ];
  const most = rows > 100_000 ? 60 : 10;
  const views: readonly (readonly [string, Parameters<BenchData['pages']>[0]])[] = [
    ['all', {}],
    ['one shop', { shopId: shopId as never }],
    [`segment ${segment}`, { segment }],
    [`tag ${tag}`, { tag }],
    [`country ${country}`, { country }],
    [`tag ${tag} in ${country}`, { tag, country }],
    ['archived', { archived: true }],
  ];
  for (const [name, filter] of views) {
    const { first, deep, lines } = await call('pages', filter, rounds * 8);
    times(`page, ${name}: first (${lines} lines)`, first, most);
    times(`page, ${name}: from the middle`, deep, most);
  }
}

async function measureSearch(call: ReturnType<typeof inPage>, { rows, rounds }: DataPlan): Promise<void> {
  const some = Array.from({ length: rounds * 4 }, (_, at) => Math.floor((at * rows) / (rounds * 4)));
  const first = await call('search', 'lamp');
  print({
    what: 'search: the first of a page, reading the index',
    shown: `${two(first.ms)} ms`,
    goal: '',
    isMet: null,
  });
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['one word', ['refund', 'anna', 'lamp', 'mull', 'v', 'gift', 'waterproof', 'größe', 'иван', 'parcel']],
    ['two words', ['refund late', 'anna garcia', 'blue lamp', 'jose kettle', 'vip 230', 'm s', 'soft blanket']],
    ['Chinese, Japanese', ['退款', '换货', '小明', '王', '変圧器', '大客户']],
    ['beginning of a number', some.map((at) => orderNumber(at).slice(0, 11))],
    ['a whole number', some.map(orderNumber)],
    ['nothing found', ['xylophonist', 'nothing like it', '龘', '999-99']],
  ];
  for (const [name, queries] of kinds) {
    const found: number[] = [];
    let lines = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const words of queries) {
        const answer = await call('search', words);
        found.push(answer.ms);
        lines += answer.lines;
      }
    }
    times(`search: ${name} (${two(lines / found.length)} lines)`, found, rows > 100_000 ? null : 20);
  }
}

/** Measures and prints everything once, in a fresh profile. */
export async function measureData(extensionDir: string, plan: DataPlan): Promise<void> {
  const dir = await withScript(extensionDir, SCRIPT);
  const desk = await launchDesk({ extensionDir: dir, locale: 'en-US' });
  const load = (): string => loadavg()[0]?.toFixed(1) ?? '?';
  try {
    const page = await desk.openExtensionPage('dashboard.html#/settings');
    page.setDefaultTimeout(PATIENCE_MS);
    await page.addScriptTag({ url: `/${SCRIPT.file}` });
    const call = inPage(page);
    const version = desk.context.browser()?.version() ?? 'unknown';
    const bytes = await call('bytesOf', 1_000);
    console.log(
      `${plan.rows} buyers of ${Math.round(bytes[0])} bytes, ${Math.round(bytes[1])} with order and note, ${plan.rounds} rounds; Chromium ${version}; load ${load()}`,
    );

    const { gaps: idleGaps } = await call('idle', 3_000);
    const mostGap = Math.max(34, 1.5 * (idleGaps[1] ?? 0));
    const goalGap = `p99 ${two(mostGap)} ms`;
    print({ what: 'frames of the page at rest', shown: gapText(idleGaps), goal: '', isMet: null });

    const written = Math.min(plan.rows, MOST_WRITTEN);
    const step = Math.max(1, Math.floor(written / 10));
    const rates: number[] = [];
    const gaps: (readonly number[])[] = [];
    for (let from = 0; from < written; from += step) {
      const to = Math.min(written, from + step);
      const done = await call('insert', from, to);
      rates.push((done.value / done.ms) * 1000);
      gaps.push(done.gaps);
      console.log(`  ${to} written, ${Math.round(rates.at(-1) ?? 0)} a second (load ${load()})`);
    }
    const rate = median(rates);
    print({
      what: 'buyers with orders, notes, figures and lists',
      // An order each, and a note for six of ten.
      shown: `${Math.round(rate)} buyers, ${Math.round(rate * 2.6)} rows a second`,
      goal: '2500 rows a second',
      isMet: rate * 2.6 >= 2_500,
    });
    const worst = Math.max(...gaps.map(([longest = 0]) => longest));
    const p99 = median(gaps.map(([, share = 0]) => share));
    print({ what: 'frames of the page meanwhile', shown: gapText([worst, p99]), goal: goalGap, isMet: p99 <= mostGap });

    const imported = await call('importFile', plan.rows, step);
    const importRate = (imported.value / imported.ms) * 1000;
    print({
      what: `importing a file of ${imported.value} orders`,
      // Each of a buyer nobody knew: a record and an order.
      shown: `${Math.round(importRate * 2)} rows a second, ${gapText(imported.gaps)}`,
      goal: '2500 rows a second',
      isMet: importRate * 2 >= 2_500,
    });

    for (let from = written; from < plan.rows; from += MOST_WRITTEN) {
      const to = Math.min(plan.rows, from + MOST_WRITTEN);
      const filled = await call('fill', from, to);
      console.log(`  ${to} records, ${Math.round((filled.value / filled.ms) * 1000)} a second straight into the store`);
    }

    const prepared = await call('prepare');
    print({
      what: 'index of all words',
      shown: `${two(prepared.ms / 1000)} s, ${gapText(prepared.gaps)}`,
      goal: goalGap,
      isMet: (prepared.gaps[1] ?? 0) <= mostGap,
    });

    const { byBrowser, byStore, bySee } = await call('headers', plan.rows, plan.rounds * 40);
    const most = plan.rows > 100_000 ? 10 : 6;
    times('row by alias: IndexedDB alone', byBrowser, null);
    times('row by alias: the store', byStore, most);
    const ratio = median(byStore) / median(byBrowser);
    print({
      what: 'row by alias: the store against IndexedDB',
      shown: `${two(ratio)} x`,
      goal: '1.2 x',
      isMet: ratio <= 1.2,
    });
    times('header: all of `see`, nothing new', bySee, 10);

    const archived = await call('archive', 0, Math.min(MOST_ARCHIVED, plan.rows / 10));
    print({
      what: `archiving ${archived.value}`,
      shown: `${two(archived.ms)} ms, ${gapText(archived.gaps)}`,
      goal: '',
      isMet: null,
    });

    await measureViews(call, plan);
    const counted = await call('counts', plan.rounds * 8);
    times('counts of all lists', counted.times, 10);
    print({
      what: `recount of the same, ${two(counted.recount)} ms`,
      shown: counted.wrong.join('; ') || 'equal',
      goal: 'equal',
      isMet: counted.wrong.length === 0,
    });

    const caughtUp = await call('prepare');
    print({
      what: 'index after archiving',
      shown: `${two(caughtUp.ms)} ms, ${gapText(caughtUp.gaps)}`,
      goal: '',
      isMet: null,
    });
    await measureSearch(call, plan);
    times('opening a record', await call('open', plan.rows, plan.rounds * 20), null);
    const list = await desk.openExtensionPage('dashboard.html#/buyers');
    const frames = await scrolledFrames(list, '[data-buyer]', 120);
    print({
      what: `frames while the list scrolls, ${frames.count}`,
      shown: gapText([frames.longest, frames.p99]),
      goal: 'longest 50 ms',
      isMet: frames.longest <= 50,
    });
    console.log(`Load ${load()}.`);
  } finally {
    await desk.close();
  }
}
