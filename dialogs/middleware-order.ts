import { type BotAdapter, type Middleware, TranscriptLoggerMiddleware } from 'botbuilder';
import { ConfigurationError } from '../src/index.ts';

/**
 * A transcript logger copies the incoming activity before it calls the next middleware, so one that stands before ours
 * would record keys and passwords (security.md R37).
 *
 * @throws ConfigurationError
 */
export function assertNothingRecordsFirst(adapter: BotAdapter, mine?: Middleware): void {
  const registered = middlewaresOf(adapter);
  const before = mine === undefined ? registered : registered.slice(0, Math.max(0, registered.indexOf(mine)));
  if (before.some((middleware) => middleware instanceof TranscriptLoggerMiddleware)) {
    throw new ConfigurationError(
      'a TranscriptLoggerMiddleware stands before authorizerMiddleware and would record secrets: call adapter.use(authorizerMiddleware(…)) first',
    );
  }
}

/** The SDK keeps the list in a private field and offers no way to read it. */
function middlewaresOf(adapter: BotAdapter): readonly unknown[] {
  const set: unknown = Reflect.get(adapter, 'middleware');
  if (typeof set !== 'object' || set === null) return [];
  const list: unknown = Reflect.get(set, 'middleware');
  return Array.isArray(list) ? list : [];
}
