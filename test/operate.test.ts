import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { CHECKS } from '../src/flows/operator/doctor.ts';
import { silentLogger } from '../src/logger.ts';
import { openAuthorizer } from '../src/open-authorizer.ts';
import { moduleWith } from './cli/products.ts';
import { openWorkplace } from './cli/workplace.ts';

const root = resolve(import.meta.dirname, '..');
const manual = readFileSync(join(root, 'docs/operate.md'), 'utf8');
const named = (name: string) => manual.includes(`\`${name}\``);

describe('docs/operate.md', () => {
  it('has every command', () => {
    expect(COMMANDS.map(({ name }) => name).filter((name) => !named(name))).toEqual([]);
  });

  it('has every check of the doctor', () => {
    expect(CHECKS.map(({ id }) => id).filter((id) => !named(id))).toEqual([]);
  });

  it('has every event of the log', () => {
    const union =
      /export type LogEvent =([\s\S]*?);\n\n/.exec(readFileSync(join(root, 'src/logger.ts'), 'utf8'))?.[1] ?? '';
    const events = [...union.matchAll(/event: ([^;]+);/g)].flatMap((match) => match[1]?.match(/\w+/g) ?? []);
    expect(events).toContain('seal_broken');
    expect(events.filter((event) => !named(event))).toEqual([]);
  });

  it('has every verb of configuration as code', async () => {
    const { operator, close } = await openAuthorizer({
      publicUrl: 'http://127.0.0.1:1',
      store: 'sqlite::memory:',
      keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
      integrations: [],
      logger: silentLogger,
    });
    await close();
    expect(Object.keys(operator).filter((verb) => !named(verb))).toEqual([]);
  });

  it('has every setting that the command reads', () => {
    const settings = [...readFileSync(join(root, 'src/cli/settings.ts'), 'utf8').matchAll(/text\('(\w+)'\)/g)];
    const names = settings.map((match) => match[1] ?? '').filter((name) => name !== 'PORT');
    expect(names).toContain('LATCHKEY_KEYS');
    expect(names.filter((name) => !named(name))).toEqual([]);
  });

  it('has a profile file that is accepted', async () => {
    const place = openWorkplace();
    const json = /```json\n([\s\S]*?)```/.exec(manual)?.[1] ?? '';
    const LATCHKEY_INTEGRATIONS = moduleWith(place, '[made.zendesk()]');
    const env = { LATCHKEY_INTEGRATIONS, ZENDESK_SECRET: place.hide('the-zendesk-secret') };
    const { code, out } = await place.run(['profiles', 'create', place.write('our-app.json', json)], { env });
    place.close();
    expect(out).toContain('saved Our own OAuth client');
    expect(code).toBe(0);
  });

  it('has examples that pass the compiler', async () => {
    const examples = [...manual.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    expect(examples).toHaveLength(2);
    expect(await complaintsAbout(examples)).toBe('');
  });
});

/** With the project's own flags; inside the checkout, so that the package finds its own name. */
async function complaintsAbout(examples: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(root, 'test/.operate-'));
  try {
    for (const [at, code] of examples.entries()) writeFileSync(join(folder, `example-${at}.ts`), inModule(code));
    const config = { extends: '../../tsconfig.json', include: ['*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    return await promisify(execFile)(process.execPath, [compiler, '-p', folder]).then(
      () => '',
      (error: { readonly stdout: string }) => linesAbout(error.stdout),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of the sources themselves `npm run check` speaks. */
function linesAbout(said: string): string {
  return said
    .split('\n')
    .filter((line) => line.includes('example-'))
    .join('\n');
}

function inModule(code: string): string {
  const imports = code.match(/^import [^;]*;\n/gm) ?? [];
  return `${imports.join('')}import type { Authorizer, ServicesOptions } from 'latchkey';
declare const authorizer: Authorizer;
declare const options: ServicesOptions;
export const given = { authorizer, options };
export async function example() {
${imports.reduce((rest, statement) => rest.replace(statement, ''), code)}
}
`;
}
