import { type Answer, page } from '../answer.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import type { Handler, Product, ProductRequest, Route } from '../product.ts';
import type { World } from '../world.ts';
import { showAccount, showUser } from './account.ts';
import { authorizationPage } from './authorization-page.ts';
import { type ServeCaller, withCaller } from './caller.ts';
import { createCustomer, listCustomers, showCustomer } from './customers.ts';
import { gorgiasBrand } from './gorgias-brand.ts';
import { notFound, problem } from './problem.ts';
import { tooManyRequests, withRateLimit } from './rate-limit.ts';
import { gorgiasClient, gorgiasTenants, gorgiasUsers } from './seed.ts';
import {
  createMessage,
  createTicket,
  deleteTicket,
  listMessages,
  listTickets,
  showTicket,
  updateTicket,
} from './tickets.ts';
import { tokenEndpoint } from './token-endpoint.ts';

const host = '/gorgias/{tenant}';

/**
 * Gorgias, with e-mail and API key or OAuth 2.0.
 * @see https://developers.gorgias.com/reference/authentication
 */
export function gorgiasProduct(world: World): Product {
  const api = (method: Route['method'], path: string, scope: string | undefined, serve: ServeCaller): Route => ({
    method,
    host,
    path: `/api${path}`,
    // The demo app's calls end in a slash.
    aliases: [`/api${path}/`],
    handle: withCaller(world, scope, serve),
  });
  return {
    name: 'gorgias',
    brand: gorgiasBrand,
    guide: () => gorgiasGuide,
    prefixes: [host],
    routes: [
      ...authorizationPage(world, host),
      ...tokenEndpoint(world, host),
      api('GET', '/account', undefined, showAccount),
      api('GET', '/users/{id}', 'users:read', showUser),
      api('GET', '/tickets', 'tickets:read', listTickets),
      api('POST', '/tickets', 'tickets:write', createTicket),
      api('GET', '/tickets/{id}', 'tickets:read', showTicket),
      api('PUT', '/tickets/{id}', 'tickets:write', updateTicket),
      api('DELETE', '/tickets/{id}', 'tickets:write', deleteTicket),
      api('POST', '/tickets/{id}/messages', 'tickets:write', createMessage),
      api('GET', '/customers', 'customers:read', listCustomers),
      api('POST', '/customers', 'customers:write', createCustomer),
      api('GET', '/customers/{id}', 'customers:read', showCustomer),
      api('GET', '/messages', 'tickets:read', listMessages),
      { method: 'GET', host, path: '/app/ticket/{id}', handle: (request) => showTicketPage(world, request) },
    ],
    around: (request, handle) => withAccount(world, request, handle),
    notFound: withCaller(world, undefined, () => notFound('Resource')),
    rateLimited: () => tooManyRequests(10),
    broken: () => problem(500, 'Internal server error.'),
  };
}

/** An unknown account responds with a page, which distinguishes it from a wrong key. */
function withAccount(world: World, request: ProductRequest, handle: Handler): Answer {
  if (!gorgiasTenants.some((tenant) => tenant === request.params.tenant)) {
    return errorPage('This account does not exist');
  }
  return request.path.startsWith('/api/') ? withRateLimit(world, request, handle) : handle(request);
}

/** Stands for the agent's view, so that links lead somewhere. */
function showTicketPage(world: World, request: ProductRequest): Answer {
  const ticket = world
    .state()
    .gorgias.tickets.find((one) => one.tenant === request.params.tenant && String(one.id) === request.params.id);
  if (!ticket) return errorPage('Ticket not found');
  const title = ticket.subject ?? 'No subject';
  const body = html`<p class="soft">Ticket ${ticket.id}</p><h1>${title}</h1>
<dl><dt>Status</dt><dd>${ticket.status}</dd><dt>Priority</dt><dd>${ticket.priority}</dd></dl>
${ticket.messages.map(({ text, sender }) => html`<p>${text}<br><small>${sender?.name ?? 'Agent'}</small></p>`)}`;
  return page(200, pageLayout({ title, brand: gorgiasBrand, body }));
}

function errorPage(title: string): Answer {
  return page(404, pageLayout({ title, brand: gorgiasBrand, body: html`<h1>${title}</h1>` }));
}

const gorgiasGuide = [
  { term: 'OAuth client', values: [gorgiasClient.clientId, gorgiasClient.clientSecret] },
  { term: 'Accounts', values: gorgiasTenants.map((tenant) => `${tenant} at /gorgias/${tenant}`) },
  {
    term: 'People and keys',
    values: gorgiasUsers.map(({ email, apiKey, tenant, role }) => `${email} : ${apiKey} (${role} of ${tenant})`),
  },
  { term: 'Try', values: ['/gorgias/acme/app/ticket/11'] },
];
