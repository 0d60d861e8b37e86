import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * A browser on this computer.
 * @typedef {{ path: string, kind: 'chromium' | 'chrome' | 'edge' | 'firefox' }} FoundBrowser
 */

/** @type {Record<FoundBrowser['kind'], { linux: string[], darwin: string[], win32: string[] }>} */
const places = {
  chromium: {
    linux: ['chromium', 'chromium-browser'],
    darwin: ['Chromium.app/Contents/MacOS/Chromium'],
    win32: ['Chromium\\Application\\chrome.exe'],
  },
  chrome: {
    linux: ['google-chrome-stable', 'google-chrome'],
    darwin: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
    win32: ['Google\\Chrome\\Application\\chrome.exe'],
  },
  edge: {
    linux: ['microsoft-edge-stable', 'microsoft-edge'],
    darwin: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    win32: ['Microsoft\\Edge\\Application\\msedge.exe'],
  },
  firefox: {
    linux: ['firefox', 'firefox-esr'],
    darwin: ['Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'],
  },
};

/** @param {string} path */
function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Absent or not ours to run: both mean "look further".
    return false;
  }
}

/** @param {FoundBrowser['kind']} kind */
function candidates(kind) {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return places[kind].darwin.flatMap((app) => [
      join('/Applications', app),
      join(env.HOME ?? '', 'Applications', app),
    ]);
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return places[kind].win32.flatMap((path) => roots.map((root) => join(root, path)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return places[kind].linux.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {FoundBrowser['kind'][]} kinds */
function firstOf(kinds) {
  for (const kind of kinds) {
    const path = candidates(kind).find(isRunnable);
    if (path !== undefined) return { path, kind };
  }
  return null;
}

/**
 * Finds Chromium, Chrome or Edge: `BROWSER_PATH` first, then the usual places of the platform.
 *
 * Errors: `null` when there is none.
 * @returns {FoundBrowser | null}
 */
export function findBrowser() {
  const chosen = process.env.BROWSER_PATH;
  if (chosen) {
    const name = chosen.toLowerCase();
    const kind = name.includes('edge') ? 'edge' : /google|chrome(\.exe)?$/.test(name) ? 'chrome' : 'chromium';
    return isRunnable(chosen) ? { path: chosen, kind } : null;
  }
  return firstOf(['chromium', 'chrome', 'edge']);
}

/**
 * Finds Firefox: `FIREFOX_PATH` first, then the usual places of the platform.
 *
 * Errors: `null` when there is none.
 * @returns {FoundBrowser | null}
 */
export function findFirefox() {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen) return isRunnable(chosen) ? { path: chosen, kind: 'firefox' } : null;
  return firstOf(['firefox']);
}
