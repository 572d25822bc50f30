import type { AnyAction } from '../model/action.ts';

/** One input that an action needs, read from its zod object. */
export interface Question {
  readonly name: string;
  readonly title: string;
  readonly hint: string | undefined;
  /** A closed choice, where the schema is an enum. */
  readonly choices: readonly string[];
  /** What was said, as the schema takes it: a choice in its spelling, a number as one. Else as it was said. */
  meant(said: unknown): unknown;
  read(text: unknown): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };
}

/** What a zod schema tells about itself. Structural, so that any zod 4 the bot brings will do. */
interface Schema {
  meta(): { readonly title?: string; readonly description?: string } | undefined;
  readonly options?: readonly unknown[];
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly data?: unknown;
    readonly error?: { readonly issues: readonly { readonly message: string }[] };
  };
}

/** In the order of the schema. */
export function questionsOf(action: AnyAction): readonly Question[] {
  const shape: Readonly<Record<string, Schema>> = action.input.shape;
  return Object.entries(shape).map(([name, schema]) => questionOf(name, schema));
}

/** What is still missing: not given, not valid, and not optional. */
export function nextQuestion(action: AnyAction, given: Readonly<Record<string, unknown>>): Question | undefined {
  return questionsOf(action).find((question) => !question.read(given[question.name]).ok);
}

/** Keeps of what a caller or a sentence gave only what the schema accepts, as the schema takes it. */
export function acceptable(action: AnyAction, given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null) return {};
  const known = questionsOf(action).filter((question) => question.name in given);
  const values = Object.fromEntries(Object.entries(given));
  return Object.fromEntries(
    known
      .filter((question) => question.read(values[question.name]).ok)
      .map(({ name, meant }) => [name, meant(values[name])]),
  );
}

/** What was given, in the product's spelling: `KAN-4` for "kan-4". */
export function inputsRead(action: AnyAction, given: Readonly<Record<string, unknown>>): readonly string[] {
  return questionsOf(action)
    .filter(({ name }) => name in given)
    .map(({ name, read }) => {
      const reading = read(given[name]);
      return String(reading.ok ? reading.value : given[name]);
    });
}

function questionOf(name: string, schema: Schema): Question {
  const meta = schema.meta();
  const choices = (schema.options ?? []).filter((option) => typeof option === 'string');
  const meant = (said: unknown): unknown =>
    [said, choiceNamed(choices, said), numberIn(said)].find((reading) => schema.safeParse(reading).success) ?? said;
  return {
    name,
    title: meta?.title ?? name,
    hint: meta?.description,
    choices,
    meant,
    read: (text) => {
      const parsed = schema.safeParse(meant(text));
      if (parsed.success) return { ok: true, value: parsed.data };
      return { ok: false, reason: parsed.error?.issues[0]?.message ?? '' };
    },
  };
}

/** A phone writes the first letter large. */
function choiceNamed(choices: readonly string[], text: unknown): unknown {
  const said = typeof text === 'string' ? text.trim().toLowerCase() : text;
  return choices.find((choice) => choice.toLowerCase() === said) ?? text;
}

/** A comma is left alone: in some countries it separates thousands. */
function numberIn(text: unknown): unknown {
  return typeof text === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : text;
}
