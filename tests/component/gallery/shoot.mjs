/**
 * Draws the in-page interface in all its states on a plain page and takes pictures of it, for the eye.
 * Run: node tests/component/gallery/shoot.mjs <folder> [part of a picture's name]
 * Needs a Chromium; its path can be given as CHROMIUM.
 */
import { mkdir, copyFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const [folder = 'gallery-pictures', only = ''] = process.argv.slice(2);

/** What to press before the picture, by scene. */
const PRESS = {
  issues: ['.p-check', '.p-list > li:first-child .p-buttons button:last-child'],
  found: ['.p-check', '.p-list > li:first-child .p-buttons button:nth-last-child(2)'],
  shared: ['.p-check'],
  conversions: ['.p-slot-words'],
  power: ['.p-slot-words'],
  health: ['.p-health-button'],
  menu: ['.p-end > .p-tool'],
};
const SHOTS = [
  ...[360, 400, 600, 900, 1200].map((width) => ({ scene: 'cards', width })),
  { scene: 'cards', width: 600, theme: 'dark' },
  { scene: 'cards', width: 1200, theme: 'dark' },
  { scene: 'cards', width: 600, lang: 'zh-CN' },
  { scene: 'cards', width: 1200, lang: 'zh-CN' },
  { scene: 'cards', width: 600, lang: 'ar' },
  { scene: 'cards', width: 600, full: true },
  { scene: 'long', width: 600 },
  { scene: 'long', width: 1200 },
  ...[
    'loading',
    'same',
    'folded',
    'form',
    'issues',
    'limited',
    'notes',
    'emptynotes',
    'history',
    'broken',
    'conversions',
    'power',
    'health',
    'error',
    'questions',
    'none',
    'menu',
    'popover',
    'collapsed',
  ].map((scene) => ({ scene, width: 600 })),
  ...['form', 'issues', 'notes', 'health', 'history'].map((scene) => ({
    scene,
    width: 600,
    theme: 'dark',
    lang: 'zh-CN',
  })),
  ...['form', 'issues', 'notes', 'menu', 'questions', 'health', 'history', 'broken'].map((scene) => ({
    scene,
    width: 400,
  })),
  { scene: 'issues', width: 600, lang: 'ar' },
  { scene: 'health', width: 600, lang: 'ar' },
  { scene: 'history', width: 600, lang: 'ar' },
  { scene: 'form', width: 1200 },
  ...['found', 'shared', 'held', 'escalated'].flatMap((scene) => [
    { scene, width: 600 },
    { scene, width: 600, theme: 'dark' },
    { scene, width: 600, lang: 'zh-CN' },
    { scene, width: 600, lang: 'ar' },
    { scene, width: 400 },
  ]),
  { scene: 'popover', width: 600, theme: 'dark' },
  { scene: 'popover', width: 600, lang: 'ar' },
  { scene: 'escalated', width: 1200 },
  { scene: 'held', width: 1200 },
];

await mkdir(folder, { recursive: true });
await build({
  entryPoints: [join(here, 'gallery.tsx')],
  outfile: join(folder, 'gallery.js'),
  bundle: true,
  jsx: 'automatic',
  loader: { '.css': 'text' },
  // What ships in the page runs on Preact; the pictures show that.
  alias: {
    '@': join(here, '../../..'),
    react: 'preact/compat',
    'react/jsx-runtime': 'preact/compat/jsx-runtime',
    'react-dom/client': 'preact/compat/client',
    'wxt/browser': join(here, '../../../components/content/runtime/browser.ts'),
  },
  define: { 'process.env.NODE_ENV': '"production"' },
});
await copyFile(join(here, 'index.html'), join(folder, 'index.html'));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromiumSandbox: false,
});
const page = await browser.newPage({ viewport: { width: 1300, height: 900 }, deviceScaleFactor: 2 });
page.on('pageerror', (error) => console.error(String(error)));
for (const { scene, width, theme = 'light', lang = 'en', full = false } of SHOTS) {
  const name = [scene, width, theme, lang, ...(full ? ['full'] : [])].join('-');
  if (!name.includes(only)) continue;
  const query = new URLSearchParams({ scene, width: String(width), theme, lang });
  await page.goto(`file://${resolve(folder)}/index.html?${query}`);
  for (const selector of PRESS[scene] ?? []) await page.locator(selector).last().click();
  if (full) await page.locator('.p-meta .p-quiet').first().click();
  await page.waitForTimeout(350);
  const height = await page.locator('parley-root').evaluate((host) => host.getBoundingClientRect().height);
  console.log(name, height);
  await (scene === 'popover' ? page : page.locator('main')).screenshot({ path: join(folder, `${name}.png`) });
}
await browser.close();
