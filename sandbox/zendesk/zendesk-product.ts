import { type Answer, page } from '../answer.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import type { Handler, Product, ProductRequest, Route } from '../product.ts';
import type { World } from '../world.ts';
import { authorizationPage } from './authorization-page.ts';
import { type ServeCaller, withAgent, withCaller, withScope } from './caller.ts';
import { showCurrentUser } from './current-user.ts';
import { revokeToken, showToken } from './own-token.ts';
import { invalidEndpoint } from './problem.ts';
import { tooManyRequests, withRateLimit } from './rate-limit.ts';
import { createRequest, listRequests, showRequest, updateRequest } from './requests.ts';
import { zendeskApiTokens, zendeskClients, zendeskTenants, zendeskUsers } from './seed.ts';
import { listTickets, searchTickets } from './ticket-lists.ts';
import { createTicket, showManyTickets, showTicket, updateTicket } from './tickets.ts';
import { tokenEndpoint } from './token-endpoint.ts';
import { zendeskBrand } from './zendesk-brand.ts';

const host = '/zendesk/{tenant}';

/**
 * Zendesk Support, with OAuth 2.0 or an API token.
 * @see https://developer.zendesk.com/api-reference/ticketing/introduction/
 */
export function zendeskProduct(world: World): Product {
  return {
    name: 'zendesk',
    brand: zendeskBrand,
    guide: () => zendeskGuide,
    prefixes: [host],
    routes: [
      ...authorizationPage(world, host),
      tokenEndpoint(world, host),
      ...apiRoutes(world),
      { method: 'GET', host, path: '/agent/tickets/{id}', handle: (request) => showTicketPage(world, request) },
    ],
    around: (request, handle) => withAccount(world, request, handle),
    notFound: invalidEndpoint,
    rateLimited: () => tooManyRequests(30),
    broken: () => errorPage(500, 'Something went wrong', 'We know about it and are working on it.'),
  };
}

function apiRoutes(world: World): readonly Route[] {
  const agent = (scope: string, serve: ServeCaller) => withAgent(world, scope, serve);
  const anyone = (scope: string, serve: ServeCaller) => withScope(world, scope, serve);
  return [
    api('GET', '/users/me', showCurrentUser(world)),
    api('GET', '/tickets', agent('tickets:read', listTickets)),
    api('POST', '/tickets', agent('tickets:write', createTicket)),
    api('GET', '/tickets/show_many', agent('tickets:read', showManyTickets)),
    api('GET', '/tickets/{id}', agent('tickets:read', showTicket)),
    api('PUT', '/tickets/{id}', agent('tickets:write', updateTicket)),
    api('GET', '/search', agent('tickets:read', searchTickets)),
    api('GET', '/requests', anyone('requests:read', listRequests)),
    api('POST', '/requests', anyone('requests:write', createRequest)),
    api('GET', '/requests/{id}', anyone('requests:read', showRequest)),
    api('PUT', '/requests/{id}', anyone('requests:write', updateRequest)),
    api('GET', '/oauth/tokens/current', withCaller(world, showToken)),
    api('DELETE', '/oauth/tokens/current', withCaller(world, revokeToken)),
    api('DELETE', '/oauth/tokens/{id}', withCaller(world, revokeToken)),
  ];
}

/** `.json` at the end is how the API is documented; without it works as well. */
function api(method: Route['method'], path: string, handle: Handler): Route {
  return { method, host, path: `/api/v2${path}.json`, aliases: [`/api/v2${path}`], handle };
}

/** An account that does not exist has no API either. */
function withAccount(world: World, request: ProductRequest, handle: Handler): Answer {
  if (!zendeskTenants.some((tenant) => tenant === request.params.tenant)) {
    return errorPage(404, 'Oops, this help center no longer exists', 'There is no account at this address.');
  }
  return request.path.startsWith('/api/') ? withRateLimit(world, request, handle) : handle(request);
}

/** Stands for the agent's view, so that links lead somewhere. */
function showTicketPage(world: World, request: ProductRequest): Answer {
  const ticket = world
    .state()
    .zendesk.tickets.find((one) => one.tenant === request.params.tenant && String(one.id) === request.params.id);
  if (!ticket) return errorPage(404, 'Ticket not found', 'It does not exist, or you may not see it.');
  const body = html`<p class="soft">Ticket #${ticket.id}</p><h1>${ticket.subject}</h1>
<dl><dt>Status</dt><dd>${ticket.status}</dd><dt>Priority</dt><dd>${ticket.priority ?? '–'}</dd></dl>
${ticket.comments.map((comment) => html`<p>${comment.body}${!comment.public && html` <small>(internal note)</small>`}</p>`)}`;
  return page(200, pageLayout({ title: ticket.subject, brand: zendeskBrand, body }));
}

function errorPage(status: number, title: string, sentence: string): Answer {
  return page(status, pageLayout({ title, brand: zendeskBrand, body: html`<h1>${title}</h1><p>${sentence}</p>` }));
}

const zendeskGuide = [
  {
    term: 'OAuth clients',
    values: zendeskClients.map((client) =>
      [client.identifier, client.kind === 'public' ? 'public, PKCE' : client.secret, client.tenant ?? 'global'].join(
        ' · ',
      ),
    ),
  },
  { term: 'Accounts', values: zendeskTenants.map((tenant) => `${tenant} at /zendesk/${tenant}`) },
  {
    term: 'People',
    values: zendeskUsers.map(({ name, email, role, tenant }) => `${name} ${email} (${role} of ${tenant})`),
  },
  {
    term: 'API tokens',
    values: Object.entries(zendeskApiTokens).map(([tenant, token]) => `${tenant}: {email}/token:${token}`),
  },
  { term: 'Try', values: ['/zendesk/acme/agent/tickets/33', '/zendesk/acme/api/v2/users/me.json'] },
];
