import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { pairs } from './table.ts';

const COMMON: readonly (readonly [string, string])[] = [
  ['--json', 'print JSON instead of text'],
  ['--settings FILE', 'read more settings from FILE (default: .env, if it exists); the environment takes precedence'],
  ['--yes', 'do not ask before something is taken away from people; needed where nobody can be asked'],
  ['-h, --help', 'print this help'],
];

const ABOUT = `latchkey: what the console does, from the command line

Settings: LATCHKEY_STORE, LATCHKEY_KEYS, LATCHKEY_PUBLIC_URL, MicrosoftAppId, LATCHKEY_<PRODUCT>_CLIENT_ID and
…_CLIENT_SECRET, LATCHKEY_PROXY, and LATCHKEY_INTEGRATIONS (a folder of JSON files, or a module that exports the bot's integrations).
Exit codes: 0 done, 1 not done or a problem was found, 2 wrong usage or settings, 130 interrupted.`;

export function helpOfAll(): string {
  const names = COMMANDS.map(({ name, summary }) => [name, summary] as const);
  return [ABOUT, indented(names), indented(COMMON)].join('\n\n');
}

/** Help of all commands in a group, or of all commands if there is no such group. */
export function helpOfGroup(first: string): string {
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${first} `));
  return group.length === 0 ? helpOfAll() : [...group.map(lineOf), indented(COMMON)].join('\n\n');
}

export function helpOfCommand({ name, usage, summary, help = [] }: Command): string {
  return [`latchkey ${name} ${usage}`.trimEnd(), summary, indented([...help, ...COMMON])].join('\n\n');
}

function lineOf({ name, usage, summary }: Command): string {
  return [`latchkey ${name} ${usage}`.trimEnd(), `  ${summary}`].join('\n');
}

function indented(entries: readonly (readonly [string, string])[]): string {
  return pairs(entries)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
