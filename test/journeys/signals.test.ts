import { type Authorizer, createAuthorizer, defineAction, silentLogger, z } from 'latchkey';
import { github } from 'latchkey/integrations';
import { startSandbox } from 'latchkey/sandbox';
import { linkIn, startTestAuthorizer, type TestChat, wordsOf } from 'latchkey/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerConsent } from '../../sandbox/answer-consent.ts';
import { openTestBrowser } from '../../testing/test-browser.ts';
import { startTestPostgres, type TestPostgres } from '../stores/test-postgres.ts';
import { openSmallBot } from './small-bot.ts';

/**
 * Two processes on one PostgreSQL, whose rounds never come: what one has done, the other hears at once, or never. One talks
 * with people, the other serves pages only, as behind a router that keeps them apart.
 */
const count = defineAction({
  id: 'github.count',
  title: 'Count them',
  purpose: 'count them',
  integration: 'github',
  scopes: [],
  effect: 'read',
  input: z.object({}),
  run: async () => 7,
  answer: (seven) => ({ title: `There are ${seven}` }),
});

let server: TestPostgres;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  server = await startTestPostgres();
  sandbox = await startSandbox();
}, 180_000);
afterAll(async () => {
  await sandbox?.close();
  await server?.stop();
});

let url: string;
let pages: Authorizer;
let bot: Authorizer;
let alice: TestChat;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const database = await server.newDatabase();
  url = database.url;
  const { clientId, clientSecret } = sandbox.github;
  const options = {
    store: url,
    keys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    integrations: [github({ system: { clientId, clientSecret }, personalToken: false, sandbox: sandbox.github })],
    actions: [count],
    appId: 'test-app',
    confirm: 'none',
    logger: silentLogger,
  } as const;
  pages = await startTestAuthorizer(options);
  bot = await createAuthorizer({ ...options, publicUrl: pages.settings.publicUrl });
  alice = openSmallBot(bot, (context) => bot.converse(context, { actions: [count] }));
  await expect.poll(listeners).toBe(2);
  return async () => {
    await bot.close();
    await pages.close();
    vi.useRealTimers();
    await database.drop();
  };
});

async function asked(statement: string): Promise<readonly { readonly n: number }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const LISTENING = `from pg_stat_activity where datname = current_database() and application_name = 'latchkey listen' and query = 'listen latchkey'`;

async function listeners(): Promise<number> {
  return (await asked(`select count(*)::int as n ${LISTENING}`))[0]?.n ?? 0;
}

async function connect(link: string): Promise<void> {
  const browser = openTestBrowser();
  const { movesTo = '' } = await browser.submit(await browser.get(link));
  await browser.get(await answerConsent(movesTo));
}

async function hearsSeven(): Promise<void> {
  let heard = '';
  while (!heard.includes('There are 7')) heard += wordsOf(await alice.hear());
}

describe('two processes on PostgreSQL', () => {
  it('what becomes ready in one is said by the other at once', async () => {
    await connect(linkIn(await alice.say('Count them')));
    await hearsSeven();
  });

  it('what developers decide in one counts in the other at once', async () => {
    await pages.operator.changeSetup({ actor: { name: 'test' }, integration: 'github', change: { enabled: false } });
    await expect.poll(async () => wordsOf(await alice.say('Count them'))).toMatch(/switched off|not available/i);
  });

  it('a connection for listening that breaks is opened again, and what was missed meanwhile is looked for', async () => {
    const link = linkIn(await alice.say('Count them'));
    await asked(`select pg_terminate_backend(pid)::int as n ${LISTENING}`);
    await connect(link);
    await hearsSeven();
    await expect.poll(listeners, { timeout: 10_000 }).toBe(2);
  });

  it('close ends it', async () => {
    await bot.close();
    expect(await listeners()).toBe(1);
  });
});
