import type { AnyAction } from './action.ts';
import { noSuchOption } from './nearest-name.ts';

/** What is wrong with the members of an action, for code in JavaScript. One line if it is not an object at all. */
export function actionMemberProblems(given: unknown): readonly string[] {
  if (typeof given !== 'object' || given === null) return ['it must be an object'];
  const wrong = Object.entries(MEMBERS).flatMap(([name, problemOf]) => {
    const problem = problemOf(Reflect.get(given, name));
    return problem === undefined ? [] : [`${name}: it must be ${problem}`];
  });
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(MEMBERS, name));
  // a typo in "destructive" would leave out the question
  return [...wrong, ...unknown.map((name) => noSuchOption(Object.keys(MEMBERS), name))];
}

type Rule = (value: unknown) => string | undefined;

/** Every member; one that is new is a compile error here. */
const MEMBERS = {
  id: text,
  title: text,
  purpose: text,
  integration: text,
  scopes: listOf('texts', (one) => text(one) === undefined),
  input: (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'an object'),
  phrases: optional(listOf('regular expressions', (one) => one instanceof RegExp)),
  access: optional(oneOf('own', 'shared')),
  effect: optional(oneOf('read', 'write')),
  destructive: optional((value) => (typeof value === 'boolean' ? undefined : 'true or false')),
  form: optional(fn),
  run: fn,
  answer: optional(fn),
} satisfies { readonly [Name in keyof Required<AnyAction>]: Rule };

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'a text';
  return value.trim() === '' ? 'a text, and not empty' : undefined;
}

function fn(value: unknown): string | undefined {
  return typeof value === 'function' ? undefined : 'a function';
}

function listOf(noun: string, isOne: (value: unknown) => boolean): Rule {
  return (value) => {
    if (!Array.isArray(value)) return 'a list';
    return Array.from<unknown>(value).every(isOne) ? undefined : `a list of ${noun}`;
  };
}

function oneOf(...choices: readonly string[]): Rule {
  return (value) =>
    choices.some((choice) => choice === value) ? undefined : choices.map((choice) => `"${choice}"`).join(' or ');
}

function optional(rule: Rule): Rule {
  return (value) => (value === undefined ? undefined : rule(value));
}
