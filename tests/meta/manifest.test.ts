import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const built = ['chrome', 'firefox'].filter((browser) => existsSync(`.output/${browser}-mv3/manifest.json`));
const manifestOf = (browser: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`.output/${browser}-mv3/manifest.json`, 'utf8')) as Record<string, unknown>;

describe('the manifest', () => {
  it('was built for Chrome, or the tests below would prove nothing', () => {
    expect(built).toContain('chrome');
  });

  it.each(built)('asks for exactly what is written down (%s)', async (browser) => {
    const { version: _version, ...rest } = manifestOf(browser);
    await expect(JSON.stringify(rest, null, 2) + '\n').toMatchFileSnapshot(`snapshots/manifest-${browser}.json`);
  });

  it.each(built)(
    'asks for no wide host and no tabs; other sites only one by one, when they are wanted (%s)',
    (browser) => {
      const {
        permissions,
        host_permissions: hosts,
        optional_host_permissions: wanted,
      } = manifestOf(browser) as {
        permissions: string[];
        host_permissions: string[];
        optional_host_permissions: string[];
      };
      expect(permissions).not.toContain('tabs');
      expect(wanted).toEqual(['https://*/*']);
      for (const host of hosts)
        expect(host).toMatch(/^https:\/\/(sellercentral|csp|gsp)[\w-]*\.(amazon|aliexpress)\.[a-z.]+\/\*$/);
    },
  );

  it.each(built)('runs nothing by itself outside the marketplaces (%s)', (browser) => {
    const { content_scripts: scripts } = manifestOf(browser) as {
      content_scripts: { js: string[]; matches: string[] }[];
    };
    const own = scripts.flatMap(({ js }) => js.map((file) => file.replace('content-scripts/', ''))).sort();
    expect(own).toEqual(['aliexpress.js', 'amazon.js']);
    expect(existsSync(`.output/${browser}-mv3/content-scripts/other.js`)).toBe(true);
  });
});
