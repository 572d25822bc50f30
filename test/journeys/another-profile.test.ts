import { defineAction, z } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerJson, type Received, startServer } from '../http/start-server.ts';
import { textsOf } from './chat-person.ts';
import { namedDialogs } from './named-dialogs.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

/** A bot whose dialogs ask for one product, each by a way in of its own choice. */
let bot: TestBot;
let product: Awaited<ReturnType<typeof startServer>>;
/** What ended on the stack, and with what. */
let ended: unknown[];

beforeEach(async () => {
  ended = [];
  product = await startServer(({ headers }: Received, response) =>
    answerJson(response, headers['x-key'] === undefined ? 401 : 200, { id: String(headers['x-key']).split('-')[0] }),
  );
  const names = [
    ['mine', 'mine'],
    ['team', 'team'],
    ['ours', 'team'],
  ] as const;
  bot = await openTestBot({
    integrations: () => [ledger(product.origin)],
    actions: [],
    answer: (authorizer) =>
      namedDialogs(
        authorizer,
        names.map(([name, profile]) => ({ name, action: actionOf(name), profile })),
        ended,
      ),
  });
});
afterEach(async () => {
  await bot.close();
  await product.close();
});

it('a dialog that wants another way in gets it, and what waited for the first one is done as well', async () => {
  const chat = await bot.chat();
  const first = await chat.say('mine');
  expect(textsOf(first)).toContain('Key of your own');
  const second = await chat.say('team');
  expect(textsOf(second)).toContain("I'll do this as soon as you have connected Ledger");
  expect(textsOf(second)).toContain('Key of the team');
  expect(textsOf(await chat.submit(first, { key: 'mine-12345678' }))).toContain('no longer open');
  const done = textsOf(await chat.submit(second, { key: 'team-12345678' }));
  expect(done).toContain('Connected to Ledger as **team**');
  expect(done).toContain('mine: team');
  expect(done).toContain('team: team');
  expect(ended).toEqual([{ status: 'done', output: 'team' }]);
  expect(await bot.authorizer.operator.listConnections({ limit: 9 })).toMatchObject([{ profile: 'team' }]);
});

it('one that wants the same way in joins', async () => {
  const chat = await bot.chat();
  await chat.say('team');
  const done = textsOf(await chat.submit(await chat.say('ours'), { key: 'team-12345678' }));
  expect(done).toContain('team: team');
  expect(done).toContain('ours: team');
  expect(bot.log.filter(({ event }) => event === 'authorization_begun')).toHaveLength(1);
});

function ledger(url: string) {
  const profile = (id: string, title: string) => ({
    id,
    title,
    method: 'api_key' as const,
    fields: [{ key: 'key', title, type: 'password' as const }],
    placements: [{ in: 'header' as const, name: 'x-key', value: '{{key}}' }],
  });
  return defineIntegration({
    id: 'ledger',
    name: 'Ledger',
    baseUrl: url,
    allowInsecureLoopback: true,
    profiles: [profile('mine', 'Key of your own'), profile('team', 'Key of the team')],
    check: { path: '/me', account: { id: 'id' } },
  });
}

function actionOf(id: string) {
  return defineAction({
    id: `ledger.${id}`,
    title: `Look at ${id}`,
    integration: 'ledger',
    purpose: 'look',
    input: z.object({}),
    scopes: [],
    run: async (api) => (await api.get<{ readonly id: string }>('/me')).data.id,
    answer: (account) => ({ title: `${id}: ${account}` }),
  });
}

it('a channel that changes no messages keeps its card, and everything else goes on', async () => {
  const chat = await bot.chat();
  bot.refuseChanges();
  const asked = await chat.say('mine');
  const again = await chat.say('new link');
  expect(textsOf(await chat.submit(again, { key: 'mine-12345678' }))).toContain('mine: mine');
  expect(await chat.look(asked)).toEqual(asked);
  expect(ended).toEqual([{ status: 'done', output: 'mine' }]);
});
