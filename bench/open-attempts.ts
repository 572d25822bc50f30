import { join } from 'node:path';
import { type Authorizer, createAuthorizer, defineAction, silentLogger, z } from 'latchkey';
import { verbsOf } from '../test/verbs-of.ts';
import { type Contestant, measure, ratioOf } from './measure.ts';
import { integrationOf } from './product.ts';
import { compare, judge, named, printComparison, type Verdict } from './report.ts';
import { BOT, INTEGRATION, ownerOf, storeConnections, wander } from './stored-connections.ts';

const PEOPLE = 1_000;
const NONE = 'a turn, nobody is on the way';
const TWIN = 'the same again';
const MANY = 'a turn beside all of them';

/** What people who are about to connect cost everybody else: memory, and the time of a turn that has its credential. */
export async function benchOpenAttempts(folder: string, short: boolean): Promise<readonly Verdict[]> {
  const attempts = short ? 300 : 10_000;
  const [quiet, twin, busy] = await Promise.all(
    ['quiet', 'twin', 'busy'].map((name) => openBot(join(folder, `${name}.db`))),
  );
  if (quiet === undefined || twin === undefined || busy === undefined) throw new Error('three were opened');
  // the first attempts create what all later ones share
  await begin(busy, 50, 0);
  const before = heap();
  await begin(busy, attempts, 50);
  const perAttempt = (heap() - before) / attempts / 1024;
  const turn = (name: string, authorizer: Authorizer): Contestant => {
    const next = wander(PEOPLE);
    return {
      name,
      operation: async () => {
        const outcome = await verbsOf(authorizer).runAction({ owner: ownerOf(next()), action: QUIET, input: {} });
        if (outcome.status !== 'done') throw new Error(`the action is ${outcome.status}`);
      },
    };
  };
  const plan = { rounds: short ? 7 : 31, warmUp: 4, slices: 6, operations: 200 };
  const measured = await measure([turn(NONE, quiet), turn(MANY, busy), turn(TWIN, twin)], plan);
  for (const authorizer of [quiet, twin, busy]) await authorizer.close();
  const comparison = compare(`${attempts.toLocaleString('en')} open attempts`, { base: NONE, twin: TWIN }, measured);
  printComparison(comparison);
  console.log(`  memory: ${perAttempt.toFixed(2)} KiB each`);
  const { median } = ratioOf(named(measured, MANY).cpu, comparison.base.cpu);
  return [
    judge('memory of an open attempt, KiB', perAttempt, 2, 0),
    judge('a turn beside them, to one without', median, 1.05, comparison.resolution),
  ];
}

const QUIET = defineAction({
  id: 'bench.quiet',
  title: 'Bench',
  purpose: 'be measured',
  integration: INTEGRATION,
  scopes: ['read'],
  input: z.object({}),
  run: async () => 'done',
});

async function openBot(file: string): Promise<Authorizer> {
  const stored = await storeConnections(file, PEOPLE);
  return createAuthorizer({
    publicUrl: 'http://127.0.0.1:3978',
    store: stored.setting,
    keys: stored.keys,
    integrations: [integrationOf('http://127.0.0.1:1')],
    actions: [QUIET],
    appId: BOT,
    logger: silentLogger,
  });
}

async function begin(authorizer: Authorizer, count: number, from: number): Promise<void> {
  for (let n = from; n < from + count; n += 1) {
    const begun = await verbsOf(authorizer).beginAuthorization({
      owner: { kind: 'user', bot: BOT, channel: 'test', tenant: `t${Math.floor(n / 500)}`, user: `new ${n}` },
      ownerName: 'Person',
      conversation: { key: `4:test/new-${n}`, kind: 'personal', reference: {} },
      integration: INTEGRATION,
      purpose: 'be measured',
      scopes: ['read'],
    });
    if (begun.status !== 'begun') throw new Error(`the attempt is ${begun.status}`);
  }
}

/** Bytes in use after a garbage collection. */
function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
