import type { AxiosInstance } from 'axios';
import type { z } from 'zod';
import { ConfigurationError } from '../errors.ts';
import { inputKindProblem } from './action-input.ts';
import type { FormAnswers, FormQuestion } from './form-question.ts';

/**
 * An axios instance with base URL, credential, limits and 401 handling in place. The credential cannot be read from it.
 * It rejects with `ApiCallError` for every status that is not a success.
 */
export type Api = AxiosInstance;

/** What an action may know of where it acts; nothing secret. */
export interface ActionContext {
  readonly account: { readonly id: string; readonly label: string; readonly role?: string };
  readonly tenant?: string;
  readonly site?: { readonly id: string; readonly name: string; readonly url: string };
  /**
   * Stays the same for one thing that a person asked for, also when it is tried again: for products that take one, e.g. in the
   * header `Idempotency-Key`.
   */
  readonly idempotencyKey: string;
  /** BCP 47, as the person's client says it: `de-AT`. `en` where it says none, or what is no locale. */
  readonly locale: string;
  /**
   * The product's API of this name, as the integration lists it in `apis`; authorized and kept below its address like `api`.
   * @throws ConfigurationError for a name that is not listed
   */
  readonly apiAt: (name: string) => Api;
}

/** Something a person can ask for and gets after connecting. */
export interface Action<Input extends z.ZodObject = z.ZodObject, Output = unknown> {
  /** `jira.createIssue`; stored with what waits, so it must stay the same. */
  readonly id: string;
  /** "Create a Jira issue": what people type and buttons say. */
  readonly title: string;
  /** Completes "I need access to Jira to …": "create the issue". */
  readonly purpose: string;
  readonly integration: string;
  /** OAuth scopes it cannot do without. */
  readonly scopes: readonly string[];
  /**
   * Properties are asked for in order; `.meta({ title, description, examples })` gives the question, hint and examples. One that
   * may be left out is asked for, with a way to skip it, where it has a title; else a sentence or code may give it.
   */
  readonly input: Input;
  /** Sentences that carry inputs, as regular expressions whose named groups are inputs. */
  readonly phrases?: readonly RegExp[];
  /** Works with the person's own account or with the developer's shared one, whatever the integration's setup says. */
  readonly access?: 'own' | 'shared';
  /**
   * `write` (default): it may change something, so it is written down before it runs, never runs twice for one message, and
   * is never said to have failed where it may have been done. `read`: it changes nothing and costs no write.
   */
  readonly effect?: 'read' | 'write';
  /** Asks "really?" before it runs. */
  readonly destructive?: boolean;
  /** Questions that only the product knows, e.g. those of a form. They are asked before it runs; `answers` has what was said. */
  readonly form?: (api: Api, input: z.output<Input>, context: ActionContext) => Promise<readonly FormQuestion[]>;
  readonly run: (api: Api, input: z.output<Input>, context: ActionContext, answers: FormAnswers) => Promise<Output>;
  /** How the result reads in the chat. */
  readonly answer?: (output: Output, context: ActionContext) => Answer;
}

/** A result made for people; each channel shows it as it can. */
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
 * Makes an action of any async function; the types of input and output are inferred.
 *
 * @throws ConfigurationError when an input is of a kind that nobody can be asked for in a chat
 *
 * @example
 * defineAction({ id: 'acme.ping', title: 'Ping Acme', purpose: 'ping it', integration: 'acme', scopes: [],
 *   input: z.object({}), run: async (api) => (await api.get('/ping')).data })
 */
export function defineAction<Input extends z.ZodObject, Output>(action: Action<Input, Output>): Action<Input, Output> {
  // an input that is no schema of zod 4 is refused where actions are registered
  const problem = '_zod' in action.input ? inputKindProblem(action.input.shape) : undefined;
  if (problem !== undefined) throw new ConfigurationError(`the action ${action.id} ${problem}`);
  return action;
}

// biome-ignore lint/suspicious/noExplicitAny: an action is contravariant in its input; only `any` admits them all
export type AnyAction = Action<any, any>;
