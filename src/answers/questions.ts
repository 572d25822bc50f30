import type { AnyAction } from '../model/action.ts';
import { inputSchemasOf, restoredInput } from '../model/action-input.ts';
import type { Ask } from '../model/errand.ts';
import { type InputKind, type InputSchema, inputKindOf, inputMetaOf } from '../model/input-kind.ts';
import { parsedAtOnce } from '../model/parsed-at-once.ts';
import { type InputReading, readInput } from './read-input.ts';
import { shownInput } from './shown-input.ts';
import type { Spoken } from './spoken.ts';

/** One input that an action needs, read from its zod object. */
export interface Question {
  readonly name: string;
  readonly title: string;
  readonly hint: string | undefined;
  readonly kind: InputKind;
  /** What people choose from if the schema is an enum, a literal, or a list of these. Otherwise empty. */
  readonly choices: readonly string[];
  /** The person may skip it. An optional input without a `title` cannot be skipped: it is asked for only if the product needs it. */
  readonly canBeSkipped: boolean;
  /** Reads what the person answered, or what code or a phrase supplied. */
  read(said: unknown, spoken: Spoken): InputReading;
}

/** In the order of the schema. */
export function questionsOf(action: AnyAction): readonly Question[] {
  return inputSchemasOf(action).map(([name, schema]) => questionOf(name, schema));
}

export function questionNamed(action: AnyAction, name: string): Question | undefined {
  return questionsOf(action).find((question) => question.name === name);
}

/** The next input to ask for. An optional one is asked for only if its schema has a question, its `title`. */
export function nextQuestion(action: AnyAction, given: Readonly<Record<string, unknown>>): Question | undefined {
  const asked = inputSchemasOf(action).find(([name, schema]) => {
    if (name in given) return !fits(schema, restoredInput(schema, given[name]));
    return !isOptional(schema) || inputMetaOf(schema).title !== undefined;
  });
  return asked && questionOf(...asked);
}

/** The first thing to ask before the action can run, if any. */
export function firstAsk(action: AnyAction, given: Readonly<Record<string, unknown>>, isSure = false): Ask | 'ready' {
  const question = nextQuestion(action, given);
  if (question !== undefined) return { kind: 'input', name: question.name };
  return action.destructive === true && !isSure ? { kind: 'yes' } : 'ready';
}

/** Of what a caller or a phrase supplied, what the schema accepts, in the form that is stored. */
export function acceptable(action: AnyAction, given: unknown, spoken: Spoken): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null) return {};
  const values = new Map(Object.entries(given));
  if (values.size === 0) return {};
  return Object.fromEntries(
    questionsOf(action).flatMap((question) => {
      const value = values.get(question.name);
      const reading = value === undefined ? undefined : question.read(value, spoken);
      return reading?.status === 'read' ? [[question.name, reading.value]] : [];
    }),
  );
}

/** The inputs as the product and the person write them: `KAN-4` for "kan-4". */
export function inputsRead(
  action: AnyAction,
  given: Readonly<Record<string, unknown>>,
  locale: string,
): readonly string[] {
  return inputSchemasOf(action)
    .filter(([name]) => given[name] !== undefined && given[name] !== null)
    .map(([name, schema]) => shownInput(schema, given[name], locale));
}

function questionOf(name: string, schema: InputSchema): Question {
  const { title, description, examples = [] } = inputMetaOf(schema);
  const kind = inputKindOf(schema) ?? { kind: 'text' };
  const single = kind.kind === 'list' ? kind.of : kind;
  const hint = [title === undefined ? undefined : description, examples.map(String).join(', ')].filter(Boolean);
  return {
    name,
    title: title ?? description ?? inWords(name),
    hint: hint.length === 0 ? undefined : hint.join(', '),
    kind,
    choices: single.kind === 'choice' ? single.options.map(({ label }) => label) : [],
    canBeSkipped: title !== undefined && isOptional(schema),
    read: (said, spoken) => readInput(schema, said, spoken),
  };
}

function isOptional(schema: InputSchema): boolean {
  return fits(schema, undefined) || fits(schema, null);
}

function fits(schema: InputSchema, value: unknown): boolean {
  return parsedAtOnce(schema, value)?.success ?? (value !== undefined && value !== null);
}

/** `dueDate` and `due_date` as "Due date". */
function inWords(name: string): string {
  const words = name
    .replace(/[_-]+/g, ' ')
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
