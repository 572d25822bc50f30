import { parseArgs } from 'node:util';
import { LatchkeyError } from '../errors.ts';
import { silentLogger } from '../logger.ts';
import { causeOf } from '../model/cause-of.ts';
import { openAuthorizer } from '../open-authorizer.ts';
import type { ServicesOptions } from '../open-services.ts';
import { type Answer, type Call, COMMON_OPTIONS, type Command, NotConfirmed, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { helpOfAll, helpOfCommand, helpOfGroup } from './help.ts';
import { integrationsOf } from './integrations-of.ts';
import { actorName, readSettings, type Settings } from './settings.ts';

/** Input and output of a command. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly problem: (text: string) => void;
  readonly stdin: () => Promise<string>;
  /**
   * Asks somebody and returns what they write: empty at the end of input, undefined if they press Ctrl-C. Absent if nobody can be
   * asked, because this is not a terminal.
   */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
}

/** 0: done. 1: not done, or a problem was found. 2: wrong usage or settings. 130: interrupted while it asked. */
export type ExitCode = 0 | 1 | 2 | 130;

/** Runs one command line. Never rejects. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const common = commonWords(words);
  const { json, help, plain } = common;
  const names = plain.map(({ value }) => value);
  const command = commandOf(names);
  if (help || names.length === 0) {
    terminal.out(command === undefined ? helpOfGroup(names[0] ?? '') : helpOfCommand(command));
    return 0;
  }
  const print = json ? printJson : printText;
  if (command === undefined) {
    const known = COMMANDS.some(({ name }) => name.startsWith(`${names[0]} `));
    const text = known ? helpOfGroup(names[0] ?? '') : helpOfAll();
    return print(terminal, { exit: 2, ...failure('usage', `there is no such command\n\n${text}`) });
  }
  try {
    return print(terminal, await run(command, withoutName(words, plain, command), common, terminal));
  } catch (error) {
    if (error instanceof UsageError) {
      const usage = `${error.message}\n\nlatchkey ${command.name} ${command.usage}`.trimEnd();
      return print(terminal, { exit: 2, ...failure('usage', usage) });
    }
    if (error instanceof NotConfirmed) {
      return print(terminal, { exit: error.interrupted ? 130 : 1, ...failure('not_confirmed', error.message) });
    }
    if (error instanceof LatchkeyError) return print(terminal, { exit: 2, ...failure(error.code, error.message) });
    return print(terminal, { exit: 1, ...failure('unexpected', unexpectedText(error)) });
  }
}

type Common = ReturnType<typeof commonWords>;

function commonWords(words: readonly string[]) {
  const { values, tokens } = parseArgs({
    args: [...words],
    options: COMMON_OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const settingsFile = values.settings;
  return {
    json: values.json === true,
    help: values.help === true,
    yes: values.yes === true,
    settingsFile: typeof settingsFile === 'string' ? settingsFile : undefined,
    plain: tokens.filter((token) => token.kind === 'positional'),
  };
}

/** The command with the longest name that the words start with. */
function commandOf([first = '', second = '']: readonly string[]): Command | undefined {
  return COMMANDS.find(({ name }) => name === `${first} ${second}`) ?? COMMANDS.find(({ name }) => name === first);
}

async function run(command: Command, words: readonly string[], common: Common, terminal: Terminal): Promise<Answer> {
  const settings = readSettings(common.settingsFile);
  const closing: (() => Promise<void>)[] = [];
  const options = async (): Promise<ServicesOptions> => optionsOf(settings);
  const call: Call = {
    settings,
    actor: { name: actorName() },
    options,
    open: async () => {
      const { operator, close } = await openAuthorizer(await options());
      closing.push(close);
      return operator;
    },
    ...asking(common, terminal),
  };
  try {
    return await command.run(words, call);
  } finally {
    for (const close of closing) await close();
  }
}

/** Whoever wants JSON is a program, and standard input that was read to its end has no answer. */
function asking({ yes, json }: Common, { stdin, ask }: Terminal): Pick<Call, 'stdin' | 'confirm'> {
  let isRead = false;
  return {
    stdin: () => {
      isRead = true;
      return stdin();
    },
    confirm: async (consequence) => {
      if (yes) return;
      if (json || isRead || ask === undefined) throw new UsageError(`${consequence}. To confirm, add --yes`);
      const answer = await ask(
        printable(`${consequence.charAt(0).toUpperCase()}${consequence.slice(1)}. Continue? [y/N] `),
      );
      if (!/^\s*y(?:es)?\s*$/i.test(answer ?? '')) throw new NotConfirmed(answer === undefined);
    },
  };
}

async function optionsOf(settings: Settings): Promise<ServicesOptions> {
  const { store, keys, publicUrl, appId, proxy } = settings;
  const by = proxy === undefined ? {} : { proxy };
  return { store, keys, publicUrl, appId, ...by, integrations: await integrationsOf(settings), logger: silentLogger };
}

/** Options may precede the name, so the name is removed by position. */
function withoutName(
  words: readonly string[],
  plain: readonly { readonly index: number }[],
  { name }: Command,
): readonly string[] {
  const taken = plain.slice(0, name.split(' ').length).map(({ index }) => index);
  return words.filter((_, index) => !taken.includes(index));
}

/** The stack without the message, which could contain a secret. */
function unexpectedText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.split('\n').filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
  return [`unexpected error (${causeOf(error)}): please report it`, ...places].join('\n');
}

function failure(code: string, message: string): Pick<Answer, 'json' | 'text'> {
  return { json: { error: { code, message } }, text: message };
}

type Printed = Pick<Answer, 'json' | 'text'> & { readonly exit: ExitCode };

function printJson(terminal: Terminal, { exit, json }: Printed): ExitCode {
  terminal.out(printableJson(JSON.stringify(json, null, 2)));
  return exit;
}

function printText(terminal: Terminal, { exit, json, text }: Printed): ExitCode {
  if ('error' in json) terminal.problem(printable(text));
  else terminal.out(printable(text));
  return exit;
}

/** Equivalent JSON, with every control character escaped: `JSON.stringify` escapes only some of them. */
function printableJson(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

/** Removes control characters: names from products and people must not control the terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, '');
}
