import { ConfigurationError } from '../errors.ts';

/**
 * Whatever comes before our middleware sees keys and passwords; a transcript logger even copies the incoming activity
 * before it calls the next one. The SDKs keep no more of a middleware than a function, so that a logger
 * cannot be told from anything else: ours has to be the first.
 *
 * @param call how ours is registered
 * @param mine absent while it is not registered yet
 * @throws ConfigurationError
 */
export function assertNothingRecordsFirst(adapter: object, call: string, mine?: unknown): void {
  const [first] = middlewaresOf(adapter);
  if (first === undefined || first === mine) return;
  throw new ConfigurationError(
    `another middleware runs before Latchkey's and could record secrets, as a TranscriptLoggerMiddleware does: call ${call} first`,
  );
}

/** Both SDKs keep the list in a private field and offer no way to read it. */
function middlewaresOf(adapter: object): readonly unknown[] {
  const set: unknown = Reflect.get(adapter, 'middleware');
  if (typeof set !== 'object' || set === null) return [];
  const list: unknown = Reflect.get(set, 'middleware');
  return Array.isArray(list) ? list : [];
}
