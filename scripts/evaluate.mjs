#!/usr/bin/env node
// Runs one of the pure domains over a file of cases, without a browser:
//   node scripts/evaluate.mjs <task> <file.jsonl>
// One JSON object per case on stdout, in the order of the file. A case that cannot be read or
// evaluated gives {"line": n, "error": "..."} and the run goes on. Exit status 2: nothing was run.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './lib/setup.mjs';

ensureDependencies();
const { runnerImport } = await import('vite');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const tasksDir = path.join(root, 'scripts/evaluate');
const [task, file] = process.argv.slice(2);

const giveUp = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(2);
};

/** The cases of a file as thunks, so that one bad line spoils only itself. */
const readCases = (text) => {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed.startsWith('[')) {
    return JSON.parse(trimmed).map((value, at) => ({ line: at + 1, read: () => value }));
  }
  return trimmed
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, isBlank: line.trim() === '', read: () => JSON.parse(line) }))
    .filter((one) => !one.isBlank);
};

const tasks = existsSync(tasksDir)
  ? readdirSync(tasksDir)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => name.slice(0, -3))
  : [];
if (!task || !file) giveUp(`usage: evaluate <${tasks.join('|')}> <file.jsonl>`);
if (!tasks.includes(task)) giveUp(`unknown task "${task}"; there are: ${tasks.join(', ')}`);

let cases = [];
try {
  cases = readCases(readFileSync(file, 'utf8'));
} catch (error) {
  giveUp(`cannot read ${file}: ${error.message}`);
}

let evaluate;
try {
  const { module } = await runnerImport(path.join(tasksDir, `${task}.ts`), {
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': root } },
  });
  evaluate = module.evaluate;
} catch (error) {
  giveUp(`cannot load task "${task}": ${error.stack ?? error.message}`);
}
if (typeof evaluate !== 'function') giveUp(`task "${task}" exports no evaluate()`);

const output = cases.map(({ line, read }) => {
  try {
    return JSON.stringify(evaluate(read()));
  } catch (error) {
    return JSON.stringify({ line, error: error instanceof Error ? error.message : String(error) });
  }
});
// Set, not exit(): a pipe may still be taking the output.
process.exitCode = 0;
process.stdout.write(output.length > 0 ? `${output.join('\n')}\n` : '');
