import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadIntegrations } from 'latchkey/integrations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from './workplace.ts';

let place: Workplace;
beforeAll(() => {
  place = openWorkplace();
});
afterAll(() => place.close());

describe('integrations catalog', () => {
  it('lists the products that can be added, and those with a word in their names', async () => {
    const { code, out } = await place.run(['integrations', 'catalog']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ID +NAME +PROFILES +VERIFIED/);
    expect(out).toMatch(/^hubspot +HubSpot +Sign in to HubSpot, Private app token +\d{4}-\d\d-\d\d$/m);
    expect(await place.json(['integrations', 'catalog', 'HUBS'])).toMatchObject({ catalog: [{ id: 'hubspot' }] });
  });
});

describe('integrations add', () => {
  it('writes a file that loads, and says which settings it needs', async () => {
    const { code, out } = await place.run(['integrations', 'add', 'hubspot']);
    expect(code).toBe(0);
    expect(out).toContain('HUBSPOT_CLIENT_ID=');
    expect(out).toContain("import { hubspot } from 'latchkey/catalog/hubspot'");
    const [loaded] = await loadIntegrations(join(place.folder, 'integrations'), { secrets: (name) => name });
    expect(loaded).toMatchObject({
      id: 'hubspot',
      profiles: [{ clientId: 'HUBSPOT_CLIENT_ID' }, { id: 'private-app' }],
    });
  });

  it('changes no file that is there', async () => {
    place.write('mine/linear.json', { mine: true });
    const own = { env: { LATCHKEY_INTEGRATIONS: join(place.folder, 'mine') } };
    const { code, problem, out } = await place.run(['integrations', 'add', 'linear'], own);
    expect(code).toBe(1);
    expect(`${out}${problem}`).toContain('already exists');
    expect(place.read('mine/linear.json')).toContain('"mine"');
  });

  it('says why a file cannot be written, also as JSON', async () => {
    place.write('no-folder', 'a file');
    for (const folder of ['no-folder', 'no-folder/below', '/proc/latchkey']) {
      expect(await place.json(['integrations', 'add', 'hubspot', '--folder', folder])).toEqual({
        error: { code: 'unwritable', message: expect.stringMatching(/cannot be written \((?:ENOTDIR|ENOENT)\)$/) },
      });
    }
  });

  it.each(['hubspto', '../../package', 'hubspot.json'])('knows no %s, and writes nothing', async (product) => {
    const { code, out, problem } = await place.run(['integrations', 'add', product, '--folder', 'other']);
    expect(code).toBe(1);
    expect(`${out}${problem}`).toContain('the catalogue has no such product');
    expect(existsSync(join(place.folder, 'other'))).toBe(false);
  });
});
