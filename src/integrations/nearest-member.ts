import { z } from 'zod';

/** The member that was probably meant by one that nobody knows. */
export function nearestMember(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  given: string,
): string | undefined {
  const near = membersAt(schema, path).map((name) => ({ name, distance: distance(given, name) }));
  const [nearest] = near.filter(({ name, distance }) => distance <= 2 || beginsAlike(given, name)).sort(byDistance);
  return nearest?.name;
}

function byDistance(a: { readonly distance: number }, b: { readonly distance: number }): number {
  return a.distance - b.distance;
}

/** `visible` and `visibility`. */
function beginsAlike(given: string, name: string): boolean {
  return given.length >= 5 && name.startsWith(given.slice(0, 5));
}

/** All that may stand there, in whichever variant. */
function membersAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional) return membersAt(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return membersAt(schema.in, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => membersAt(option, path));
  if (schema instanceof z.ZodArray) return step === undefined ? [] : membersAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return step === undefined ? [] : membersAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(schema.shape);
  const member = schema.shape[String(step)];
  return member === undefined ? [] : membersAt(member, rest);
}

/** Levenshtein's, in one row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
