import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { CHECKS } from '../src/flows/operator/doctor.ts';
import { silentLogger } from '../src/logger.ts';
import { openAuthorizer } from '../src/open-authorizer.ts';
import { readPostgresSettings } from '../src/stores/postgres-settings.ts';
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
    const events = [...union.matchAll(/event: ([^;}]+?) ?[;}]/g)].flatMap((match) => match[1]?.match(/\w+/g) ?? []);
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

  it('has the defaults of a PostgreSQL address, and they leave a turn within the ten seconds that it promises', () => {
    const rows = [...manual.matchAll(/^\| `(\w+)` \| [^|]+ \| (\d+) \|$/gm)];
    const told = Object.fromEntries(rows.map(([, name = '', value]) => [name, Number(value)]));
    const { pool_size, connect_timeout = 0, query_timeout = 0, pool_lifetime } = told;
    expect(readPostgresSettings('postgres://db/bot')).toMatchObject({
      poolSize: pool_size,
      connectTimeout: connect_timeout * 1000,
      queryTimeout: query_timeout * 1000,
      poolLifetime: pool_lifetime,
    });
    expect(connect_timeout + query_timeout).toBeLessThan(10);
    expect(manual).toContain('people learn within ten seconds');
  });

  it('allows as long for an end as closing may take', () => {
    const number = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1]?.replace('_', ''));
    const forTokens =
      number(readFileSync(join(root, 'src/flows/under-way.ts'), 'utf8'), /TOKEN_PATIENCE = ([\d_]+)/) / 1000;
    const forWork = number(readFileSync(join(root, 'src/create-authorizer.ts'), 'utf8'), /closeSeconds \?\? (\d+)/);
    expect(number(manual, /get up to `closeSeconds` \((\d+)\)/)).toBe(forWork);
    expect(number(manual, /waits up to (\d+) more seconds for tokens/)).toBe(forTokens);
    expect(number(manual, /So allow at least (\d+) seconds/)).toBe(forWork + forTokens);
    const sleeps = number(manual, /sleep: \{ seconds: (\d+) \}/);
    expect(number(manual, /terminationGracePeriodSeconds: (\d+)/)).toBeGreaterThan(sleeps + forWork + forTokens);
    expect(number(manual, /WEBSITES_CONTAINER_STOP_TIME_LIMIT`\nto more, for example (\d+)/)).toBeGreaterThan(
      forWork + forTokens,
    );
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
});
