import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyAction, Integration } from 'latchkey';
import { loadIntegrations } from 'latchkey/integrations';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openProducts, type Places, type Products } from './open-products.ts';

/** What docs/add-an-integration.md says is what is run here. */
const PAGE = join(import.meta.dirname, '../../docs/add-an-integration.md');

interface Example {
  readonly github: Integration;
  readonly myIssues: AnyAction;
}

// inside the checkout, so that the package finds its own name
let folder: string;
let page: string;
beforeAll(async () => {
  folder = await mkdtemp(join(import.meta.dirname, '.page-'));
  page = await readFile(PAGE, 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

let products: Products | undefined;
afterEach(async () => {
  await products?.close();
  products = undefined;
});

const ISSUES = ['The logo is blurred', 'Translate the footer', 'Rotate the keys', 'Answer faster'];

describe.each([
  ['code', inCode],
  ['a JSON file', inJson],
] as const)('GitHub in %s', (_what, read) => {
  let myIssues: AnyAction;
  const open = async () => {
    products = await openProducts(async (places) => {
      const example = await read(places);
      ({ myIssues } = example);
      return example.github;
    });
    return { person: products.person(), sandbox: products.sandbox };
  };

  it('connects by OAuth and runs the action', async () => {
    const { person } = await open();
    expect(await person.consent('github', { user: 'bob', profile: 'system' })).toMatchObject({ status: 'done' });
    await expectIssues(await person.run(myIssues));
  });

  it('connects by personal access token and runs the action', async () => {
    const { person, sandbox } = await open();
    const token = sandbox.github.users.find(({ id }) => id === 'bob')?.personalToken ?? '';
    expect(await person.type('github', { token }, 'personal-token')).toMatchObject({ status: 'connected' });
    expect(await person.connections()).toMatchObject([{ account: { label: 'bob' } }]);
    await expectIssues(await person.run(myIssues));
  });
});

it('says the same in both ways', async () => {
  products = await openProducts(async (places) => {
    const [code, json] = [await inCode(places), await inJson(places)];
    expect(withoutFunctions(json.github)).toEqual(withoutFunctions(code.github));
    return code.github;
  });
});

it.each([0, 1, 2, 3])('has no mistake in the part of a file that it shows: %i', async (index) => {
  const parts = blocks('json').filter((block) => block.startsWith('"baseUrl"') && !/"…"|"grantValues"/.test(block));
  expect(parts).toHaveLength(4);
  const part: object = JSON.parse(`{${parts[index]}}`);
  expect(Object.keys(part)).toEqual(['baseUrl', index === 0 ? 'apis' : 'tenant']);
  const key = { id: 'key', title: 'Key', method: 'api_key' };
  const fields = [
    { key: 'token', title: 'Token', type: 'password' },
    { key: 'version', title: 'Version', type: 'textbox', pattern: '^[0-9-]+$' },
  ];
  const placements = [{ in: 'header', name: 'X-Token', value: '{{token}}' }];
  const check = { path: '/me', account: 'unnamed' };
  await expect(
    loaded({ id: 'acme', name: 'Acme', ...part, profiles: [{ ...key, fields, placements }], check }),
  ).resolves.toHaveLength(1);
});

it('has no mistake in its bot that authorizes itself', async () => {
  const profile: object = JSON.parse(blocks('json').find((block) => block.includes('"client_credentials"')) ?? '');
  const check = { path: '/me', account: 'unnamed' };
  const acme = { id: 'acme', name: 'Acme', baseUrl: 'https://acme.example', profiles: [profile], check };
  await expect(loaded(acme)).resolves.toMatchObject([{ profiles: [{ grant: 'client_credentials' }] }]);
});

/** Knows every secret. */
async function loaded(definition: object): Promise<readonly Integration[]> {
  const own = await mkdtemp(join(folder, 'json-'));
  await writeFile(join(own, 'integration.json'), JSON.stringify(definition));
  return loadIntegrations(own, { secrets: (name) => name });
}

async function expectIssues(outcome: Awaited<ReturnType<ReturnType<Products['person']>['run']>>): Promise<void> {
  if (outcome.status !== 'done') throw new Error(outcome.status);
  expect(outcome.answer.items?.map(({ title }) => title)).toEqual(ISSUES);
}

/** The first block of code, but for the bot that it ends with. */
async function inCode(places: Places): Promise<Example> {
  const { clientId, clientSecret } = places.sandbox.github;
  const [definitions = ''] = moved(blocks('ts')[0] ?? '', places).split('const authorizer');
  const file = join(folder, `github-${files++}.ts`);
  const lines = [
    `const [clientId, clientSecret] = ${JSON.stringify([clientId, clientSecret])};`,
    definitions.replace("id: 'github',", "id: 'github', allowInsecureLoopback: true,"),
    'export { github, myIssues };',
  ];
  await writeFile(file, lines.join('\n'));
  const example: Example = await import(pathToFileURL(file).href);
  return example;
}

/** The first JSON file, with the action of the code. */
async function inJson(places: Places): Promise<Example> {
  const own = await mkdtemp(join(folder, 'json-'));
  const definition = { ...JSON.parse(moved(blocks('json')[0] ?? '', places)), allowInsecureLoopback: true };
  await writeFile(join(own, 'github.json'), JSON.stringify(definition));
  const { clientId, clientSecret } = places.sandbox.github;
  const secrets = new Map([
    ['GITHUB_CLIENT_ID', clientId],
    ['GITHUB_CLIENT_SECRET', clientSecret],
  ]);
  const [github] = await loadIntegrations(own, { secrets: (name) => secrets.get(name) });
  if (github === undefined) throw new Error('nothing was loaded');
  return { ...(await inCode(places)), github };
}

let files = 0;

function withoutFunctions(integration: Integration): unknown {
  return JSON.parse(JSON.stringify(integration));
}

function blocks(language: string): readonly string[] {
  const fenced = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return [...page.matchAll(fenced)].map(([, text = '']) => text);
}

/** From the product to its stand-in. */
function moved(text: string, { sandbox, through }: Places): string {
  const { webUrl, apiUrl } = sandbox.github;
  return text.replaceAll('https://api.github.com', through(apiUrl)).replaceAll('https://github.com', through(webUrl));
}
