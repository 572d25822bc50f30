import { setImmediate as nextEvent } from 'node:timers/promises';
import {
  type Activity,
  ActivityTypes,
  type BotAdapter,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TestAdapter,
  type TokenResponse,
  type TurnContext,
} from 'botbuilder';
import { ANSWER } from './answer.ts';
import { ACCESS_TOKEN } from './product.ts';
import { BOT, userOf } from './stored-connections.ts';

/** How a person's message reaches a bot and the reply returns. */
export interface Channel {
  readonly adapter: BotAdapter;
  /** Sends the message of person `n`, and resolves when the bot has replied. */
  say(n: number, logic: (context: TurnContext) => Promise<void>): Promise<void>;
}

/** What bots run on: checks the activity, and sends the reply to the channel's connector, here on loopback. */
export function cloudChannel(url: string): Channel {
  const settings = { MicrosoftAppId: '', OAuthUrl: url };
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings));
  return {
    adapter,
    say: async (n, logic) => {
      let status = 0;
      const response = {
        socket: undefined,
        end: () => {},
        header: () => {},
        send: () => {},
        status: (code: number) => {
          status = code;
        },
      };
      const body = { ...messageOf(n), serviceUrl: url };
      await adapter.process({ method: 'POST', headers: {}, body }, response, logic);
      if (status !== 200) throw new Error(`the bot answered ${status}`);
    },
  };
}

/** botbuilder's adapter for tests: nothing around the turn. The prompt finds its token in memory. */
export function testChannel(): Channel {
  const adapter = new TokenAdapter();
  return {
    adapter,
    say: async (n, logic) => {
      await nextEvent();
      await adapter.processActivity(messageOf(n), logic);
      const answer = adapter.getNextReply();
      if (answer?.text !== ANSWER || adapter.getNextReply() !== undefined) throw new Error('not the one answer');
    },
  };
}

/** The SDK's own token store looks through all its tokens for one; this one costs its prompt less. */
class TokenAdapter extends TestAdapter {
  override async getUserToken(_context: TurnContext, connectionName: string): Promise<TokenResponse> {
    return { connectionName, token: ACCESS_TOKEN, expiration: '', channelId: 'test' };
  }
}

let messages = 0;

/** Every message has a new id, because the library ignores a message that is delivered twice. */
export function messageOf(n: number): Partial<Activity> {
  const user = userOf(n);
  messages += 1;
  return {
    type: ActivityTypes.Message,
    id: String(messages),
    text: 'list my forms please',
    channelId: 'test',
    serviceUrl: 'https://test.example.com',
    from: { id: user, name: 'Person' },
    recipient: { id: BOT, name: 'Bench' },
    conversation: { id: `a:${user}`, name: 'Person', isGroup: false, conversationType: 'personal' },
  };
}
