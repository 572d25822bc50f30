import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Actor } from '../flows/operator/audited.ts';
import type { OpenAuthorizer } from '../open-authorizer.ts';
import type { ServicesOptions } from '../open-services.ts';
import type { Settings } from './settings.ts';

/** One verb of `latchkey`: reads its arguments, calls one flow, and reports the outcome. */
export interface Command {
  /** `integrations list` */
  readonly name: string;
  readonly summary: string;
  /** What follows the name: `<integration> [--limit N]`. */
  readonly usage: string;
  /** Each option and operand and its meaning. */
  readonly help?: readonly (readonly [name: string, meaning: string])[];
  readonly run: (words: readonly string[], call: Call) => Promise<Answer>;
}

/** What a command may use. */
export interface Call {
  readonly settings: Settings;
  /** Written to the audit log. */
  readonly actor: Actor;
  readonly options: () => Promise<ServicesOptions>;
  /** Opens the store and the keys; they are closed when the command ends. */
  readonly open: () => Promise<OpenAuthorizer['operator']>;
  /** Reads standard input to its end. */
  readonly stdin: () => Promise<string>;
  /**
   * Asks before something is taken away from people. Returns if somebody says yes, or if `--yes` was given.
   *
   * @param consequence what they lose, as a sentence without its end: `this ends the connection`
   * @throws NotConfirmed if somebody says no; UsageError if nobody can be asked
   */
  readonly confirm: (consequence: string) => Promise<void>;
}

export interface Answer {
  /** 0: done. 1: not done, or a problem was found. Wrong usage and settings throw, which becomes 2. */
  readonly exit: 0 | 1;
  /** For `--json`. Its shape is stable; it contains no secrets. */
  readonly json: Readonly<Record<string, unknown>>;
  /** For people. */
  readonly text: string;
}

/** Wrong usage. The message never quotes a value, which could be a secret. */
export class UsageError extends Error {}

/** Somebody was asked and did not say yes, so nothing was changed. */
export class NotConfirmed extends Error {
  /** By Ctrl-C. */
  readonly interrupted: boolean;

  constructor(interrupted: boolean) {
    super('nothing was changed');
    this.interrupted = interrupted;
  }
}

export function done(json: Answer['json'], text: string): Answer {
  return { exit: 0, json, text };
}

/** `code` is an outcome's status. */
export function refused(code: string, text: string): Answer {
  return { exit: 1, json: { error: { code, message: text } }, text };
}

/** Options of every command; `runCommandLine` has read them already. */
export const COMMON_OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  settings: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

/**
 * Reads options and operands; an operand in brackets is optional.
 * @throws UsageError
 */
export function readWords<const Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  operands: readonly string[],
  options: Options,
) {
  const { values, positionals } = parsed(words, options);
  const missing = operands.slice(positionals.length).find((operand) => !operand.startsWith('['));
  if (missing !== undefined) throw new UsageError(`${missing} is missing`);
  if (positionals.length > operands.length) throw new UsageError('too many arguments');
  return { values, operands: positionals };
}

function parsed<const Options extends ParseArgsOptionsConfig>(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], options: { ...COMMON_OPTIONS, ...options }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(messageOf(error), { cause: error });
  }
}

/** Node's message names the option, but may continue with advice that is wrong here. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return /^(?:Unknown option '[^'=]*'|Option '[^'=]*' [a-z ]+)/.exec(message)?.[0] ?? 'invalid options';
}
