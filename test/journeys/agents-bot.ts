import {
  AgentApplication,
  CloudAdapter,
  MemoryStorage,
  type TurnContext,
  type TurnState,
} from '@microsoft/agents-hosting';
import type { AnyAction, Authorizer } from 'latchkey';
import { type LatchkeyOptions, latchkey } from 'latchkey/agents';
import { apologize, type OpenBot } from '../../playground/bot-endpoint.ts';
import { createSmallTalk, type OwnAnswer } from '../../playground/small-talk.ts';

/** The playground's bot, built with routes of the Microsoft 365 Agents SDK: no dialogs, no state of its own. */
export function openAgent(
  authorizer: Authorizer,
  actions: readonly AnyAction[],
  adapter: CloudAdapter,
  options: LatchkeyOptions = {},
  storage = new MemoryStorage(),
) {
  authorizer.register(...actions);
  const app = new AgentApplication<TurnState>({ adapter, storage });
  latchkey(app, authorizer, options);
  const smallTalk = createSmallTalk(authorizer, actions);
  app.onActivity('message', async (context) => {
    const { text = '', locale } = context.activity;
    const said = text.trim();
    const otherwise = async () => {
      const aside = smallTalk.aside(said, locale);
      if (aside !== undefined) await offer(context, aside);
      return aside !== undefined;
    };
    const heard = await authorizer.converse(context, { otherwise });
    if (heard === undefined && said !== '') await offer(context, smallTalk.otherwise(said, locale));
  });
  app.onConversationUpdate('membersAdded', async (context) => {
    const { membersAdded = [], recipient, locale } = context.activity;
    for (const member of membersAdded) {
      if (member.id !== recipient?.id) await offer(context, smallTalk.welcome(member.name ?? '', locale));
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

async function offer(context: TurnContext, answer: OwnAnswer): Promise<void> {
  const actions = answer.suggestions.map((title) => ({ type: 'imBack', title, value: title }));
  const suggestedActions = actions.length === 0 ? {} : { suggestedActions: { to: [], actions } };
  await context.sendActivity({ type: 'message', text: answer.text, ...suggestedActions } as never);
}
