import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from 'latchkey';

/** The playground's settings; every one has a default that works on a new machine. */
export interface PlaygroundConfig {
  readonly port: number;
  readonly host: string;
  /** The folder of everything that must survive a restart. */
  readonly folder: string;
  readonly sandboxPort: number;
  readonly publicUrl: string | undefined;
  readonly store: string | undefined;
  readonly keys: string | undefined;
  /** A folder of integrations as JSON files. */
  readonly integrations: string | undefined;
  /** Include the products of the catalogue, at stand-ins on this machine. Default: false. */
  readonly catalog?: boolean;
  /** Offer the API token beside the sign-in at Jira's stand-in. Default: false, because Atlassian forbids it to apps. */
  readonly jiraApiToken?: boolean;
  /** For all calls to products. */
  readonly proxy: string | undefined;
  /** A value that such a file refers to by its name. */
  readonly secret: (name: string) => string | undefined;
  readonly bot: BotRegistration;
  /** The deployment's own apps; a product without one is at the sandbox. */
  readonly jira: OAuthApp | undefined;
  readonly zendesk: OAuthApp | undefined;
  readonly gorgias: OAuthApp | undefined;
  readonly github: OAuthApp | undefined;
}

export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Bot Framework's own names. */
interface BotRegistration {
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppPassword: string;
  readonly MicrosoftAppType: string;
  readonly MicrosoftAppTenantId: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment): PlaygroundConfig {
  const port = portOf('PORT', env.PORT) ?? 3978;
  return {
    port,
    host: env.HOST || '127.0.0.1',
    folder: '.latchkey',
    sandboxPort: portOf('SANDBOX_PORT', env.SANDBOX_PORT) ?? (port === 0 || port === HIGHEST_PORT ? 0 : port + 1),
    publicUrl: env.LATCHKEY_PUBLIC_URL || undefined,
    store: env.LATCHKEY_STORE || undefined,
    keys: env.LATCHKEY_KEYS || undefined,
    integrations: env.LATCHKEY_INTEGRATIONS || undefined,
    proxy: env.LATCHKEY_PROXY || undefined,
    secret: (name) => env[name] || undefined,
    bot: {
      MicrosoftAppId: env.MicrosoftAppId ?? '',
      MicrosoftAppPassword: env.MicrosoftAppPassword ?? '',
      MicrosoftAppType: env.MicrosoftAppType ?? '',
      MicrosoftAppTenantId: env.MicrosoftAppTenantId ?? '',
    },
    jira: appOf(env, 'JIRA'),
    zendesk: appOf(env, 'ZENDESK'),
    gorgias: appOf(env, 'GORGIAS'),
    github: appOf(env, 'GITHUB'),
  };
}

const HIGHEST_PORT = 65535;

function portOf(setting: string, value: string | undefined): number | undefined {
  if (!value) return undefined;
  if (/^\d{1,5}$/.test(value) && Number(value) <= HIGHEST_PORT) return Number(value);
  throw new ConfigurationError(
    `${setting} is "${value}": set it to a port, a number from 1 to ${HIGHEST_PORT}, or to 0 for a free one`,
  );
}

/** Half an app is a mistake: people would silently be sent to the sandbox. */
function appOf(env: Environment, product: string): OAuthApp | undefined {
  const [id, secret] = [`LATCHKEY_${product}_CLIENT_ID`, `LATCHKEY_${product}_CLIENT_SECRET`];
  const [clientId, clientSecret] = [env[id], env[secret]];
  if (clientId && clientSecret) return { clientId, clientSecret };
  if (!clientId && !clientSecret) return undefined;
  const [given, missing] = clientId ? [id, secret] : [secret, id];
  throw new ConfigurationError(
    `${given} is set and ${missing} is not: set it as well, or neither of them for the sandbox`,
  );
}

/** The playground's own key ring, created at the first start; only its user can read the file. */
export async function ownKeys(folder: string): Promise<string> {
  const file = join(folder, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = `k1:${randomBytes(32).toString('base64')}`;
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
}
