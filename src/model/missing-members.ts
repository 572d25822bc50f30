/** The type of a member, checked for code in JavaScript. */
export type MemberKind = 'string' | 'array' | 'object' | 'function';

const NOUNS: Readonly<Record<MemberKind, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  function: 'a function',
};

/** `profiles: it must be a list`, for each member that is missing or has another type. One line if it is not an object at all. */
export function missingMembers(given: unknown, members: Readonly<Record<string, MemberKind>>): readonly string[] {
  if (typeof given !== 'object' || given === null) return ['it must be an object'];
  return Object.entries(members)
    .filter(([name, kind]) => !isOf(kind, Reflect.get(given, name)))
    .map(([name, kind]) => `${name}: it must be ${NOUNS[kind]}`);
}

function isOf(kind: MemberKind, value: unknown): boolean {
  if (kind === 'array') return Array.isArray(value);
  if (kind === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === kind;
}
