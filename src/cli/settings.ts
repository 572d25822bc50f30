import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseEnv } from 'node:util';
import { ConfigurationError } from '../errors.ts';
import type { OAuthApp } from '../integrations/built-in.ts';

/** What the environment says. The only file of this room that reads it. */
export interface Settings {
  readonly store: string;
  /** Empty if it is not set. */
  readonly keys: string;
  readonly publicUrl: string;
  readonly appId: string;
  readonly proxy: string | undefined;
  /** A folder of JSON files, or a module. */
  readonly integrations: string | undefined;
  readonly appOf: (product: string) => OAuthApp | undefined;
  /** A value that a file or an option refers to by its name. */
  readonly secret: (name: string) => string | undefined;
}

/** Where the settings of a folder are kept. */
export const ENV_FILE = '.env';
export const DEFAULT_STORE = 'sqlite:.latchkey/latchkey.db';

/**
 * The environment, and what a `.env` file adds to it.
 *
 * @param file that must be there; by default the one of this folder, if there is one
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
    appOf: (product) => {
      const { clientId, clientSecret } = appSettings(product);
      const app = { clientId: text(clientId), clientSecret: text(clientSecret) };
      return app.clientId === '' || app.clientSecret === '' ? undefined : app;
    },
    secret: (name) => text(name) || undefined,
  };
}

/** How the settings of a product's OAuth app are called. */
export function appSettings(product: string): OAuthApp {
  const name = product.toUpperCase().replaceAll('-', '_');
  return { clientId: `LATCHKEY_${name}_CLIENT_ID`, clientSecret: `LATCHKEY_${name}_CLIENT_SECRET` };
}

/** Who uses this command; containers may have a user without a name. */
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
