import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const local = (path: string) => fileURLToPath(new URL(`./node_modules/${path}`, import.meta.url));

// Components of the seller page ship on Preact, so their tests run a second time on it.
const preact = [
  { find: '@testing-library/react', replacement: local('@testing-library/preact') },
  { find: 'react/jsx-runtime', replacement: local('preact/jsx-runtime') },
  { find: 'react/jsx-dev-runtime', replacement: local('preact/jsx-dev-runtime') },
  { find: 'react-dom/client', replacement: local('preact/compat/client.mjs') },
  { find: 'react-dom/test-utils', replacement: local('preact/test-utils') },
  { find: /^react-dom$/, replacement: local('preact/compat') },
  { find: /^react$/, replacement: local('preact/compat') },
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
