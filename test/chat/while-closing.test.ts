import type { TurnContext as AgentsContext } from '@microsoft/agents-hosting';
import type { TurnContext } from 'botbuilder';
import { latchkey } from 'latchkey/agents';
import { RecordingAdapter as AgentsRecordingAdapter } from 'latchkey/agents/testing';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { RecordingAdapter, startTestAuthorizer } from 'latchkey/testing';
import { expect, it } from 'vitest';

const message = {
  type: 'message',
  text: 'my key is sk_live_4242424242424242',
  channelId: 'test',
  from: { id: 'ann', name: 'Ann' },
  conversation: { id: 'chat', isGroup: false, conversationType: 'personal' },
};

/** The activity as it is when something is said in its turn. */
const seen: string[] = [];
const look = ({ activity }: Pick<TurnContext, 'activity'> | Pick<AgentsContext, 'activity'>) =>
  void seen.push(JSON.stringify(activity));

class Watched extends RecordingAdapter {
  override sendActivities: RecordingAdapter['sendActivities'] = (context, activities) => {
    look(context);
    return super.sendActivities(context, activities);
  };
}

class AgentsWatched extends AgentsRecordingAdapter {
  override async sendActivities(...given: Parameters<AgentsRecordingAdapter['sendActivities']>) {
    look(given[0]);
    return super.sendActivities(...given);
  }
}

it.each(['botbuilder', 'agents'])(
  'a key that comes while the process ends is out of the activity before anything is said, with %s',
  async (sdk) => {
    seen.length = 0;
    const authorizer = await startTestAuthorizer({ integrations: [] });
    const receive = sdk === 'agents' ? openAgents() : openBotbuilder();
    await authorizer.close();
    await receive();
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toContain('sk_live');

    function openBotbuilder() {
      const adapter = new Watched();
      adapter.use(authorizerMiddleware(authorizer, { adapter }));
      return () => adapter.receive(message, async () => {});
    }
    function openAgents() {
      const adapter = new AgentsWatched();
      latchkey(adapter, authorizer);
      return () => adapter.receive(message, async () => {});
    }
  },
);
