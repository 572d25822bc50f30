import type { AnyAction } from '../model/action.ts';
import type { ErrandOver } from '../model/conversed.ts';
import type { Words } from '../model/words.ts';
import type { Wanted } from './start-errand.ts';

/** The settings of a dialog that asks. */
export interface DialogSettings<Context, Stack> {
  /**
   * Replies to a message that is not meant for this dialog, as the bot would anywhere else. Return true if it replied.
   * Default: Latchkey reminds the person of the open question.
   */
  readonly otherwise?: (context: Context, dialogContext: Stack) => Promise<boolean>;
  readonly words?: Words;
}

/** The `step.result` of a waterfall after a `RunActionDialog`. */
export type ActionResult<Output = unknown> = Exclude<ErrandOver<Output>, { status: 'connected' }>;

export interface RunActionOptions {
  /** Default true: the bot shows the result in the chat. If there is none, it always says why. */
  readonly announce?: boolean;
  /** Asks for this authorization profile only. Default: the person chooses if a product has several. */
  readonly profile?: string;
}

/** The options for beginning an `AuthorizeDialog`. */
export interface AuthorizeOptions {
  readonly integration: string;
  /** Completes "I need access to Jira to …". */
  readonly purpose: string;
  readonly scopes?: readonly string[];
  readonly reason?: 'none' | 'ended' | 'scope';
  /** With the reason `scope`. */
  readonly missingScopes?: readonly string[];
  /** The connection that ended. */
  readonly connectionId?: string;
  /** Default: the person chooses if the product has several. */
  readonly profile?: string;
}

/** The `step.result` of a waterfall after an `AuthorizeDialog`. */
export type AuthorizeResult = Extract<ErrandOver, { status: 'connected' | 'not_connected' | 'elsewhere' }>;

export function wantedRun(action: AnyAction, input: unknown, { announce, profile }: RunActionOptions): Wanted {
  return { action, input, by: 'dialog', profile, isSilent: announce === false ? true : undefined };
}

export function wantedConnection(options: AuthorizeOptions): Wanted {
  const { integration, purpose, scopes = [], reason = 'none', missingScopes, connectionId, profile } = options;
  const lacks = { reason, missingScopes, connectionId };
  return { connect: { purpose, scopes }, integration, lacks, by: 'dialog', profile };
}
