import { ConfigurationError, type Integration } from 'latchkey';
import { freshsales, github, gorgias, jira, jotform, loadIntegrations, zendesk } from 'latchkey/integrations';
import type { Sandbox } from 'latchkey/sandbox';
import type { OAuthApp, PlaygroundConfig } from './config.ts';

/** The built-in products and those of the deployment's own files, which replace built-in ones of the same id. */
export async function playgroundIntegrations(
  config: PlaygroundConfig,
  sandbox: Sandbox,
): Promise<readonly Integration[]> {
  const own = await ownIntegrations(config);
  return [...builtIn(config, sandbox).filter(({ id }) => !own.some((integration) => integration.id === id)), ...own];
}

async function ownIntegrations({ integrations, secret }: PlaygroundConfig): Promise<readonly Integration[]> {
  if (integrations === undefined) return [];
  try {
    return await loadIntegrations(integrations, { secrets: secret });
  } catch (cause) {
    if (!(cause instanceof ConfigurationError)) throw cause;
    throw new ConfigurationError(`LATCHKEY_INTEGRATIONS: ${cause.message}`, { cause });
  }
}

/** The real products if the deployment has an app for them, else their stand-ins on this machine. */
function builtIn(config: PlaygroundConfig, sandbox: Sandbox): readonly Integration[] {
  const tenants = (product: { readonly url: string }) => ({ url: `${product.url}/{tenant}` });
  return [
    config.jira === undefined
      ? jira({ ...clientOf(sandbox.jira), sandbox: sandbox.jira, apiToken: config.jiraApiToken === true })
      : jira(config.jira),
    jotform({ sandbox: sandbox.jotform }),
    config.zendesk === undefined
      ? zendesk({ system: clientOf(sandbox.zendesk), sandbox: tenants(sandbox.zendesk) })
      : zendesk({ system: config.zendesk }),
    config.gorgias === undefined
      ? gorgias({ system: clientOf(sandbox.gorgias), sandbox: tenants(sandbox.gorgias) })
      : gorgias({ system: config.gorgias }),
    freshsales({ sandbox: tenants(sandbox.freshsales) }),
    config.github === undefined
      ? github({ system: clientOf(sandbox.github), sandbox: sandbox.github })
      : github({ system: config.github }),
  ];
}

function clientOf({ clientId, clientSecret }: OAuthApp): OAuthApp {
  return { clientId, clientSecret };
}
