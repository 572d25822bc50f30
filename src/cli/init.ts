import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { APP_PRODUCTS } from '../integrations/built-in.ts';
import { publicUrlProblem, writtenPublicUrl } from '../model/public-url.ts';
import { type Answer, type Command, done, readWords, refused, UsageError } from './command.ts';
import { freshKey } from './keys/fresh-key.ts';
import { appSettings, DEFAULT_STORE, ENV_FILE } from './settings.ts';

export const init: Command = {
  name: 'init',
  summary: 'create a .env file with a new key ring and the settings that a bot needs',
  usage: '[--public-url URL] [--store STORE] [--file FILE]',
  help: [
    ['--public-url URL', 'the https address where people reach the bot; default: http://127.0.0.1:3978'],
    ['--store STORE', `default: ${DEFAULT_STORE}; for PostgreSQL, write its address into the file yourself`],
    ['--file FILE', `default: ${ENV_FILE}; an existing file is never changed`],
  ],
  run: async (words) => {
    const { values } = readWords(words, [], {
      'public-url': { type: 'string' },
      store: { type: 'string' },
      file: { type: 'string' },
    });
    const { file = ENV_FILE, store = DEFAULT_STORE } = values;
    const address = values['public-url'] ?? 'http://127.0.0.1:3978';
    if (publicUrlProblem(address) !== undefined) {
      throw new UsageError('--public-url takes scheme, host, port and path only: no user name, query or fragment');
    }
    const publicUrl = writtenPublicUrl(address);
    if (publicUrl === undefined) throw new UsageError('--public-url must be https, or http on this machine');
    if (!store.startsWith('sqlite:')) {
      throw new UsageError(
        '--store takes sqlite:PATH; an address of PostgreSQL contains a password: write it into the file',
      );
    }
    return write(file, publicUrl, store);
  },
};

async function write(file: string, publicUrl: string, store: string): Promise<Answer> {
  try {
    await writeFile(file, contents(publicUrl, store), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EEXIST') return refused('exists', `${file} already exists, and was not changed`);
    return refused('unwritable', `${file} cannot be written (${String(error.code)})`);
  }
  const callbacks = APP_PRODUCTS.map((product) => ({ product, callback: callbackAt(publicUrl, product) }));
  return done(
    { file, publicUrl, store, callbacks },
    [
      `wrote ${file}, which only you can read. It contains the key to everything that will be stored: keep it out of version`,
      'control, and keep a copy away from the backups of the database.',
      '',
      'Next: add the ids and secrets of your OAuth apps and of your bot, then run: npx latchkey doctor',
    ].join('\n'),
  );
}

function contents(publicUrl: string, store: string): string {
  const apps = APP_PRODUCTS.flatMap((product) => {
    const { clientId, clientSecret } = appSettings(product);
    return [`# callback: ${callbackAt(publicUrl, product)}`, `# ${clientId}=`, `# ${clientSecret}=`];
  });
  return `${[
    '# Settings of the bot. They contain secrets: never commit this file.',
    '',
    '# The public address of the bot, for browsers and products: https, or http on this machine.',
    `LATCHKEY_PUBLIC_URL=${publicUrl}`,
    '',
    '# sqlite:PATH for one machine, postgres://USER:PASSWORD@HOST/DATABASE for several.',
    `LATCHKEY_STORE=${store}`,
    '',
    '# The key ring: the first key seals (encrypts), all of them open. Without it, nothing sealed can be read again.',
    `LATCHKEY_KEYS=${freshKey('k1', randomBytes)}`,
    '',
    "# The bot's registration. Leave it empty only on this machine.",
    'MicrosoftAppId=',
    'MicrosoftAppPassword=',
    '',
    '# Your OAuth apps, each with the callback URL to register at the product.',
    ...apps,
    '',
    '# A folder of JSON files, or a module that exports the integrations of your bot.',
    '# LATCHKEY_INTEGRATIONS=',
  ].join('\n')}\n`;
}

function callbackAt(publicUrl: string, product: string): string {
  return `${publicUrl}/oauth/callback/${product}`;
}
