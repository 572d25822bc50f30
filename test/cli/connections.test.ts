import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/model/connection.ts';
import type { Owner } from '../../src/model/owner.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { openVault } from '../../src/vault/vault.ts';
import { folderWith, startTracker, type Tracker } from './products.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let tracker: Tracker;
let place: Workplace;
const own = { env: {} };
beforeAll(async () => {
  tracker = await startTracker();
  place = openWorkplace();
  place.hide(tracker.apiKey);
  Object.assign(own.env, { LATCHKEY_INTEGRATIONS: folderWith(place, tracker) });
});
afterAll(async () => {
  place.close();
  await tracker.close();
});

const run = (...words: string[]) => place.run(['connections', ...words], own);
const json = (...words: string[]) => place.json(['connections', ...words], own);
const person = (user: string): Owner => ({ kind: 'user', bot: 'app', channel: 'msteams', tenant: 't1', user });

/** What the bot does when people connect. */
async function connected(...connections: readonly Pick<Connection, 'id' | 'owner'>[]): Promise<void> {
  const vault = await openVault(await openStore(place.store), parseKeys(place.keys));
  for (const { id, owner } of connections) {
    const rest = { integration: 'tracker', profile: 'key', status: 'active', scopes: [] } as const;
    const account = { id, label: `${id}@tracker.example` };
    const times = { createdAt: Date.parse('2026-01-02T03:04:05Z'), updatedAt: Date.parse('2026-01-02T03:04:05Z') };
    const credential = { type: 'api_key', values: { apiKey: tracker.apiKey } } as const;
    await vault.connections.save({ id, owner, account, ...rest, ...times }, credential);
  }
  await vault.close();
}

describe('connections', () => {
  it('are listed page by page, in a shape that stays', async () => {
    expect(await json('list')).toEqual({ connections: [] });
    await connected({ id: 'c1', owner: person('ann') }, { id: 'c2', owner: { kind: 'shared', bot: 'app' } });
    expect(await json('list', '--limit', '1', '--integration', 'tracker')).toEqual({
      connections: [
        {
          id: 'c1',
          integration: 'tracker',
          profile: 'key',
          status: 'active',
          account: 'c1@tracker.example',
          owner: person('ann'),
          tenant: null,
          site: null,
          scopes: [],
          expiresAt: null,
          createdAt: '2026-01-02T03:04:05.000Z',
          updatedAt: '2026-01-02T03:04:05.000Z',
        },
      ],
    });
    expect(await json('list', '--after', 'c1')).toMatchObject({ connections: [{ id: 'c2' }] });
    expect(await json('list', '--integration', 'jira')).toEqual({ connections: [] });
    const { out } = await run('list');
    expect(out).toMatch(/^c1 +tracker +c1@tracker\.example +msteams\/t1\/ann +active +2026-01-02 03:04$/m);
    expect(out).toMatch(/^c2 .* shared /m);
  });

  it('are revoked one by one', async () => {
    await connected({ id: 'c3', owner: person('bob') });
    expect(await json('revoke', 'c3', '--yes')).toEqual({ connection: 'c3', atProduct: 'unsupported' });
    expect(await run('revoke', 'c3', '--yes')).toMatchObject({
      code: 1,
      problem: expect.stringContaining('no such connection'),
    });
  });

  it('of a person are forgotten with everything else of theirs', async () => {
    await connected({ id: 'c4', owner: person('carol') }, { id: 'c5', owner: person('dan') });
    const whom = ['forget-user', '--channel', 'msteams', '--tenant', 't1', '--user', 'carol'];
    expect(await json(...whom, '--yes')).toEqual({
      forgotten: { connections: 1, authorizations: 0, errands: 0, queued: 0, unsupported: 1 },
    });
    const { out } = await run('list');
    expect(out).not.toContain('carol');
    expect(out).toContain('dan');
    expect((await run('forget-user', '--user', 'carol', '--yes')).code).toBe(2);
  });

  it('of a person of whom nothing is stored are not said to be forgotten', async () => {
    await connected({ id: 'c7', owner: person('gil') });
    const elsewhere = ['forget-user', '--channel', 'msteams', '--tenant', 't2', '--user', 'gil', '--yes'];
    const ran = await run(...elsewhere);
    expect(ran).toMatchObject({ code: 1, problem: expect.stringContaining('nothing is stored about msteams/t2/gil') });
    expect(ran.problem).toContain('of the bot app');
    const unnamed = { env: { ...own.env, MicrosoftAppId: '' } };
    const here = ['connections', 'forget-user', '--channel', 'msteams', '--tenant', 't1', '--user', 'gil', '--yes'];
    const without = await place.run(here, unnamed);
    expect(without).toMatchObject({ code: 2, problem: expect.stringContaining('--bot') });
    expect(await place.json([...here, '--bot', 'app'], unnamed)).toMatchObject({ forgotten: { connections: 1 } });
  });

  it('of everybody are ended at once', async () => {
    await connected({ id: 'c6', owner: person('eve') });
    const { revoked } = (await json('revoke-all', 'tracker', '--yes')) as { revoked: number };
    expect(revoked).toBeGreaterThan(0);
    expect(await json('list')).toEqual({ connections: [] });
    expect(await json('revoke-all', 'tracker', '--yes')).toEqual({ integration: 'tracker', revoked: 0 });
  });
});
