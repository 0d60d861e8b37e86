// What every command does first: the dependencies, installed when missing or older than the lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const stampFile = join(root, 'node_modules', '.parley-lock');
const holidaysFile = join(root, 'utils', 'catalog', 'time', 'holidays.json');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** Runs a program in the project's folder with its output shown, on stdout unless told; returns its exit status. */
export function run(program, args, env = {}, stdout = 'inherit') {
  const shell = process.platform === 'win32';
  const stdio = ['inherit', stdout, 'inherit'];
  return spawnSync(program, args, { cwd: root, stdio, shell, env: { ...process.env, ...env } }).status ?? 1;
}

/** Runs a program of node_modules/.bin by its name. */
export const runTool = (name, args, env) => run(join(root, 'node_modules', '.bin', name), args, env);

/** Says what went wrong and what to do, and ends with the given status. */
export function fail(message, status = 1) {
  console.error(message);
  process.exit(status);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Parley needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`, 2);
}

/** Installs the dependencies unless they already match the lock file, and makes what is computed from them. */
export function ensureDependencies() {
  checkNode();
  if (!isInstalled()) install();
  if (!existsSync(holidaysFile) && run(process.execPath, ['scripts/make-holidays.mjs']) !== 0) {
    fail('The table of public holidays could not be made.');
  }
}

const isInstalled = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash();

function install() {
  // Not to stdout: `evaluate` keeps that for its answers.
  console.error('Installing dependencies (about a minute the first time) ...');
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  if (run('npm', args, {}, process.stderr) !== 0) {
    fail('The dependencies could not be installed. Check the network and try again.');
  }
  writeFileSync(stampFile, lockHash());
  rmSync(holidaysFile, { force: true });
}
