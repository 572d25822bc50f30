import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseEnv } from 'node:util';
import { ConfigurationError } from '../errors.ts';
import type { OAuthApp } from '../integrations/built-in.ts';

/** The settings of the command. Only this file of the room reads the environment. */
export interface Settings {
  readonly store: string;
  /** Empty if not set. */
  readonly keys: string;
  readonly publicUrl: string;
  readonly appId: string;
  readonly proxy: string | undefined;
  /** A folder of JSON files, or a module. */
  readonly integrations: string | undefined;
  /** BCP 47 or as POSIX writes it, `de_AT.UTF-8`: the language of whoever runs the command. */
  readonly language: string | undefined;
  readonly appOf: (product: string) => OAuthApp | undefined;
  /** A value that a file or an option refers to by its name. */
  readonly secret: (name: string) => string | undefined;
}

/** Relative to the current folder. */
export const ENV_FILE = '.env';
export const DEFAULT_STORE = 'sqlite:.latchkey/latchkey.db';

/**
 * The settings of the environment, then those of a file.
 *
 * @param file must exist. Default: `.env` in the current folder, if it exists
 * @throws ConfigurationError
 */
export function readSettings(file: string | undefined): Settings {
  const env = { ...fromFile(file), ...process.env };
  const text = (name: string): string => (Object.hasOwn(env, name) ? env[name] : undefined) ?? '';
  return {
    store: text('LATCHKEY_STORE') || DEFAULT_STORE,
    keys: text('LATCHKEY_KEYS'),
    publicUrl: text('LATCHKEY_PUBLIC_URL') || `http://127.0.0.1:${text('PORT') || '3978'}`,
    appId: text('MicrosoftAppId'),
    proxy: text('LATCHKEY_PROXY') || undefined,
    integrations: text('LATCHKEY_INTEGRATIONS') || undefined,
    language: text('LC_ALL') || text('LC_MESSAGES') || text('LANG') || undefined,
    appOf: (product) => {
      const { clientId, clientSecret } = appSettings(product);
      const app = { clientId: text(clientId), clientSecret: text(clientSecret) };
      return app.clientId === '' || app.clientSecret === '' ? undefined : app;
    },
    secret: (name) => text(name) || undefined,
  };
}

/** The names of the settings of a product's OAuth app. */
export function appSettings(product: string): OAuthApp {
  const name = product.toUpperCase().replaceAll('-', '_');
  return { clientId: `LATCHKEY_${name}_CLIENT_ID`, clientSecret: `LATCHKEY_${name}_CLIENT_SECRET` };
}

/** The user who runs the command; in containers a user may have no name. */
export function actorName(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    return 'cli:unknown';
  }
}

function fromFile(file: string | undefined): Readonly<Record<string, string | undefined>> {
  if (file === undefined && !existsSync(ENV_FILE)) return {};
  try {
    return parseEnv(readFileSync(file ?? ENV_FILE, 'utf8'));
  } catch (cause) {
    throw new ConfigurationError(`the settings in "${file ?? ENV_FILE}" cannot be read`, { cause });
  }
}
