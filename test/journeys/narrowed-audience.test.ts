import { join } from 'node:path';
import { createAuthorizer, defineAction } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWorkplace, type Workplace } from '../cli/workplace.ts';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { textsOf } from './chat-person.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

/** Of one id with the built-in one, so that the command line knows it too. */
const ID = 'jotform';
const KEY = 'aB3dE6gH9jK2mN5pQ8sT1vW4xY7zA0cD';
const actor = { name: 'dev' };
const NOT_ALLOWED = "You're not allowed to use Depot here";

const wipe = defineAction({
  id: 'depot.wipe',
  title: 'Wipe the depot',
  purpose: 'wipe the depot',
  integration: ID,
  scopes: [],
  destructive: true,
  input: z.object({}),
  run: async (api) => (await api.delete('/things')).status,
  answer: () => ({ title: 'It is empty now' }),
});

const order = defineAction({
  id: 'depot.order',
  title: 'Order from the depot',
  purpose: 'order something',
  integration: ID,
  scopes: [],
  input: z.object({}),
  form: async (api) => {
    await api.get('/questions');
    return [{ name: 'what', title: 'What do you need?', kind: 'text', required: true }];
  },
  run: async (api, _input, _context, answers) => (await api.post('/orders', answers)).status,
  answer: () => ({ title: 'It is ordered' }),
});

let depot: TestServer;
let postgres: TestPostgres;
beforeAll(async () => {
  depot = await startServer((_request, response) => answerJson(response, 200, { id: 'depot@acme.example' }));
  postgres = await startTestPostgres();
}, 120_000);
afterAll(async () => {
  await depot.close();
  await postgres.stop();
});

const integrations = () => [
  defineIntegration({
    id: ID,
    name: 'Depot',
    baseUrl: depot.origin,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'api-key',
        title: 'Key',
        method: 'api_key',
        fields: [{ key: 'apiKey', title: 'API key' }],
        placements: [{ in: 'header', name: 'x-key', value: '{{apiKey}}' }],
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  }),
];

describe.each(['SQLite', 'PostgreSQL'])('R67 an audience on %s', (kind) => {
  let database: TestDatabase | undefined;
  let place: Workplace;
  let store: string;
  let bot: TestBot;

  beforeEach(async () => {
    place = openWorkplace();
    database = kind === 'PostgreSQL' ? await postgres.newDatabase() : undefined;
    store = database?.url ?? `sqlite:${join(place.folder, 'latchkey.db')}`;
    bot = await openTestBot({ integrations, actions: [wipe, order], store, keys: place.keys });
    const { operator } = bot.authorizer;
    await operator.shareConnection({ actor, integration: ID, profile: 'api-key', values: { apiKey: KEY } });
    await operator.changeSetup({ actor, integration: ID, change: { mode: 'preauthorized', enabled: true } });
    await operator.changeSetup({ actor, integration: ID, change: { audience: { kind: 'everyone' } } });
    depot.received.length = 0;
  });
  afterEach(async () => {
    await bot.close();
    await database?.drop();
    place.close();
  });

  /** What another process does to the same store, without a word to the bot's own. */
  const NARROWED: readonly (readonly [how: string, narrow: () => Promise<void>])[] = [
    [
      'another process',
      async () => {
        const other = await createAuthorizer({
          publicUrl: bot.url,
          store,
          keys: place.keys,
          integrations: integrations(),
          appId: 'test-app',
          logger: () => {},
        });
        const change = { audience: { kind: 'users', users: ['test//somebody-else'] } } as const;
        expect(await other.operator.changeSetup({ actor, integration: ID, change })).toMatchObject({ status: 'saved' });
        await other.close();
      },
    ],
    [
      'the command line',
      async () => {
        const env = { LATCHKEY_STORE: store, MicrosoftAppId: 'test-app' };
        const { code, problem } = await place.run(['integrations', 'share', ID, '--audience', 'nobody', '--yes'], {
          env,
        });
        expect([code, problem]).toEqual([0, '']);
      },
    ],
  ];
  const writes = () => depot.received.filter(({ method }) => method !== 'GET');

  it.each(NARROWED)('that %s narrows counts while “Really?” waits', async (_how, narrow) => {
    const chat = await bot.chat('ann');
    expect(textsOf(await chat.say('Wipe the depot'))).toContain('Really');
    await narrow();
    expect(textsOf(await chat.say('yes'))).toContain(NOT_ALLOWED);
    expect(writes()).toEqual([]);
  });

  it.each(NARROWED)('that %s narrows counts during a form', async (_how, narrow) => {
    const chat = await bot.chat('ann');
    expect(textsOf(await chat.say('Order from the depot'))).toContain('What do you need?');
    await narrow();
    expect(textsOf(await chat.say('three crates'))).toContain(NOT_ALLOWED);
    expect(writes()).toEqual([]);
  });

  it('that nobody narrows lets both go on', async () => {
    const chat = await bot.chat('ann');
    await chat.say('Wipe the depot');
    expect(textsOf(await chat.say('yes'))).toContain('It is empty now');
    await chat.say('Order from the depot');
    expect(textsOf(await chat.say('three crates'))).toContain('It is ordered');
    expect(writes().map(({ method }) => method)).toEqual(['DELETE', 'POST']);
  });
});
