/** All there are. docs/errors.md says of each when it comes and what to do. */
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

/** What machines fail at. What people do (cancel, type a wrong key, come too late) is an outcome, never an exception. */
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

/** A newer version has changed the tables while this process ran: it reads and writes nothing any more. */
export class StoreNewerError extends StoreUnavailableError {
  override readonly name = 'StoreNewerError';
  override readonly code = 'store_newer';
}

/** A sealed value does not open: wrong key, or a row that was changed, moved or cut. */
export class SealBrokenError extends LatchkeyError {
  override readonly name = 'SealBrokenError';
  readonly code = 'seal_broken';
}

/** A host or address that a credential must never go to (security.md R43, R44). */
export class HostRefusedError extends LatchkeyError {
  override readonly name = 'HostRefusedError';
  readonly code = 'host_refused';
}

/** The product did not answer, or not in time, or with more bytes than allowed. The outcome of the call is unknown. */
export class ProviderUnreachableError extends LatchkeyError {
  override readonly name = 'ProviderUnreachableError';
  readonly code = 'provider_unreachable';
  /** False where the request cannot have reached the product. */
  readonly wasSent: boolean;

  constructor(message: string, { wasSent = true }: { readonly wasSent?: boolean } = {}) {
    super(message);
    this.wasSent = wasSent;
  }
}

/** How an OAuth endpoint, or an API, refused. `misconfigured` is the deployment's fault and never the person's. */
export type RefusalKind = 'reauthorize' | 'misconfigured' | 'transient' | 'denied';

/** An OAuth endpoint answered, and the answer is a refusal (RFC 6749 section 5.2) or not a proper answer. */
export class OAuthRefusedError extends LatchkeyError {
  override readonly name = 'OAuthRefusedError';
  readonly code = 'oauth_refused';
  readonly kind: RefusalKind;
  /** The `error` value of RFC 6749, for the log. */
  readonly error: string;
  /** Seconds, where the answer carried `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(kind: RefusalKind, error: string, retryAfter?: number) {
    super(`the authorization server refused: ${kind} (${error})`);
    this.kind = kind;
    this.error = error;
    this.retryAfter = retryAfter;
  }
}

/**
 * A call that an action made did not succeed. Holds no request, header or credential; `body` is the product's parsed
 * answer, so that an action can tell which field was refused. It must not be shown to people as it is.
 */
export class ApiCallError extends LatchkeyError {
  override readonly name = 'ApiCallError';
  readonly code = 'api_call';
  /** HTTP status, or 0 when there was no answer, or only a page that is not the API's. */
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
 * Inside an action: the product said success, and the answer is not what it documents. A read is reported as a product that does
 * not answer; after a write nobody knows whether it happened, and the person is told that.
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

/** Inside an action: the product refused the credential even after renewal. The runner asks the person to connect again. */
export class ReauthorizationNeededError extends LatchkeyError {
  override readonly name = 'ReauthorizationNeededError';
  readonly code = 'reauthorization_needed';
  readonly reason: 'ended' | 'scope';

  constructor(reason: 'ended' | 'scope') {
    super(`the credential no longer works (${reason})`);
    this.reason = reason;
  }
}

/** An action refuses its input or its outcome in words made for the person. */
export class ActionRefusedError extends LatchkeyError {
  override readonly name = 'ActionRefusedError';
  readonly code = 'action_refused';
  /** One sentence the person may read. */
  readonly personText: string;

  constructor(personText: string) {
    super('the action refused');
    this.personText = personText;
  }
}

/**
 * An action cannot use one of its inputs, or lacks it: the person is asked for it, and keeps what else they said. Throw it before
 * you change anything at the product.
 */
export class InputRefusedError extends LatchkeyError {
  override readonly name = 'InputRefusedError';
  readonly code = 'input_refused';
  /** The name of the input in the action's schema. */
  readonly input: string;
  /** One sentence the person may read, before the question. Undefined where nothing was wrong: only the question is asked. */
  readonly personText: string | undefined;
  /** Values that the product would take, where it can list them; they are offered. */
  readonly choices: readonly string[];

  constructor(input: string, personText?: string, choices: readonly string[] = []) {
    super(`the action refused its input ${input}`);
    this.input = input;
    this.personText = personText;
    this.choices = choices;
  }
}
