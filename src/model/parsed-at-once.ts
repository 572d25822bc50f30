import type { InputParsed, InputPayload, InputSchema, ParseSettings } from './input-kind.ts';

/**
 * Parses a value with rules that answer at once. Undefined if a rule of the schema is asynchronous or throws: `parseInput`
 * applies it when the action runs. If an asynchronous rule fails, its rejection is handled, because it would end the process.
 */
export function parsedAtOnce(schema: InputSchema, value: unknown, settings?: ParseSettings): InputParsed | undefined {
  try {
    const parsing = run(schema, value);
    if (!(parsing instanceof Promise))
      return parsing.issues.length === 0 ? accepted(parsing) : schema.safeParse(value, settings);
    parsing.catch(() => {});
    return undefined;
  } catch {
    return undefined;
  }
}

/** Parses a value. A promise only if a rule of the schema is asynchronous. Rules that refuse run a second time, for their words. */
export function parsed(
  schema: InputSchema,
  value: unknown,
  settings: ParseSettings,
): InputParsed | Promise<InputParsed> {
  const parsing = run(schema, value);
  if (parsing instanceof Promise) {
    return parsing.then((payload) =>
      payload.issues.length === 0 ? accepted(payload) : schema.safeParseAsync(value, settings),
    );
  }
  return parsing.issues.length === 0 ? accepted(parsing) : schema.safeParse(value, settings);
}

/** https://zod.dev/library-authors: zod's `safeParse` calls this too, but drops the promise of an asynchronous rule */
function run({ _zod }: InputSchema, value: unknown): InputPayload | Promise<InputPayload> {
  return _zod.run({ value, issues: [] }, { async: true });
}

function accepted({ value }: InputPayload): InputParsed {
  return { success: true, data: value };
}
