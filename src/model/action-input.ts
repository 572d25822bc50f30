import type { AnyAction } from './action.ts';
import { type InputIssue, type InputKind, type InputParsed, type InputSchema, inputKindOf } from './input-kind.ts';
import { UNSAID } from './input-problem.ts';
import { parsed, parsedAtOnce } from './parsed-at-once.ts';

/** The schemas of an action's inputs, in the order in which the bot asks for them. */
export function inputSchemasOf(action: AnyAction): readonly (readonly [string, InputSchema])[] {
  const shape: Readonly<Record<string, InputSchema>> = action.input.shape;
  return Object.entries(shape);
}

/** Describes the first input that the bot cannot ask for in a chat. */
export function inputKindProblem(shape: Readonly<Record<string, InputSchema>>): string | undefined {
  const unknown = Object.entries(shape).find(([, schema]) => inputKindOf(schema) === undefined);
  if (unknown === undefined) return labelProblem(shape);
  const [name, { _zod }] = unknown;
  return `cannot ask for its input ${name}, which is a zod ${_zod.def.type}: use a string, number, boolean, date, enum or literal, or an array of these`;
}

/** People choose a value by its label. */
function labelProblem(shape: Readonly<Record<string, InputSchema>>): string | undefined {
  for (const [name, schema] of Object.entries(shape)) {
    const kind = inputKindOf(schema);
    const single = kind?.kind === 'list' ? kind.of : kind;
    const options = single?.kind === 'choice' ? single.options : [];
    const twice = options.find(({ label, value }) =>
      options.some((other) => other.label.trim() === label.trim() && other.value !== value),
    );
    if (twice !== undefined) {
      return `has two values with the label "${twice.label}" for its input ${name}: people could choose only the first`;
    }
  }
  return undefined;
}

/**
 * Turns a stored input back into the value that its schema accepts. The store holds JSON: a date as text, and null for an
 * input that the person skipped.
 */
export function restoredInput(schema: InputSchema, stored: unknown): unknown {
  if (stored === null) return parsedAtOnce(schema, undefined)?.success === true ? undefined : null;
  return restored(inputKindOf(schema), stored);
}

function restored(kind: InputKind | undefined, stored: unknown): unknown {
  if (kind?.kind === 'list' && Array.isArray(stored)) return stored.map((one) => restored(kind.of, one));
  return kind?.kind === 'date' && typeof stored === 'string' ? new Date(stored) : stored;
}

export type ParsedInput =
  | { readonly status: 'parsed'; readonly input: unknown }
  /** `name` is absent if the inputs contradict each other. */
  | { readonly status: 'refused'; readonly name?: string; readonly issue: InputIssue | undefined };

/** The stored inputs in the form that the action takes. A promise only if a rule is asynchronous. */
export function parseInput(
  action: AnyAction,
  stored: Readonly<Record<string, unknown>>,
): ParsedInput | Promise<ParsedInput> {
  const shape: Readonly<Record<string, InputSchema>> = action.input.shape;
  const given = Object.entries(stored).map(([name, value]) => {
    const schema = schemaOf(shape, name);
    return [name, schema === undefined ? value : restoredInput(schema, value)] as const;
  });
  const parsing = parsed(action.input, Object.fromEntries(given), { error: () => UNSAID });
  return parsing instanceof Promise ? parsing.then((done) => judged(shape, done)) : judged(shape, parsing);
}

function judged(shape: Readonly<Record<string, InputSchema>>, parsed: InputParsed): ParsedInput {
  if (parsed.success) return { status: 'parsed', input: parsed.data };
  const [issue] = parsed.error.issues;
  const name = issue?.path[0];
  const isKnown = typeof name === 'string' && schemaOf(shape, name) !== undefined;
  return { status: 'refused', ...(isKnown ? { name } : {}), issue };
}

function schemaOf(shape: Readonly<Record<string, InputSchema>>, name: string): InputSchema | undefined {
  return Object.hasOwn(shape, name) ? shape[name] : undefined;
}
