import { type Answer, page } from '../answer.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import type { Product, ProductRequest, Route } from '../product.ts';
import type { World } from '../world.ts';
import { api } from './api.ts';
import { authorizationPage } from './authorization-page.ts';
import { githubBrand } from './github-brand.ts';
import { notFound, problem, secondaryRateLimit } from './problem.ts';
import { githubClient, githubIssues, githubUsers } from './seed.ts';
import { tokenEndpoint } from './token-endpoint.ts';

/** Stand for `github.com` and `api.github.com`. */
const web = '/github/web';
const rest = '/github/api';

/** GitHub, with an OAuth app or a personal access token. */
export function githubProduct(world: World): Product {
  return {
    name: 'github',
    brand: githubBrand,
    guide: () => githubGuide,
    prefixes: [web, rest],
    routes: [...authorizationPage(world, web), tokenEndpoint(world, web), ...api(world, rest), ...issuePages(world)],
    notFound,
    rateLimited: secondaryRateLimit,
    broken: () => problem(502, 'Server Error'),
  };
}

/** So that links lead somewhere. */
function issuePages(world: World): readonly Route[] {
  return ['issues', 'pull'].map((kind) => ({
    method: 'GET',
    host: web,
    path: `/{owner}/{repository}/${kind}/{number}`,
    handle: (request) => showIssue(world, request),
  }));
}

function showIssue(world: World, { params }: ProductRequest): Answer {
  const repository = `${params.owner}/${params.repository}`;
  const issues = [...githubIssues, ...world.state().github.issues];
  const issue = issues.find((one) => one.repository === repository && String(one.number) === params.number);
  const title = issue?.title ?? '404';
  const body = html`<p class="soft">${repository} #${params.number ?? ''}</p><h1>${title}</h1><p>${issue?.body}</p>`;
  return page(issue ? 200 : 404, pageLayout({ title, brand: githubBrand, body }));
}

const githubGuide = [
  { term: 'OAuth app', values: [githubClient.clientId, githubClient.clientSecret] },
  {
    term: 'People and personal access tokens',
    values: githubUsers.map(
      ({ id, personalToken, personalTokenScopes }) =>
        `${id}: ${personalToken} (${personalTokenScopes.join(', ') || 'public data only'})`,
    ),
  },
  { term: 'Hosts', values: [`github.com at ${web}`, `api.github.com at ${rest}`] },
  { term: 'Try', values: ['/github/web/acme/website/issues/12'] },
];
