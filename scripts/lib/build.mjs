// Builds the extension for one browser into .output/<browser>-mv3.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root, runTool } from './setup.mjs';

/** Folder of the built extension. */
export const outputOf = (browser) => join(root, '.output', `${browser}-mv3`);

/** Builds for `chrome` or `firefox`; ends the process when the build fails. */
export function build(browser) {
  const args = ['build', '-b', browser, '--mv3', '--level', 'warn'];
  if (runTool('wxt', args) !== 0) fail(`The build for ${browser} failed.`);
  if (!existsSync(join(outputOf(browser), 'manifest.json'))) fail(`The build for ${browser} left no manifest.`);
}
