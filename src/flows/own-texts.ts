import type { LogEvent } from '../logger.ts';
import { callOwnCode } from './own-code.ts';

/**
 * A table of words with the bot's own entries. Where an own entry throws, or gives something else than the English one would
 * (a promise, a number), the English one is used and the log says which it was: no turn and no page fails for a word.
 */
export function ownTexts<Texts extends object>(
  english: Texts,
  own: Partial<Texts> | undefined,
  log: (event: LogEvent) => void,
): Texts {
  const texts = { ...english };
  for (const [name, entry] of Object.entries<unknown>({ ...own })) {
    const ours: unknown = Reflect.get(english, name);
    if (entry !== undefined) Reflect.set(texts, name, guarded(name, ours, entry, log, texts));
  }
  return texts;
}

function guarded(name: string, ours: unknown, entry: unknown, log: (event: LogEvent) => void, table: object): unknown {
  const unusable = (): void =>
    void callOwnCode(log, `text ${name}`, () => {
      throw new TypeError('not what the English text is');
    });
  if (typeof ours !== 'function' || typeof entry !== 'function') {
    if (isAlike(ours, entry)) return entry;
    unusable();
    return ours;
  }
  return (...values: readonly unknown[]): unknown => {
    const text: unknown = callOwnCode(log, `text ${name}`, () => Reflect.apply(entry, table, values));
    const expected: unknown = Reflect.apply(ours, table, values);
    if (isAlike(expected, text)) return text;
    if (text !== undefined) unusable();
    return expected;
  };
}

/** What is there in English and what a bot has in its place. */
function isAlike(ours: unknown, entry: unknown): boolean {
  if (ours === undefined) return true;
  return typeof ours === typeof entry && entry !== null && !(entry instanceof Promise);
}
