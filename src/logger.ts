/** All events that the library logs. No free text: each event has its fields, and none of them can contain a secret. */
export type LogEvent =
  | { readonly event: 'authorization_begun'; readonly authorization: string; readonly integration: string }
  | {
      readonly event: 'authorization_ended';
      readonly authorization: string;
      readonly status: string;
      readonly reason: string;
    }
  | { readonly event: 'browser_mismatch'; readonly authorization: string }
  | { readonly event: 'callback_refused'; readonly integration: string; readonly reason: string }
  | { readonly event: 'exchange_failed'; readonly authorization: string; readonly ref: string; readonly error: string }
  /** A product issued a token, but did not say whose it is: the page asks again. */
  | { readonly event: 'check_unanswered'; readonly authorization: string; readonly integration: string }
  | { readonly event: 'connected'; readonly connection: string; readonly integration: string }
  | {
      readonly event: 'disconnected';
      readonly connection: string;
      readonly integration: string;
      readonly revoked: string;
    }
  /** A credential could not be revoked at a product for 24 hours: somebody has to do it there manually. */
  | { readonly event: 'revocation_given_up'; readonly integration: string }
  | { readonly event: 'site_switched'; readonly connection: string; readonly integration: string }
  | { readonly event: 'renewed'; readonly connection: string }
  | { readonly event: 'renewal_failed'; readonly connection: string; readonly kind: string; readonly cause: string }
  | {
      readonly event: 'action_failed';
      readonly action: string;
      readonly ref: string;
      readonly error: string;
      readonly status: number;
    }
  /** The result of an action could not be stored: the bot asks the person to check. */
  | { readonly event: 'outcome_lost'; readonly errand: string; readonly error: string }
  /** A message that the bot sends by itself was sent, or could not be sent. */
  | { readonly event: 'words_said'; readonly words: string; readonly tries: number }
  | { readonly event: 'words_failed'; readonly words: string; readonly tries: number; readonly cause: string }
  /** An action that waited for somebody to connect has its answer, `seconds` after the last thing that they did. */
  | {
      readonly event: 'resumed';
      readonly action: string;
      readonly integration: string;
      readonly outcome: string;
      readonly seconds: number;
    }
  | { readonly event: 'notice_delivered'; readonly notice: string; readonly attempts: number }
  | { readonly event: 'notice_failed'; readonly notice: string; readonly attempts: number; readonly cause: string }
  /**
   * No usable response from a product, or from something in between: `cause` says whether it was a time-out, a refusal
   * or a name.
   */
  | { readonly event: 'request_failed'; readonly method: string; readonly host: string; readonly cause: string }
  | { readonly event: 'page_failed'; readonly ref: string; readonly route: string; readonly error: string }
  | { readonly event: 'seal_broken'; readonly table: string; readonly row: string }
  | { readonly event: 'turn_failed'; readonly ref: string; readonly error: string }
  /** The token of a sign-in could not be stored yet: it is kept in memory, and Latchkey tries again. */
  | { readonly event: 'grant_not_stored'; readonly authorization: string; readonly cause: string }
  | { readonly event: 'needs_attention'; readonly integration: string; readonly why: string }
  /** A renewal returned another account: the connection is no longer used. */
  | { readonly event: 'connection_stopped'; readonly connection: string; readonly integration: string }
  /** The product will end the access soon; the bot has told its owner. */
  | { readonly event: 'connection_ends'; readonly connection: string; readonly integration: string }
  | { readonly event: 'sweep_failed'; readonly error: string }
  /** Code of the bot's developers threw, or returned something invalid. */
  | { readonly event: 'own_code_failed'; readonly code: string; readonly error: string }
  | { readonly event: 'public_listener'; readonly address: string }
  /** A newer version has changed the tables: this process has stopped working. */
  | { readonly event: 'store_newer' }
  | { readonly event: 'clock_skew'; readonly seconds: number };

export type Logger = (event: LogEvent & { readonly at: string }) => void;

/** One JSON line per event on standard error; control characters are escaped by JSON itself. */
export const jsonLinesLogger: Logger = (event) => {
  process.stderr.write(`${JSON.stringify(event)}\n`);
};

/** For tests and for hosts that log elsewhere. */
export const silentLogger: Logger = () => {};
