import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Components of the seller page and of the popup ship on Preact, so their tests run a second time on it.
const runtime = (file: string) => fileURLToPath(new URL(`./components/content/runtime/${file}.ts`, import.meta.url));
const preact = [
  { find: '@testing-library/react', replacement: '@testing-library/preact' },
  { find: 'react/jsx-runtime', replacement: runtime('jsx-runtime') },
  { find: 'react/jsx-dev-runtime', replacement: 'preact/jsx-dev-runtime' },
  { find: 'react-dom/client', replacement: runtime('react-dom-client') },
  { find: /^react$/, replacement: runtime('react') },
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
          // Whole catalogues and hostile texts on a busy machine; a measurement alone may wait four seconds.
          testTimeout: 20_000,
        },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias: preact },
        test: {
          name: 'preact',
          environment: 'happy-dom',
          setupFiles: ['tests/setup.ts'],
          include: ['tests/component/content/**/*.test.tsx', 'tests/component/{popup,popup-tab,convert}.test.tsx'],
          server: { deps: { inline: [/@testing-library/, /preact/] } },
          // Looking for barriers takes seconds when both cores are busy.
          testTimeout: 20_000,
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
          // One more try for a browser that lost a frame on a busy machine; what fails twice is broken.
          retry: 1,
          maxWorkers: 2,
        },
      },
    ],
  },
});
