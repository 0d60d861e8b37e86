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

// Pure functions and data: nothing of a file outlives it, so the files of a worker share what they have loaded.
const pure = [
  'tests/{catalog,meta}/**/*.test.ts',
  'tests/unit/{bundles,compliance,convert,customers,desk,follow-ups,guards,order-files}/**/*.test.ts',
  'tests/unit/{products,replies,reports,reviews,templates,text,worklog}/**/*.test.ts',
];

// Whole catalogues, hostile texts and the search for barriers take seconds on a busy machine, and what measures time
// is tried once more: what was slow twice is slow.
const patience = { testTimeout: 20_000, hookTimeout: 60_000, retry: 1 };

export default defineConfig({
  test: {
    // As many as the smallest machine has cores; one is left idle otherwise.
    maxWorkers: 2,
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          setupFiles: ['tests/setup.ts'],
          include: pure,
          ...patience,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'happy-dom',
          setupFiles: ['tests/setup.ts', 'tests/patience.ts'],
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: pure,
          ...patience,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          setupFiles: ['tests/setup.ts', 'tests/component/setup.ts'],
          include: ['tests/component/**/*.test.{ts,tsx}'],
          ...patience,
        },
      },
      {
        plugins: [WxtVitest()],
        resolve: { alias: preact },
        test: {
          name: 'preact',
          environment: 'happy-dom',
          setupFiles: ['tests/setup.ts', 'tests/component/setup.ts'],
          include: ['tests/component/content/**/*.test.tsx', 'tests/component/{popup,popup-tab,convert}.test.tsx'],
          server: { deps: { inline: [/@testing-library/, /preact/] } },
          ...patience,
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
        },
      },
    ],
  },
});
