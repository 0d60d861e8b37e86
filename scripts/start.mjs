// npm start: set-up, build, then Parley on the replica desk; without a display the guided tour.
import { ensureDependencies } from './lib/setup.mjs';

ensureDependencies();
const { ensureBrowser } = await import('./lib/ensure-browser.mjs');
const { build, outputOf } = await import('./lib/build.mjs');
const { loadTs } = await import('./lib/load-ts.mjs');

/** On Linux a window needs a display server; elsewhere there is one unless this is a CI machine. */
const hasDisplay = () =>
  !process.env.CI && (process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY));

const browser = ensureBrowser();
console.log('Building Parley ...');
build('chrome');
process.env.BROWSER_PATH = browser.path;
if (hasDisplay()) {
  const { openDesk } = await loadTs('scripts/desk/open-desk.ts');
  await openDesk(outputOf('chrome'));
  process.exit(0);
}
console.log('No display here: this is the guided tour. Pictures go to .output/tour/.');
const { tour } = await loadTs('scripts/desk/tour.ts');
process.exit(await tour(outputOf('chrome')));
