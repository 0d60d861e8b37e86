// npm run bench: what the extension costs a seller page, measured in a real browser against the page alone,
// the least an assistant can do, and the same extension with React in the page.
// First comes what the pure domain costs per call; `--domain` measures nothing else.
//   npm run bench [-- --rounds 5] [--quick] [--profile] [--domain] [--import] [--dashboard] [--data|--bundles|--reports [--rows 1000000]]
// `--import` measures nothing but the import of a large file of templates in the built dashboard.
// `--dashboard` measures how soon pages of the dashboard can be worked with.
// `--bundles` measures files of records: writing, reading, applying and taking back.
// `--reports` measures reports over a million buyers, or as many as `--rows` says.
// `--data` (or `data`) measures nothing but the records: 100,000 buyers, or as many as `--rows` says.
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, fail, root, runTool } from './lib/setup.mjs';

ensureDependencies();
const { ensureBrowser } = await import('./lib/ensure-browser.mjs');
const { loadTs } = await import('./lib/load-ts.mjs');
const { measureSizes } = await import('./lib/measure-sizes.mjs');

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    domain: { type: 'boolean', default: false },
    import: { type: 'boolean', default: false },
    dashboard: { type: 'boolean', default: false },
    data: { type: 'boolean', default: false },
    bundles: { type: 'boolean', default: false },
    reports: { type: 'boolean', default: false },
    rows: { type: 'string' },
  },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 20) fail('--rounds takes a number from 1 to 20.', 2);

/** Builds one arm into a folder of its own, so that the normal build stays as it is. */
function buildArm(name, env = {}, more = []) {
  const outDir = join('.output', 'bench', name);
  const args = ['build', '-b', 'chrome', '--mv3', '--level', 'warn', ...more];
  // Loading TypeScript into this process may have made it a development one.
  if (runTool('wxt', args, { ...env, NODE_ENV: 'production', PARLEY_OUT_DIR: outDir }) !== 0)
    fail(`The build of the ${name} arm failed.`);
  return join(root, outDir, 'chrome-mv3');
}

const load = () =>
  loadavg()
    .map((figure) => figure.toFixed(1))
    .join(' ');

const { printDomain, printReport } = await loadTs('scripts/bench/report.ts');

if (options.import) {
  process.env.BROWSER_PATH = ensureBrowser().path;
  const { measureImportInPage } = await loadTs('scripts/bench/measure-import-page.ts');
  printDomain(await measureImportInPage(buildArm('parley'), Math.min(rounds, 3)));
  console.log(`Load average ${load()}.`);
  process.exit(0);
}

if (options.dashboard) {
  process.env.BROWSER_PATH = ensureBrowser().path;
  const { measureDashboard } = await loadTs('scripts/bench/measure-dashboard.ts');
  const built = buildArm('parley');
  printDomain(await measureDashboard(built, rounds));
  const first = measureSizes(built).find(({ name }) => name === 'dashboard');
  if (first) console.log(`First load of the dashboard: ${(first.gzip / 1000).toFixed(1)} kB gzip.`);
  console.log(`Load average ${load()}.`);
  process.exit(0);
}

if (options.data || positionals.includes('data')) {
  const rows = Number(options.rows ?? 100_000);
  if (!Number.isInteger(rows) || rows < 1_000 || rows > 2_000_000)
    fail('--rows takes a number from 1000 to 2000000.', 2);
  process.env.BROWSER_PATH = ensureBrowser().path;
  const { measureData } = await loadTs('scripts/bench/measure-data.ts');
  await measureData(buildArm('parley'), { rows, rounds });
  process.exit(0);
}

if (options.reports) {
  const rows = Number(options.rows ?? 1_000_000);
  if (!Number.isInteger(rows) || rows < 1_000 || rows > 2_000_000)
    fail('--rows takes a number from 1000 to 2000000.', 2);
  process.env.BROWSER_PATH = ensureBrowser().path;
  const { measureReports } = await loadTs('scripts/bench/measure-reports.ts');
  await measureReports(buildArm('parley'), rows, rounds);
  process.exit(0);
}

if (options.bundles || positionals.includes('bundles')) {
  const rows = Number(options.rows ?? 100_000);
  if (!Number.isInteger(rows) || rows < 100 || rows > 1_000_000) fail('--rows takes a number from 100 to 1000000.', 2);
  process.env.BROWSER_PATH = ensureBrowser().path;
  const { measureBundles } = await loadTs('scripts/bench/measure-bundles.ts');
  await measureBundles(buildArm('parley'), rows);
  process.exit(0);
}

const { measureDomain } = await loadTs('scripts/bench/measure-domain.ts');
const { measureCheck } = await loadTs('scripts/bench/measure-check.ts');
const { measureSearch } = await loadTs('scripts/bench/measure-search.ts');
const { measureMessages } = await loadTs('scripts/bench/measure-messages.ts');
const browser = ensureBrowser();
const inBrowser = await measureMessages(browser.path);
const { measureImport } = await loadTs('scripts/bench/measure-import.ts');
printDomain([...measureDomain(), ...measureCheck(), ...measureSearch(), ...measureImport(), ...inBrowser]);
console.log(`Load average ${load()}.`);
if (options.domain) process.exit(0);

process.env.BROWSER_PATH = browser.path;

if (options.profile) {
  console.log('Building Parley with its names ...');
  const named = buildArm('named', {}, ['-c', 'scripts/bench/profile.wxt.config.ts']);
  const { profileParley } = await loadTs('scripts/bench/profile.ts');
  await profileParley(named);
  process.exit(0);
}

console.log('Building two arms ...');
const built = { parley: buildArm('parley'), react: buildArm('react', { PARLEY_PAGE_RUNTIME: 'react' }) };
const { planOf } = await loadTs('scripts/bench/plan.ts');
const { runBench } = await loadTs('scripts/bench/run.ts');

const startedAt = performance.now();
const plan = planOf(rounds, options.quick);
console.log(`${cpus().length} cores, load average ${load()}; ${plan.rounds} rounds of four arms ...`);
const findings = await runBench(built, plan);
printReport(findings, plan, { parley: measureSizes(built.parley), react: measureSizes(built.react) });
console.log(`Load average ${load()}; ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
process.exit(0);
