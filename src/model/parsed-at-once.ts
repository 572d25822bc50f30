import type { InputParsed, InputSchema } from './input-kind.ts';

/**
 * Parses a value with rules that answer at once. Undefined if a rule of the schema is asynchronous or throws: `parseInput`
 * applies it when the action runs. If an asynchronous rule fails, its rejection is handled, because it would end the process.
 */
export function parsedAtOnce(
  schema: InputSchema,
  value: unknown,
  settings?: Parameters<InputSchema['safeParse']>[1],
): InputParsed | undefined {
  try {
    // https://zod.dev/library-authors: zod's `safeParse` calls this too, but drops the promise of an asynchronous rule
    const parsing = schema._zod.run({ value, issues: [] }, { async: true });
    if (!(parsing instanceof Promise)) return schema.safeParse(value, settings);
    parsing.catch(() => {});
    return undefined;
  } catch {
    return undefined;
  }
}
