// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const markets = readdirSync('utils/marketplaces', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const recipe = readFileSync('docs/adding-a-marketplace.md', 'utf8');
const steps = [...recipe.matchAll(/`([\w./<>-]+<id>[\w./<>-]*)`/g)].map(([, path]) => path ?? '');
const paths = [...new Set(steps)].filter((path) => path.includes('/'));

describe('the recipe for a marketplace', () => {
  it('names the files to write', () => expect(paths.length).toBeGreaterThanOrEqual(7));

  it.each(markets)('is what %s is made of', (market) => {
    const missing = paths.map((path) => path.replace('<id>', market)).filter((path) => !existsSync(path));
    expect(missing).toEqual([]);
  });

  it.each(markets)('gives %s a name in every interface language', (market) => {
    for (const lang of readdirSync('public/locales')) {
      const words = JSON.parse(readFileSync(`public/locales/${lang}/common.json`, 'utf8')) as {
        market?: Record<string, string>;
      };
      expect(words.market?.[market], lang).toBeTruthy();
    }
  });
});

describe('the documentation', () => {
  it('links only to files that exist', () => {
    for (const file of [
      'README.md',
      ...readdirSync('docs')
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ]) {
      const folder = file.includes('/') ? 'docs/' : '';
      for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)) {
        expect(existsSync(folder + target), `${file} -> ${target}`).toBe(true);
      }
    }
  });
});
