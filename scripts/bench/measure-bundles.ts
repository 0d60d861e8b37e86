/**
 * What files of records cost at 100,000 buyers: writing, reading as far as the preview, applying and taking back, in the built
 * dashboard, beside dexie-export-import on the same rows in the same run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { launchDesk } from '../../tests/e2e/harness/launch-desk';
import type { BenchBundles } from './bundle-page';
import { callerOf, gapText, print, two, withScript } from './measure-data';

const SCRIPT = { entry: 'scripts/bench/bundle-page.ts', file: 'bench-bundles.js' };
const PATIENCE_MS = 1_800_000;
const passphrase = 'seven short words of the bench';
const MOST = { write: 15_000, read: 30_000, memory: 300 };

const workerIn = (dir: string): string => {
  const file = readdirSync(join(dir, 'assets')).find((name) => name.startsWith('bundle-worker'));
  if (!file) throw new Error('the build has no worker for bundles');
  return `/assets/${file}`;
};

/** Memory of all renderers of this browser. Units: MB of resident memory. */
const memoryOf = (): number => {
  let kilobytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
      if (!command.includes('--type=renderer')) continue;
      kilobytes += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0);
    } catch {
      // A process that has ended in between.
    }
  }
  return kilobytes / 1024;
};

/** The most memory in use while something runs, above what was in use before. Units: MB. */
const withMemory = async <T>(work: () => Promise<T>): Promise<{ readonly done: T; readonly peak: number }> => {
  const before = memoryOf();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, memoryOf())), 200);
  try {
    return { done: await work(), peak: Math.max(most, memoryOf()) - before };
  } finally {
    clearInterval(timer);
  }
};

type Timed = { readonly ms: number; readonly gaps: readonly number[] };

const inBundles = callerOf<BenchBundles>('benchBundles');

async function openPage(dir: string) {
  const desk = await launchDesk({ extensionDir: dir, locale: 'en-US' });
  const page = await desk.openExtensionPage('dashboard.html#/settings');
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addScriptTag({ url: `/${SCRIPT.file}` });
  return { desk, call: inBundles(page) };
}

const show = (
  what: string,
  { done, peak }: { readonly done: Timed; readonly peak: number },
  most: number | null,
): void => {
  const isMet = most === null ? null : done.ms <= most && peak <= MOST.memory;
  const shown = `${two(done.ms / 1000)} s, ${two(peak)} MB more, ${gapText(done.gaps)}`;
  print({ what, shown, goal: most === null ? '' : `${most / 1000} s, ${MOST.memory} MB`, isMet });
};

const against = (what: string, ours: Timed, theirs: Timed): void =>
  print({ what, shown: `${two(theirs.ms / ours.ms)} x as fast`, goal: '2 x', isMet: theirs.ms / ours.ms >= 2 });

/** Measures and prints everything once; each direction in a fresh profile. */
export async function measureBundles(extensionDir: string, count: number): Promise<void> {
  const dir = await withScript(extensionDir, SCRIPT);
  const worker = workerIn(dir);
  const from = await openPage(dir);
  let file = '';
  let locked = '';
  let written: Timed;
  let copied: Timed;
  try {
    await from.call('fill', count);
    console.log(`${count} buyers with orders and notes; load ${loadavg()[0]?.toFixed(1)}`);
    const plain = await withMemory(() => from.call('write', worker, ''));
    show(`writing everything, ${two(plain.done.value / 1e6)} MB`, plain, MOST.write);
    const closed = await withMemory(() => from.call('write', worker, passphrase));
    show('the same with a passphrase', closed, MOST.write);
    const library = await withMemory(() => from.call('exportDB'));
    show(`dexie-export-import, ${two(library.done.value / 1e6)} MB`, library, null);
    [written, copied] = [plain.done, library.done];
    against('writing against dexie-export-import', written, copied);
    [file, locked] = [await from.call('take', ''), await from.call('take', passphrase)];
    // The library takes its own file in again, over the same rows: the best case it has.
    const back = await withMemory(() => from.call('importDB'));
    show(`dexie-export-import: taking ${back.done.value} buyers in`, back, null);
    copied = back.done;
  } finally {
    await from.desk.close();
  }
  const to = await openPage(dir);
  try {
    await to.call('give', '', file);
    await to.call('give', passphrase, locked);
    const sealed = await withMemory(() => to.call('read', worker, passphrase));
    show('reading one with a passphrase, with preview', sealed, MOST.read);
    const read = await withMemory(() => to.call('read', worker, ''));
    show(`reading, with preview (${read.done.value.new} new)`, read, MOST.read);
    const applied = await withMemory(() => to.call('apply', worker));
    show('applying', applied, null);
    const both = { ms: read.done.ms + applied.done.ms, gaps: [] };
    print({
      what: 'reading, preview and applying',
      shown: `${two(both.ms / 1000)} s`,
      goal: '30 s',
      isMet: both.ms <= MOST.read,
    });
    against('the same against dexie-export-import', both, copied);
    console.log(`  afterwards ${(await to.call('counts')).join(' buyers, ')} orders and notes`);
    const again = await withMemory(() => to.call('read', worker, ''));
    show(`reading it again (${again.done.value.new} new, ${again.done.value.changed} changed)`, again, MOST.read);
    console.log(`Load ${loadavg()[0]?.toFixed(1)}.`);
  } finally {
    await to.desk.close();
  }
}
