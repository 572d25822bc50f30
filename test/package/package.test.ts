import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstBotRuns } from './first-bot.ts';
import { type Installed, link, linkAll, type Packed, packPackage, root, runIn, tarSize } from './packed.ts';
import { unexportedTypes } from './reachable-types.ts';

let packed: Packed;
/** With its dependencies only. */
let alone: Installed;
/** With everything that we have ourselves. */
let besides: Installed;
beforeAll(async () => {
  packed = await packPackage();
  alone = await packed.install();
  const { dependencies } = manifestOf(alone);
  link(alone, ...Object.keys(dependencies), '@types/node');
  besides = await packed.install();
  linkAll(besides);
}, 180_000);
afterAll(() => packed?.remove());

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly typesVersions: { readonly '*': Readonly<Record<string, readonly string[]>> };
}

function manifestOf(installed: Installed): Manifest {
  return JSON.parse(readFileSync(join(installed.package, 'package.json'), 'utf8'));
}

const TYPESCRIPT_5_8 = join(root, 'node_modules/typescript-5.8/bin/tsc');
const TYPESCRIPT = join(root, 'node_modules/typescript/bin/tsc');

/** What a bot in TypeScript writes against the core, with types that must come out right. */
const CORE = `
import { type Authorizer, createAuthorizer, defineAction, type Integration, z } from 'latchkey';
import { jiraCreateIssue } from 'latchkey/actions';
import { jira } from 'latchkey/integrations';
import { startSandbox, type Sandbox } from 'latchkey/sandbox';
const integration: Integration = jira({ clientId: 'id', clientSecret: 'secret' });
export const authorizer: Promise<Authorizer> = createAuthorizer({ publicUrl: '', store: '', keys: '', integrations: [integration] });
export const count = defineAction({
  id: 'bot.count', title: 'Count', purpose: 'count', integration: 'jira', scopes: [],
  input: z.object({ project: z.string() }),
  run: async (api, { project }) => (await api.get<{ total: number }>('/count', { params: { project } })).data.total,
  answer: (total) => ({ title: total.toFixed() }),
});
// @ts-expect-error a project is a string
count.input.parse({ project: 'KAN' }).project.toFixed();
export const id: string = jiraCreateIssue.id;
export const sandbox: Promise<Sandbox> = startSandbox();
`;
const BOTBUILDER = `
import { TurnContext } from 'botbuilder';
import { type ActionResult, authorizerMiddleware, RunActionDialog } from 'latchkey/dialogs';
import { RecordingAdapter } from 'latchkey/testing';
import { authorizer, count } from './core';
export async function start() {
  const adapter = new RecordingAdapter();
  adapter.use(authorizerMiddleware(await authorizer, { adapter }));
  return new RunActionDialog('count', count, await authorizer);
}
export const result = (given: ActionResult<number>): number => (given.status === 'done' ? given.output : 0);
export const run = async (context: TurnContext) => (await authorizer).run(context, count, { project: 'KAN' });
`;
const AGENTS = `
import { AgentApplication, CloudAdapter, MemoryStorage, TurnContext } from '@microsoft/agents-hosting';
import { latchkey } from 'latchkey/agents';
import { RecordingAdapter } from 'latchkey/agents/testing';
import { authorizer, count } from './core';
export async function start() {
  latchkey(new AgentApplication({ adapter: new CloudAdapter(), storage: new MemoryStorage() }), await authorizer);
  latchkey(new RecordingAdapter(), await authorizer);
}
export const run = async (context: TurnContext) => (await authorizer).run(context, count, { project: 'KAN' });
`;

/** Prints which files of the catalogue are loaded for one product. */
const ONE_PRODUCT = `
import { registerHooks } from 'node:module';
registerHooks({
  load: (url, context, next) => {
    if (url.includes('/integrations/catalog/')) console.log(url.split('/').at(-1));
    return next(url, context);
  },
});
const { hubspot } = await import('latchkey/catalog/hubspot');
hubspot({ ways: ['private-app'] });
`;

const STRICT = [
  '--noEmit',
  '--strict',
  '--exactOptionalPropertyTypes',
  '--noUncheckedIndexedAccess',
  '--noPropertyAccessFromIndexSignature',
  '--isolatedModules',
  '--target',
  'es2023',
];
const NODENEXT = ['--module', 'nodenext', '--moduleResolution', 'nodenext'];

describe('the package as npm packs it', () => {
  it('pleases publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: alone.package });
    // the condition of our own checkout, which names sources that are not packed
    const said = messages.map((message) => formatMessage(message, pkg, { color: false }));
    expect(said.filter((line) => line !== undefined && !line.includes('@latchkey/source'))).toEqual([]);
  });

  it('pleases “are the types wrong”, in each way to resolve a module', async () => {
    // ESM that CommonJS loads with `require`, as every supported Node does
    const ignored = ['--ignore-rules', 'cjs-resolves-to-esm', '--exclude-entrypoints', 'catalog/*', '--no-color'];
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const { code, said } = await runIn(alone, attw, [packed.tarball, ...ignored]);
    expect(code, said).toBe(0);
  }, 60_000);

  it('has less than 120 KiB of catalogue, and loads one product without the others', async () => {
    const catalog = 'dist/src/integrations/catalog';
    const pack = (...without: readonly string[]) =>
      tarSize(alone.package, [...without.map((name) => `--exclude=${name}`), '.']);
    const share = (await pack()) - (await pack(`./${catalog}`, `./${catalog}-index.*`));
    // before there was one, at 44a6ccb, the package had 534 KiB
    console.log(`the catalogue is ${Math.round(share / 1024)} KiB of the package, packed`);
    expect(share).toBeGreaterThan(1024);
    expect(share).toBeLessThan(120 * 1024);
    writeFileSync(join(alone.folder, 'one.mjs'), ONE_PRODUCT);
    const { said } = await runIn(alone, 'one.mjs', []);
    expect(said.trim().split('\n').toSorted()).toEqual(['hubspot.js', 'hubspot.json']);
  }, 60_000);

  it('has its entry points in typesVersions too, for node10', () => {
    const { exports, typesVersions } = manifestOf(alone);
    const entries = Object.keys(exports).map((entry) => entry.replace('./', ''));
    const named = entries.filter((entry) => entry !== '.' && entry !== 'package.json');
    expect(Object.keys(typesVersions['*']).toSorted()).toEqual(named.toSorted());
  });

  it('exports every type that can be reached from what it exports', () => {
    const entries = Object.values(manifestOf(alone).typesVersions['*'])
      .flat()
      .filter((file) => !file.includes('*'));
    const files = ['./dist/src/index.d.ts', ...entries].map((file) => join(alone.package, file));
    expect(unexportedTypes(alone.package, files)).toEqual([]);
  }, 60_000);

  it('needs no types of a web server, a bot SDK or a database for its core (TypeScript 5.8, libraries checked)', async () => {
    writeFileSync(join(alone.folder, 'core.ts'), CORE);
    const { said } = await runIn(alone, TYPESCRIPT_5_8, [...STRICT, ...NODENEXT, 'core.ts']);
    expect(said).toBe('');
  }, 120_000);

  it.each<[string, string, readonly string[]]>([
    ['TypeScript 5.8, nodenext', TYPESCRIPT_5_8, NODENEXT],
    ['TypeScript 5.8, bundler', TYPESCRIPT_5_8, ['--module', 'esnext', '--moduleResolution', 'bundler']],
    [
      'TypeScript 5.8, node10',
      TYPESCRIPT_5_8,
      ['--module', 'commonjs', '--moduleResolution', 'node10', '--esModuleInterop'],
    ],
    ['the newest TypeScript, nodenext', TYPESCRIPT, NODENEXT],
  ])(
    'compiles in a bot of either SDK: %s',
    async (_how, compiler, how) => {
      writeFileSync(join(besides.folder, 'core.ts'), CORE);
      writeFileSync(join(besides.folder, 'botbuilder.ts'), BOTBUILDER);
      writeFileSync(join(besides.folder, 'agents.ts'), AGENTS);
      const files = ['core.ts', 'botbuilder.ts', 'agents.ts'];
      const { said } = await runIn(besides, compiler, [...STRICT, '--skipLibCheck', ...how, ...files]);
      expect(said).toBe('');
    },
    120_000,
  );
});

firstBotRuns(() => besides);
