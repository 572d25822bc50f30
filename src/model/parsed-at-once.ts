import type { InputParsed, InputSchema } from './input-kind.ts';

/**
 * What a schema makes of a value without waiting. Undefined if a rule of it waits for something, or throws: `parseInput` applies
 * these rules when the action runs. A rule that waits and then fails is not left unhandled, which would end the process.
 */
export function parsedAtOnce(
  schema: InputSchema,
  value: unknown,
  settings?: Parameters<InputSchema['safeParse']>[1],
): InputParsed | undefined {
  try {
    // https://zod.dev/library-authors: what zod's own functions call; they throw away what a rule waits for
    const parsing = schema._zod.run({ value, issues: [] }, { async: true });
    if (!(parsing instanceof Promise)) return schema.safeParse(value, settings);
    parsing.catch(() => {});
    return undefined;
  } catch {
    return undefined;
  }
}
