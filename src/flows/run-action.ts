import { randomUUID } from 'node:crypto';
import { authMethodOf } from '../auth-methods/auth-methods.ts';
import {
  ActionRefusedError,
  ApiCallError,
  InputRefusedError,
  ProviderUnreachableError,
  ReauthorizationNeededError,
  UndocumentedAnswerError,
} from '../errors.ts';
import type { CredentialSource, OnChange } from '../http/guarded-http.ts';
import { usableLocale } from '../languages/usable-locale.ts';
import type { ActionContext, Answer, AnyAction, Api } from '../model/action.ts';
import { type ParsedInput, parseInput } from '../model/action-input.ts';
import { causeOf, nameOf } from '../model/cause-of.ts';
import type { FailureReason } from '../model/errand.ts';
import type { FormAnswers, FormQuestion } from '../model/form-question.ts';
import { type InputProblem, problemOf } from '../model/input-problem.ts';
import type { Integration } from '../model/integration.ts';
import type { Owner } from '../model/owner.ts';
import { shownAnswer } from '../model/shown-answer.ts';
import { shownText } from '../model/shown-text.ts';
import type { UsableConnection } from '../vault/vault.ts';
import { destinationOf, requestPlaceOf } from './base-url.ts';
import { DeadlineError, settledWithin } from './by-deadline.ts';
import { findCredential, type NeedsAuthorization, type ReadAhead } from './find-credential.ts';
import { callOwnCode } from './own-code.ts';
import { markNeedsReauth, renewCredential } from './renew-credential.ts';
import { integrationOf, newReference, profileAt, type Services } from './services.ts';

export type RunOutcome<Output = unknown> =
  | {
      readonly status: 'done';
      readonly output: Output;
      readonly answer: Answer;
      /** The shared account that was used. Absent for the person's own. */
      readonly actingAs?: string;
    }
  | { readonly status: 'needs_answers'; readonly questions: readonly FormQuestion[] }
  /** Another value of this input may work, so the bot asks for it again. */
  | {
      readonly status: 'input_refused';
      readonly input: string;
      /** Absent if no value was given yet. */
      readonly problem?: InputProblem;
      /** Values that the product would accept. */
      readonly choices: readonly string[];
    }
  | NeedsAuthorization
  | ActionFailure
  /** `before` prevented it. */
  | { readonly status: 'stopped' };

export interface ActionFailure {
  readonly status: 'failed';
  readonly why: FailureReason;
  /** Also in the log. */
  readonly ref: string;
  /** The action's own sentence for the person, if `why` is `refused`. */
  readonly text?: string;
  /** Seconds, if `why` is `busy` and the product said how long. */
  readonly retryAfter?: number;
}

/**
 * Runs an action for its owner if the credential exists. Never asks anybody anything: the outcome says what is missing. The
 * action gets an authorized `api` and never sees the credential.
 */
export function runAction(services: Services, input: RunInput): Promise<RunOutcome> {
  const about = { action: input.action.id, integration: input.action.integration };
  return services.observe({ name: 'action', about, outcome: outcomeOf }, () => run(services, input));
}

/**
 * Milliseconds after which rules of inputs, the questions of an action, and an action that only reads count as unreachable. The
 * result of an action that may write is `unsure` then.
 */
const PATIENCE = 30_000;

function outcomeOf(outcome: RunOutcome): string {
  return outcome.status === 'failed' ? outcome.why : outcome.status;
}

export interface RunInput {
  readonly owner: Owner;
  readonly action: AnyAction;
  readonly input: Readonly<Record<string, unknown>>;
  readonly ahead?: ReadAhead | undefined;
  /** Answers to the questions that an earlier run returned. */
  readonly answers?: FormAnswers | undefined;
  /** Default: random. */
  readonly idempotencyKey?: string;
  /** The locale of the person's client. Default: `en`. */
  readonly locale?: string | undefined;
  /** Called when everything is ready, right before the action runs. If it resolves to false, the action does not run. */
  readonly before?: (() => Promise<boolean>) | undefined;
}

async function run(services: Services, input: RunInput): Promise<RunOutcome> {
  const { action } = input;
  const found = await findCredential(services, input);
  if (found.status === 'needs_authorization') return found;
  if (found.status === 'unreachable') return failed(services, action, 'unreachable', 'renewal', 0);
  if (found.status === 'refused') return failed(services, action, found.why, found.why, 0);
  const { connection } = found.stored;
  const changes = action.effect === 'read' ? undefined : new Set<Parameters<OnChange>[0]>();
  const hear: OnChange | undefined = changes && ((change) => void changes.add(change));
  try {
    const parsing = parseInput(action, input.input);
    const parsed = parsing instanceof Promise ? await settledWithin(PATIENCE, parsing) : parsing;
    if (parsed.status === 'refused') return judgeInput(services, action, parsed);
    services.uses.set(connection.id, services.now());
    const { api, apiAt } = apisFor(services, integrationOf(services, action.integration), found.stored, hear);
    const context: ActionContext = {
      account: connection.account,
      ...(connection.tenant === undefined ? {} : { tenant: connection.tenant }),
      ...(connection.site === undefined ? {} : { site: connection.site }),
      idempotencyKey: input.idempotencyKey ?? randomUUID(),
      locale: usableLocale(input.locale),
      apiAt,
    };
    if (action.form !== undefined && input.answers === undefined) {
      const asking = action.form(api, parsed.input, context);
      return { status: 'needs_answers', questions: await settledWithin(PATIENCE, asking) };
    }
    if (input.before !== undefined && !(await input.before())) return { status: 'stopped' };
    const running: Promise<unknown> = action.run(api, parsed.input, context, input.answers ?? {});
    // if a write takes longer, the lease in its row expires and the result is unsure
    const output = action.effect === 'read' ? await settledWithin(PATIENCE, running) : await running;
    // the action is done, even if describing its result fails
    const answer = callOwnCode(services.log, 'answer', () => answerOf(action, output, context)) ?? { title: 'Done.' };
    const isShared = connection.owner.kind === 'shared';
    return { status: 'done', output, answer, ...(isShared ? { actingAs: connection.account.label } : {}) };
  } catch (error) {
    if (changes !== undefined && changes.size > 0 && (changes.has('unknown') || !isRefusal(error))) {
      return failed(services, action, 'unsure', nameOf(error), 0);
    }
    if (error instanceof ReauthorizationNeededError) {
      if (connection.owner.kind === 'shared') return failed(services, action, 'shared_ended', error.code, 401);
      const missing = error.reason === 'scope' ? { missingScopes: action.scopes } : {};
      return { status: 'needs_authorization', reason: error.reason, connectionId: connection.id, ...missing };
    }
    if (error instanceof InputRefusedError) {
      const { input: name, choices } = error;
      const text = error.personText && shownText(error.personText);
      // nobody can be asked for an input that the action does not have
      if (!Object.hasOwn(action.input.shape, name)) {
        return { ...failed(services, action, 'refused', error.code, 0), ...(text === undefined ? {} : { text }) };
      }
      const problem = text === undefined ? {} : { problem: { why: 'said', text } as const };
      return { status: 'input_refused', input: name, ...problem, choices };
    }
    return judgeFailure(services, action, error);
  }
}

function answerOf(action: AnyAction, output: unknown, context: ActionContext): Answer | undefined {
  const answer = action.answer?.(output, context);
  return answer && shownAnswer(answer);
}

/** The limits in a problem are not localised here. The conversation has already checked the input in the person's language. */
function judgeInput(
  services: Services,
  action: AnyAction,
  { name, issue }: Extract<ParsedInput, { status: 'refused' }>,
): RunOutcome {
  const problem = problemOf(issue, { number: String, day: (date) => date.toISOString().slice(0, 10) });
  if (name !== undefined) return { status: 'input_refused', input: name, problem, choices: [] };
  if (problem.why !== 'said') return failed(services, action, 'invalid', 'input', 0);
  return { ...failed(services, action, 'refused', 'input', 0), text: problem.text };
}

/**
 * The API clients for an action: below the base URL, with this connection, and nothing else. `apiAt` does the same for
 * another API that the integration lists. All share one credential and its renewal.
 */
export function apisFor(
  services: Services,
  integration: Integration,
  stored: UsableConnection,
  onChange?: OnChange,
): { readonly api: Api } & Pick<ActionContext, 'apiAt'> {
  const { connection, credential } = stored;
  const credentials = credentialSource(services, integration, stored);
  const apiBelow = (name?: string): Api => {
    const { baseUrl, guard } = destinationOf(integration, connection, credential, name);
    return services.http.api({ guard, baseUrl, credentials, rules: integration, onChange });
  };
  return { api: apiBelow(), apiAt: apiBelow };
}

function credentialSource(services: Services, integration: Integration, found: UsableConnection): CredentialSource {
  const profileThere = () => profileAt(integration, found.connection);
  let present = found;
  return {
    apply: async (parts) => {
      const profile = profileThere();
      const place = requestPlaceOf(found.connection);
      return authMethodOf(profile.method).apply(parts, profile, present.credential, place);
    },
    fresh: () => present.connection.expiresAt === undefined || services.now() < present.connection.expiresAt,
    renew: async () => {
      if (profileThere().method !== 'oauth2') return false;
      const renewed = await renewCredential(services, present);
      // it may still be valid: the call counts as unreachable and the connection stays
      if (renewed.status === 'unreachable') throw new ProviderUnreachableError('no response to the renewal');
      if (renewed.status !== 'renewed') return false;
      present = renewed.stored;
      return true;
    },
    refused: async (reason) => {
      if (reason !== 'ended' || (await markNeedsReauth(services, present)) === 'ended') return;
      // nobody has to connect again if it already works again
      throw new ProviderUnreachableError('the token was replaced in the meantime');
    },
  };
}

/** The product, or the action itself, refused the request. */
function isRefusal(error: unknown): boolean {
  if (error instanceof ActionRefusedError || error instanceof InputRefusedError) return true;
  return error instanceof ApiCallError && error.status >= 400 && error.status < 500 && error.status !== 429;
}

function judgeFailure(services: Services, action: AnyAction, error: unknown): ActionFailure {
  if (error instanceof ActionRefusedError) {
    return { ...failed(services, action, 'refused', error.code, 0), text: shownText(error.personText) };
  }
  if (error instanceof UndocumentedAnswerError) {
    return failed(services, action, error.effect === 'write' ? 'unsure' : 'unreachable', error.code, 0);
  }
  if (error instanceof DeadlineError) return failed(services, action, 'unreachable', 'time-out', 0);
  if (!(error instanceof ApiCallError)) {
    return failed(services, action, 'error', causeOf(error), 0);
  }
  const failure = failed(services, action, reasonOf(error.status), error.code, error.status);
  return error.retryAfter === undefined ? failure : { ...failure, retryAfter: error.retryAfter };
}

/** Every status is the product's, never a fault of ours. A redirect leads to a sign-in page. */
function reasonOf(status: number): FailureReason {
  if (status < 400 || status >= 500) return 'unreachable';
  return BY_STATUS[status] ?? 'invalid';
}

/** RFC 9110 section 15.5; 423 from RFC 4918, 425 from RFC 8470, 451 from RFC 7725. */
const BY_STATUS: Readonly<Record<number, FailureReason>> = {
  401: 'forbidden',
  402: 'forbidden',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_offered',
  407: 'unreachable',
  408: 'unreachable',
  410: 'not_offered',
  413: 'too_large',
  414: 'too_large',
  423: 'locked',
  425: 'busy',
  429: 'busy',
  431: 'too_large',
  451: 'forbidden',
};

function failed(
  services: Services,
  action: AnyAction,
  why: FailureReason,
  error: string,
  status: number,
): ActionFailure {
  const ref = newReference(services);
  services.log({ event: 'action_failed', action: action.id, ref, error, status });
  return { status: 'failed', why, ref };
}
