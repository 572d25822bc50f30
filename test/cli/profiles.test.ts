import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/stores/open-store.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { openVault } from '../../src/vault/vault.ts';
import { folderWith, startTracker, type Tracker } from './products.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

const SECRET = 'cl1ent-secret-of-the-tracker';

let tracker: Tracker;
let place: Workplace;
const own = { env: {} };
beforeAll(async () => {
  tracker = await startTracker();
  place = openWorkplace();
  for (const secret of [SECRET, 'another-s3cret', tracker.apiKey]) place.hide(secret);
  const LATCHKEY_INTEGRATIONS = folderWith(place, tracker);
  Object.assign(own.env, { LATCHKEY_INTEGRATIONS, TRACKER_SECRET: SECRET });
});
afterAll(async () => {
  place.close();
  await tracker.close();
});

const run = (words: readonly string[], stdin = '') => place.run(['profiles', ...words], { ...own, stdin });
const json = (words: readonly string[], stdin = '') => place.json(['profiles', ...words], { ...own, stdin });

const definition = (profile: object = {}) => ({
  integration: 'tracker',
  name: 'Our own app',
  profile: { method: 'oauth2', clientId: 'c1', clientSecret: { secret: 'TRACKER_SECRET' }, ...profile },
});

async function idOf(saved: unknown): Promise<string> {
  return (saved as { readonly profile: { readonly id: string } }).profile.id;
}

/** As it is stored. */
async function stored(id: string) {
  const vault = await openVault(await openStore(place.store), parseKeys(place.keys));
  const profile = (await vault.profiles.byId(id))?.profile;
  await vault.close();
  return profile;
}

describe('a profile', () => {
  it('is made of a file; what that leaves out is as the integration says', async () => {
    const without = await place
      .run(['profiles', 'create', place.write('short.profile', definition({ scopes: ['read'] })), '--json'], own)
      .catch(String);
    expect(JSON.stringify(without)).toContain('add offline');
    const file = place.write('own.profile', definition({ scopes: ['read', 'offline'] }));
    const saved = await json(['create', file]);
    expect(saved).toEqual({
      profile: { id: expect.stringMatching(/^[\w-]{36}$/), integration: 'tracker', name: 'Our own app', draft: false },
    });
    expect(await stored(await idOf(saved))).toMatchObject({
      clientId: 'c1',
      clientSecret: SECRET,
      authorizationUrl: `${tracker.url}/authorize`,
      scopes: ['read', 'offline'],
    });
  });

  it('takes its secret from standard input', async () => {
    const file = place.write('stdin.profile', definition({ clientSecret: undefined }));
    const twice = await run(['create', '-', '--secret-stdin'], 'another-s3cret\n');
    expect(twice.problem).toContain('standard input cannot be both the file and the secret');
    const saved = await json(['create', file, '--secret-stdin'], 'another-s3cret\n');
    expect(await stored(await idOf(saved))).toMatchObject({ clientSecret: 'another-s3cret' });
  });

  it('keeps its secret when it is edited without one', async () => {
    const saved = await idOf(await json(['create', place.write('a.profile', definition())]));
    const changed = place.write('b.profile', {
      ...definition({ clientSecret: undefined, clientId: 'c2' }),
      name: 'New',
    });
    expect((await run(['edit', saved, changed])).code).toBe(0);
    expect(await stored(saved)).toMatchObject({ clientId: 'c2', clientSecret: SECRET, title: 'New' });
    expect((await run(['edit', 'nothing', changed])).code).toBe(1);
  });

  it('keeps its method and its grant, because what was connected with it fits no other', async () => {
    const saved = await idOf(await json(['create', place.write('a.profile', definition())]));
    const itself = place.write('b.profile', definition({ grant: 'client_credentials', tokenUrl: `${tracker.url}/t` }));
    const refused = { code: 1, problem: expect.stringContaining('keeps its method and its grant') };
    expect(await run(['edit', saved, itself])).toMatchObject(refused);
    expect(await run(['edit', saved, itself, '--draft'])).toMatchObject(refused);
  });

  it('is duplicated with its secret, as a draft', async () => {
    const saved = await idOf(await json(['create', place.write('a.profile', definition())]));
    const copy = await json(['duplicate', saved, 'A copy']);
    expect(copy).toMatchObject({ profile: { name: 'A copy', draft: true } });
    expect(await stored(await idOf(copy))).toMatchObject({ clientSecret: SECRET });
    expect((await run(['duplicate', 'nothing', 'x'])).code).toBe(1);
  });

  it('is listed without its secret, in a shape that stays', async () => {
    const saved = await idOf(await json(['create', place.write('a.profile', definition())]));
    await place.run(['integrations', 'select-profile', 'tracker', saved], own);
    const { profiles } = (await json(['list', '--integration', 'tracker'])) as { profiles: readonly { id: string }[] };
    expect(profiles.find(({ id }) => id === saved)).toEqual({
      id: saved,
      integration: 'tracker',
      name: 'Our own app',
      description: '',
      draft: false,
      method: 'oauth2',
      clientId: 'c1',
      hasSecret: true,
      scopes: ['offline'],
      selected: true,
      connections: 0,
      updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect((await run(['list'])).out).toMatch(/^ID +INTEGRATION +NAME/);
    expect(await json(['list', '--integration', 'jira'])).toEqual({ profiles: [] });
  });

  it('becomes a draft, and is no longer one', async () => {
    const file = place.write('a.profile', definition());
    const saved = await idOf(await json(['create', file]));
    expect((await run(['edit', saved, file, '--draft'])).code).toBe(0);
    expect((await run(['edit', saved, file])).code).toBe(0);
  });

  it('is not taken out of use by becoming a draft unless that is meant', async () => {
    const file = place.write('a.profile', definition());
    const saved = await idOf(await json(['create', file]));
    await place.run(['integrations', 'select-profile', 'tracker', saved], own);
    const asked = await run(['edit', saved, file, '--draft']);
    expect(asked).toMatchObject({ code: 2, problem: expect.stringContaining('it is selected for tracker') });
    expect(await place.json(['integrations', 'show', 'tracker'], own)).toMatchObject({
      integration: { state: 'enabled' },
    });
    expect((await run(['edit', saved, file, '--draft', '--yes'])).code).toBe(0);
    await place.run(['integrations', 'select-profile', 'tracker', '--none'], own);
  });

  it('is deleted for good, after its use was said', async () => {
    const saved = await idOf(await json(['create', place.write('a.profile', definition())]));
    await place.run(['integrations', 'select-profile', 'tracker', saved], own);
    const asked = await run(['delete', saved]);
    expect(asked).toMatchObject({ code: 2, problem: expect.stringContaining('which is selected for tracker') });
    expect(await json(['delete', saved, '--yes'])).toEqual({ profile: saved, deleted: true, connections: 0 });
    expect((await run(['delete', saved, '--yes'])).code).toBe(1);
    expect(await place.json(['integrations', 'show', 'tracker'], own)).toMatchObject({
      integration: { state: 'needs_attention' },
    });
  });

  it('can be kept as a draft although it cannot work', async () => {
    const file = place.write('draft.profile', definition({ placements: [] }));
    expect(await run(['create', file])).toMatchObject({ code: 1, problem: expect.stringContaining('cannot work') });
    expect(await json(['create', file, '--draft'])).toMatchObject({ profile: { draft: true } });
  });
});

describe('a file that cannot be', () => {
  it.each([
    ['not JSON', '{', 'is not JSON'],
    ['no profile', { integration: 'tracker', name: 'n' }, 'profile: it is missing'],
    ['no name', { integration: 'tracker', profile: {} }, 'must have "integration", "name"'],
    ['an unknown member', { ...definition(), secret: 'x' }, 'secret: no such member'],
    ['an unknown method', definition({ method: 'magic' }), 'profile.method'],
    ['a secret in clear', definition({ clientSecret: SECRET }), 'a file must not contain a secret'],
    ['an empty setting', definition({ clientSecret: { secret: 'NOTHING' } }), 'there is no secret called NOTHING'],
  ])('%s is refused, and nothing of it is shown', async (_case, contents, said) => {
    const { code, out, problem } = await run(['create', place.write('bad.profile', contents)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(problem).toContain(said);
  });

  it('a file that is not there, and an integration that is not there', async () => {
    expect((await run(['create', 'nowhere.profile'])).problem).toContain('"nowhere.profile" cannot be read');
    const file = place.write('nobody.profile', {
      ...definition({ authorizationUrl: 'https://a.example/', tokenUrl: 'https://a.example/t' }),
      integration: 'nobody',
    });
    expect(await run(['create', file])).toMatchObject({
      code: 1,
      problem: expect.stringContaining('no such integration'),
    });
  });
});

describe('a profile is tested', () => {
  const test = (values: object, profile = 'key') =>
    run(['test', 'tracker', profile, '--values', '-'], JSON.stringify(values));

  it('with what is typed, and both sides are shown with the key masked', async () => {
    const { code, out } = await test({ apiKey: tracker.apiKey });
    expect(code).toBe(0);
    expect(out).toContain('accepted, as team@tracker.example');
    expect(out).toContain(`GET ${tracker.url}/me`);
    expect(out).toContain('••••••');
  });

  it('and nothing that a product answers steers the terminal, as JSON neither', async () => {
    const before = tracker.label;
    tracker.label = 'Te\u009b2Ja\u202em \u{e0041}';
    const asText = await test({ apiKey: tracker.apiKey });
    const asJson = await run(
      ['test', 'tracker', 'key', '--values', '-', '--json'],
      JSON.stringify({ apiKey: tracker.apiKey }),
    );
    tracker.label = before;
    for (const { out } of [asText, asJson]) expect(out.replaceAll('\n', '')).not.toMatch(/\p{C}/u);
    expect(JSON.parse(asJson.out)).toMatchObject({
      response: { body: expect.stringContaining('Te\u009b2Ja\u202em \u{e0041}') },
    });
  });

  it('and a wrong key, a missing field, and a way that needs a person are told apart', async () => {
    expect(await test({ apiKey: 'wr0ng-key' })).toMatchObject({
      code: 1,
      out: expect.stringContaining('not accepted'),
    });
    expect(await test({})).toMatchObject({ code: 1, problem: expect.stringContaining('apiKey: ') });
    expect(await test({ apiKey: 7 })).toMatchObject({ code: 2 });
    const saved = await idOf(await json(['create', place.write('a.profile', definition())]));
    expect(await test({}, saved)).toMatchObject({ code: 1, problem: expect.stringContaining('must sign in') });
    expect(await test({}, 'nothing')).toMatchObject({ code: 1 });
  });
});
