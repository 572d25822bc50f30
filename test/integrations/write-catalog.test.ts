import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogProblems } from '../../scripts/catalog-problems.ts';

const repository = resolve(import.meta.dirname, '../..');
const CATALOG = 'src/integrations/catalog';
const signIn = {
  id: 'system',
  title: 'Sign in to Acme',
  method: 'oauth2',
  origin: 'system',
  clientId: { secret: 'ACME_CLIENT_ID' },
  clientSecret: { secret: 'ACME_CLIENT_SECRET' },
  authorizationUrl: 'https://acme.example/oauth/authorize',
  tokenUrl: 'https://acme.example/oauth/token',
  scopes: ['read'],
};
const guide = {
  title: 'An app at Acme',
  methods: ['oauth2'],
  steps: ['Create an app.', 'Enter this redirect URL: {callbackUrl}'],
};
const acme = {
  id: 'acme',
  name: 'Acme',
  verified: { on: '2026-11-27', sources: ['https://acme.example/docs'] },
  baseUrl: 'https://api.acme.example',
  profiles: [signIn],
  check: { path: '/me', account: { id: 'id' } },
  scopeTexts: { read: 'Read your things' },
  manageUrl: 'https://acme.example/apps',
  setupGuides: [guide],
};

describe('npm run catalog', () => {
  let root: string;
  const at = (path: string) => join(root, path);
  const write = (file: string, json: unknown) => writeFileSync(at(`${CATALOG}/${file}`), JSON.stringify(json));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'latchkey-catalog-'));
    mkdirSync(at(CATALOG), { recursive: true });
    mkdirSync(at('docs/integrations'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('formats a new file, makes what belongs to it, says so, and then has nothing to do', async () => {
    write('acme.json', acme);
    expect(await run(root)).toEqual({
      code: 0,
      lines: [
        `formatted ${CATALOG}/acme.json`,
        `wrote ${CATALOG}/acme.ts`,
        'wrote src/integrations/catalog-index.ts',
        'wrote docs/integrations/README.md',
      ],
    });
    expect(readFileSync(at(`${CATALOG}/acme.json`), 'utf8')).toContain('\n  "id": "acme",\n');
    expect(await run(root)).toEqual({ code: 0, lines: ['nothing has changed'] });
  });

  it('removes the module of a product that has another id now, and no file that somebody wrote', async () => {
    write('acme.json', acme);
    await run(root);
    rmSync(at(`${CATALOG}/acme.json`));
    writeFileSync(at(`${CATALOG}/own.ts`), 'export {};\n');
    const renamed = JSON.stringify({ ...acme, id: 'hooli' }).replaceAll('ACME_', 'HOOLI_');
    writeFileSync(at(`${CATALOG}/hooli.json`), renamed);
    const { code, lines } = await run(root);
    expect(code).toBe(0);
    expect(lines).toContain(`removed ${CATALOG}/acme.ts`);
    expect(existsSync(at(`${CATALOG}/acme.ts`))).toBe(false);
    expect(existsSync(at(`${CATALOG}/own.ts`))).toBe(true);
  });

  it('names the file and the member of everything that is wrong, fails, and writes nothing', async () => {
    const { verified: _, ...undated } = acme;
    const { profiles: __, ...bare } = acme;
    write('acme.json', undated);
    write('bare.json', { ...bare, id: 'bare' });
    writeFileSync(at(`${CATALOG}/broken.json`), '{\n  "id": "broken",\n}\n');
    const { code, lines } = await run(root);
    expect(code).toBe(1);
    expect(lines).toEqual([
      'acme.json: verified: it is missing',
      'bare.json: profiles: it is missing',
      'broken.json: it is not JSON: look at line 3, column 1',
    ]);
    expect(existsSync(at(`${CATALOG}/acme.ts`))).toBe(false);
    expect(existsSync(at('docs/integrations/README.md'))).toBe(false);
  });
});

describe('a file of the catalogue', () => {
  const problemsWith = (change: object) =>
    catalogProblems({ file: 'acme.json', text: JSON.stringify({ ...acme, ...change }) });

  it('is right as it is', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it.each<readonly [object, string]>([
    [{ id: 'hooli' }, 'id: the file must be called hooli.json'],
    [{ manageUrl: undefined }, 'manageUrl: it is missing'],
    [{ manageUrl: 'http://acme.example' }, 'manageUrl: it must be an https address'],
    [{ scopeTexts: {} }, 'scopeTexts.read: it is missing'],
    [{ profiles: [{ ...signIn, optionalScopes: ['write'] }] }, 'scopeTexts.write: it is missing'],
    [{ profiles: [{ ...signIn, origin: undefined }] }, 'profiles[0].origin: it must be "system"'],
    [{ profiles: [{ ...signIn, origin: 'custom' }] }, 'profiles[0].origin: it must be "system"'],
    [
      { profiles: [{ ...signIn, clientSecret: { secret: 'CLIENT_SECRET' } }] },
      'profiles[0].clientSecret.secret: CLIENT_SECRET must begin with ACME_',
    ],
    [{ setupGuides: undefined }, 'setupGuides: no guide is for oauth2'],
    [{ setupGuides: [{ ...guide, methods: ['api_key'] }] }, 'setupGuides: no guide is for oauth2'],
    [
      { setupGuides: [{ ...guide, steps: ['Create an app.'] }] },
      'setupGuides[0].steps: no step has {callbackUrl}, which people have to register',
    ],
  ])('is refused with %j', (change, line) => {
    expect(problemsWith(change)).toContain(`acme.json: ${line}`);
  });

  it('needs no redirect URL where only the bot signs in', () => {
    const { authorizationUrl: _, ...rest } = signIn;
    const profiles = [{ ...rest, grant: 'client_credentials' }];
    expect(problemsWith({ profiles, setupGuides: [{ ...guide, steps: ['Create an app.'] }] })).toEqual([]);
  });
});

/** What it prints, and the code with which it ends. */
async function run(root: string): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const script = join(repository, 'scripts/generate-catalog.ts');
  const words = ['--conditions=@latchkey/source', script, root];
  const { code, said } = await promisify(execFile)(process.execPath, words)
    .then(({ stdout }) => ({ code: 0, said: stdout }))
    .catch(({ code, stderr }: { readonly code: number; readonly stderr: string }) => ({ code, said: stderr }));
  return { code, lines: said.trim().split('\n') };
}
