import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@latchkey/source'] },
  ssr: { resolve: { conditions: ['@latchkey/source', 'node', 'module', 'default'] } },
  test: {
    include: ['test/**/*.test.ts'],
    execArgv: ['--conditions=@latchkey/source'],
    // most files wait for a browser, a database or a product: with two cores the default is a single worker
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
