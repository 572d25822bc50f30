import type { BotAdapter, MiddlewareHandler } from 'botbuilder';
import { ConfigurationError } from '../src/index.ts';

/**
 * Whatever stands before our middleware sees keys and passwords; a transcript logger even copies the incoming activity
 * before it calls the next one (security.md R37). The SDK keeps no more of a middleware than a function, so that a logger
 * cannot be told from anything else: ours has to be the first.
 *
 * @param mine absent while it is not registered yet
 * @throws ConfigurationError
 */
export function assertNothingRecordsFirst(adapter: BotAdapter, mine?: MiddlewareHandler): void {
  const [first] = middlewaresOf(adapter);
  if (first === undefined || first === mine) return;
  throw new ConfigurationError(
    'another middleware stands before authorizerMiddleware and could record secrets, as a TranscriptLoggerMiddleware does: call adapter.use(authorizerMiddleware(…)) first',
  );
}

/** The SDK keeps the list in a private field and offers no way to read it. */
function middlewaresOf(adapter: BotAdapter): readonly unknown[] {
  const set: unknown = Reflect.get(adapter, 'middleware');
  if (typeof set !== 'object' || set === null) return [];
  const list: unknown = Reflect.get(set, 'middleware');
  return Array.isArray(list) ? list : [];
}
