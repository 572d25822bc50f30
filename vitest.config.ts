import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { ON_BOTBUILDER_ONLY } from './test/journeys/botbuilder-only.ts';

const onBotbuilderOnly = Object.keys(ON_BOTBUILDER_ONLY).map((journey) => `test/journeys/${journey}.test.ts`);

/**
 * Each in a process of its own, and before all others: two put something in the place of a module, which every file of the same
 * process would meet; the others take long, although vitest takes them for short by the size of their files.
 */
const MOCKING = ['test/journeys/crash-table.test.ts', 'test/journeys/statements.test.ts'];
const APART = [...MOCKING, 'test/assurance/*.test.ts', 'test/integrations/catalog-contract.test.ts'];

// compiled code is kept for the processes that tests start, some hundreds of them, and for the next run
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/latchkey/compiled');

export default defineConfig({
  resolve: { conditions: ['@latchkey/source'] },
  // as Node itself resolves: what packages keep for bundlers under "module" does not load here
  ssr: { resolve: { conditions: ['@latchkey/source', 'node', 'default'] } },
  test: {
    execArgv: ['--conditions=@latchkey/source'],
    // most files wait for a browser, a database or a product: with as many workers as cores some of these do nothing
    maxWorkers: Math.max(3, availableParallelism() - 1),
    globalSetup: 'test/quick-folder.ts',
    // files share their process, and with it what is loaded: nothing that a test changes may be left behind
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // a poll waits until something happens; how soon it does is the machine's business
    expect: { poll: { timeout: 10_000 } },
    projects: [
      // projects run in the order of their names
      { extends: true, test: { name: 'a-first', include: APART, isolate: true, provide: { sdk: 'botbuilder' } } },
      {
        extends: true,
        test: { name: 'all', include: ['test/**/*.test.ts'], exclude: APART, provide: { sdk: 'botbuilder' } },
      },
      {
        extends: true,
        test: {
          name: 'agents',
          include: ['test/journeys/*.test.ts'],
          exclude: [...onBotbuilderOnly, ...MOCKING],
          provide: { sdk: 'agents' },
        },
      },
      {
        extends: true,
        test: { name: 'agents-apart', include: MOCKING, isolate: true, provide: { sdk: 'agents' } },
      },
    ],
  },
});
