import { CloudAdapter, MemoryStorage } from 'botbuilder';
import { type Authorizer, createAuthorizer } from 'latchkey';
import { type AuthorizerMiddlewareOptions, authorizerMiddleware } from 'latchkey/dialogs';
import restify from 'restify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PlaygroundBot } from '../../playground/bot.ts';
import { eventually } from '../eventually.ts';
import { codeOn, openBrowser } from './browser-person.ts';
import { APP, BOTS, type ChannelService, newKey, startChannelService } from './channel-service.ts';
import { linkOn, textsOf } from './chat-person.ts';
import { type StrictProduct, startStrictProduct } from './strict-product.ts';

/** The SDK's own adapter, as bots in production have it, and tokens that are really signed and really checked. */
let channels: ChannelService;
let product: StrictProduct;
let authorizer: Authorizer;
let server: restify.Server;
let url: string;

const ASKED = 'I need access to your Acme account';
const REFUSED = "You're not allowed to use this here.";
const SERVED = 'You have 3 things';
const PARENT = '5a7c0de5-0000-4000-8000-0000000000ff';

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  channels = await startChannelService(['msteams']);
  product = await startStrictProduct(() => Date.now());
  server = restify.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
  authorizer = await createAuthorizer({
    publicUrl: url,
    store: 'sqlite::memory:',
    keys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    integrations: [product.integration],
    appId: APP,
    logger: () => {},
  });
  authorizer.mount(server);
  serve('/api/messages', {});
  serve('/api/skill', { trustSkillCallers: [PARENT] });
});
afterAll(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.server.closeAllConnections();
  });
  await authorizer.close();
  await product.close();
  await channels.close();
  vi.restoreAllMocks();
});

function serve(path: string, options: Partial<AuthorizerMiddlewareOptions>): void {
  const adapter = new CloudAdapter(channels.authentication());
  adapter.use(authorizerMiddleware(authorizer, { adapter, ...options }));
  const bot = new PlaygroundBot(authorizer, product.actions, new MemoryStorage());
  server.post(path, restify.plugins.bodyParser(), async (request, response) => {
    const { body, headers, method = 'POST' } = request;
    await adapter.process({ body, headers, method }, response, (context) => bot.run(context));
  });
}

interface Call {
  readonly text?: string;
  readonly user?: string;
  readonly authorization?: string;
  readonly path?: string;
  readonly channelId?: string;
  readonly serviceUrl?: string;
}

/** What a channel sends to the bot's endpoint; the status that the adapter answers, and what the bot said. */
async function call(given: Call): Promise<{ readonly status: number; readonly said: string }> {
  const { said, status } = await heardOf(given);
  return { status, said: textsOf(said) };
}

async function heardOf({ text = 'Count my things', user = 'ann', path = '/api/messages', ...more }: Call) {
  const { authorization = channels.authorization(), channelId = 'msteams', serviceUrl = channels.url } = more;
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === '' ? {} : { authorization }) },
    body: JSON.stringify({
      type: 'message',
      id: crypto.randomUUID(),
      text,
      channelId,
      serviceUrl,
      from: { id: `29:${user}`, aadObjectId: user, name: user },
      recipient: { id: '28:bot', name: 'Bot' },
      conversation: { id: `chat-${user}`, conversationType: 'personal', tenantId: 't1' },
      channelData: { tenant: { id: 't1' } },
    }),
  });
  return { status: answer.status, said: channels.take(`chat-${user}`) };
}

describe('with the SDK’s CloudAdapter and signed tokens', () => {
  it('a person is known by a channel’s token for this app: asked, connected and served', async () => {
    const asked = await heardOf({});
    expect(textsOf(asked.said)).toContain(ASKED);
    const browser = openBrowser();
    const moving = await browser.submit(await browser.get(linkOn(asked.said)));
    const code = codeOn(await browser.get(browser.onward(moving)));
    expect((await call({ text: code })).said).toContain('Connected');
    expect((await call({})).said).toContain(SERVED);
  });

  it.each<[string, () => Call]>([
    ['no token', () => ({ authorization: '' })],
    ['a token of another scheme', () => ({ authorization: channels.authorization().replace('Bearer', 'Basic') })],
    ['a token for another app', () => ({ authorization: channels.authorization({ aud: PARENT }) })],
    ['an audience of several', () => ({ authorization: channels.authorization({ aud: [APP, PARENT] }) })],
    ['a token that has expired', () => ({ authorization: channels.authorization({ exp: seconds(-600) }) })],
    ['a token that is not valid yet', () => ({ authorization: channels.authorization({ nbf: seconds(600) }) })],
    ['a token of another issuer', () => ({ authorization: channels.authorization({ iss: 'https://evil.example' }) })],
    ['a token that is not signed', () => ({ authorization: channels.authorization({}, { alg: 'none' }) })],
    ['a token that somebody else signed', () => ({ authorization: channels.authorization({}, { key: newKey() }) })],
    ['a token for another service', () => ({ serviceUrl: 'https://evil.example' })],
    ['a key of another channel', () => ({ channelId: 'slack' })],
  ])('nobody is heard with %s', async (_what, given) => {
    const { status, said } = await call(given());
    expect(status).toBeGreaterThanOrEqual(400);
    expect(said).toBe('');
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a bot’s token for all channels', { iss: BOTS, aud: 'https://api.botframework.com', appid: APP, ver: '1.0' }],
    ['a bot that calls this one as a skill (v1)', { iss: BOTS, appid: PARENT, ver: '1.0' }],
    ['a bot that calls this one as a skill (v2)', { iss: BOTS, azp: PARENT, ver: '2.0' }],
  ])('the adapter lets %s in, and nobody is known by it', async (_what, claims) => {
    const { said } = await call({ authorization: channels.authorization(claims) });
    expect(said).toContain(REFUSED);
  });

  it('a bot that calls this one as a skill is believed where the deployment names it, and no other one', async () => {
    const as = (appid: string) => channels.authorization({ iss: BOTS, appid, ver: '1.0' });
    expect((await call({ path: '/api/skill', authorization: as(PARENT) })).said).toContain(SERVED);
    const other = '5a7c0de5-0000-4000-8000-0000000000ee';
    expect((await call({ path: '/api/skill', authorization: as(other) })).said).toContain(REFUSED);
  });

  it('what is said unasked reaches the conversation', async () => {
    const asked = await heardOf({ user: 'bob' });
    const [mine, other] = [openBrowser(), openBrowser()];
    const link = linkOn(asked.said);
    const theirs = await other.get(link);
    await mine.submit(await mine.get(link));
    await other.submit(theirs);
    await eventually(() => expect(textsOf(channels.take('chat-bob'))).toContain('another browser'));
  });
});

/** From now, as tokens count. */
function seconds(fromNow: number): number {
  return Math.floor(Date.now() / 1000) + fromNow;
}
