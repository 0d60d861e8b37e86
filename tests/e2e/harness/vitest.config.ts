import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Browser tests: one at a time, no retries; two browsers at once only slow each other down. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    retry: 0,
    testTimeout: 40_000,
    hookTimeout: 40_000,
  },
});
