// Bytes of the built extension, and what each part may weigh.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1000;

/** Most a part may weigh: gzip, and raw where that counts. Source: the budgets in docs/architecture.md. */
export const budgets = {
  sentinel: { gzip: 8 * KB, raw: 25 * KB },
  inPage: { gzip: 60 * KB },
  // Beside the sentinel the only script of an order page; words of fifteen page languages are most of it.
  lists: { gzip: 35 * KB },
  teach: { gzip: 30 * KB },
  // The buyer's card is most of it; no conversation pays for it before somebody opens one.
  parts: { gzip: 22 * KB },
  check: { gzip: 25 * KB },
  palette: { gzip: 20 * KB },
  meaning: { gzip: 15 * KB },
  popup: { gzip: 120 * KB },
  dashboard: { gzip: 220 * KB },
};

const weigh = (files) => {
  const contents = files.map((file) => readFileSync(file));
  return {
    raw: contents.reduce((sum, content) => sum + content.length, 0),
    gzip: contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
  };
};

/** Scripts and styles a page loads before it does anything: what its HTML names. */
const firstLoad = (output, page) => {
  const html = readFileSync(join(output, page), 'utf8');
  const names = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name);
  return [...new Set(names)].map((name) => join(output, name));
};

/** Every part with its weight and budget: `{name, raw, gzip, budget}`. */
export function measureSizes(output) {
  const scripts = join(output, 'content-scripts');
  const markets = readdirSync(scripts)
    .map((file) => /^([a-z0-9]+)\.js$/.exec(file)?.[1])
    .filter((market) => market !== undefined);
  const lists = markets
    .map((market) => ({ name: `${market} lists`, files: [join(scripts, `${market}-lists.js`)], budget: budgets.lists }))
    .filter(({ files }) => existsSync(files[0]));
  const parts = markets.flatMap((market) => [
    { name: `${market} sentinel`, files: [join(scripts, `${market}.js`)], budget: budgets.sentinel },
    {
      name: `${market} in the page`,
      files: [join(scripts, `${market}.js`), join(scripts, `${market}-assistant.js`)],
      budget: budgets.inPage,
    },
  ]);
  parts.push(...lists, { name: 'teach', files: [join(scripts, 'parley-teach.js')], budget: budgets.teach });
  parts.push({ name: 'parts', files: [join(scripts, 'parley-parts.js')], budget: budgets.parts });
  parts.push({ name: 'check', files: [join(scripts, 'parley-check.js')], budget: budgets.check });
  parts.push({ name: 'palette', files: [join(scripts, 'parley-palette.js')], budget: budgets.palette });
  parts.push({ name: 'meaning', files: [join(scripts, 'parley-meaning.js')], budget: budgets.meaning });
  parts.push({ name: 'popup', files: firstLoad(output, 'popup.html'), budget: budgets.popup });
  parts.push({ name: 'dashboard', files: firstLoad(output, 'dashboard.html'), budget: budgets.dashboard });
  return parts.map(({ name, files, budget }) => ({ name, ...weigh(files), budget }));
}

/** Whether a part keeps its budget. */
export const isWithin = ({ raw, gzip, budget }) => gzip <= budget.gzip && raw <= (budget.raw ?? Infinity);
