import type { AuthorizerOptions } from './create-authorizer.ts';
import { ConfigurationError } from './errors.ts';
import { isRecentEnough, LOWEST_NODE } from './flows/operator/doctor/check-node.ts';
import { isLanguage, LANGUAGES } from './languages/language-tag.ts';
import type { AnyAction } from './model/action.ts';
import { inputKindProblem } from './model/action-input.ts';
import type { InputSchema } from './model/input-kind.ts';
import { nearestName, noSuchOption } from './model/nearest-name.ts';

/**
 * Reads all options at the start and says all mistakes at once, each with the name of its option and of the setting that
 * most deployments read it from.
 *
 * @param deeper further checks, each run where the options it looks at have the right shape
 * @throws ConfigurationError
 */
export function checkOptions(
  given: unknown,
  deeper: readonly { readonly of: readonly (keyof AuthorizerOptions)[]; readonly check: () => unknown }[],
): void {
  if (typeof given !== 'object' || given === null) {
    throw new ConfigurationError('the options are missing: pass one object, as in createAuthorizer({ publicUrl, … })');
  }
  const options: Readonly<Record<string, unknown>> = { ...given };
  const wrong = new Set<string>();
  const lines: string[] = [];
  if (!isRecentEnough(process.versions.node))
    lines.push(`this is Node ${process.versions.node}: run Node ${LOWEST_NODE} or later`);
  for (const [name, { problem, setting }] of Object.entries<OptionRule>(OPTIONS)) {
    const text = problem(options[name]);
    if (text === undefined) continue;
    wrong.add(name);
    lines.push(`${name}${setting === undefined ? '' : ` (${setting})`}: ${text}`);
  }
  for (const name of Object.keys(options).filter((name) => !Object.hasOwn(OPTIONS, name))) {
    lines.push(noSuchOption(Object.keys(OPTIONS), name));
  }
  for (const { of, check } of deeper) if (!of.some((name) => wrong.has(name))) lines.push(...problemsOf(check));
  const [only, ...others] = lines;
  if (only === undefined) return;
  throw new ConfigurationError(others.length === 0 ? only : `these options cannot work:\n${lines.join('\n')}`);
}

function problemsOf(check: () => unknown): readonly string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return [error.message];
    throw error;
  }
}

interface OptionRule {
  /** What is wrong with the value; never the value of a secret. */
  readonly problem: (value: unknown) => string | undefined;
  readonly setting?: string;
}

/** Every option; one that is new is a compile error here. */
const OPTIONS = {
  publicUrl: {
    problem: required('the address that browsers reach, e.g. https://bot.example.com'),
    setting: 'LATCHKEY_PUBLIC_URL',
  },
  store: { problem: required('sqlite:PATH or postgres://…'), setting: 'LATCHKEY_STORE' },
  keys: { problem: required('k1:… (npx latchkey keys new prints one)'), setting: 'LATCHKEY_KEYS' },
  integrations: { problem: integrationsProblem, setting: 'LATCHKEY_INTEGRATIONS' },
  actions: { problem: actionsProblem },
  appId: { problem: appIdProblem, setting: 'MicrosoftAppId' },
  allowUnauthenticatedLoopback: { problem: optional('boolean') },
  trustDirectLineUserIds: { problem: optional('boolean') },
  botName: { problem: optional('string') },
  confirm: { problem: oneOf('last', 'none') },
  credentialEntry: { problem: oneOf('chat', 'page') },
  contact: { problem: optional('string') },
  auditDays: { problem: daysProblem },
  closeSeconds: { problem: secondsProblem },
  requestsPerMinute: { problem: requestsProblem },
  proxy: { problem: optional('string'), setting: 'LATCHKEY_PROXY' },
  texts: { problem: tableOrFunction },
  pageTexts: { problem: tableOrFunction },
  translations: { problem: translationsProblem },
  onAttention: { problem: optional('function') },
  logger: { problem: optional('function') },
  now: { problem: optional('function') },
} satisfies { readonly [Name in keyof Required<AuthorizerOptions>]: OptionRule };

/** An empty text is looked at by whoever reads it. */
function required(example: string): OptionRule['problem'] {
  return (value) => {
    if (value === undefined || value === null) return `it is missing: set it to ${example}`;
    return typeof value === 'string' ? undefined : `it must be a text: ${example}`;
  };
}

function optional(type: 'string' | 'boolean' | 'number' | 'object' | 'function'): OptionRule['problem'] {
  const noun = {
    string: 'a text',
    boolean: 'true or false',
    number: 'a number',
    object: 'an object',
    function: 'a function',
  };
  return (value) => {
    if (value === undefined || (typeof value === type && value !== null)) return undefined;
    return `it must be ${noun[type]}, or be left out`;
  };
}

/** It is compared letter by letter with the audience of tokens, and with the owner of what is stored. */
function appIdProblem(value: unknown): string | undefined {
  if (typeof value === 'string' && /\s/.test(value)) return 'it has a space or a line break';
  return optional('string')(value);
}

function tableOrFunction(value: unknown): string | undefined {
  if (isPromise(value)) return 'it is a promise: write await before it';
  if (value === undefined || isTable(value) || typeof value === 'function') return undefined;
  return 'it must be an object or a function, or be left out';
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A mistake here would delete what somebody must answer for. */
function daysProblem(value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 1)) return undefined;
  return 'it must be a number of days, 1 or more, or be left out';
}

/** Timers of more than 24 days end at once. */
function secondsProblem(value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'number' && value >= 0 && value <= 86_400)) return undefined;
  return 'it must be a number of seconds from 0 to 86400, or be left out';
}

function requestsProblem(value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 1)) return undefined;
  return 'it must be a number of requests, 1 or more, or be left out';
}

function translationsProblem(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (!isTable(value)) return `it must be an object, as { de: { 'Count my things': '…' } }`;
  return joined(Object.entries(value).map(([tag, table]) => tableProblem(tag, table)));
}

function tableProblem(tag: string, table: unknown): string | undefined {
  if (!isLanguage(tag)) return `${tag} is none of the languages ${LANGUAGES.join(', ')}`;
  const texts: readonly unknown[] | undefined =
    typeof table === 'object' && table !== null ? Object.values(table) : undefined;
  return texts?.every((text) => typeof text === 'string')
    ? undefined
    : `${tag} must be an object whose values are texts`;
}

function oneOf(...choices: readonly string[]): OptionRule['problem'] {
  return (value) => {
    if (value === undefined || choices.some((choice) => choice === value)) return undefined;
    const meant = typeof value === 'string' ? nearestName(choices, value) : undefined;
    const all = choices.map((choice) => `"${choice}"`).join(' or ');
    return meant === undefined ? `it must be ${all}` : `it must be ${all}; did you mean "${meant}"?`;
  };
}

function integrationsProblem(value: unknown): string | undefined {
  if (value === undefined || value === null) return 'it is missing: pass the list of integrations, [] for none';
  if (isPromise(value)) return 'it is a promise: write await before loadIntegrations(…)';
  if (!Array.isArray(value)) return 'it must be a list';
  // also what [first, , third] leaves out
  const entries: readonly unknown[] = [...value];
  const texts = entries.map((entry, index) => {
    if (isPromise(entry)) return `[${index}] is a promise: write await before it`;
    if (typeof entry === 'function') return `[${index}] is a function: call it, as in acme({ clientId, clientSecret })`;
    if (Array.isArray(entry)) return `[${index}] is a list: spread it, as in [...await loadIntegrations(…)]`;
    return isIntegrationLike(entry) ? undefined : `[${index}] is no integration: make it with defineIntegration(…)`;
  });
  return joined(texts);
}

function isIntegrationLike(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return false;
  return (
    'id' in entry && 'baseUrl' in entry && 'check' in entry && 'profiles' in entry && Array.isArray(entry.profiles)
  );
}

function actionsProblem(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return 'it must be a list';
  const entries: readonly unknown[] = [...value];
  return joined(
    entries.map((entry, index) =>
      withIndex(index, actionProblem(entry) ?? sameIdProblem(entries.slice(0, index), entry)),
    ),
  );
}

/** What waits names its action by the id. */
function sameIdProblem(before: readonly unknown[], action: unknown): string | undefined {
  const isSame = before.some((other) => other !== action && idOf(other) === idOf(action));
  return isSame ? `(${idOf(action)}) has the id of another action` : undefined;
}

function idOf(action: unknown): string {
  return typeof action === 'object' && action !== null && 'id' in action ? String(action.id) : '';
}

function withIndex(index: number, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `[${index}] ${text}`;
}

function isObjectSchema(input: unknown): input is { readonly shape: Readonly<Record<string, InputSchema>> } {
  return typeof input === 'object' && input !== null && '_zod' in input && 'shape' in input;
}

/** What is wrong with an action, before anything runs it. */
export function actionProblem(action: AnyAction | unknown): string | undefined {
  if (typeof action !== 'object' || action === null || !('run' in action) || !('id' in action)) {
    return 'is no action: make it with defineAction(…)';
  }
  const input = 'input' in action ? action.input : undefined;
  // zod 3, which botbuilder brings along, has none
  if (isObjectSchema(input)) {
    const problem = inputKindProblem(input.shape);
    return problem === undefined ? undefined : `${String(action.id)} ${problem}`;
  }
  return `(${String(action.id)}) has an input that is no schema of zod 4: import { z } from 'latchkey'`;
}

export function needsIntegration({ id, integration }: AnyAction): string {
  return `the action ${id} needs the integration ${integration}: add it to integrations`;
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  const wrong = texts.filter((text) => text !== undefined);
  return wrong.length === 0 ? undefined : wrong.join('; ');
}

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value;
}
