import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type Sandbox, startSandbox } from 'latchkey/sandbox';
import type { Server } from 'restify';

/**
 * Stands in for a real bot's configuration. Every setting has a default that works on a new machine: the sandbox's Jira
 * instead of Atlassian's, and a store that lasts as long as the process.
 */
export async function exampleSettings(server: Server) {
  const { env } = process;
  const host = env.HOST || '127.0.0.1';
  server.listen(Number(env.PORT || 3978), host);
  await once(server, 'listening');
  return {
    publicUrl: env.LATCHKEY_PUBLIC_URL || `http://${host}:${server.address().port}`,
    store: env.LATCHKEY_STORE || 'sqlite::memory:',
    keys: env.LATCHKEY_KEYS || `k1:${randomBytes(32).toString('base64')}`,
    appId: env.MicrosoftAppId ?? '',
    jiraApp:
      jiraAppOf(env.LATCHKEY_JIRA_CLIENT_ID, env.LATCHKEY_JIRA_CLIENT_SECRET) ?? sandboxApp(await startSandbox()),
    registration: {
      MicrosoftAppId: env.MicrosoftAppId ?? '',
      MicrosoftAppPassword: env.MicrosoftAppPassword ?? '',
      MicrosoftAppType: env.MicrosoftAppType ?? '',
      MicrosoftAppTenantId: env.MicrosoftAppTenantId ?? '',
    },
  };
}

function jiraAppOf(clientId: string | undefined, clientSecret: string | undefined) {
  return clientId && clientSecret ? { clientId, clientSecret } : undefined;
}

function sandboxApp({ jira }: Sandbox) {
  return { clientId: jira.clientId, clientSecret: jira.clientSecret, sandbox: jira };
}
