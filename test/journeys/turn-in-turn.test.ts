import { defineAction, z } from 'latchkey';
import { afterEach, expect, it } from 'vitest';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';
import { sdk } from './sdk.ts';

let bot: ErrandBot;
afterEach(() => bot.close());

const make = defineAction({
  id: 'acme.make',
  title: 'Make it',
  purpose: 'make it',
  integration: 'acme',
  scopes: [],
  input: z.object({ what: z.string().meta({ title: 'What shall I make?' }) }),
  run: async (_api, { what }) => what,
  answer: (what) => ({ title: `Made ${what}` }),
});

/** What both SDKs have in a turn. */
interface Turn {
  readonly activity: {
    readonly from: object;
    readonly recipient: object;
    readonly conversation: object;
    readonly channelId: string;
    readonly serviceUrl: string;
  };
  readonly adapter: Record<
    string,
    (id: string, reference: object, logic: (turn: Turn) => Promise<void>) => Promise<void>
  >;
  sendActivity(text: string): Promise<unknown>;
}

/** The bot's own code begins a turn in the conversation of the turn that runs. */
async function say(turn: Turn, text: string): Promise<void> {
  const { from, recipient, conversation, channelId, serviceUrl } = turn.activity;
  const reference = {
    user: from,
    [sdk === 'agents' ? 'agent' : 'bot']: recipient,
    conversation,
    channelId,
    serviceUrl,
  };
  const name = sdk === 'agents' ? 'continueConversation' : 'continueConversationAsync';
  await turn.adapter[name]?.('test-app', reference, async (inner) => void (await inner.sendActivity(text)));
}

function isTurn(turn: object): turn is Turn {
  return 'activity' in turn && 'adapter' in turn && 'sendActivity' in turn;
}

it('a bot that awaits a turn of its own in the same conversation does not wait for itself', async () => {
  bot = await openErrandBot({
    actions: [make],
    with: async (turn, authorizer) => {
      if (!isTurn(turn)) throw new Error('not a turn');
      await say(turn, 'One moment');
      const heard = await authorizer.converse(turn, { actions: [make] });
      await say(turn, 'That is all');
      return heard;
    },
  });
  expect(await bot.say('Make it')).toBe('One moment\nWhat shall I make?\nThat is all');
  expect(await bot.say('tea')).toMatch(/^One moment\nI need access[\s\S]*That is all$/);
  expect(await bot.connect()).toContain('Made tea');
});
