/** All error codes. docs/errors.md says when each one occurs and what to do. */
export type LatchkeyErrorCode =
  | 'configuration'
  | 'store_unavailable'
  | 'store_newer'
  | 'seal_broken'
  | 'host_refused'
  | 'provider_unreachable'
  | 'oauth_refused'
  | 'api_call'
  | 'undocumented_answer'
  | 'reauthorization_needed'
  | 'action_refused'
  | 'input_refused';

/** Technical failures. What people do (cancel, type a wrong key, come too late) is an outcome, never an exception. */
export abstract class LatchkeyError extends Error {
  /** Stable and machine readable. */
  abstract readonly code: LatchkeyErrorCode;
  /** The name of the class, also in a bundle that renames classes. */
  abstract override readonly name: string;
}

/** A setting is missing or cannot work, or the bot calls the library wrongly. The message says what to change. */
export class ConfigurationError extends LatchkeyError {
  override readonly name = 'ConfigurationError';
  readonly code = 'configuration';
}

/** The store cannot be opened, read or written now. */
export class StoreUnavailableError extends LatchkeyError {
  override readonly name: string = 'StoreUnavailableError';
  readonly code: 'store_unavailable' | 'store_newer' = 'store_unavailable';
}

/** A newer version has changed the tables while this process was running, so it no longer reads or writes. */
export class StoreNewerError extends StoreUnavailableError {
  override readonly name = 'StoreNewerError';
  override readonly code = 'store_newer';
}

/** A sealed value cannot be opened: wrong key, or a row that was changed, moved or cut. */
export class SealBrokenError extends LatchkeyError {
  override readonly name = 'SealBrokenError';
  readonly code = 'seal_broken';
}

/** A host or address that a credential must never go to. */
export class HostRefusedError extends LatchkeyError {
  override readonly name = 'HostRefusedError';
  readonly code = 'host_refused';
}

/** The product did not respond, or not in time, or with more bytes than allowed. The outcome of the call is unknown. */
export class ProviderUnreachableError extends LatchkeyError {
  override readonly name = 'ProviderUnreachableError';
  readonly code = 'provider_unreachable';
  /** False if the request cannot have reached the product. */
  readonly wasSent: boolean;

  constructor(message: string, { wasSent = true }: { readonly wasSent?: boolean } = {}) {
    super(message);
    this.wasSent = wasSent;
  }
}

/** How an OAuth endpoint, or an API, refused. `misconfigured` is the deployment's fault and never the person's. */
export type RefusalKind = 'reauthorize' | 'misconfigured' | 'transient' | 'denied';

/** An OAuth endpoint refused (RFC 6749 section 5.2), or its response was not valid. */
export class OAuthRefusedError extends LatchkeyError {
  override readonly name = 'OAuthRefusedError';
  readonly code = 'oauth_refused';
  readonly kind: RefusalKind;
  /** The `error` value of RFC 6749, for the log. */
  readonly error: string;
  /** Seconds from `Retry-After`, if the response has it. */
  readonly retryAfter: number | undefined;

  constructor(kind: RefusalKind, error: string, retryAfter?: number) {
    super(`the authorization server refused: ${kind} (${error})`);
    this.kind = kind;
    this.error = error;
    this.retryAfter = retryAfter;
  }
}

/**
 * A call by an action failed. Contains no request, header or credential. `body` is the product's parsed response, so
 * that an action can see which field was refused; do not show it to people as it is.
 */
export class ApiCallError extends LatchkeyError {
  override readonly name = 'ApiCallError';
  readonly code = 'api_call';
  /** HTTP status, or 0 if there was no response, or only a page that is not from the API. */
  readonly status: number;
  readonly method: string;
  /** Origin and path, without the query. */
  readonly url: string;
  readonly body: unknown;
  /** Seconds, from `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(answer: {
    readonly status: number;
    readonly method: string;
    readonly url: string;
    readonly body?: unknown;
    readonly retryAfter?: number | undefined;
  }) {
    super(`${answer.method} ${answer.url} answered ${answer.status === 0 ? 'nothing' : answer.status}`);
    this.status = answer.status;
    this.method = answer.method;
    this.url = answer.url;
    this.body = answer.body;
    this.retryAfter = answer.retryAfter;
  }
}

/**
 * Inside an action: the product reported success, but the response is not as documented. After a read, the bot says that
 * the product does not respond; after a write, that it may or may not have happened.
 */
export class UndocumentedAnswerError extends LatchkeyError {
  override readonly name = 'UndocumentedAnswerError';
  readonly code = 'undocumented_answer';
  readonly effect: 'read' | 'write';

  constructor(effect: 'read' | 'write') {
    super('the product answered something that it does not document');
    this.effect = effect;
  }
}

/** Inside an action: the product refused the credential even after renewal. Latchkey asks the person to connect again. */
export class ReauthorizationNeededError extends LatchkeyError {
  override readonly name = 'ReauthorizationNeededError';
  readonly code = 'reauthorization_needed';
  readonly reason: 'ended' | 'scope';

  constructor(reason: 'ended' | 'scope') {
    super(`the credential no longer works (${reason})`);
    this.reason = reason;
  }
}

/** An action refuses its input or its outcome, with a message for the person. */
export class ActionRefusedError extends LatchkeyError {
  override readonly name = 'ActionRefusedError';
  readonly code = 'action_refused';
  /** One sentence for the person. */
  readonly personText: string;

  constructor(personText: string) {
    super('the action refused');
    this.personText = personText;
  }
}

/**
 * An action cannot use one of its inputs, or needs a missing one: Latchkey asks the person for it, and keeps everything
 * else they said. Throw it before you change anything at the product.
 */
export class InputRefusedError extends LatchkeyError {
  override readonly name = 'InputRefusedError';
  readonly code = 'input_refused';
  /** The name of the input in the action's schema. */
  readonly input: string;
  /**
   * One sentence for the person, before the question. Undefined if nothing was wrong: then only the question is asked.
   */
  readonly personText: string | undefined;
  /** Values that the product would accept, if it can list them; the bot offers them. */
  readonly choices: readonly string[];

  constructor(input: string, personText?: string, choices: readonly string[] = []) {
    super(`the action refused its input ${input}`);
    this.input = input;
    this.personText = personText;
    this.choices = choices;
  }
}
