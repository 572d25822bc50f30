import { ActivityHandler, PrivateConversationState, type Storage, type TurnContext } from 'botbuilder';
import { type DialogState, runDialog } from 'botbuilder-dialogs';
import type { AnyAction, Authorizer } from 'latchkey';
import { MainDialog, offer } from './main-dialog.ts';
import { createSmallTalk, type SmallTalk } from './small-talk.ts';

/** The sample bot. Its state is kept per person and conversation, so that people in a group do not share a dialog. */
export class PlaygroundBot extends ActivityHandler {
  constructor(authorizer: Authorizer, actions: readonly AnyAction[], storage: Storage) {
    super();
    const state = new PrivateConversationState(storage);
    const dialogs = state.createProperty<DialogState>('dialogs');
    const main = new MainDialog(authorizer, actions);
    const smallTalk = createSmallTalk(authorizer, actions);
    this.onMessage(async (context, next) => {
      await runDialog(main, context, dialogs);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await welcome(context, smallTalk);
      await next();
    });
    this.onDialog(async (context, next) => {
      await state.saveChanges(context, false);
      await next();
    });
  }
}

async function welcome(context: TurnContext, smallTalk: SmallTalk): Promise<void> {
  const { membersAdded = [], recipient, locale } = context.activity;
  for (const member of membersAdded) {
    if (member.id !== recipient.id) await offer(context, smallTalk.welcome(member.name, locale));
  }
}
