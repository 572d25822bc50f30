import type { Authorizer } from 'latchkey';
import { RecordingAdapter as AgentsAdapter } from 'latchkey/agents/testing';
import { RecordingAdapter, startTestAuthorizer } from 'latchkey/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agentsPort } from '../../agents/agents-port.ts';
import { botbuilderPort } from '../../dialogs/botbuilder-port.ts';
import { chatPortOf } from '../../src/chat/chat-port.ts';
import { createConversationHost } from '../../src/chat/conversation-host.ts';
import type { ConnectionNews } from '../../src/model/notice.ts';

let authorizer: Authorizer;
beforeAll(async () => {
  authorizer = await startTestAuthorizer({ integrations: [] });
});
afterAll(() => authorizer.close());

const NEWS: ConnectionNews = {
  kind: 'connection_news',
  owner: 'jane',
  conversation: {
    key: 'a conversation',
    kind: 'personal',
    reference: { channelId: 'test', serviceUrl: 'https://channel.test', conversation: { id: 'a conversation' } },
  },
  integration: 'acme',
  account: 'jane@acme.example',
  news: { what: 'other_account' },
};

/** Both adapters lack our middleware, so that nothing can be said; what the bot is told of it is swallowed. */
const hosts = {
  botbuilder: () => {
    const adapter = new RecordingAdapter();
    adapter.onTurnError = async () => {};
    return createConversationHost(chatPortOf(authorizer, 'a test'), botbuilderPort(adapter));
  },
  agents: () => {
    const adapter = new AgentsAdapter();
    adapter.onTurnError = async () => {};
    return createConversationHost(chatPortOf(authorizer, 'a test'), agentsPort(adapter));
  },
};

it.each(['botbuilder', 'agents'] as const)(
  'knows what went wrong, although %s gives it to onTurnError',
  async (sdk) => {
    const told = hosts[sdk]().deliver(NEWS, new AbortController().signal);
    await expect(told).rejects.toThrow('the adapter lacks authorizerMiddleware');
  },
);

it('knows it too where the SDK never began', async () => {
  const idle = { ...botbuilderPort(new RecordingAdapter()), continueConversation: async () => {} };
  const host = createConversationHost(chatPortOf(authorizer, 'a test'), idle);
  await expect(host.deliver(NEWS, new AbortController().signal)).rejects.toThrow('the conversation was not continued');
});
