import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { type AccessReason, askForAccess, asksInChat } from '../src/chat/ask-for-access.ts';
import { checkAuthorizer } from '../src/chat/check-authorizer.ts';
import { hearAnswer } from '../src/chat/hear-answer.ts';
import { isAboutConnections, manageConnections } from '../src/chat/manage-connections.ts';
import { replaceCard } from '../src/chat/replace-card.ts';
import { say, sayCannotConnect, show } from '../src/chat/say.ts';
import { saidIn, spokenOf, turnOf } from '../src/chat/turn.ts';
import { englishWords, type Words } from '../src/chat/words.ts';
import {
  type Authorizer,
  type ConnectRefusal,
  type EndReason,
  isOpen,
  ownerKey,
  type PendingAction,
  type PublicAuthorization,
} from '../src/index.ts';

export interface AuthorizeOptions {
  readonly integration: string;
  /** Completes "I need access to Jira to …". */
  readonly purpose: string;
  readonly scopes?: readonly string[];
  readonly reason?: AccessReason;
  /** With the reason `scope`. */
  readonly missingScopes?: readonly string[];
  /** The connection that ended. */
  readonly connectionId?: string;
  /** Default: the person chooses where the product has several. */
  readonly profile?: string;
  /** What goes on once connected. */
  readonly action?: Pick<PendingAction, 'actionId' | 'input'> & { readonly title: string };
}

export type AuthorizeResult =
  | { readonly status: 'connected'; readonly pendingActionId?: string }
  /** The action waits for an attempt that another dialog looks after; it will run by itself. */
  | { readonly status: 'waiting' }
  | { readonly status: 'not_connected'; readonly why: EndReason | ConnectRefusal | 'group' | 'too_many' };

export interface AuthorizeDialogSettings {
  /**
   * Answers a message that is not meant for this dialog, as the bot would anywhere else; true when it did.
   * Default: the person is reminded of what is open.
   */
  readonly otherwise?: (context: TurnContext, dialogContext: DialogContext) => Promise<boolean>;
  readonly words?: Words;
}

/** Kept in the dialog state: ids only, never a secret, never the link. */
interface State {
  options: AuthorizeOptions;
  ownerKey: string;
  /** Empty while the person chooses how to connect. */
  authorizationId: string;
  pendingActionId?: string;
  /** Of the activity with the card that asks. */
  cardId?: string;
}

/**
 * Asks the person to connect and waits. The store is the truth: the dialog only looks there, so that it goes on after a
 * restart, on another instance, or when somebody else was first.
 */
export class AuthorizeDialog extends Dialog {
  private readonly authorizer: Authorizer;
  private readonly settings: AuthorizeDialogSettings;
  private readonly words: Words;

  constructor(dialogId: string, authorizer: Authorizer, settings: AuthorizeDialogSettings = {}) {
    super(dialogId);
    checkAuthorizer(authorizer, 'new AuthorizeDialog(dialogId, authorizer)');
    this.authorizer = authorizer;
    this.settings = settings;
    this.words = settings.words ?? englishWords;
  }

  override async beginDialog(dc: DialogContext, options: AuthorizeOptions): Promise<DialogTurnResult> {
    const { sender } = turnOf(dc.context);
    if (sender.status === 'refused') {
      await say(dc.context, this.authorizer.texts.notAllowed(this.authorizer.settings.contact));
      return this.end(dc, { status: 'not_connected', why: 'not_allowed' });
    }
    const { integration, profile } = options;
    const refusal = this.authorizer.connectRefusal({ owner: sender.owner, integration, profile });
    if (refusal !== undefined) {
      await sayCannotConnect(dc.context, this.authorizer, integration, refusal);
      return dc.endDialog({ status: 'not_connected', why: refusal } satisfies AuthorizeResult);
    }
    const others = await this.thoseWaiting(othersOnStack(dc, options.integration, ownerKey(sender.owner)));
    const state: State = { options, ownerKey: ownerKey(sender.owner), authorizationId: '' };
    Object.assign(stateOf(dc), state);
    if (others.length === 0 && this.mustChoose(options) && sender.conversation.kind === 'personal') {
      return this.askForMethod(dc);
    }
    return this.ask(dc, { mode: others.length === 0 ? 'dialog' : 'detached', others });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dc);
    const { sender, completed } = turnOf(dc.context);
    const isOwner = sender.status === 'known' && ownerKey(sender.owner) === state.ownerKey;
    if (!isOwner) {
      await this.settings.otherwise?.(dc.context, dc);
      return Dialog.EndOfTurn;
    }
    // a code or key of another attempt was heard; nothing was said to this dialog
    if (completed !== undefined && completed !== state.authorizationId) return Dialog.EndOfTurn;
    if (state.authorizationId === '') return this.hearMethod(dc);
    const attempt = await this.authorizer.authorizationById(state.authorizationId);
    if (attempt?.status === 'done') return this.end(dc, connectedBy(state));
    if (dc.context.activity.type !== 'message') return Dialog.EndOfTurn;
    const said = saidIn(dc.context);
    if (this.words.again.test(said)) return this.ask(dc, { mode: 'dialog', restart: true });
    if (attempt !== undefined && isOpen(attempt)) return this.hear(dc, attempt, said);
    const mine = dc.activeDialog;
    await this.settings.otherwise?.(dc.context, dc);
    // what the bot began instead stands above this dialog, which ends after it
    if (dc.activeDialog !== mine) return Dialog.EndOfTurn;
    return this.end(dc, { status: 'not_connected', why: whyEnded(attempt) });
  }

  /** A dialog that was on top has ended. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dc);
    if (state.authorizationId === '') {
      return (await this.isConnected(dc)) ? this.end(dc, connectedBy(state)) : this.askForMethod(dc);
    }
    const attempt = await this.authorizer.authorizationById(state.authorizationId);
    if (attempt?.status === 'done') return this.end(dc, connectedBy(state));
    if (attempt !== undefined && isOpen(attempt)) return Dialog.EndOfTurn;
    return this.end(dc, { status: 'not_connected', why: whyEnded(attempt) });
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { options } = instance.state as State;
    await say(context, this.authorizer.texts.stillWaiting(this.productName(options.integration)));
  }

  /** What a dialog waits for that is over, but has not heard of it yet, is looked after by nobody. */
  private async thoseWaiting(others: readonly State[]): Promise<readonly State[]> {
    // where the person still chooses how to connect, nothing is under way
    const begun = others.filter(({ authorizationId }) => authorizationId !== '');
    const attempts = await Promise.all(begun.map((each) => this.authorizer.authorizationById(each.authorizationId)));
    return begun.filter((_, index) => {
      const attempt = attempts[index];
      return attempt !== undefined && isOpen(attempt);
    });
  }

  /** By a dialog above this one, which asked the same while the person was still choosing here. */
  private async isConnected(dc: DialogContext): Promise<boolean> {
    const { sender } = turnOf(dc.context);
    if (sender.status === 'refused') return false;
    const { integration } = stateOf(dc).options;
    const connections = await this.authorizer.listConnections(sender.owner);
    return connections.some((one) => one.integration === integration && one.status === 'active');
  }

  private async ask(
    dc: DialogContext,
    how: {
      readonly mode: PendingAction['mode'];
      readonly restart?: boolean;
      readonly others?: readonly State[];
      /** The reason was said with the question how to connect. */
      readonly chosen?: boolean;
    },
  ): Promise<DialogTurnResult> {
    const { texts } = this.authorizer;
    const state = stateOf(dc);
    const { sender } = turnOf(dc.context);
    if (sender.status === 'refused') return Dialog.EndOfTurn;
    const { integration, purpose, scopes = [], connectionId, profile, action } = state.options;
    const { reason = 'none', missingScopes } = state.options;
    const begun = await this.authorizer.beginAuthorization({
      owner: sender.owner,
      ownerName: sender.name,
      conversation: sender.conversation,
      integration,
      purpose,
      scopes,
      ...(profile === undefined ? {} : { profile }),
      ...(connectionId === undefined ? {} : { replaces: connectionId }),
      ...(action === undefined ? {} : { action: { actionId: action.actionId, input: action.input, mode: how.mode } }),
      ...(how.restart === true ? { restart: true } : {}),
      ...(state.authorizationId === '' ? {} : { follows: state.authorizationId }),
    });
    const product = this.productName(integration);
    if (begun.status === 'group') {
      await say(dc.context, texts.groupRefused);
      return this.end(dc, { status: 'not_connected', why: 'group' });
    }
    if (begun.status === 'refused') {
      await sayCannotConnect(dc.context, this.authorizer, integration, begun.why);
      return this.end(dc, { status: 'not_connected', why: begun.why });
    }
    if (begun.status === 'too_many') {
      await say(dc.context, texts.tooMany(begun.minutes));
      return this.end(dc, { status: 'not_connected', why: 'too_many' });
    }
    state.authorizationId = begun.authorization.id;
    // an attempt by another way in than theirs has taken over what they wait for
    for (const other of how.others ?? []) other.authorizationId = begun.authorization.id;
    if (begun.pendingActionId !== undefined) state.pendingActionId = begun.pendingActionId;
    if (how.mode === 'detached') await say(dc.context, texts.joined(action?.title ?? purpose, product));
    if (begun.status === 'begun') {
      const asking = [state, ...(how.others ?? [])];
      for (const { cardId } of asking) await replaceCard(dc.context, cardId, texts.cardClosed(product, 'replaced'));
      const why = how.chosen === true ? undefined : { reason, missingScopes };
      const cardId = await askForAccess(dc.context, this.authorizer, begun, why);
      for (const each of how.mode === 'detached' ? (how.others ?? []) : [state]) keepCard(each, cardId);
    }
    if (begun.status === 'joined' && how.mode === 'dialog')
      await say(dc.context, texts.inBrowser(product), [texts.sayNewLink, texts.sayCancel]);
    return how.mode === 'detached' ? this.end(dc, { status: 'waiting' }) : Dialog.EndOfTurn;
  }

  private mustChoose({ integration, profile, connectionId }: AuthorizeOptions): boolean {
    const offered = this.authorizer.offeredProfiles(integration);
    return profile === undefined && connectionId === undefined && offered.length > 1;
  }

  private async askForMethod(dc: DialogContext): Promise<DialogTurnResult> {
    const { integration, purpose } = stateOf(dc).options;
    const { texts } = this.authorizer;
    const product = this.productName(integration);
    const titles = this.methodTitles(integration);
    const text = `${texts.needsAccess(product, purpose)} ${texts.whichMethod(product)}`;
    await show(dc.context, { text, choices: titles, suggestions: [texts.sayCancel] });
    return Dialog.EndOfTurn;
  }

  private async hearMethod(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.context.activity.type !== 'message') return Dialog.EndOfTurn;
    const state = stateOf(dc);
    const profiles = this.authorizer.offeredProfiles(state.options.integration);
    const heard = hearAnswer({ ask: 'method', titles: profiles.map(({ title }) => title) }, saidIn(dc.context), {
      words: this.words,
      spoken: spokenOf(dc.context),
      isAboutConnections: (said) => isAboutConnections(said, this.authorizer, this.words),
    });
    if (heard.as === 'command') {
      if (heard.command === 'connections') await manageConnections(dc.context, this.authorizer, this.words);
      if (heard.command !== 'cancel') return this.askForMethod(dc);
      await say(dc.context, this.authorizer.texts.cancelled);
      return this.end(dc, { status: 'not_connected', why: 'cancelled' });
    }
    const chosen = heard.as === 'answer' ? profiles[Number(heard.value)] : undefined;
    if (chosen !== undefined) {
      state.options = { ...state.options, profile: chosen.id };
      return this.ask(dc, { mode: 'dialog', chosen: true });
    }
    const answered = (await this.settings.otherwise?.(dc.context, dc)) ?? false;
    return answered ? Dialog.EndOfTurn : this.askForMethod(dc);
  }

  private methodTitles(integration: string): readonly string[] {
    return this.authorizer.offeredProfiles(integration).map(({ title }) => title);
  }

  /** While the attempt is open. */
  private async hear(dc: DialogContext, attempt: PublicAuthorization, said: string): Promise<DialogTurnResult> {
    const { texts } = this.authorizer;
    const product = this.productName(attempt.integration);
    if (this.words.cancel.test(said)) {
      await this.authorizer.cancelAuthorization({ owner: attempt.owner, authorizationId: attempt.id });
      await say(dc.context, texts.cancelled);
      return this.end(dc, { status: 'not_connected', why: 'cancelled' });
    }
    if (this.words.help.test(said)) {
      await this.remind(dc.context, attempt, {
        link: texts.connectHelp(product),
        key: texts.connectHelpForKey(product),
      });
      return Dialog.EndOfTurn;
    }
    const answered = (await this.settings.otherwise?.(dc.context, dc)) ?? false;
    if (!answered)
      await this.remind(dc.context, attempt, {
        link: texts.stillWaiting(product),
        key: texts.stillWaitingForKey(product),
      });
    return Dialog.EndOfTurn;
  }

  /** Of what has to be done now: type the code, fill in the card for a key, or open the link. */
  private remind(
    context: TurnContext,
    attempt: PublicAuthorization,
    about: { readonly link: string; readonly key: string },
  ): Promise<void> {
    const { texts } = this.authorizer;
    const product = this.productName(attempt.integration);
    if (awaitsCode(attempt)) return say(context, texts.awaitingCode(product), [texts.sayNewLink, texts.sayCancel]);
    if (!asksInChat(context, this.authorizer, attempt))
      return say(context, about.link, [texts.sayNewLink, texts.sayCancel]);
    return say(context, about.key, [texts.sayStartOver, texts.sayCancel]);
  }

  private async end(dc: DialogContext, result: AuthorizeResult): Promise<DialogTurnResult> {
    const { options, cardId } = stateOf(dc);
    if (cardId !== undefined) {
      const text = this.authorizer.texts.cardClosed(this.productName(options.integration), howClosed(result));
      await replaceCard(dc.context, cardId, text);
    }
    return dc.endDialog(result);
  }

  private productName(integration: string): string {
    return this.authorizer.integration(integration)?.name ?? integration;
  }
}

function stateOf(dc: DialogContext): State {
  return dc.activeDialog?.state as State;
}

function keepCard(state: State, cardId: string | undefined): void {
  if (cardId === undefined) delete state.cardId;
  else state.cardId = cardId;
}

function howClosed(result: AuthorizeResult): 'connected' | 'cancelled' | 'over' {
  if (result.status === 'connected') return 'connected';
  return result.status === 'not_connected' && result.why === 'cancelled' ? 'cancelled' : 'over';
}

function connectedBy(state: State): AuthorizeResult {
  const { pendingActionId } = state;
  return { status: 'connected', ...(pendingActionId === undefined ? {} : { pendingActionId }) };
}

function whyEnded(attempt: PublicAuthorization | undefined): EndReason {
  return attempt !== undefined && 'why' in attempt ? attempt.why : 'expired';
}

/** The page shows the code: whatever else had to be said there is said. */
function awaitsCode(attempt: PublicAuthorization): boolean {
  return 'awaitsCode' in attempt && attempt.awaitsCode;
}

/** Other dialogs on the stack that ask the same person for the same product. */
function othersOnStack(dc: DialogContext, integration: string, key: string): readonly State[] {
  const mine = dc.activeDialog;
  const others: State[] = [];
  for (let level: DialogContext | undefined = dc; level !== undefined; level = level.parent) {
    for (const { state } of level.stack) {
      const other = state as Partial<State>;
      const asks = other.ownerKey === key && other.options?.integration === integration;
      if (state !== mine?.state && asks && other.authorizationId !== undefined) others.push(state as State);
    }
  }
  return others;
}
