import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOperatorSession } from '../../../src/flows/operator/operator-sessions.ts';
import { removeOperator } from '../../../src/flows/operator/remove-operator.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../../stores/test-postgres.ts';
import { KEYS, operator } from '../../vault/records.ts';
import { openServices } from './open-services.ts';

describe('on PostgreSQL, with two processes', () => {
  let postgres: TestPostgres;
  let database: TestDatabase;
  let processes: readonly Awaited<ReturnType<typeof openServices>>[];
  beforeAll(async () => {
    postgres = await startTestPostgres();
    database = await postgres.newDatabase();
    processes = [await openServices(database.url, KEYS), await openServices(database.url, KEYS)];
  }, 60_000);
  afterAll(async () => {
    for (const { vault } of processes) await vault.close();
    await database.drop();
    await postgres.stop();
  });

  const two = async (round: number) => {
    const [first, second] = processes;
    if (first === undefined || second === undefined) throw new Error('two were started');
    const pair = ['x', 'y'].map((which) => operator({ id: `${which}${round}`, name: `${which}${round}` }));
    const [x, y] = pair;
    if (x === undefined || y === undefined) throw new Error('two were made');
    for (const one of pair) await first.vault.operators.put(one);
    return { first, second, x, y };
  };

  it('two who remove each other at the same moment: one stays, and the other is told so', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { first, second, x, y } = await two(round);
      const outcomes = await Promise.all([
        removeOperator(first, { actor: x, id: y.id }),
        removeOperator(second, { actor: y, id: x.id }),
      ]);
      expect(outcomes.filter((outcome) => outcome === 'removed')).toHaveLength(1);
      expect(await first.vault.operators.count()).toBe(round + 1);
    }
  });

  it('nobody removes their own account, or an account that is gone', async () => {
    const { first, x, y } = await two(50);
    expect(await removeOperator(first, { actor: x, id: x.id })).toBe('oneself');
    expect(await removeOperator(first, { actor: x, id: y.id })).toBe('removed');
    expect(await removeOperator(first, { actor: x, id: y.id })).toBe('not_found');
    expect(await removeOperator(first, { actor: y, id: x.id })).toBe('actor_gone');
  });

  it('one who signs in at that moment has no session afterwards, and the removal happens', async () => {
    for (let round = 100; round < 110; round += 1) {
      const { first, second, x, y } = await two(round);
      const [removed] = await Promise.all([
        removeOperator(first, { actor: x, id: y.id }),
        startOperatorSession(second, { operator: y, browser: 'late' }),
      ]);
      expect(removed).toBe('removed');
      expect(await first.vault.operators.byId(y.id)).toBeUndefined();
    }
  });
});
