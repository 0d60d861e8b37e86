// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogAssets } from '@/scripts/lib/catalog-assets.mjs';
import { parseProfile } from '@/utils/domain/profiles/parse';
import type { PageProfile } from '@/utils/domain/profiles/profile';

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

describe('hosts that no marketplace file knows', () => {
  it('have no folder: all that is known of them was shown', () => expect(markets).not.toContain('other'));

  it('have a name in every interface language', () => {
    for (const lang of readdirSync('public/locales')) {
      const words = JSON.parse(readFileSync(`public/locales/${lang}/common.json`, 'utf8')) as {
        market: Record<string, string>;
      };
      expect(words.market['other'], lang).toBeTruthy();
    }
  });
});

describe('the built-in page profiles', () => {
  const shipped = new Map(
    (catalogAssets() as { relativeDest: string; contents?: string }[]).map(({ relativeDest, contents = '' }) => [
      relativeDest,
      contents,
    ]),
  );

  it.each(markets)('of %s goes into the build and passes the check of an imported one', (market) => {
    const text = shipped.get(`catalog/profiles/${market}.json`) ?? '';
    const known = JSON.parse(text) as PageProfile;
    const parsed = parseProfile(text, {
      isSelector: () => true,
      knownFields: { [market]: Object.keys(known.fields) },
      newerThan: {},
    });
    expect(parsed).toEqual({ ok: true, value: known });
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
