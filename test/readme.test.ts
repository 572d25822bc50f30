import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');
const { scripts, engines }: { scripts: Record<string, string>; engines: { node: string } } = JSON.parse(
  read('package.json'),
);

const [setUp = '', ask = '', ...others] = blocksOf(readme, 'ts');
const [, stopping = ''] = /`(process\.once\('SIGTERM'[^`]*)`/.exec(readme) ?? [];
const added = [setUp, ask].flatMap(linesOfCode);

const IGNORED = new Set(['node_modules', 'dist', 'coverage']);
const examples = documentsBelow('docs').flatMap((document) =>
  blocksOf(read(document), 'ts').map((code) => ({ document, code, about: firstCall(code) })),
);
/** Compiled together, as most of the time goes into what they all import. */
const compiled = [
  inExistingBot(`${setUp}\n${stopping}`, ask),
  inExistingBot(setUp.replace('publicUrl:', 'publicURL:'), ask),
  ...examples.map(({ code }) => inModule(code)),
];
let complaints: readonly string[];
beforeAll(async () => {
  complaints = await complaintsAbout(compiled);
}, 180_000);

describe('the embedding in the README', () => {
  it('is two blocks: what is added once, and what is added to a waterfall step', () => {
    expect(setUp).toContain('createAuthorizer');
    expect(ask).toContain('step.beginDialog');
    expect(others).toEqual([]);
  });

  it('has as many lines as it claims, and at most fifteen', () => {
    expect(readme).toContain('These are fifteen lines');
    expect(added).toHaveLength(15);
  });

  it('passes the compiler in a bot that has an adapter, a server and dialogs', () => {
    expect(complaints[0]).toBe('');
  });

  it('does not pass the compiler with a mistake in it', () => {
    expect(complaints[1]).toContain('publicURL');
  });

  it('says how the bot is stopped, with its server, and every example that runs does it and ends', () => {
    expect(stopping).toMatch(/^process\.once\('SIGTERM', \(\) => authorizer\.close\(server\)\)$/);
    const examples = ['examples', 'examples/samples'].flatMap((folder) =>
      readdirSync(join(root, folder)).map((file) => `${folder}/${file}`),
    );
    const whole = examples.filter((file) => /\.[cm]?[jt]s$/.test(file) && read(file).includes('createAuthorizer({'));
    expect(whole).toContain('examples/first-bot.mjs');
    const stop = "process.once('SIGTERM', () => authorizer.close(server).then(() => process.exit()));";
    expect(whole.filter((file) => !read(file).includes(stop))).toEqual([]);
  });

  it('stands line by line in the example that is run as a test', () => {
    const example = linesOfCode(read('examples/first-bot.mjs'));
    expect(added.filter((line) => !example.includes(line))).toEqual([]);
  });
});

describe('the examples in docs/', () => {
  it.each(examples.map((example, at) => ({ ...example, at })))('$document: $about passes the compiler', ({ at }) => {
    expect(complaints[at + 2]).toBe('');
  });
});

describe('what the documents say', () => {
  const documents = documentsBelow('.');

  it.each(['npm ci && npm start', 'npm ci && npm test'])('has the command %s in the README', (command) => {
    expect(blocksOf(readme, 'sh')).toContain(`${command}\n`);
  });

  it('names the lowest Node that the package accepts', () => {
    expect(readme).toContain(`Node ${engines.node.replace('>=', '')} or`);
  });

  it('explains every option of createAuthorizer', () => {
    const options = /interface AuthorizerOptions \{([\s\S]*?)\n\}/.exec(read('src/create-authorizer.ts'))?.[1] ?? '';
    const names = [...options.matchAll(/^ {2}readonly (\w+)\??:/gm)].map((match) => match[1] ?? '');
    expect(names).toContain('publicUrl');
    expect(names.filter((name) => !read('docs/embed.md').includes(`\`${name}\``))).toEqual([]);
  });

  it('draws every room that the architecture test knows', () => {
    const rooms = [...read('test/architecture.test.ts').matchAll(/\broom: '([^']+)'/g)].map((match) => match[1] ?? '');
    expect(rooms).toContain('src/flows');
    expect(rooms.filter((room) => !read('docs/architecture.md').includes(`\`${room}\``))).toEqual([]);
  });

  it('has every setting that the playground reads in .env.example', () => {
    const names = [...read('playground/config.ts').matchAll(/\benv\.(\w+)/g)].map((match) => match[1] ?? '');
    expect(names).toContain('LATCHKEY_STORE');
    expect(names.filter((name) => !read('.env.example').includes(`# ${name}=`))).toEqual([]);
  });

  it.each(documents)('%s names only scripts that package.json has', (document) => {
    const named = [...read(document).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)];
    const missing = named
      .map((match) => match[1] ?? match[2] ?? '')
      .filter((script) => !Object.hasOwn(scripts, script));
    expect(missing).toEqual([]);
  });

  it.each(documents)('%s links only to what exists', (document) => {
    expect(linksOf(document).filter((link) => !leadsSomewhere(document, link))).toEqual([]);
  });
});

/** Fenced blocks of one language, also inside of lists. */
function blocksOf(markdown: string, language: string): readonly string[] {
  return [...markdown.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)]
    .filter((match) => match[2] === language)
    .map(([, indent = '', , code = '']) => code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
}

/** Without comments and empty lines. */
function linesOfCode(code: string): readonly string[] {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/.*$/, '').trim())
    .filter((line) => line !== '');
}

/** What a bot has already. */
function inExistingBot(setUp: string, ask: string): string {
  return `
import type { CloudAdapter } from 'botbuilder';
import type { DialogSet, WaterfallStepContext } from 'botbuilder-dialogs';
import type { Server } from 'restify';
${setUp}
declare const port: number;
declare const jiraApp: { clientId: string; clientSecret: string };
declare const adapter: CloudAdapter;
declare const server: Server;
declare const dialogs: DialogSet;
export async function step(step: WaterfallStepContext) {
  ${ask}
}
`;
}

/** The imports of an example stay above; what it leaves out is declared around it, and it may declare it itself. One that exports is whole. */
function inModule(code: string): string {
  // a whole module: it has all that it needs
  if (/^export /m.test(code)) return code;
  const imports = [...code.matchAll(/^import [^;]*;\n/gm)].map((match) => match[0]);
  const body = imports.reduce((rest, statement) => rest.replace(statement, ''), code);
  return `
${imports.join('')}
import type { CloudAdapter as Adapter, TurnContext } from 'botbuilder';
import type { DialogSet as Dialogs } from 'botbuilder-dialogs';
import type { AnyAction, Authorizer, AuthorizerOptions } from 'latchkey';
import type { Server } from 'restify';
declare const [clientId, clientSecret]: readonly [string, string];
declare const options: AuthorizerOptions;
declare const authorizer: Authorizer;
declare const [action, addComment]: readonly [AnyAction, AnyAction];
declare const adapter: Adapter;
declare const server: Server;
declare const context: TurnContext;
declare const dialogs: Dialogs;
export const given = { clientId, clientSecret, options, authorizer, action, addComment, adapter, server, context, dialogs };
export async function example() {
${body}
}
`;
}

function firstCall(code: string): string {
  return /(?:new |await )?[\w.]+\(/.exec(code.replace(/^import [^;]*;\n/gm, ''))?.[0] ?? '';
}

/** What the compiler says of each with the project's own flags; inside the checkout, so that the package finds its own name. */
async function complaintsAbout(codes: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(root, 'test/.readme-'));
  try {
    for (const [at, code] of codes.entries()) writeFileSync(join(folder, `readme${at}.ts`), code);
    writeFileSync(join(folder, 'tsconfig.json'), CONFIG);
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const said = await promisify(execFile)(process.execPath, [compiler, '-p', folder], { maxBuffer: 2 ** 26 }).then(
      ({ stdout }) => stdout,
      (error: { readonly stdout: string }) => error.stdout,
    );
    // of the sources themselves `npm run check` speaks
    const lines = said.split('\n');
    return codes.map((_, at) => lines.filter((line) => line.includes(`readme${at}.ts(`)).join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of a piece of code that goes on elsewhere, not every name is used. */
const CONFIG = JSON.stringify({
  extends: '../../tsconfig.json',
  compilerOptions: { noUnusedLocals: false },
  include: ['readme*.ts'],
});

function documentsBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return IGNORED.has(entry.name) || entry.name.startsWith('.') ? [] : documentsBelow(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** Relative links and pictures, outside of code. */
function linksOf(document: string): readonly string[] {
  const prose = read(document)
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^[a-z][a-z0-9+.-]*:/i.test(link));
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#', 2);
  const target = path === '' ? document : relative(root, resolve(root, dirname(document), path));
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

/** As the usual renderers make them of headings. */
function anchorsOf(document: string): readonly string[] {
  return [...read(document).matchAll(/^#+ +(.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
