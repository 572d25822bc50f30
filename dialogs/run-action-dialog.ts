import type { TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  type DialogReason,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import { acceptable, inputsRead, nextQuestion, type Question } from '../src/chat/action-input.ts';
import { checkAuthorizer } from '../src/chat/check-authorizer.ts';
import { askChoices, askFormQuestion, closeFormQuestion, givenIn, nextPlace } from '../src/chat/form-prompt.ts';
import { type Heard, hearAnswer, type OpenQuestion } from '../src/chat/hear-answer.ts';
import { isAboutConnections, manageConnections } from '../src/chat/manage-connections.ts';
import { say, sayFailure, show, showAnswer } from '../src/chat/say.ts';
import { saidIn, spokenOf, turnOf } from '../src/chat/turn.ts';
import { englishWords, type Words } from '../src/chat/words.ts';
import {
  type ActionFailure,
  type AnyAction,
  type Authorizer,
  type FormAnswers,
  type FormQuestion,
  type InputProblem,
  ownerKey,
  type RunOutcome,
} from '../src/index.ts';
import {
  AuthorizeDialog,
  type AuthorizeDialogSettings,
  type AuthorizeOptions,
  type AuthorizeResult,
} from './authorize-dialog.ts';

/** What a waterfall finds in `step.result`. */
export type ActionResult<Output = unknown> =
  | { readonly status: 'done'; readonly output: Output }
  | { readonly status: 'failed'; readonly why: ActionFailure['why'] | 'still_refused' | 'too_old' }
  /** It waits for a connection under way and will run and answer by itself, or it ran already. */
  | { readonly status: 'waiting' | 'elsewhere' }
  | { readonly status: 'not_connected'; readonly why: string };

export interface RunActionSettings extends AuthorizeDialogSettings {
  /** Default true: the result, or why there is none, is said in the chat. */
  readonly announce?: boolean;
  /** Asks for this authorization profile only. Default: the person chooses where a product has several. */
  readonly profile?: string;
}

/** Kept in the dialog state: what the person said, and ids. Never a credential. */
interface State {
  ownerKey: string;
  given: Readonly<Record<string, unknown>>;
  asking?: 'input' | 'yes' | 'access' | 'form' | 'retry' | 'aside';
  /** Questions of the product, and what was answered so far. */
  form?: {
    readonly questions: readonly FormQuestion[];
    readonly answers: FormAnswers;
    readonly next: number;
    /** Of the activity with the last question's card, and which question that was. */
    readonly card?: { readonly id: string; readonly at: number };
  };
  pendingActionId?: string;
  /** An input that the product did not take, and what it would. */
  refused?: { readonly input: string; readonly problem: InputProblem; readonly choices: readonly string[] };
}

/**
 * Runs one action: asks for what the person has not said yet, asks for the connection if there is none, and ends with the
 * action's result. `beginDialog(id, input)` takes what is known already.
 */
export class RunActionDialog extends Dialog {
  private readonly action: AnyAction;
  private readonly authorizer: Authorizer;
  private readonly settings: RunActionSettings;
  private readonly authorize: AuthorizeDialog;
  private readonly words: Words;

  constructor(dialogId: string, action: AnyAction, authorizer: Authorizer, settings: RunActionSettings = {}) {
    super(dialogId);
    checkAuthorizer(authorizer, 'new RunActionDialog(dialogId, action, authorizer)');
    authorizer.register(action);
    this.action = action;
    this.authorizer = authorizer;
    this.settings = settings;
    this.words = settings.words ?? englishWords;
    this.authorize = new AuthorizeDialog(`${dialogId}.authorize`, authorizer, settings);
  }

  /** Added to the same set by `DialogSet.add`. */
  getDependencies(): Dialog[] {
    return [this.authorize];
  }

  override async beginDialog(dc: DialogContext, input?: object): Promise<DialogTurnResult> {
    const { sender } = turnOf(dc.context);
    if (sender.status === 'refused') {
      await say(dc.context, this.authorizer.texts.notAllowed(this.authorizer.settings.contact));
      return this.end(dc, { status: 'not_connected', why: 'not_allowed' });
    }
    const { owner, conversation } = sender;
    if (conversation.kind === 'group' && (await this.authorizer.lacksCredential({ owner, action: this.action }))) {
      await say(dc.context, this.authorizer.texts.groupRefused);
      return this.end(dc, { status: 'not_connected', why: 'group' });
    }
    const state: State = { ownerKey: ownerKey(owner), given: acceptable(this.action, input, spokenOf(dc.context)) };
    Object.assign(stateOf(dc), state);
    return this.advance(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dc);
    const { sender, completed } = turnOf(dc.context);
    if (dc.context.activity.type !== 'message') return Dialog.EndOfTurn;
    if (sender.status === 'refused' || ownerKey(sender.owner) !== state.ownerKey) {
      await this.settings.otherwise?.(dc.context, dc);
      return Dialog.EndOfTurn;
    }
    // a code or key of another attempt was heard; nothing was said to this dialog
    if (completed !== undefined) return Dialog.EndOfTurn;
    if (state.asking === 'retry') return this.hearRetry(dc, saidIn(dc.context));
    const open = this.openQuestion(state);
    if (open === undefined) return this.advance(dc);
    const given = open.ask === 'yes' ? saidIn(dc.context) : givenIn(dc.context, open.question.name);
    // a picture, say
    if (given === '') return this.askAgain(dc);
    const heard = hearAnswer(open, given, {
      words: this.words,
      spoken: spokenOf(dc.context),
      isAboutConnections: (said) => isAboutConnections(said, this.authorizer, this.words),
    });
    if (heard.as === 'command') return this.obey(dc, heard.command);
    if (heard.as === 'other') return this.notUnderstood(dc, open, heard);
    if (open.ask === 'form') {
      const answers = heard.as === 'answer' && heard.ask === 'form' ? { [open.question.name]: heard.value } : {};
      return this.nextFormQuestion(dc, answers);
    }
    if (open.ask === 'yes') return heard.as === 'answer' && heard.value === true ? this.run(dc) : this.stop(dc);
    state.given = { ...state.given, [open.question.name]: heard.as === 'answer' ? heard.value : null };
    delete state.refused;
    return this.advance(dc);
  }

  private openQuestion(state: State): Extract<OpenQuestion, { ask: 'input' | 'yes' | 'form' }> | undefined {
    if (state.asking === 'yes') return { ask: 'yes' };
    if (state.asking === 'form') {
      const question = state.form?.questions[state.form.next];
      return question && { ask: 'form', question };
    }
    const question = nextQuestion(this.action, state.given, state.refused?.input);
    return question && { ask: 'input', question, offered: offeredTo(question, state) };
  }

  private async obey(
    dc: DialogContext,
    command: Extract<Heard, { as: 'command' }>['command'],
  ): Promise<DialogTurnResult> {
    if (command === 'connections') await manageConnections(dc.context, this.authorizer, this.words);
    return command === 'cancel' ? this.stop(dc) : this.askAgain(dc);
  }

  private async stop(dc: DialogContext): Promise<DialogTurnResult> {
    await this.closeFormCard(dc.context, stateOf(dc));
    await say(dc.context, this.authorizer.texts.notDone);
    return this.end(dc, { status: 'not_connected', why: 'cancelled' });
  }

  override async resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    result?: AuthorizeResult,
  ): Promise<DialogTurnResult> {
    const { asking } = stateOf(dc);
    // what ended is not ours: the bot had begun it above this dialog
    if (asking === 'retry') return this.end(dc, { status: 'failed', why: 'error' });
    if (asking === 'aside') return this.advance(dc);
    if (asking !== 'access') return this.askAgain(dc);
    if (result === undefined || !('status' in result)) return this.advance(dc);
    if (result.status !== 'connected') return this.end(dc, result);
    if (result.pendingActionId === undefined) return this.advance(dc);
    stateOf(dc).pendingActionId = result.pendingActionId;
    return this.resume(dc, result.pendingActionId, false);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const state = instance.state as State;
    const question = nextQuestion(this.action, state.given, state.refused?.input);
    if (state.asking === 'form') await this.sayFormQuestion(context, state);
    else if (question !== undefined) await this.askFor(context, question, state);
    else if (state.asking === 'yes') await this.askForYes(context, state);
  }

  private async askAgain(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.activeDialog !== undefined) await this.repromptDialog(dc.context, dc.activeDialog);
    return Dialog.EndOfTurn;
  }

  private async advance(dc: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dc);
    const question = nextQuestion(this.action, state.given, state.refused?.input);
    if (question !== undefined) {
      state.asking = 'input';
      await this.askFor(dc.context, question, state);
      return Dialog.EndOfTurn;
    }
    if (this.action.destructive === true && state.asking !== 'yes') {
      state.asking = 'yes';
      await this.askForYes(dc.context, state);
      return Dialog.EndOfTurn;
    }
    return this.run(dc);
  }

  private async askForYes(context: TurnContext, { given }: State): Promise<void> {
    const { texts } = this.authorizer;
    const text = texts.confirmDestructive(
      this.productName(),
      this.action.purpose,
      inputsRead(this.action, given, spokenOf(context).locale),
    );
    await say(context, text, [texts.sayYes, texts.sayCancel]);
  }

  private async askFor(context: TurnContext, question: Question, state: State): Promise<void> {
    const { texts } = this.authorizer;
    const asked = texts.askInput(question.title, question.hint);
    const { refused } = state;
    const isRefused = refused?.input === question.name;
    const text = isRefused ? `${texts.inputProblem(refused.problem)} ${asked}` : asked;
    await this.showQuestion(context, question, text, offeredTo(question, state));
  }

  private async showQuestion(
    context: TurnContext,
    question: Question,
    text: string,
    offered: readonly string[],
  ): Promise<void> {
    const { texts } = this.authorizer;
    const suggestions = [...(question.isOptional ? [texts.skip] : []), texts.sayCancel];
    const { name, kind, choices } = question;
    if (kind.kind === 'list' && choices.length > 0) {
      await askChoices(context, { name, title: text, choices }, suggestions, texts);
    } else {
      const yesNo = kind.kind === 'yes_no' ? [texts.sayYes, texts.sayNo] : choices;
      await show(context, { text, choices: offered.length > 0 ? offered : yesNo, suggestions });
    }
  }

  /** It may be meant for the bot; else what is wrong with it is said, and the question is asked again. */
  private async notUnderstood(
    dc: DialogContext,
    open: Extract<OpenQuestion, { ask: 'input' | 'yes' | 'form' }>,
    heard: Extract<Heard, { as: 'other' }>,
  ): Promise<DialogTurnResult> {
    const { texts } = this.authorizer;
    if (open.ask === 'form') {
      const { kind, max = 5 } = open.question;
      const isUnclear = heard.choices !== undefined;
      const text = isUnclear ? texts.inputProblem(heard.problem) : texts.formExpected(kind, max);
      await show(dc.context, { text, choices: heard.choices ?? [] });
      return this.askForm(dc);
    }
    if (saidIn(dc.context) !== '' && (await this.takenUp(dc))) return Dialog.EndOfTurn;
    if (open.ask === 'yes') return this.askAgain(dc);
    const offered = heard.choices ?? open.offered ?? [];
    await this.showQuestion(dc.context, open.question, texts.inputProblem(heard.problem), offered);
    return Dialog.EndOfTurn;
  }

  /** True when the message was for the bot itself, which has answered it; the question is asked again afterwards. */
  private async takenUp(dc: DialogContext): Promise<boolean> {
    const state = stateOf(dc);
    const mine = dc.activeDialog;
    const { asking } = state;
    state.asking = 'aside';
    const answered = (await this.settings.otherwise?.(dc.context, dc)) ?? false;
    // what the bot began instead stands above this dialog, or has ended and given the turn back already
    if (dc.activeDialog !== mine || state.asking !== 'aside') return true;
    if (asking !== undefined) state.asking = asking;
    if (answered) await this.askAgain(dc);
    return answered;
  }

  private async askForm(dc: DialogContext): Promise<DialogTurnResult> {
    return (await this.sayFormQuestion(dc.context, stateOf(dc))) ? Dialog.EndOfTurn : this.run(dc);
  }

  /** False when none is left. */
  private async sayFormQuestion(context: TurnContext, state: State): Promise<boolean> {
    await this.closeFormCard(context, state);
    const { form } = state;
    const question = form?.questions[form.next];
    if (form === undefined || question === undefined) return false;
    const place = { number: form.next + 1, count: form.questions.length };
    const id = await askFormQuestion(context, question, place, this.authorizer.texts);
    if (id !== undefined) state.form = { ...form, card: { id, at: form.next } };
    return true;
  }

  private async closeFormCard(context: TurnContext, state: State): Promise<void> {
    const { form } = state;
    const question = form?.questions[form.card?.at ?? -1];
    if (form?.card === undefined || question === undefined) return;
    const { card, ...open } = form;
    state.form = open;
    const title = this.authorizer.texts.formProgress(question.title, card.at + 1, form.questions.length);
    // in a group the card of one person is read by others
    const isPersonal = turnOf(context).sender.conversation.kind === 'personal';
    await closeFormQuestion(context, card.id, title, isPersonal ? form.answers[question.name] : undefined);
  }

  private async nextFormQuestion(dc: DialogContext, said: FormAnswers): Promise<DialogTurnResult> {
    const state = stateOf(dc);
    const { form } = state;
    if (form === undefined) return this.run(dc);
    const answers = { ...form.answers, ...said };
    state.form = { ...form, answers, next: nextPlace(form.questions, form.next + 1, answers) };
    return this.askForm(dc);
  }

  private async hearRetry(dc: DialogContext, said: string): Promise<DialogTurnResult> {
    const { pendingActionId } = stateOf(dc);
    if (!this.words.again.test(said)) {
      const mine = dc.activeDialog;
      await this.settings.otherwise?.(dc.context, dc);
      // what the bot began instead stands above this dialog, which ends after it
      return dc.activeDialog === mine ? this.end(dc, { status: 'failed', why: 'error' }) : Dialog.EndOfTurn;
    }
    return pendingActionId === undefined ? this.run(dc) : this.resume(dc, pendingActionId, true);
  }

  private async run(dc: DialogContext): Promise<DialogTurnResult> {
    const { sender } = turnOf(dc.context);
    if (sender.status === 'refused') return Dialog.EndOfTurn;
    const { given: input, form } = stateOf(dc);
    const answers = form === undefined ? {} : { answers: form.answers };
    const outcome = await this.authorizer.runAction({ owner: sender.owner, action: this.action, input, ...answers });
    if (outcome.status !== 'needs_authorization') return this.conclude(dc, outcome);
    const { id: actionId, title, integration, purpose, scopes } = this.action;
    const { reason, connectionId, missingScopes } = outcome;
    const options: AuthorizeOptions = {
      integration,
      purpose,
      scopes,
      reason,
      ...(connectionId === undefined ? {} : { connectionId }),
      ...(missingScopes === undefined ? {} : { missingScopes }),
      ...(this.settings.profile === undefined ? {} : { profile: this.settings.profile }),
      action: { actionId, input, title },
    };
    stateOf(dc).asking = 'access';
    return dc.beginDialog(this.authorize.id, options);
  }

  /** Once, whoever comes first. */
  private async resume(dc: DialogContext, pendingActionId: string, retry: boolean): Promise<DialogTurnResult> {
    const { texts } = this.authorizer;
    const resumed = await this.authorizer.resumeAction({ pendingActionId, retry });
    if (resumed.status === 'taken') return this.end(dc, { status: 'elsewhere' });
    if (resumed.status === 'too_old') {
      await say(dc.context, texts.tooOld);
      return this.end(dc, { status: 'failed', why: 'too_old' });
    }
    if (resumed.outcome.status !== 'needs_authorization') return this.conclude(dc, resumed.outcome);
    await say(dc.context, texts.stillRefused(this.productName()));
    return this.end(dc, { status: 'failed', why: 'still_refused' });
  }

  private async conclude(
    dc: DialogContext,
    outcome: Exclude<RunOutcome, { status: 'needs_authorization' }>,
  ): Promise<DialogTurnResult> {
    const { texts } = this.authorizer;
    if (outcome.status === 'needs_answers') {
      const state = stateOf(dc);
      state.form = { questions: outcome.questions, answers: {}, next: nextPlace(outcome.questions, 0, {}) };
      state.asking = 'form';
      await say(dc.context, texts.formIntroduction(outcome.questions.length));
      return this.askForm(dc);
    }
    if (outcome.status === 'done') {
      if (this.settings.announce !== false) await showAnswer(dc.context, this.authorizer, this.action, outcome);
      return this.end(dc, { status: 'done', output: outcome.output });
    }
    if (outcome.status === 'input_refused') {
      const state = stateOf(dc);
      const { input, problem, choices } = outcome;
      const { [input]: _, ...kept } = state.given;
      state.given = kept;
      state.refused = { input, problem, choices };
      return this.advance(dc);
    }
    const mayHelp = outcome.why === 'unreachable' || outcome.why === 'busy' || outcome.why === 'error';
    await sayFailure(dc.context, this.authorizer, this.action, outcome, mayHelp ? 'retry' : 'nothing');
    if (!mayHelp) return this.end(dc, { status: 'failed', why: outcome.why });
    stateOf(dc).asking = 'retry';
    return Dialog.EndOfTurn;
  }

  private end(dc: DialogContext, result: ActionResult): Promise<DialogTurnResult> {
    return dc.endDialog(result);
  }

  private productName(): string {
    return this.authorizer.integration(this.action.integration)?.name ?? this.action.integration;
  }
}

/** What the product would take for an input that it has refused. */
function offeredTo({ name }: Question, { refused }: State): readonly string[] {
  return refused?.input === name ? refused.choices : [];
}

function stateOf(dc: DialogContext): State {
  return dc.activeDialog?.state as State;
}
