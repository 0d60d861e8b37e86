import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Client scripts of the desk by file name. */
export type ClientScripts = Readonly<Record<'amazon.js' | 'aliexpress.js' | 'other.js' | 'frame.js', string>>;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let scripts: Promise<ClientScripts> | undefined;

async function bundleAll(): Promise<ClientScripts> {
  const result = await build({
    entryPoints: {
      amazon: here('client/amazon.ts'),
      aliexpress: here('client/aliexpress.tsx'),
      other: here('client/other.tsx'),
      frame: here('client/frame.ts'),
    },
    bundle: true,
    write: false,
    outdir: here('out'),
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return Object.fromEntries(result.outputFiles.map((file) => [file.path.split(/[\\/]/).at(-1), file.text]));
}

/** Bundles the client scripts; once per process, about half a second. */
export function clientScripts(): Promise<ClientScripts> {
  scripts ??= bundleAll();
  return scripts;
}

const sheets = {
  amazon: ['amazon', 'amazon-thread', 'amazon-orders', 'amazon-events'],
  aliexpress: ['aliexpress', 'aliexpress-chat', 'aliexpress-pages'],
  other: ['other'],
  start: ['start'],
} as const;

/**
 * A style sheet of the desk, put together from its parts.
 *
 * Errors: `undefined` when there is none of that name.
 */
export async function styleSheet(name: string): Promise<string | undefined> {
  if (!(name in sheets)) return undefined;
  const parts = await Promise.all(
    sheets[name as keyof typeof sheets].map((part) => readFile(here(`styles/${part}.css`), 'utf8')),
  );
  return parts.join('\n');
}
