import type { Activity } from '@microsoft/agents-activity';
import type { ResourceResponse, TurnContext } from '@microsoft/agents-hosting';
import { DialogContext, DialogSet, type DialogState } from '@microsoft/agents-hosting-dialogs';
import { latchkey } from 'latchkey/agents';
import { RunActionDialog } from 'latchkey/agents/dialogs';
import { RecordingAdapter } from 'latchkey/agents/testing';
import { beginAsked, type ErrandShell, type Kept, type ShellOptions, sendAndKeep, turnOn } from './errand-shell.ts';
import { isOlder } from './shared-dialog.ts';

export function openOnAgents(options: ShellOptions): ErrandShell {
  const { authorizer, actions, answer, onConnected, results, kept } = options;
  const adapter = new KeepingAdapter(kept);
  const dialogs = async (context: unknown): Promise<void> => {
    if (!isOlder(context)) throw new Error('not a turn');
    // as a store would have it, of each conversation
    const states = kept.state instanceof Map ? kept.state : new Map<string, DialogState>();
    kept.state = states;
    const where = context.activity.conversation?.id;
    const state: DialogState = structuredClone(states.get(where) ?? { dialogStack: [] });
    const set = new DialogSet();
    for (const action of actions) {
      const otherwise = (_context: object, stack: DialogContext) => beginAsked(stack, options);
      set.add(new RunActionDialog(action.title, action, authorizer, { otherwise }));
    }
    await turnOn(new DialogContext(set, context, state), options);
    await kept.step?.('bot state');
    states.set(where, structuredClone(state));
  };
  latchkey(adapter, authorizer, onConnected && { onConnected: (context) => onConnected(() => dialogs(context)) });
  return {
    receive: (activity) =>
      adapter.receive(activity, async (context) =>
        answer === undefined ? dialogs(context) : results.push(await answer(context)),
      ),
    changed: adapter.changed,
  };
}

class KeepingAdapter extends RecordingAdapter {
  private readonly kept: Kept;
  constructor(kept: Kept) {
    super();
    this.kept = kept;
  }
  override async sendActivities(context: TurnContext, activities: Activity[]): Promise<ResourceResponse[]> {
    return sendAndKeep(this.kept, activities, () => super.sendActivities(context, activities));
  }
}
