import { type JiraSite, type JiraUser, jiraApiTokens, jiraClient, jiraSites, jiraUsers } from './seed.ts';

/** Jira's addresses, client and API tokens. */
export interface JiraAccess {
  /** Stands for `https://auth.atlassian.com`. */
  readonly authUrl: string;
  /** Stands for `https://api.atlassian.com`. */
  readonly gatewayUrl: string;
  /** Stands for `https://{tenant}.atlassian.net`, with `{tenant}` as it is. */
  readonly sitesUrl: string;
  /** The same for one site. */
  siteUrl(name: string): string;
  /** By person. */
  readonly apiTokens: Readonly<Record<string, string>>;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The scopes that the app may request. */
  readonly scopes: readonly string[];
  readonly users: readonly JiraUser[];
  readonly sites: readonly JiraSite[];
}

export function jiraAccess(url: string): JiraAccess {
  const { clientId, clientSecret, scopes } = jiraClient;
  return {
    authUrl: `${url}/jira/auth`,
    gatewayUrl: `${url}/jira/gateway`,
    sitesUrl: `${url}/jira/site/{tenant}`,
    apiTokens: jiraApiTokens,
    siteUrl: (name) => `${url}/jira/site/${name}`,
    clientId,
    clientSecret,
    scopes,
    users: jiraUsers,
    sites: jiraSites,
  };
}
