// npm run check: format, lint, types, layers, dead code, builds, sizes, add-on lint; stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies, fail, root, run, runTool } from './lib/setup.mjs';

ensureDependencies();
const { build, outputOf } = await import('./lib/build.mjs');

function step(name, action) {
  const startedAt = performance.now();
  process.stdout.write(`${name} ... `);
  action();
  console.log(`ok (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
}

const tool = (name, args) => () => {
  if (runTool(name, args) !== 0) fail(`${name} found something to mend.`);
};

/** dependency-cruiser ends clean when it reads nothing at all, so the number of modules is part of the check. */
function layers() {
  const args = [
    'entrypoints',
    'components',
    'utils',
    '--config',
    '.ci/dependency-cruiser.cjs',
    '--output-type',
    'json',
  ];
  const cruise = spawnSync(join(root, 'node_modules', '.bin', 'depcruise'), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { summary } = JSON.parse(cruise.stdout);
  for (const { rule, from, to } of summary.violations) console.error(`\n  ${rule.name}: ${from} -> ${to}`);
  if (summary.violations.length > 0) fail('The layers are broken; see docs/architecture.md.');
  if (summary.totalCruised === 0) fail('dependency-cruiser read no module: its answer means nothing.');
  process.stdout.write(`${summary.totalCruised} modules ... `);
}

/** The stores' own linter: errors fail, warnings are shown as a number. */
function addonLint() {
  const args = ['lint', '-s', outputOf('firefox'), '-o', 'json', '--no-config-discovery'];
  const lint = spawnSync(join(root, 'node_modules', '.bin', 'web-ext'), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const report = JSON.parse(lint.stdout);
  for (const error of report.errors) console.error(`\n  ${error.code}: ${error.message} ${error.file ?? ''}`);
  if (report.summary.errors > 0) fail('web-ext lint found errors.');
  process.stdout.write(`${report.summary.warnings} warnings ... `);
}

step('format', tool('prettier', ['--check', '--log-level', 'warn', '.']));
step('prepare', tool('wxt', ['prepare', '--level', 'warn']));
step('lint', tool('eslint', ['--config', '.ci/eslint.config.mjs', '--max-warnings', '0', '.']));
step('types', tool('tsc', ['--noEmit']));
step('layers', layers);
step('dead code', tool('knip', ['--config', '.ci/knip.json']));
step('build chrome', () => build('chrome'));
step('build firefox', () => build('firefox'));
step('sizes', () => {
  if (run(process.execPath, ['scripts/sizes.mjs']) !== 0) fail('A bundle is over its budget.');
});
step('add-on lint', addonLint);
