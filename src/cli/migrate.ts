import { copyStore } from '../stores/copy-store.ts';
import { type MigratedStore, migrateStore } from '../stores/migrate-store.ts';
import { type Answer, type Call, type Command, done, readWords, UsageError } from './command.ts';
import { table } from './table.ts';

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the tables up to date, or copy everything to another, empty store',
  usage: '[--to STORE]',
  help: [
    ['--to postgres://HOST/DATABASE', 'an empty database; if its address contains a password, use env:NAME'],
    ['--to env:NAME', 'the address is the setting NAME, in the environment or the .env file'],
  ],
  run: async (words, call) => {
    const { values } = readWords(words, [], { to: { type: 'string' } });
    return values.to === undefined ? upToDate(call) : copy(call, targetOf(values.to, call));
  },
};

async function upToDate({ settings }: Call): Promise<Answer> {
  const { engine, from, to } = await migrateStore(settings.store);
  return done({ engine, from: from ?? null, to: to ?? null }, sentence({ engine, from, to }));
}

function sentence({ engine, from, to }: MigratedStore): string {
  const name = engine === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  return from === to ? `${name}: up to date at ${to}` : `${name}: from ${from ?? 'nothing'} to ${to}`;
}

async function copy({ settings }: Call, target: string): Promise<Answer> {
  const tables = await copyStore(settings.store, target);
  return done(
    { tables: tables.map(({ table: name, rows }) => ({ table: name, rows })) },
    [
      table(
        ['TABLE', 'ROWS'],
        tables.map(({ table: name, rows }) => [name, String(rows)]),
        'no tables',
      ),
      '',
      'Now set LATCHKEY_STORE to the new store, keep LATCHKEY_KEYS as it is, and start the bot. Anything that a bot writes to',
      'the old store from now on will be missing from the new one.',
    ].join('\n'),
  );
}

/** Refuses passwords: everybody on the machine can read a command line. */
function targetOf(to: string, { settings }: Call): string {
  const name = /^env:(.+)$/.exec(to)?.[1];
  if (name !== undefined) {
    const setting = settings.secret(name);
    if (setting === undefined) throw new UsageError(`the setting ${name} is empty`);
    return setting;
  }
  if (mayHoldPassword(to)) {
    throw new UsageError(
      'do not put a password on the command line: put the address in a setting, and use --to env:NAME',
    );
  }
  return to;
}

/** The driver also reads a password from the query. An address that cannot be parsed may contain an unencoded one. */
function mayHoldPassword(to: string): boolean {
  if (to.startsWith('sqlite:')) return false;
  const url = URL.parse(to);
  return url === null ? to.includes('@') : url.password !== '' || url.searchParams.has('password');
}
