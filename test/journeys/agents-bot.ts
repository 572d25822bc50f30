import {
  AgentApplication,
  CloudAdapter,
  MemoryStorage,
  type TurnContext,
  type TurnState,
} from '@microsoft/agents-hosting';
import type { AnyAction, Authorizer } from 'latchkey';
import { type LatchkeyOptions, latchkey, wordsIn } from 'latchkey/agents';
import { apologize, type OpenBot } from '../../playground/bot-endpoint.ts';
import { helpText, suggestions } from '../../playground/what-to-ask.ts';

/** The playground's bot, built with routes of the Microsoft 365 Agents SDK: no dialogs, no state of its own. */
export function openAgent(
  authorizer: Authorizer,
  actions: readonly AnyAction[],
  adapter: CloudAdapter,
  options: LatchkeyOptions = {},
) {
  authorizer.register(...actions);
  const app = new AgentApplication<TurnState>({ adapter, storage: new MemoryStorage() });
  latchkey(app, authorizer, options);
  app.onActivity('message', async (context) => {
    const said = (context.activity.text ?? '').trim();
    const otherwise = async () => {
      if (!HELP.test(said)) return false;
      await offer(context, authorizer, helpText(authorizer.integrations));
      return true;
    };
    if ((await authorizer.converse(context, { otherwise })) === undefined) await answer(context, authorizer, said);
  });
  app.onConversationUpdate('membersAdded', async (context) => {
    const { membersAdded = [], recipient } = context.activity;
    for (const member of membersAdded) {
      if (member.id === recipient?.id) continue;
      const text = `Hello ${member.name ?? 'there'}! I work with your accounts at Jira, Zendesk and other products, right here in the chat. What shall I do? Say *help* for more.`;
      await offer(context, authorizer, text);
    }
  });
  return app;
}

export const openAgentsEndpoint: OpenBot = (authorizer, actions) => {
  const adapter = new CloudAdapter();
  const app = openAgent(authorizer, actions, adapter);
  adapter.onTurnError = (context, error) => apologize(authorizer, context, error);
  return async ({ body, headers, method = 'POST' }, response) => {
    const answered: Parameters<CloudAdapter['process']>[1] = {
      get headersSent() {
        return response.headersSent;
      },
      get writableEnded() {
        return response.writableEnded;
      },
      status(code) {
        response.status(code);
        return this;
      },
      setHeader(name, value) {
        response.setHeader(name, value);
        return this;
      },
      send(content) {
        response.send(content);
        return this;
      },
      end() {
        response.end();
        return this;
      },
    };
    await adapter.process({ body, headers, method }, answered, (context) => app.run(context));
  };
};

/** The bot's own, also while it waits for something. */
const HELP = /^(?:help|hi|hello|hey|what can you do\??)$/i;
const THANKS = /^(?:many |ok,? )?(?:thanks|thank you|thx|cheers)(?: a lot| so much| very much)?[.!]*$/i;

/** What the playground's root dialog says where nothing of the library took the message. */
async function answer(context: TurnContext, authorizer: Authorizer, said: string): Promise<void> {
  if (said === '') return;
  if (wordsIn(context.activity.locale ?? 'en').cancel.test(said))
    await context.sendActivity(authorizer.textsIn(context.activity.locale).nothingToCancel);
  else if (THANKS.test(said)) await context.sendActivity("You're welcome!");
  else await offer(context, authorizer, 'I did not get that. Say *help* for what I can do, or choose one of these:');
}

async function offer(context: TurnContext, authorizer: Authorizer, text: string): Promise<void> {
  const actions = suggestions(authorizer.integrations).map((title) => ({ type: 'imBack', title, value: title }));
  const activity = { type: 'message', text, suggestedActions: { to: [], actions } };
  await context.sendActivity(activity as never);
}
