import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: { environment: 'happy-dom', setupFiles: ['tests/setup.ts'], include: ['tests/{unit,catalog,component,marketplaces,meta}/**/*.test.{ts,tsx}'] },
});
