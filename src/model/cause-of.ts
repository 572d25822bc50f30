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
  // dialogs of the bot's SDK wrap what was thrown in them
  if ('error' in error && error.error instanceof Error) return causeOf(error.error);
  const fault = faultOf(error);
  return fault === error.name ? fault : `${error.name}: ${fault}`;
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
  return token(error.name) ?? 'Error';
}

/** Messages of our transport end with a code of the socket, or say that the response was late. */
function networkFault(message: string): string {
  const code = /: ([A-Z][A-Z0-9_]+)$/.exec(message)?.[1];
  return code ?? (message.endsWith('no complete answer in time') ? 'time-out' : 'no usable answer');
}

function token(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined;
}
