import type { Authorizer } from 'latchkey';
import { type PlayedSandbox, startPlayed } from 'latchkey/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { PERSON_TOKEN } from '../../sandbox/played/token-endpoint.ts';
import { atPlayed, callOf } from '../integrations/played-world.ts';
import { verbsOf } from '../verbs-of.ts';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';

const exchanging = {
  ...{ id: 'obo', title: 'The bot’s sign-in', method: 'oauth2', grant: 'client_credentials', scopes: ['read'] },
  clientId: { secret: 'ACME_CLIENT_ID' },
  clientSecret: { secret: 'ACME_CLIENT_SECRET' },
  tokenUrl: 'https://login.acme.example/token',
  refreshTokens: 'none',
};
const acme = (changes: object) => ({
  id: 'acme',
  name: 'Acme',
  baseUrl: 'https://api.acme.example/v2',
  profiles: [{ ...exchanging, ...changes }],
  check: { path: '/me', account: { id: 'id', label: 'email' } },
});

let bot: ErrandBot | undefined;
let sandbox: PlayedSandbox | undefined;
afterEach(async () => {
  await bot?.close();
  await sandbox?.close();
  bot = undefined;
  sandbox = undefined;
});

let now = 0;
const call = callOf('acme');
/** A bot that has signed the person in by itself, and hands over what it has of them. */
const open = async (changes: object, token = PERSON_TOKEN) => {
  const definition = acme(changes);
  now = Date.now();
  sandbox = await startPlayed([definition], { now: () => now, secrets: (name) => name.toLowerCase() });
  bot = await openErrandBot({
    actions: [call],
    integrations: [atPlayed(definition, sandbox)],
    with: async (context: object, authorizer: Authorizer) => {
      const exchanged = await authorizer.exchangeToken(context, { integration: 'acme', token });
      if (exchanged.status !== 'connected') return exchanged;
      return [exchanged, await authorizer.run(context, call)];
    },
  });
  return { bot, product: sandbox.product('acme') };
};
const tokenRequests = (arrived: readonly { readonly path: string }[]) =>
  arrived.filter(({ path }) => path.endsWith('/token')).length;

describe.each(['token_exchange', 'on_behalf_of'])('a bot that has the person’s token, by %s', (kind) => {
  it('connects the person without asking, calls, and asks the product again only once the token has ended', async () => {
    const opened = await open({ exchange: { kind } });
    const done = [
      { status: 'connected', account: { label: 'ann@acme.example' } },
      { status: 'done', output: true },
    ];
    const said = await opened.bot.say('Count');
    expect(opened.bot.results.at(-1)).toMatchObject(done);
    expect(said).not.toContain('Connect');
    expect(tokenRequests(opened.product.arrived())).toBe(1);
    await opened.bot.say('Count again');
    expect(opened.bot.results.at(-1)).toMatchObject(done);
    expect(tokenRequests(opened.product.arrived())).toBe(0);
    opened.bot.advance(2 * 60 * 60 * 1000);
    now += 2 * 60 * 60 * 1000;
    await opened.bot.say('And again');
    expect(opened.bot.results.at(-1)).toMatchObject(done);
    expect(tokenRequests(opened.product.arrived())).toBe(1);
    expect(opened.product.complaints).toEqual([]);
    const [owner] = await peopleOf(opened.bot);
    expect(owner).toMatchObject([{ integration: 'acme', profile: 'obo', status: 'active' }]);
  });

  it('is told when the server does not take the token, and keeps nothing', async () => {
    const opened = await open({ exchange: { kind } }, 'token-of-somebody-else');
    await opened.bot.say('Count');
    expect(opened.bot.results).toEqual([{ status: 'refused' }]);
    const [owner] = await peopleOf(opened.bot);
    expect(owner).toEqual([]);
  });
});

it('is told where no way in exchanges tokens', async () => {
  const opened = await open({});
  await opened.bot.say('Count');
  expect(opened.bot.results).toEqual([{ status: 'unknown_profile' }]);
});

it('is never offered to people, and never shared with everybody', async () => {
  const opened = await open({ exchange: {} });
  expect(verbsOf(opened.bot.authorizer).offeredProfiles('acme')).toEqual([]);
  const { operator } = opened.bot.authorizer;
  const actor = { kind: 'cli', name: 'A developer' } as const;
  const shared = operator.shareConnection({ actor, integration: 'acme', profile: 'obo', values: {} });
  expect(await shared).toEqual({ status: 'unknown_profile' });
});

const peopleOf = async ({ authorizer }: ErrandBot) => [
  await verbsOf(authorizer).listConnections({
    kind: 'user',
    bot: 'test-app',
    channel: 'webchat',
    tenant: '',
    user: 'dl_ann',
  }),
];
