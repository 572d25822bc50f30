import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Tally } from './proof.ts';

/** Figures that tests of `npm test` show. */
export const SUITES: readonly { readonly figure: string; readonly what: string; readonly files: readonly string[] }[] =
  [
    { figure: 'F1', what: 'token endpoints that misbehave', files: ['auth-methods/token-endpoint.test.ts'] },
    { figure: 'F2', what: 'callbacks that were changed', files: ['journeys/callback-mutations.test.ts'] },
    {
      figure: 'F3, F4',
      what: 'hosts and addresses that a credential must not reach',
      files: ['http/host-rules.test.ts', 'http/address-guard.test.ts'],
    },
    {
      figure: 'F9',
      what: 'databases that are locked, full, cut off, taken over or of another version',
      files: [
        'stores/sqlite.test.ts',
        'stores/postgres.test.ts',
        'stores/postgres-faults.test.ts',
        'stores/disk-full.test.ts',
        'journeys/crash-table.test.ts',
      ],
    },
    {
      figure: 'F10',
      what: 'products that refuse, hang, cut, lie or answer too much',
      files: ['http/sender.test.ts', 'http/api.test.ts', 'journeys/later.test.ts', 'journeys/decisions.test.ts'],
    },
    {
      figure: 'F11',
      what: 'clocks that differ, and ends of tokens that make no sense',
      files: ['stores/skewed-instances.test.ts', 'stores/store-clock.test.ts', 'flows/renewing.test.ts'],
    },
    {
      figure: 'F12',
      what: 'secrets that are looked for where none may be, in any spelling',
      files: [
        'journeys/secrets.test.ts',
        'journeys/no-secret-given-away.test.ts',
        'journeys/no-token-service.test.ts',
        'agents/latchkey.test.ts',
      ],
    },
  ];

interface Report {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs test files in a process of their own, and counts. */
export function runSuite(files: readonly string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-suite-'));
  const root = resolve(import.meta.dirname, '../..');
  const report = join(folder, 'report.json');
  const begun = performance.now();
  try {
    const runner = join(root, 'node_modules/vitest/vitest.mjs');
    const named = files.map((file) => `test/${file}`);
    spawnSync(process.execPath, [runner, 'run', ...named, '--reporter=json', `--outputFile=${report}`], { cwd: root });
    const { numTotalTests, numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const reason = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .find(({ status }) => status !== 'passed')?.fullName;
    return {
      tried: numTotalTests,
      failed: numTotalTests - numPassedTests,
      ...(reason === undefined ? {} : { reason }),
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
