// npm test: set-up, builds, then every test; ends with the plain line "N passed, N failed".
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root, runTool } from './lib/setup.mjs';

ensureDependencies();
const { ensureBrowser, ensureFirefox } = await import('./lib/ensure-browser.mjs');
const { build } = await import('./lib/build.mjs');

const browser = ensureBrowser();
const firefox = ensureFirefox();

build('chrome');
if (firefox) build('firefox');
else console.log('Firefox was not found: its tests are left out.');

const env = { BROWSER_PATH: browser.path, NO_COLOR: '1', ...(firefox ? { FIREFOX_PATH: firefox.path } : {}) };

/** Runs some projects of the test configuration; returns what the runner counted. */
function vitest(projects, extra = []) {
  const report = join(root, '.output', `tests-${projects.join('-')}.json`);
  rmSync(report, { force: true });
  const args = ['run', ...projects.flatMap((name) => ['--project', name]), ...extra];
  const status = runTool('vitest', [...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], env);
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that could not be loaded holds no failed test, yet it is a failure.
    const failed = Math.max(
      numFailedTests,
      status === 0 ? 0 : 1,
      numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0,
    );
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

// Browser tests measure keystrokes and round trips: they do not share the cores with the unit tests.
const counts = [vitest(['pure', 'unit', 'component', 'preact']), vitest(['browser'])];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
