import {
  ApiCallError,
  LatchkeyError,
  OAuthRefusedError,
  ProviderUnreachableError,
  StoreNewerError,
  StoreUnavailableError,
} from '../errors.ts';

/**
 * What failed and how, for the log: `database: ECONNREFUSED`, `network: time-out`, `product: 503`, `refused: invalid_grant`,
 * `TypeError`. Consists of class names and codes only, so it contains no text of a product, a person or a driver.
 */
export function causeOf(error: unknown): string {
  if (error instanceof StoreNewerError) return error.code;
  if (error instanceof StoreUnavailableError) return `database: ${faultOf(error.cause)}`;
  if (error instanceof ProviderUnreachableError) return `network: ${networkFault(error.message)}`;
  if (error instanceof OAuthRefusedError) return `refused: ${token(error.error) ?? error.kind}`;
  if (error instanceof ApiCallError) return `product: ${error.status === 0 ? 'no answer' : error.status}`;
  if (error instanceof LatchkeyError) return error.code;
  if (!(error instanceof Error)) return typeof error;
  const wrapped = wrappedBy(error);
  if (wrapped !== undefined) return causeOf(wrapped);
  const [name, fault] = [nameOf(error), faultOf(error)];
  return fault === name ? fault : `${name}: ${fault}`;
}

/** Dialogs of the bot's SDK wrap what was thrown in them. An error may also contain itself. */
function wrappedBy(error: Error): Error | undefined {
  let inner = error;
  for (let level = 0; level < 5; level += 1) {
    if (!('error' in inner && inner.error instanceof Error)) return inner === error ? undefined : inner;
    inner = inner.error;
  }
  return undefined;
}

/** The name of an error's class. Some clients write a product's text there: it does not count. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? (token(error.name) ?? 'Error') : 'unknown';
}

/** The code of a database driver or a socket. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  // node:sqlite uses ERR_SQLITE_ERROR for everything and puts SQLite's own code beside it
  if ('errcode' in error && typeof error.errcode === 'number') return `SQLite ${error.errcode}`;
  if (/time(?:d )?-?out/i.test(error.message) || error.name === 'TimeoutError') return 'time-out';
  const code = 'code' in error ? token(error.code) : undefined;
  if (code !== undefined) return code;
  // errors of HTTP clients
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status === 'number') return String(status);
  return nameOf(error);
}

/** Messages of our transport end with a code of the socket, or say that the response was late. */
function networkFault(message: string): string {
  const code = /: ([A-Z][A-Z0-9_]+)$/.exec(message)?.[1];
  return code ?? (message.endsWith('no complete answer in time') ? 'time-out' : 'no usable answer');
}

function token(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined;
}
