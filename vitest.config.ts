import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Components of the seller page ship on Preact, so their tests run a second time on it.
const preact = [
  { find: '@testing-library/react', replacement: '@testing-library/preact' },
  { find: 'react/jsx-runtime', replacement: 'preact/compat/jsx-runtime' },
  { find: 'react/jsx-dev-runtime', replacement: 'preact/compat/jsx-dev-runtime' },
  { find: 'react-dom/client', replacement: 'preact/compat/client' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react$/, replacement: 'preact/compat' },
];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'happy-dom',
          setupFiles: ['tests/setup.ts'],
          include: ['tests/{unit,catalog,component,meta}/**/*.test.{ts,tsx}'],
        },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias: preact },
        test: {
          name: 'preact',
          environment: 'happy-dom',
          setupFiles: ['tests/setup.ts'],
          include: ['tests/component/content/**/*.test.tsx'],
          server: { deps: { inline: [/@testing-library/, /preact/] } },
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/{e2e,marketplaces}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          retry: 0,
          maxWorkers: 2,
        },
      },
    ],
  },
});
