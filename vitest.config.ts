import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@latchkey/source'] },
  ssr: { resolve: { conditions: ['@latchkey/source', 'node', 'module', 'default'] } },
  test: {
    include: ['test/**/*.test.ts'],
    execArgv: ['--conditions=@latchkey/source'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
