/** Dialogs in a bot on the Microsoft 365 Agents SDK. docs/migrate-to-agents.md shows how to run them. */
import type { ConversationState, TurnContext } from '@microsoft/agents-hosting';
import { DialogContext, type DialogSet, type DialogState, DialogTurnStatus } from '@microsoft/agents-hosting-dialogs';

/** Goes on with the dialog in progress, or begins the one with this id. */
export function runDialogs(dialogs: DialogSet, state: ConversationState, id: string) {
  const stack = state.createProperty<DialogState>('DialogState');
  return async (turn: TurnContext): Promise<void> => {
    const context: unknown = turn;
    if (!isOlder(context)) throw new Error('not a turn');
    const dc = new DialogContext(dialogs, context, await stack.get(turn, { dialogStack: [] }));
    const { status } = await dc.continueDialog();
    if (status === DialogTurnStatus.empty) await dc.beginDialog(id);
    await state.saveChanges(turn);
  };
}

/** For TypeScript these are two types, because the dialogs have an older copy of the SDK. */
function isOlder(context: unknown): context is DialogContext['context'] {
  return typeof context === 'object' && context !== null && 'sendActivity' in context;
}
