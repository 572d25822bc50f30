import type { Integration } from '../model/integration.ts';
import type { OAuth2Profile } from '../model/profile.ts';
import { freshsales } from './freshsales.ts';
import { gorgias } from './gorgias.ts';
import { jira } from './jira.ts';
import { jotform } from './jotform.ts';
import { zendesk } from './zendesk.ts';

/** A client that the deployment registered at a product. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Products at which a deployment can have an OAuth app of its own. */
export const APP_PRODUCTS = ['jira', 'zendesk', 'gorgias'] as const;

/**
 * All products that are built in, for a deployment that is configured by its environment. Without an app a product has its
 * other ways in, and those that developers make.
 */
export function builtInIntegrations(appOf: (product: string) => OAuthApp | undefined): readonly Integration[] {
  const [jiraApp, zendeskApp, gorgiasApp] = APP_PRODUCTS.map(appOf);
  return [
    jiraApp === undefined ? jiraWithoutApp() : jira(jiraApp),
    jotform(),
    zendesk(zendeskApp === undefined ? {} : { system: zendeskApp }),
    gorgias(gorgiasApp === undefined ? {} : { system: gorgiasApp }),
    freshsales(),
  ];
}

/** Nobody can use it until a developer makes a profile; this is what that one begins with. */
function jiraWithoutApp(): Integration {
  const { profiles, ...integration } = jira({ clientId: '', clientSecret: '', origin: 'custom' });
  const [customProfile] = profiles.filter((profile): profile is OAuth2Profile => profile.method === 'oauth2');
  return { ...integration, profiles: [], ...(customProfile === undefined ? {} : { customProfile }) };
}
