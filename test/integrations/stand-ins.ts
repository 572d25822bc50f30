import {
  type FreshsalesOptions,
  freshsales,
  type GithubOptions,
  type GorgiasOptions,
  github,
  gorgias,
  type JiraOptions,
  type JotformOptions,
  jira,
  jotform,
  type ZendeskOptions,
  zendesk,
} from 'latchkey/integrations';
import type { MakeIntegration, Places } from './open-products.ts';

/** Each integration as a deployment declares it, against its stand-in behind the front door. */
export function standInJira(options: Partial<JiraOptions> = {}): MakeIntegration {
  return ({ sandbox, through }) => {
    const { clientId, clientSecret, authUrl, gatewayUrl, sitesUrl } = sandbox.jira;
    const place = { authUrl: through(authUrl), gatewayUrl: through(gatewayUrl), sitesUrl: through(sitesUrl) };
    return jira({ clientId, clientSecret, sandbox: place, ...options });
  };
}

export function standInJotform(options: JotformOptions = {}): MakeIntegration {
  return ({ sandbox, through }) => {
    const { url, euUrl, hipaaUrl } = sandbox.jotform;
    const places = { url: through(url), euUrl: through(euUrl), hipaaUrl: through(hipaaUrl) };
    return jotform({ sandbox: places, ...options });
  };
}

export function standInZendesk(options: ZendeskOptions = {}): MakeIntegration {
  return (places) => {
    const { clientId, clientSecret } = places.sandbox.zendesk;
    const system = { clientId, clientSecret };
    return zendesk({ system, sandbox: ofTenant(places, places.sandbox.zendesk), ...options });
  };
}

export function standInGithub(options: GithubOptions = {}): MakeIntegration {
  return ({ sandbox, through }) => {
    const { clientId, clientSecret, webUrl, apiUrl } = sandbox.github;
    const place = { webUrl: through(webUrl), apiUrl: through(apiUrl) };
    return github({ system: { clientId, clientSecret }, sandbox: place, ...options });
  };
}

export function standInGorgias(options: GorgiasOptions = {}): MakeIntegration {
  return (places) => {
    const { clientId, clientSecret } = places.sandbox.gorgias;
    const system = { clientId, clientSecret };
    return gorgias({ system, sandbox: ofTenant(places, places.sandbox.gorgias), ...options });
  };
}

export function standInFreshsales(options: FreshsalesOptions = {}): MakeIntegration {
  return (places) => freshsales({ sandbox: ofTenant(places, places.sandbox.freshsales), ...options });
}

function ofTenant({ through }: Places, product: { readonly url: string }) {
  return { url: `${through(product.url)}/{tenant}` };
}
