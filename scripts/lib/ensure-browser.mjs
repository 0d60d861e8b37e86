// Finds a Chromium-based browser, or installs Debian's where that is possible, or says how to get one.
import { existsSync } from 'node:fs';
import { findBrowser, findFirefox } from './find-browser.mjs';
import { fail, run } from './setup.mjs';

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const aptInstall = (packages) =>
  run('apt-get', ['update', '-qq']) === 0 &&
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    DEBIAN_FRONTEND: 'noninteractive',
  }) === 0;

/** A Chromium, Chrome or Edge as `{path, kind}`; ends with status 2 and advice when there is none. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (isRootOnDebian()) {
    console.log('No browser found: installing Chromium with apt-get ...');
    if (aptInstall(['chromium', 'fonts-liberation', 'fonts-noto-cjk', 'fonts-noto-core'])) {
      const installed = findBrowser();
      if (installed) return installed;
    }
  }
  return fail(
    [
      'Parley needs Chromium, Google Chrome or Microsoft Edge to run in.',
      '  Debian, Ubuntu:  sudo apt-get install chromium',
      '  macOS:           https://www.chromium.org/getting-involved/download-chromium/',
      '  Windows:         Microsoft Edge is already there; set BROWSER_PATH if it was not found',
      'Or set BROWSER_PATH to the program.',
    ].join('\n'),
    2,
  );
}

/** Firefox as a path, or null; in CI on Debian it is installed when missing. */
export function ensureFirefox() {
  const found = findFirefox();
  if (found) return found;
  if (process.env.CI && isRootOnDebian() && aptInstall(['firefox-esr'])) return findFirefox();
  return null;
}
