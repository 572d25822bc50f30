import type { z } from 'zod';
import { valueAt } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import { nearestMember } from './nearest-member.ts';

export interface ReadShape<T> {
  readonly problems: readonly Problem[];
  /** Also if unknown members are all that is wrong, so that one start reports all problems. */
  readonly data?: T;
}

/** @param given unknown members are removed from it */
export function readShape<T>(given: unknown, schema: z.ZodType<T>): ReadShape<T> {
  const read = schema.safeParse(given);
  if (read.success) return { problems: [], data: read.data };
  removeUnknown(given, read.error);
  const known = schema.safeParse(given);
  return { problems: shapeProblems(read.error, schema), ...(known.success ? { data: known.data } : {}) };
}

function removeUnknown(given: unknown, { issues }: z.ZodError): void {
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const holder = valueAt(given, issue.path.map(String).join('.'));
    if (typeof holder !== 'object' || holder === null) continue;
    for (const key of issue.keys) Reflect.deleteProperty(holder, key);
  }
}

/** The problems in words, without values of the definition, some of which are secrets. */
export function shapeProblems({ issues }: z.ZodError, schema: z.core.$ZodType): readonly Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, schema));
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.core.$ZodType): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const meant = nearestMember(schema, issue.path, key);
      const text = meant === undefined ? 'no such member' : `no such member; did you mean ${meant}?`;
      return { path: [...issue.path, key], text };
    });
  }
  if (issue.code === 'too_small' && issue.origin === 'array')
    return [{ path: issue.path, text: 'at least one is needed' }];
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return [{ path: issue.path, text: 'it is missing' }];
  }
  return [{ path: issue.path, text: issue.message }];
}
