import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { launchDesk, type Desk } from '../../tests/e2e/harness/launch-desk';
import { typeKeys } from './measure-typing';
import { storm } from './page-probes';
import { newSellerPage, settle } from './seller-page';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** One function of the extension. */
export interface HotSpot {
  readonly name: string;
  readonly script: string;
  /** Counted from 0. */
  readonly line: number;
  /** Units: ms in the function itself and in what the browser did for it. */
  readonly selfMs: number;
  /** Units: ms with everything it called. */
  readonly totalMs: number;
}

const SAMPLE_EVERY_US = 200;
const isOwn = ({ callFrame }: ProfileNode): boolean => callFrame.url.startsWith('chrome-extension:');

/** Sums a profile by function; the browser's own functions count for the function of ours that called them. */
export function hotSpots({ nodes, samples = [], timeDeltas = [] }: CpuProfile): readonly HotSpot[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)));
  const found = new Map<string, HotSpot & { selfMs: number; totalMs: number }>();
  const entryOf = ({ callFrame: { functionName, url, lineNumber } }: ProfileNode) => {
    const place = `${url} ${lineNumber} ${functionName}`;
    const script = new URL(url).pathname;
    const fresh = { name: functionName || '(nameless)', script, line: lineNumber, selfMs: 0, totalMs: 0 };
    const entry = found.get(place) ?? fresh;
    found.set(place, entry);
    return entry;
  };
  for (const [at, id] of samples.entries()) {
    const ms = (timeDeltas[at] ?? 0) / 1000;
    const counted = new Set<object>();
    let isNearest = true;
    for (let node = byId.get(id); node; node = parents.get(node.id)) {
      if (!isOwn(node)) continue;
      const entry = entryOf(node);
      if (isNearest) entry.selfMs += ms;
      isNearest = false;
      // A function that calls itself must not count twice.
      if (!counted.has(entry)) entry.totalMs += ms;
      counted.add(entry);
    }
  }
  return [...found.values()].sort((a, b) => b.selfMs - a.selfMs);
}

async function profiled(session: CDPSession, act: () => Promise<unknown>): Promise<readonly HotSpot[]> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await session.send('Profiler.start');
  await act();
  const { profile } = await session.send('Profiler.stop');
  return hotSpots(profile);
}

const moduleMark = /^\s*\/\/ (\S+\.(?:tsx?|mjs|js|json|css)\S*)$/;

/** The source file of a place in a built file whose modules are still marked by comments. */
function sourceOf(lines: readonly string[], line: number): string {
  for (let at = line; at >= 0; at -= 1) {
    const [, file] = moduleMark.exec(lines[at] ?? '') ?? [];
    if (file) return file;
  }
  return '';
}

const SHOWN = 12;

function print(extensionDir: string, title: string, spots: readonly HotSpot[]): void {
  const built = new Map<string, readonly string[]>();
  const linesOf = (script: string): readonly string[] => {
    const lines = built.get(script) ?? readFileSync(join(extensionDir, script), 'utf8').split('\n');
    built.set(script, lines);
    return lines;
  };
  const row = ({ name, script, line, selfMs, totalMs }: HotSpot): string =>
    `${selfMs.toFixed(1).padStart(9)} ${totalMs.toFixed(1).padStart(9)}  ${name.padEnd(28)} ${sourceOf(linesOf(script), line)}`;
  console.log(`\n${title}\n     self     total  ms, the largest by self time, then by total time`);
  for (const spot of spots.slice(0, SHOWN)) console.log(row(spot));
  console.log('');
  for (const spot of [...spots].sort((a, b) => b.totalMs - a.totalMs).slice(0, SHOWN)) console.log(row(spot));
}

async function profilePage(desk: Desk, elements: number, extensionDir: string): Promise<void> {
  const seller = await newSellerPage(desk, elements);
  const { page, cpu } = seller;
  const load = await profiled(cpu, async () => {
    await desk.openThread('where-en', {}, page);
    await settle(page, 1_500, true);
  });
  print(extensionDir, `Loading a conversation, ${elements} nodes`, load);
  print(
    extensionDir,
    `Storm of 2 s, ${elements} nodes`,
    await profiled(cpu, () => page.evaluate(storm, [10_000, 2] as const)),
  );
  if (elements < 10_000) {
    const text = { characters: 2_000, findings: 3 };
    const keys = await profiled(cpu, () => typeKeys(seller, text, { keys: 60, hasCheck: true }));
    print(extensionDir, '60 keys into 2,000 characters with three findings (filling the box included)', keys);
  }
  await page.close();
}

/** Says where the extension's time goes; wants a build whose names are left as they are. */
export async function profileParley(extensionDir: string): Promise<void> {
  const desk = await launchDesk({ extensionDir, locale: 'en-US', viewport: { width: 1680, height: 900 } });
  try {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    for (const elements of [3_000, 50_000]) await profilePage(desk, elements, extensionDir);
  } finally {
    await desk.close();
  }
}
