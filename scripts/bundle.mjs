#!/usr/bin/env node
// npm run bundle -- inspect|verify|merge|diff FILES: looks into .parley files without a browser; --help tells the rest.
// Exit status 0: all is well; 1: something is wrong with a file; 2: the command was used wrongly.
import { ensureDependencies } from './lib/setup.mjs';

ensureDependencies();
const { loadTs } = await import('./lib/load-ts.mjs');
const { runBundle } = await loadTs('scripts/bundle/run-bundle.ts');

// Set, not exit(): a pipe may still be taking the output.
process.exitCode = await runBundle(process.argv.slice(2), {
  // npm runs scripts in the project's folder; file names are about where it was started.
  folder: process.env.INIT_CWD ?? process.cwd(),
  passphrase: process.env.PARLEY_PASSPHRASE,
  nowMs: Date.now(),
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
