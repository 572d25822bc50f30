import { z } from 'zod';
import { nearestName } from '../model/nearest-name.ts';

/** The member that an unknown one was probably meant to be. */
export function nearestMember(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  given: string,
): string | undefined {
  return nearestName(membersAt(schema, path), given);
}

/** The members that are allowed there, in any variant. */
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
