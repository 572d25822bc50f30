import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@latchkey/source'] },
  // as Node itself resolves: what packages keep for bundlers under "module" does not load here
  ssr: { resolve: { conditions: ['@latchkey/source', 'node', 'default'] } },
  test: {
    include: ['test/**/*.test.ts'],
    execArgv: ['--conditions=@latchkey/source'],
    // most files wait for a browser, a database or a product: with two cores the default is a single worker
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // a poll waits until something happens; how soon it does is the machine's business
    expect: { poll: { timeout: 10_000 } },
  },
});
