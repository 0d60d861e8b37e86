import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension } from './launch-desk';

type Words = { readonly [key: string]: string | Words };

const accents: Readonly<Record<string, string>> = {
  ...{
    a: 'á',
    c: 'ç',
    d: 'ď',
    e: 'é',
    g: 'ğ',
    i: 'í',
    l: 'ł',
    n: 'ñ',
    o: 'ó',
    r: 'ř',
    s: 'š',
    t: 'ť',
    u: 'ú',
    y: 'ý',
    z: 'ž',
  },
  ...{ A: 'Á', C: 'Ç', D: 'Ď', E: 'É', I: 'Í', L: 'Ł', N: 'Ñ', O: 'Ó', R: 'Ř', S: 'Š', T: 'Ť', U: 'Ú', Y: 'Ý', Z: 'Ž' },
};

// Values, other texts and markup inside a text.
const KEPT = /(\{\{[^}]*\}\}|\$t\([^)]*\)|<[^>]*>)/;

/** A text as a language with longer words would have it, in brackets that show where it was cut. */
export const pseudo = (text: string): string => {
  const accented = text
    .split(KEPT)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter)))
    .join('');
  const words = text
    .split(KEPT)
    .filter((_, at) => at % 2 === 0)
    .join('');
  // German needs about 40 % more than English, and more than that for single words.
  const more = Math.ceil(words.length * (words.length < 20 ? 0.5 : 0.35));
  const padding = Array.from({ length: Math.ceil(more / 6) }, (_, at) => 'łořém '.slice(0, Math.min(6, more - at * 6)));
  return `[${accented} ${padding.join('').trim()}]`;
};

const pseudoWords = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? pseudo(value) : pseudoWords(value)]),
  );

/** A copy of the build whose English is in longer words; `remove` deletes it. */
export const pseudoBuild = async (): Promise<{ readonly dir: string; readonly remove: () => Promise<void> }> => {
  const dir = await mkdtemp(join(tmpdir(), 'parley-pseudo-'));
  await cp(builtExtension, dir, { recursive: true });
  const locale = join(dir, 'locales', 'en');
  for (const file of await readdir(locale)) {
    const path = join(locale, file);
    const words = JSON.parse(await readFile(path, 'utf8')) as Words;
    await writeFile(path, JSON.stringify(pseudoWords(words)));
  }
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
};
