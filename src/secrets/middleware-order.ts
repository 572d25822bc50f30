import { ConfigurationError } from '../errors.ts';

/**
 * Any middleware before ours sees keys and passwords; a transcript logger even copies the activity before it calls the
 * next one. The SDKs keep only a function of each middleware, so we cannot recognise a logger: ours must be the first.
 *
 * @param call how to register ours, for the error message
 * @param mine our middleware; leave it out before it is registered
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
