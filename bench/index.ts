import './steady-heap.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchActions } from './actions.ts';
import { benchAgentsTurn } from './agents-turn.ts';
import { benchCallback } from './callback.ts';
import { benchFind } from './find.ts';
import { benchGate } from './gate.ts';
import { benchJourneys } from './journeys.ts';
import { benchOpenAttempts } from './open-attempts.ts';
import { printVerdicts, type Verdict } from './report.ts';
import { benchServedCallback } from './served-callback.ts';
import { benchSizes } from './sizes.ts';
import { benchTurn } from './turn.ts';

const GROUPS = {
  turn: benchTurn,
  agents: benchAgentsTurn,
  gate: benchGate,
  find: benchFind,
  actions: benchActions,
  callback: benchCallback,
  served: benchServedCallback,
  journeys: benchJourneys,
  open: benchOpenAttempts,
  sizes: benchSizes,
} as const;

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false }, only: { type: 'string' } } });
const verdicts: Verdict[] = [];
const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
try {
  for (const [name, bench] of Object.entries(GROUPS)) {
    if (values.only === undefined || values.only === name) verdicts.push(...(await bench(folder, values.short)));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printVerdicts(verdicts);
process.exitCode = verdicts.some(({ result }) => result === 'OVER') ? 1 : 0;
