import { ConfigurationError } from './errors.ts';
import { nearestName } from './model/nearest-name.ts';
import { publicUrlProblem, usablePublicUrl } from './model/public-url.ts';

/**
 * Reads the settings of the console before anything is mounted, and says all mistakes at once.
 * @throws ConfigurationError
 */
export function checkConsoleSettings(given: unknown): void {
  if (!isRecord(given)) throw new ConfigurationError('the console’s settings must be an object, or be left out');
  const lines = [...problemsIn(given, SETTINGS, ''), ...openIdProblems(given.openId)];
  if (lines.length > 0)
    throw new ConfigurationError(`the console cannot work with these settings: ${lines.join('; ')}`);
}

type Rules = Readonly<Record<string, (value: unknown) => string | undefined>>;

const SETTINGS: Rules = {
  publicUrl: addressProblem,
  setupToken: text,
  openId: (value) => (value === undefined || isRecord(value) ? undefined : 'it must be an object, or be left out'),
  texts: (value) =>
    value === undefined || isRecord(value) || typeof value === 'function'
      ? undefined
      : 'it must be an object or a function, or be left out',
};

const OPEN_ID: Rules = {
  issuer: (value) =>
    typeof value === 'string' && URL.canParse(value)
      ? undefined
      : 'it must be an address, as https://login.example.com',
  clientId: (value) => (typeof value === 'string' && value !== '' ? undefined : 'it is missing'),
  clientSecret: text,
  allowed: allowedProblem,
};

function openIdProblems(openId: unknown): readonly string[] {
  return isRecord(openId) ? problemsIn(openId, OPEN_ID, 'openId.') : [];
}

function problemsIn(given: Readonly<Record<string, unknown>>, rules: Rules, before: string): readonly string[] {
  const wrong = Object.entries(rules).flatMap(([name, problemOf]) => {
    const problem = problemOf(given[name]);
    return problem === undefined ? [] : [`${before}${name}: ${problem}`];
  });
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(rules, name));
  return [...wrong, ...unknown.map((name) => `${before}${name}: ${noSuch(Object.keys(rules), name)}`)];
}

function noSuch(names: readonly string[], name: string): string {
  const meant = nearestName(names, name);
  return `there is no such setting${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}

/** Its value may hold a secret, and is not repeated. */
function text(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? undefined : 'it must be a text, or be left out';
}

function addressProblem(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || usablePublicUrl(value) === undefined) {
    const extra = typeof value === 'string' && publicUrlProblem(value) !== undefined;
    return extra
      ? 'it has a user name, a query, a fragment, or two slashes in a row in its path'
      : 'it must be the https address in developers’ browsers, or http on this machine';
  }
  return undefined;
}

/** One text in place of a list would be compared letter by letter. */
function allowedProblem(value: unknown): string | undefined {
  const isList = Array.isArray(value) && value.length > 0;
  if (isList && value.every((entry) => typeof entry === 'string' && entry.trim() !== '')) return undefined;
  return 'it must be a list that names somebody: ["ann@example.com"], ["@example.com"] or the provider’s own ids';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Promise);
}
