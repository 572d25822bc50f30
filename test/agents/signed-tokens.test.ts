import { Activity } from '@microsoft/agents-activity';
import {
  AgentApplication,
  authorizeJWT,
  type CloudAdapter,
  ConnectorClient,
  ConversationBuilder,
  MemoryStorage,
  TurnContext,
} from '@microsoft/agents-hosting';
import { latchkey } from 'latchkey/agents';
import { RecordingAdapter } from 'latchkey/agents/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP, BOTS, type ChannelService, newKey, startChannelService } from '../journeys/channel-service.ts';
import { textsOf } from '../journeys/chat-person.ts';
import { type StrictProduct, startStrictProduct } from '../journeys/strict-product.ts';
import { openTestBot, type TestBot } from '../journeys/test-bot.ts';

/**
 * Tokens that are really signed, and really checked by the SDK's middleware. It takes the keys of a channel's tokens from a fixed
 * address of Microsoft's, so that these have an issuer whose keys it takes from the configured authority; `as a channel` puts the
 * channel's issuer into a token that was checked.
 */
let authority: ChannelService;
let product: StrictProduct;
let bot: TestBot;
beforeAll(async () => {
  authority = await startChannelService(['msteams']);
  product = await startStrictProduct(() => Date.now());
  bot = await openTestBot({ integrations: () => [product.integration], actions: product.actions, appId: APP });
});
afterAll(async () => {
  await bot.close();
  await product.close();
  await authority.close();
});

const CHANNEL = 'https://api.botframework.com';
const OTHER = '5a7c0de5-0000-4000-8000-0000000000ff';
const ASKED = 'I need access to your Acme account';
const REFUSED = "You're not allowed to use this here.";

/** What is known of a turn that is over. */
type Heard = Pick<TurnContext, 'activity' | 'identity'>;
type Route = (heard: Heard, adapter: Adapter) => Promise<unknown>;
const act = (context: TurnContext) => bot.authorizer.run(context, product.actions[0], {});

/**
 * What the bot says to somebody who is let in with this token, at once or in a turn that it begins later; the status of the SDK's middleware where nobody
 * is.
 */
async function speak(
  authorization: string,
  trusted: readonly string[] = [],
  asChannel = false,
  later?: Route,
): Promise<string> {
  const adapter = new Adapter();
  const app = new AgentApplication({ adapter, storage: new MemoryStorage() });
  latchkey(app, bot.authorizer, { trustSkillCallers: trusted });
  let heard: Heard | undefined;
  app.onActivity('message', async (context) => {
    heard = { activity: context.activity, identity: context.identity };
    if (later === undefined) await act(context);
  });
  const user = crypto.randomUUID();
  const body = {
    type: 'message',
    id: user,
    text: 'Count my things',
    channelId: 'msteams',
    serviceUrl: authority.url,
    from: { id: `29:${user}`, aadObjectId: user },
    recipient: { id: '28:bot' },
    conversation: { id: `chat-${user}`, conversationType: 'personal', tenantId: 't1' },
    channelData: { tenant: { id: 't1' } },
  };
  const { response, answered } = responding();
  const request: Parameters<CloudAdapter['process']>[0] = { body, headers: { authorization }, method: 'POST' };
  const config = { clientId: APP, authority: `${authority.url}/tenant` };
  let isLetIn = false;
  await authorizeJWT({ ...config, connections: new Map([['it', config]]) })(request, response, () => {
    isLetIn = true;
  });
  if (!isLetIn) return String(answered());
  if (asChannel) request.user = { ...request.user, iss: CHANNEL };
  await adapter.process(request, response, async (context) => void (await app.run(context)));
  // one turn of a conversation at a time
  if (heard !== undefined) await later?.(heard, adapter);
  return textsOf(adapter.said as never);
}

/** Begins conversations at the stand-in, and has a door of its own. */
class Adapter extends RecordingAdapter {
  async hearOtherwise(activity: Activity, identity: Heard['identity']): Promise<void> {
    const context = new TurnContext(this, Activity.fromObject({ ...activity, id: 'another' }), identity);
    await this.runMiddleware(context, async (turn) => void (await act(turn)));
  }

  protected override async createConnectorClient(): Promise<ConnectorClient> {
    return ConnectorClient.createClientWithToken(authority.url, '');
  }
}

describe('with tokens that the SDK checks', () => {
  it('a person is known by a channel’s token for this app', async () => {
    expect(await speak(token(), [], true)).toContain(ASKED);
  });

  it.each<[string, () => string]>([
    ['no token', () => ''],
    ['a token of another scheme', () => token().replace('Bearer', 'Basic')],
    ['a token for another app', () => token({ aud: OTHER })],
    ['a token that has expired', () => token({ exp: Math.floor(Date.now() / 1000) - 600 })],
    ['a token that is not signed', () => token({}, { alg: 'none' })],
    ['a token that somebody else signed', () => token({}, { key: newKey() })],
  ])('nobody is let in with %s', async (_what, given) => {
    expect(await speak(given())).toBe('401');
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['what somebody gets who signs in to the app', { ver: '2.0' }],
    ['what somebody gets who signs in to the app, in a tenant that it trusts', { iss: BOTS, ver: '2.0' }],
    ['what a page of the app gets for itself', { azp: APP, ver: '2.0', scp: 'access_as_user' }],
    ['a token for several', { aud: [APP, OTHER] }],
    ['another agent’s token (v1)', { appid: OTHER, ver: '1.0' }],
    ['another agent’s token (v2)', { azp: OTHER, ver: '2.0' }],
    ['a token that names no issuer', { iss: undefined }],
  ])('the SDK lets %s in, and nobody is known by it', async (_what, claims) => {
    expect(await speak(token(claims))).toContain(REFUSED);
  });

  it('an agent that calls this one is believed where the deployment names it, and nobody who signs in through it', async () => {
    expect(await speak(token({ azp: OTHER, ver: '2.0' }), [OTHER])).toContain(ASKED);
    const ofPerson = { azp: OTHER, ver: '2.0', scp: 'access_as_user' };
    expect(await speak(token(ofPerson), [OTHER])).toContain(REFUSED);
  });
});

describe('a turn that the agent begins itself', () => {
  const ownTurns: [string, Route][] = [
    [
      'with its app id',
      ({ activity }, adapter) =>
        adapter.continueConversation(APP, activity.getConversationReference(), async (turn) => void (await act(turn))),
    ],
    [
      'with claims that it makes for a stored reference',
      async ({ activity }, adapter) => {
        const { identity, reference } = ConversationBuilder.create(APP, 'msteams', authority.url)
          .withReference(activity.getConversationReference())
          .build();
        await adapter.continueConversation(identity, reference, async (turn) => void (await act(turn)));
      },
    ],
    [
      'in a conversation that it begins',
      ({ activity: { from, channelData } }, adapter) =>
        adapter.createConversationAsync(
          APP,
          'msteams',
          authority.url,
          CHANNEL,
          { members: [from], agent: { id: '28:bot' }, isGroup: false, tenantId: 't1', channelData } as never,
          async (turn) => void (await act(turn)),
        ),
    ],
  ];

  it.each(ownTurns)('%s is of who is there', async (_how, begin) => {
    expect(await speak(token(), [], true, begin)).toContain(ASKED);
  });

  it('and whose identity came with a token that names no issuer, is of nobody', async () => {
    const goOnAs =
      (identityOf: (heard: Heard) => Heard['identity']): Route =>
      (heard, adapter) =>
        adapter.continueConversation(
          identityOf(heard),
          heard.activity.getConversationReference(),
          async (turn) => void (await act(turn)),
        );
    const unsaid = token({ iss: undefined });
    expect(
      await speak(
        unsaid,
        [],
        false,
        goOnAs(({ identity }) => identity),
      ),
    ).toContain(REFUSED);
    expect(
      await speak(
        unsaid,
        [],
        false,
        goOnAs(({ identity }) => structuredClone(identity)),
      ),
    ).toContain(REFUSED);
    // the SDK wants neither
    const bare = token({ iss: undefined, serviceurl: undefined, nbf: undefined, exp: undefined });
    expect(
      await speak(
        bare,
        [],
        false,
        goOnAs(({ identity }) => identity),
      ),
    ).toContain(REFUSED);
    // as it is where a channel’s is kept
    expect(
      await speak(
        token(),
        [],
        true,
        goOnAs(({ identity }) => structuredClone(identity)),
      ),
    ).toContain(ASKED);
  });
});

it('a turn that came through another door is of nobody, unless a channel’s token came with it', async () => {
  const otherwise =
    (claims: Readonly<Record<string, string>>): Route =>
    ({ activity }, adapter) =>
      adapter.hearOtherwise(activity, { aud: APP, ...claims });
  expect(await speak(token(), [], true, otherwise({}))).toContain(REFUSED);
  expect(await speak(token(), [], true, otherwise({ iss: CHANNEL }))).toContain(ASKED);
});

/** Of the authority that the SDK is told of, for this app. */
function token(
  claims: Readonly<Record<string, unknown>> = {},
  signing?: Parameters<ChannelService['authorization']>[1],
): string {
  return authority.authorization({ iss: `${authority.url}/tenant/v2.0`, ...claims }, signing);
}

function responding() {
  let status = 0;
  const response: Parameters<CloudAdapter['process']>[1] = {
    headersSent: false,
    writableEnded: false,
    status(code) {
      status = code;
      return this;
    },
    setHeader() {
      return this;
    },
    send() {
      return this;
    },
    end() {
      return this;
    },
  };
  return { response, answered: () => status };
}
