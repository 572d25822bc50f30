import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The playground's settings; every one has a default that works on a new machine. */
export interface PlaygroundConfig {
  readonly port: number;
  readonly host: string;
  /** Where everything that must survive a restart is kept. */
  readonly folder: string;
  readonly sandboxPort: number;
  readonly publicUrl: string | undefined;
  readonly store: string | undefined;
  readonly keys: string | undefined;
  readonly bot: BotRegistration;
  readonly jira: { readonly clientId: string; readonly clientSecret: string } | undefined;
}

/** Bot Framework's own names. */
export interface BotRegistration {
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppPassword: string;
  readonly MicrosoftAppType: string;
  readonly MicrosoftAppTenantId: string;
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): PlaygroundConfig {
  const port = Number(env.PORT || 3978);
  const clientId = env.LATCHKEY_JIRA_CLIENT_ID;
  const clientSecret = env.LATCHKEY_JIRA_CLIENT_SECRET;
  return {
    port,
    host: env.HOST || '127.0.0.1',
    folder: '.latchkey',
    sandboxPort: Number(env.SANDBOX_PORT || (port === 0 ? 0 : port + 1)),
    publicUrl: env.LATCHKEY_PUBLIC_URL || undefined,
    store: env.LATCHKEY_STORE || undefined,
    keys: env.LATCHKEY_KEYS || undefined,
    bot: {
      MicrosoftAppId: env.MicrosoftAppId ?? '',
      MicrosoftAppPassword: env.MicrosoftAppPassword ?? '',
      MicrosoftAppType: env.MicrosoftAppType ?? '',
      MicrosoftAppTenantId: env.MicrosoftAppTenantId ?? '',
    },
    jira: clientId && clientSecret ? { clientId, clientSecret } : undefined,
  };
}

/** A key ring of its own for the playground, made at the first start; only its user may read the file. */
export async function ownKeys(folder: string): Promise<string> {
  const file = join(folder, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = `k1:${randomBytes(32).toString('base64')}`;
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
}
