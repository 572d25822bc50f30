import type { Integration } from './integration.ts';

/** The scopes that an action needs and the access does not cover, neither by name nor within a wider one. */
export function missingFrom(
  granted: readonly string[],
  needed: readonly string[],
  integration: Pick<Integration, 'scopeIncludes'> | undefined,
): readonly string[] {
  const unnamed = needed.filter((scope) => !granted.includes(scope));
  const includes = integration?.scopeIncludes;
  if (unnamed.length === 0 || includes === undefined) return unnamed;
  const within = new Set(granted.flatMap((scope) => (Object.hasOwn(includes, scope) ? (includes[scope] ?? []) : [])));
  return unnamed.filter((scope) => !within.has(scope));
}
