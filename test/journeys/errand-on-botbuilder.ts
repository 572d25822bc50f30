import { type Activity, ConversationState, MemoryStorage, type ResourceResponse, type TurnContext } from 'botbuilder';
import { DialogSet } from 'botbuilder-dialogs';
import { authorizerMiddleware, RunActionDialog } from 'latchkey/dialogs';
import { beginAsked, type ErrandShell, type Kept, type ShellOptions, sendAndKeep, turnOn } from './errand-shell.ts';
import { ListeningAdapter } from './test-bot.ts';

export function openOnBotbuilder(options: ShellOptions): ErrandShell {
  const { authorizer, actions, answer, onConnected, results, kept } = options;
  const adapter = new KeepingAdapter(kept);
  const dialogs = async (context: TurnContext): Promise<void> => {
    const storage = kept.state instanceof MemoryStorage ? kept.state : new MemoryStorage();
    kept.state = storage;
    const conversation = new ConversationState(storage);
    const set = new DialogSet(conversation.createProperty('dialogs'));
    for (const action of actions) {
      const otherwise: Otherwise = (_context, stack) => beginAsked(stack, options);
      set.add(new RunActionDialog(action.title, action, authorizer, { otherwise }));
    }
    await turnOn(await set.createContext(context), options);
    await kept.step?.('bot state');
    await conversation.saveChanges(context);
  };
  const own = onConnected && { onConnected: (context: TurnContext) => onConnected(() => dialogs(context)) };
  adapter.use(authorizerMiddleware(authorizer, { adapter, ...own }));
  return {
    receive: (activity) =>
      adapter.receive(activity, async (context) =>
        answer === undefined ? dialogs(context) : results.push(await answer(context)),
      ),
    changed: adapter.changed,
  };
}

type Otherwise = NonNullable<NonNullable<ConstructorParameters<typeof RunActionDialog>[3]>['otherwise']>;

class KeepingAdapter extends ListeningAdapter {
  private readonly kept: Kept;
  constructor(kept: Kept) {
    super();
    this.kept = kept;
  }
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return sendAndKeep(this.kept, activities, () => super.sendActivities(context, activities));
  }
}
