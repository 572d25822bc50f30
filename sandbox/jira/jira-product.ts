import { json, page } from '../answer.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import type { Product } from '../product.ts';
import type { World } from '../world.ts';
import { authorizationServer } from './authorization-server.ts';
import { gateway } from './gateway.ts';
import { jiraBrand } from './jira-brand.ts';
import { jiraApiTokens, jiraClient, jiraSites, jiraUsers } from './seed.ts';
import { site } from './site.ts';
import { tokenEndpoint } from './token-endpoint.ts';

/** Jira Cloud with OAuth 2.0 (3LO): authorization server, API gateway and sites. */
export function jiraProduct(world: World): Product {
  return {
    name: 'jira',
    brand: jiraBrand,
    guide: () => jiraGuide,
    prefixes: ['/jira/auth', '/jira/gateway', '/jira/site/{site}'],
    routes: [...authorizationServer(world), tokenEndpoint(world), ...gateway(world), ...site(world)],
    notFound: () => json(404, { code: 404, message: 'Not Found' }),
    rateLimited: () =>
      json(
        429,
        { code: 429, message: 'Rate limit exceeded' },
        {
          'retry-after': '5',
          'x-ratelimit-limit': '100',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': new Date(world.now() + 5000).toISOString(),
          'ratelimit-reason': 'jira-burst-based',
        },
      ),
    broken: () =>
      page(
        500,
        pageLayout({ title: 'Down', brand: jiraBrand, body: html`<h1>Jira is having a moment</h1><p>Try again.</p>` }),
      ),
  };
}

const jiraGuide = [
  { term: 'OAuth client', values: [jiraClient.clientId, jiraClient.clientSecret] },
  {
    term: 'People',
    values: jiraUsers.map(({ name, email, sites }) => `${name} ${email} (${sites.join(', ') || 'no site'})`),
  },
  { term: 'API tokens', values: Object.entries(jiraApiTokens).map(([name, token]) => `${name} ${token}`) },
  { term: 'Sites', values: jiraSites.map(({ name, cloudId }) => `${name} = ${cloudId}`) },
  { term: 'Projects', values: jiraSites.flatMap(({ projects }) => projects.map(({ key, name }) => `${key} ${name}`)) },
  { term: 'Authorize at', values: ['GET /jira/auth/authorize'] },
  {
    term: 'API',
    values: ['/jira/gateway/ex/jira/{cloudId}/rest/api/3', '/jira/site/{site}/rest/api/3 with an API token'],
  },
  { term: 'Try', values: ['/jira/site/acme/browse/KAN-1'] },
];
