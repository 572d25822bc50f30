import { ActivityHandler, PrivateConversationState, type Storage, type TurnContext } from 'botbuilder';
import { type DialogState, runDialog } from 'botbuilder-dialogs';
import type { AnyAction, Authorizer } from 'latchkey';
import { MainDialog, offer } from './main-dialog.ts';

/** The sample bot. Its state is kept per person and conversation, so that people in a group do not share a dialog. */
export class PlaygroundBot extends ActivityHandler {
  constructor(authorizer: Authorizer, actions: readonly AnyAction[], storage: Storage) {
    super();
    const state = new PrivateConversationState(storage);
    const dialogs = state.createProperty<DialogState>('dialogs');
    const main = new MainDialog(authorizer, actions);
    this.onMessage(async (context, next) => {
      await runDialog(main, context, dialogs);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await welcome(context, authorizer);
      await next();
    });
    this.onDialog(async (context, next) => {
      await state.saveChanges(context, false);
      await next();
    });
  }
}

async function welcome(context: TurnContext, authorizer: Authorizer): Promise<void> {
  const { membersAdded = [], recipient } = context.activity;
  for (const member of membersAdded) {
    if (member.id === recipient.id) continue;
    const text = `Hello ${member.name ?? 'there'}! I work with your accounts at Jira, Zendesk and other products, right here in the chat. What shall I do? Say *help* for more.`;
    await offer(context, authorizer, text);
  }
}
