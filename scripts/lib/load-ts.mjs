// Loads a TypeScript module of the project into Node, with the project's aliases, without a server.
import { runnerImport } from 'vite';
import { root } from './setup.mjs';

/** Imports a module by its path from the project's folder. */
export async function loadTs(path) {
  const { module } = await runnerImport(`/${path}`, {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root.replace(/[\\/]$/, '') } },
  });
  return module;
}
