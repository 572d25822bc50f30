import type { AxiosInstance } from 'axios';
import type { z } from 'zod';
import { ConfigurationError } from '../errors.ts';
import { inputKindProblem } from './action-input.ts';
import { actionMemberProblems } from './action-members.ts';
import type { FormAnswers, FormQuestion } from './form-question.ts';

/**
 * An axios instance with base URL, credential, limits and 401 handling in place. Your code cannot read the credential
 * from it. It rejects with `ApiCallError` for every status that is not a success.
 */
export type Api = AxiosInstance;

/** What an action may know about the account it works with; nothing secret. */
export interface ActionContext {
  readonly account: { readonly id: string; readonly label: string; readonly role?: string };
  readonly tenant?: string;
  readonly site?: { readonly id: string; readonly name: string; readonly url: string };
  /**
   * Stays the same for one request of a person, also when it is tried again. For products that accept one, e.g. in the
   * header `Idempotency-Key`.
   */
  readonly idempotencyKey: string;
  /** The locale of the person's client (BCP 47): `de-AT`. `en` if it names none, or an invalid one. */
  readonly locale: string;
  /**
   * The product's API with this name in the integration's `apis`; authorized and limited to its address like `api`.
   * @throws ConfigurationError if the name is not listed
   */
  readonly apiAt: (name: string) => Api;
}

/** Something a person can ask for and gets after connecting. */
export interface Action<Input extends z.ZodObject = z.ZodObject, Output = unknown> {
  /** `jira.createIssue`; stored with requests that wait, so it must stay the same. */
  readonly id: string;
  /** "Create a Jira issue": people type it, and buttons show it. */
  readonly title: string;
  /** Completes "I need access to Jira to …": "create the issue". */
  readonly purpose: string;
  readonly integration: string;
  /** The OAuth scopes that it needs. */
  readonly scopes: readonly string[];
  /**
   * The bot asks for the properties in order; `.meta({ title, description, examples })` gives the question, hint and
   * examples. If an optional property has a title, the bot asks for it and people can skip it; without a title it can
   * only come from a phrase or from code.
   */
  readonly input: Input;
  /**
   * Sentences that contain inputs, as regular expressions whose named groups are inputs. They are matched with messages of
   * at most 2,000 characters; a longer text is the answer to a question.
   */
  readonly phrases?: readonly RegExp[];
  /** Works with the person's own account or with the developer's shared one, whatever the integration's setup says. */
  readonly access?: 'own' | 'shared';
  /**
   * `write` (default): it may change something, so it is stored before it runs, never runs twice for one message, and
   * the bot never says that it failed if it may have been done. `read`: it changes nothing and costs no write.
   */
  readonly effect?: 'read' | 'write';
  /** Asks "really?" before it runs. */
  readonly destructive?: boolean;
  /**
   * Questions that only the product knows, e.g. those of a form. The bot asks them before it runs; `answers` has the
   * replies.
   */
  readonly form?: (api: Api, input: z.output<Input>, context: ActionContext) => Promise<readonly FormQuestion[]>;
  readonly run: (api: Api, input: z.output<Input>, context: ActionContext, answers: FormAnswers) => Promise<Output>;
  /** The result as people see it in the chat. */
  readonly answer?: (output: Output, context: ActionContext) => Answer;
}

/** A result for people; each channel shows it as well as it can. */
export interface Answer {
  readonly title: string;
  readonly text?: string;
  readonly url?: string;
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly items?: readonly AnswerItem[];
}

export interface AnswerItem {
  readonly title: string;
  readonly subtitle?: string;
  readonly url?: string;
}

/**
 * Makes an action from any async function; the types of input and output are inferred.
 *
 * @throws ConfigurationError if a member is missing, unknown or of another type, or an input is of a kind that the bot cannot ask
 * for in a chat
 *
 * @example
 * defineAction({ id: 'acme.ping', title: 'Ping Acme', purpose: 'ping it', integration: 'acme', scopes: [],
 *   input: z.object({}), run: async (api) => (await api.get('/ping')).data })
 */
export function defineAction<Input extends z.ZodObject, Output>(action: Action<Input, Output>): Action<Input, Output> {
  const wrong = actionMemberProblems(action);
  if (wrong.length > 0) throw new ConfigurationError(`this is not an action: ${wrong.join('; ')}`);
  // registering the action refuses an input that is not a schema of zod 4
  const problem = '_zod' in action.input ? inputKindProblem(action.input.shape) : undefined;
  if (problem !== undefined) throw new ConfigurationError(`the action ${action.id} ${problem}`);
  return action;
}

// biome-ignore lint/suspicious/noExplicitAny: an action is contravariant in its input; only `any` admits them all
export type AnyAction = Action<any, any>;
