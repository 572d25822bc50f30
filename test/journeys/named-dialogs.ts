import { DialogSet as AgentsDialogSet, DialogContext, type DialogState } from '@microsoft/agents-hosting-dialogs';
import { MemoryStorage, PrivateConversationState, TurnContext } from 'botbuilder';
import { DialogSet } from 'botbuilder-dialogs';
import type { AnyAction, Authorizer } from 'latchkey';
import { RunActionDialog as AgentsRunActionDialog } from 'latchkey/agents/dialogs';
import { RunActionDialog } from 'latchkey/dialogs';
import type { Stack } from './errand-shell.ts';
import { sdk } from './sdk.ts';
import { isOlder } from './shared-dialog.ts';

/** A dialog that runs an action by one way in, and that a person begins by saying its name. */
export interface NamedDialog {
  readonly name: string;
  readonly action: AnyAction;
  readonly profile: string;
}

/** Turns of a bot that consists of such dialogs. What ends on the stack is added to `ended`. */
export function namedDialogs(
  authorizer: Authorizer,
  dialogs: readonly NamedDialog[],
  ended: unknown[],
): (turn: object) => Promise<void> {
  const beginNamed = async (stack: Stack): Promise<boolean> => {
    const named = dialogs.find(({ name }) => name === stack.context.activity.text);
    if (named !== undefined) await stack.beginDialog(named.name);
    return named !== undefined;
  };
  const turnOn = async (stack: Stack): Promise<void> => {
    const { status, result } = await stack.continueDialog();
    if (status === 'complete') ended.push(result);
    if (status === 'empty') await beginNamed(stack);
  };
  const otherwise = (_turn: object, stack: Stack) => beginNamed(stack);
  return sdk === 'agents' ? onAgents() : onBotbuilder();

  function onBotbuilder(): (turn: object) => Promise<void> {
    const state = new PrivateConversationState(new MemoryStorage());
    const set = new DialogSet(state.createProperty('dialogs'));
    for (const { name, action, profile } of dialogs)
      set.add(new RunActionDialog(name, action, authorizer, { profile, otherwise }));
    return async (turn) => {
      if (!(turn instanceof TurnContext)) throw new Error('not a turn');
      await turnOn(await set.createContext(turn));
      await state.saveChanges(turn);
    };
  }

  function onAgents(): (turn: object) => Promise<void> {
    const states = new Map<string, DialogState>();
    const set = new AgentsDialogSet();
    for (const { name, action, profile } of dialogs)
      set.add(new AgentsRunActionDialog(name, action, authorizer, { profile, otherwise }));
    return async (turn) => {
      if (!isOlder(turn)) throw new Error('not a turn');
      const { id = '' } = turn.activity.conversation ?? {};
      const state = states.get(id) ?? { dialogStack: [] };
      states.set(id, state);
      await turnOn(new DialogContext(set, turn, state));
    };
  }
}
