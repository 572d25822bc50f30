import type { IntegrationDefinition } from './define-integration.ts';
import { integrationSchema } from './integration-schema.ts';
import { type ReadShape, readShape } from './shape-problems.ts';

/** Members that only code can have. */
const FUNCTIONS = ['statusOf', 'judgeFailure'] as const;

/**
 * A definition in code, which may come from JavaScript: read as its file would be, without members that are undefined, and with
 * its functions.
 */
export function readCodeDefinition(given: IntegrationDefinition): ReadShape<IntegrationDefinition> {
  const read = readShape(
    asInFile(given),
    integrationSchema(() => undefined),
  );
  const wrong = FUNCTIONS.filter((name) => !['undefined', 'function'].includes(typeof given[name]));
  const problems = [...read.problems, ...wrong.map((name) => ({ path: [name], text: 'it must be a function' }))];
  return read.data === undefined ? { problems } : { problems, data: withFunctions(read.data, given) };
}

function withFunctions(read: IntegrationDefinition, given: IntegrationDefinition): IntegrationDefinition {
  const { check, sites, statusOf, judgeFailure } = given;
  return {
    ...read,
    ...(typeof statusOf === 'function' ? { statusOf } : {}),
    ...(typeof judgeFailure === 'function' ? { judgeFailure } : {}),
    ...(typeof check.account === 'function' ? { check: { ...read.check, account: check.account } } : {}),
    ...(typeof sites?.read === 'function' && read.sites !== undefined
      ? { sites: { ...read.sites, read: sites.read } }
      : {}),
  };
}

/** What functions do, data could do. */
function asInFile(given: IntegrationDefinition): unknown {
  const known = Object.entries(given).filter(([name]) => !FUNCTIONS.some((one) => one === name));
  return copied(Object.fromEntries(known), []);
}

function copied(value: unknown, path: readonly string[]): unknown {
  if (typeof value === 'function') return PLAYED[path.join('.')] ?? value;
  if (Array.isArray(value)) return Array.from<unknown>(value).map((one, index) => copied(one, [...path, `${index}`]));
  if (typeof value !== 'object' || value === null || path.length > DEEPEST) return value;
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(members.map(([name, one]) => [name, copied(one, [...path, name])]));
}

const PLAYED: Readonly<Record<string, unknown>> = {
  'check.account': 'unnamed',
  'sites.read': { id: 'id', name: 'name' },
};

/** No definition has more levels, except one that contains itself. */
const DEEPEST = 20;
