import { createRequire } from 'node:module';
import { AgentApplication, CloudAdapter, MemoryStorage, TranscriptLoggerMiddleware } from '@microsoft/agents-hosting';
import { ConfigurationError } from 'latchkey';
import { latchkey } from 'latchkey/agents';
import { RecordingAdapter } from 'latchkey/agents/testing';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { RecordingAdapter as BotbuilderAdapter } from 'latchkey/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withholdSecrets } from '../../agents/withhold.ts';
import { codeOn } from '../journeys/browser-person.ts';
import { linkOn, textsOf } from '../journeys/chat-person.ts';
import { type StrictProduct, startStrictProduct } from '../journeys/strict-product.ts';
import { type AgentsBot, openAgentsBot } from './agents-bot.ts';

let bot: AgentsBot;
let product: StrictProduct;
beforeAll(async () => {
  product = await startStrictProduct(() => bot.now());
  bot = await openAgentsBot({ integrations: [product.integration], actions: product.actions });
});
afterAll(async () => {
  await bot.close();
  await product.close();
});

const ASKED = 'I need access to your Acme account';
const REFUSED = "You're not allowed to use this here.";

/** Opens the link, consents, and gives the code. */
async function connect(link: string): Promise<string> {
  const browser = bot.browser();
  const moving = await browser.submit(await browser.get(link));
  return codeOn(await browser.get(browser.onward(moving)));
}

describe('an agent of the Microsoft 365 Agents SDK', () => {
  it('asks, hears the code, and goes on with what was asked for', async () => {
    const alice = bot.chat();
    const asked = await alice.say('Count my things');
    expect(textsOf(asked)).toContain(ASKED);
    const done = await alice.say(await connect(linkOn(asked)));
    expect(textsOf(done)).toContain('Connected to Acme');
    expect(textsOf(done)).toContain('You have 3 things');
    expect(textsOf(await alice.say('Count my things'))).toContain('You have 3 things');
    expect(textsOf(await alice.say('connections'))).toContain('Acme');
  });

  it('speaks unasked, also without an app id', async () => {
    const open = await openAgentsBot({
      integrations: [product.integration],
      actions: product.actions,
      appId: '',
      allowUnauthenticatedLoopback: true,
    });
    for (const [on, who] of [
      [bot, 'bob'],
      [open, 'carol'],
    ] as const) {
      const chat = on.chat(who);
      await chat.say('Count my things');
      on.advance(11 * 60_000);
      await on.round();
      expect(textsOf(await chat.hear())).toContain('expired');
    }
    await open.close();
  });

  it('leaves ordinary words as they are, and closes a turn for each', async () => {
    const dora = bot.chat();
    expect(textsOf(await dora.say('Hello there'))).toBe('You said: Hello there');
  });
});

describe('who speaks', () => {
  const speak = async (user: unknown) => {
    const adapter = new RecordingAdapter();
    const app = new AgentApplication({ adapter, storage: new MemoryStorage() });
    latchkey(app, bot.authorizer, { ownerOf: () => ({ user: 'mallory' }) });
    app.onActivity('message', async (context) => void (await bot.authorizer.run(context, product.actions[0], {})));
    const process = adapter.process.bind(adapter);
    adapter.process = (request, ...rest) => process({ ...request, user: user as never }, ...rest);
    await adapter.receive(
      { type: 'message', text: 'Count', from: { id: 'mallory' }, conversation: { id: 'chat-mallory' } },
      (context) => app.run(context),
    );
    return textsOf(adapter.take('chat-mallory') as never);
  };

  it.each<[string, unknown]>([
    ['a request without a token', undefined],
    ['what the SDK calls anonymous', { name: 'anonymous' }],
    ['a token for another app', { aud: 'another-app' }],
    ['a token for several', { aud: ['test-app'] }],
    ['another agent', { aud: 'test-app', appid: 'another-agent' }],
    ['a token for this app that names no issuer', { aud: 'test-app' }],
    ['a token for this app of somebody else than a channel', { aud: 'test-app', iss: 'https://sts.windows.net/t/' }],
  ])('%s proves nobody', async (_what, user) => {
    expect(await speak(user)).toContain(REFUSED);
  });

  it('a channel’s token for this app does', async () => {
    expect(await speak({ aud: 'test-app', iss: 'https://api.botframework.com' })).toContain(ASKED);
  });
});

describe('what the SDK logs before any middleware', () => {
  interface Debug {
    enable(names: string): void;
    disable(): string;
    log: (...said: unknown[]) => void;
  }
  const require = createRequire(createRequire(import.meta.url).resolve('@microsoft/agents-telemetry'));
  const debug: Debug = require('debug');
  const { log } = debug;
  afterEach(() => {
    debug.disable();
    debug.log = log;
  });
  const logged = async (turn: () => Promise<unknown>): Promise<string> => {
    const lines: string[] = [];
    debug.log = (...said) =>
      void lines.push(said.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' '));
    debug.enable('agents:*');
    await turn();
    return lines.join('\n');
  };
  const KEY = 'sk_live_4eC39HqLyjWDarjtT1zdp7dc';

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a submitted card', { value: { latchkey: 'a-1', apiKey: 'hunter-two' }, text: 'hunter-two' }],
    [
      'the same as an invoke',
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { data: { latchkey: 'a-1', k: 'hunter-two' } } },
      },
    ],
    ['a key in a sentence', { text: `my key is ${KEY}, thanks` }],
    ['a key that a channel copies', { text: 'see there', channelData: { message: { text: KEY } } }],
    ['a code', { text: 'BCDF-GHJK' }],
    ['a code in two words', { text: 'BCDF GHJK' }],
    ['a corrected message', { type: 'messageUpdate', text: `key: ${KEY}` }],
    ['an activity that is refused', { text: KEY, conversation: undefined }],
  ])('never has %s', async (_what, activity) => {
    const erin = bot.chat('erin');
    const lines = await logged(() => erin.post({ type: 'message', ...activity }).catch(() => {}));
    expect(lines).toContain('withheld');
    for (const secret of ['hunter-two', KEY, 'BCDF-GHJK', 'BCDF GHJK']) expect(lines).not.toContain(secret);
  });

  it('has what is no secret, and the agent gets back what was withheld and is harmless', async () => {
    const frank = bot.chat('frank');
    expect(await logged(() => frank.say('Hello everybody'))).toContain('Hello everybody');
    const lines = await logged(() => frank.say('Order ORD-2026-004711-A7'));
    expect(bot.heard.at(-1)).toBe('Order ORD-2026-004711-A7');
    expect(lines).toContain('withheld');
  });
});

describe('what is looked for in a message', () => {
  /** How often something that came along with a message is read. */
  const readsOf = async (deliver: (activity: object) => Promise<unknown>): Promise<number> => {
    let reads = 0;
    const channelData = {
      get note() {
        reads += 1;
        return 'nothing';
      },
    };
    await deliver({ type: 'message', text: 'Hello everybody', channelData });
    return reads;
  };

  it('is looked for once, as with the other SDK', async () => {
    const adapter = new BotbuilderAdapter();
    adapter.use(authorizerMiddleware(bot.authorizer, { adapter }));
    const once = await readsOf((activity) => adapter.receive(activity, async () => {}));
    expect(once).toBeGreaterThan(0);
    const hank = bot.chat('hank');
    expect(await readsOf((activity) => hank.post({ ...activity }))).toBe(once);
  });

  it('is known for this very turn only', async () => {
    const adapter = new RecordingAdapter();
    const giveBack = withholdSecrets(adapter);
    const found: unknown[] = [];
    adapter.use(async (context, next) => {
      found.push(giveBack(context), giveBack(context));
      await next();
    });
    const from = { from: { id: 'ines' }, conversation: { id: 'chat-ines' } };
    await adapter.receive({ type: 'message', text: 'Hello everybody', ...from }, async () => {});
    expect(found).toEqual([{ isKnown: false, suspects: [] }, undefined]);
  });
});

describe('what is refused at the start', () => {
  const latchkeyOf = (agent: Parameters<typeof latchkey>[0]) => () => latchkey(agent, bot.authorizer);

  it('a transcript logger that stands before', async () => {
    const logger = new TranscriptLoggerMiddleware({ logActivity: () => {} });
    const adapter = new CloudAdapter();
    adapter.use(logger);
    expect(latchkeyOf(adapter)).toThrow(ConfigurationError);
  });

  it('an agent that runs messages in a turn of their own', async () => {
    const adapter = new RecordingAdapter();
    const app = new AgentApplication({ adapter, storage: new MemoryStorage(), longRunningMessages: true });
    expect(latchkeyOf(app)).toThrow('longRunningMessages');
  });

  it('the same at its first message, where only the adapter was given', async () => {
    const adapter = new RecordingAdapter();
    const app = new AgentApplication({ adapter, storage: new MemoryStorage(), longRunningMessages: true });
    latchkey(adapter, bot.authorizer);
    const failed = new Promise<Error>((resolve) => {
      adapter.onTurnError = async (_context, error) => resolve(error);
    });
    await adapter.receive(
      { type: 'message', text: 'Hello', from: { id: 'gina' }, conversation: { id: 'chat-gina' } },
      (context) => app.run(context),
    );
    expect(await failed).toBeInstanceOf(ConfigurationError);
  });

  it('something that is no agent', () => {
    expect(latchkeyOf({ options: {} })).toThrow('has no adapter');
    expect(() => latchkey(new RecordingAdapter(), undefined as never)).toThrow(ConfigurationError);
  });
});
