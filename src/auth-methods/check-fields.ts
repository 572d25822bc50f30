import { FIELD_MAX_LENGTH, type Field } from '../model/field.ts';
import { below, type Problem, repeated } from '../model/problem.ts';

/** Names that mean something else in templates. */
const TAKEN: ReadonlySet<string> = new Set(['tenant', 'siteId', 'siteUrl', 'basic', 'accessToken']);

/** Problems with each field of a form, and with all of them together. */
export function fieldProblems(fields: readonly Field[]): readonly Problem[] {
  return [
    ...fields.flatMap((field, index) => below([index], problemsOf(field))),
    ...repeated(fields, ({ key }) => key).map((index) => ({
      path: [index, 'key'],
      text: 'another field has this key',
    })),
  ];
}

function problemsOf(field: Field): readonly Problem[] {
  const { key, choices, value } = field;
  const fixed = field.visibility === 'hidden' || field.visibility === 'read-only';
  const problems: (Problem | false)[] = [
    !/^[A-Za-z][A-Za-z0-9_]*$/.test(key) && {
      path: ['key'],
      text: 'use letters, digits and _ only, and start with a letter',
    },
    TAKEN.has(key) && { path: ['key'], text: `{{${key}}} is reserved: use another name` },
    fixed && value === undefined && { path: ['value'], text: `a ${field.visibility} field needs a value` },
    (value?.length ?? 0) > FIELD_MAX_LENGTH && {
      path: ['value'],
      text: `it is longer than ${FIELD_MAX_LENGTH} characters`,
    },
    choices?.length === 0 && { path: ['choices'], text: 'there must be at least one' },
    choices !== undefined &&
      value !== undefined &&
      !choices.some((choice) => choice.value === value) && { path: ['value'], text: 'it is not one of the choices' },
    choices !== undefined &&
      field.type === 'password' && { path: ['type'], text: 'a field with choices cannot be masked' },
    ...patternProblems(field.pattern),
  ];
  return problems.filter((problem) => problem !== false);
}

/** Problems with a pattern, which must be anchored. */
export function patternProblems(pattern: string | undefined): readonly Problem[] {
  if (pattern === undefined) return [];
  const path = ['pattern'];
  if (!isRegularExpression(pattern)) return [{ path, text: 'it is not a regular expression' }];
  if (!pattern.startsWith('^') || !/(?<!\\)\$$/.test(pattern) || hasOpenAlternative(pattern)) {
    return [{ path, text: 'it must match the whole value: ^…$, with alternatives as ^(?:a|b)$' }];
  }
  return [];
}

function isRegularExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

/** `^a|b$` matches everything that begins with `a`. */
function hasOpenAlternative(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
  let depth = 0;
  for (const character of bare) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) return true;
  }
  return false;
}
