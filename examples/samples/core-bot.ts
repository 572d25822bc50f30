/** A main dialog, a booking dialog below it, and words that interrupt both (sample 13). A booking becomes a Jira issue. */
import { ActivityHandler, InputHints, MessageFactory } from 'botbuilder';
import {
  ComponentDialog,
  ConfirmPrompt,
  type DialogContext,
  DialogSet,
  type DialogTurnResult,
  DialogTurnStatus,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { jiraCreateIssue } from 'latchkey/actions'; // +
import { RunActionDialog } from 'latchkey/dialogs'; // +
import { openHost, serve } from './host.ts';
import { setUpLatchkey } from './set-up.ts'; // +

const host = await openHost();
const authorizer = await setUpLatchkey(host); // +

/** Understands "help" and "cancel" at every prompt. */
class CancelAndHelpDialog extends ComponentDialog {
  override async onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const said = dc.context.activity.text?.toLowerCase();
    // Latchkey handles the answers to its own questions
    if (dc.activeDialog?.id === 'file') return await super.onContinueDialog(dc); // +
    if (said === 'help' || said === '?') {
      await dc.context.sendActivity('Say where you want to go.');
      return { status: DialogTurnStatus.waiting };
    }
    if (said === 'cancel' || said === 'quit') {
      await dc.context.sendActivity('Cancelling …');
      return await dc.cancelAllDialogs();
    }
    return await super.onContinueDialog(dc);
  }
}

interface Booking {
  destination?: string;
  date?: string;
}

class BookingDialog extends CancelAndHelpDialog {
  constructor() {
    super('booking');
    this.addDialog(new TextPrompt('text'));
    this.addDialog(new ConfirmPrompt('confirm'));
    this.addDialog(new RunActionDialog('file', jiraCreateIssue, authorizer)); // +
    this.addDialog(
      new WaterfallDialog<Booking>('steps', [
        (step) => step.prompt('text', 'Where do you want to go?'),
        (step) => {
          step.options.destination = step.result;
          return step.prompt('text', 'When?');
        },
        (step) => {
          step.options.date = step.result;
          return step.prompt('confirm', `To ${step.options.destination}, ${step.result}. Is that right?`);
        },
        async (step) => {
          if (!step.result) return await step.endDialog();
          const summary = `A journey to ${step.options.destination}, ${step.options.date}`;
          return await step.beginDialog('file', { project: 'KAN', summary }); // +
        },
        (step) => step.endDialog(step.result),
      ]),
    );
    this.initialDialogId = 'steps';
  }
}

class MainDialog extends ComponentDialog {
  constructor() {
    super('main');
    this.addDialog(new BookingDialog());
    this.addDialog(new WaterfallDialog('steps', [this.book, this.tell]));
    this.initialDialogId = 'steps';
  }

  private book(step: WaterfallStepContext): Promise<DialogTurnResult> {
    return step.beginDialog('booking', {});
  }

  private async tell(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const text = step.result?.status === 'done' ? `You are booked: ${step.result.output.key}.` : 'Nothing is booked.';
    await step.context.sendActivity(MessageFactory.text(text, text, InputHints.IgnoringInput));
    return await step.endDialog();
  }
}

const dialogs = new DialogSet(host.conversationState.createProperty('dialogs'));
dialogs.add(new MainDialog());

class CoreBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const dc = await dialogs.createContext(context);
      const result = await dc.continueDialog();
      if (result.status === DialogTurnStatus.empty) await dc.beginDialog('main');
      await host.conversationState.saveChanges(context);
      await next();
    });
  }
}

serve(host, new CoreBot());
