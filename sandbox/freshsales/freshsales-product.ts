import { type Answer, page } from '../answer.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import type { Handler, Product, ProductRequest, Route } from '../product.ts';
import { takeFromWindow } from '../rate-window.ts';
import type { World } from '../world.ts';
import {
  createContact,
  deleteContact,
  listContactViews,
  showContact,
  showContactView,
  updateContact,
  upsertContact,
} from './contacts.ts';
import { createDeal, deleteDeal, listDealStages, listDealViews, showDeal, showDealView, updateDeal } from './deals.ts';
import { freshsalesBrand } from './freshsales-brand.ts';
import { type ServeUser, withKey } from './key-holder.ts';
import { createNote } from './notes.ts';
import { displayName } from './present.ts';
import { problem, recordNotFound, tooManyRequests } from './problem.ts';
import { lookUpRecords, searchRecords } from './search.ts';
import { freshsalesTenants, freshsalesUsers } from './seed.ts';

const host = '/freshsales/{tenant}';

/**
 * Freshsales (Freshworks CRM), with an API key.
 * @see https://developers.freshworks.com/crm/api/
 */
export function freshsalesProduct(world: World): Product {
  const api = (
    method: Route['method'],
    path: string,
    permission: 'read_contacts' | 'everything',
    serve: ServeUser,
  ) => ({
    method,
    host,
    path: `/crm/sales/api${path}`,
    handle: withKey(world, permission, serve),
  });
  return {
    name: 'freshsales',
    brand: freshsalesBrand,
    guide: () => freshsalesGuide,
    prefixes: [host],
    routes: [
      api('GET', '/contacts/filters', 'read_contacts', listContactViews),
      api('GET', '/contacts/view/{id}', 'read_contacts', showContactView),
      api('POST', '/contacts', 'everything', createContact),
      api('POST', '/contacts/upsert', 'everything', upsertContact),
      api('GET', '/contacts/{id}', 'read_contacts', showContact),
      api('PUT', '/contacts/{id}', 'everything', updateContact),
      api('DELETE', '/contacts/{id}', 'everything', deleteContact),
      api('GET', '/lookup', 'read_contacts', lookUpRecords),
      api('GET', '/search', 'read_contacts', searchRecords),
      api('GET', '/deals/filters', 'everything', listDealViews),
      api('GET', '/deals/view/{id}', 'everything', showDealView),
      api('POST', '/deals', 'everything', createDeal),
      api('GET', '/selector/deal_stages', 'everything', listDealStages),
      api('POST', '/notes', 'everything', createNote),
      api('GET', '/deals/{id}', 'everything', showDeal),
      api('PUT', '/deals/{id}', 'everything', updateDeal),
      api('DELETE', '/deals/{id}', 'everything', deleteDeal),
      { method: 'GET', host, path: '/crm/sales/contacts/{id}', handle: (request) => showContactPage(world, request) },
      { method: 'GET', host, path: '/crm/sales/deals/{id}', handle: (request) => showDealPage(world, request) },
    ],
    around: (request, handle) => withAccount(world, byName(request), handle),
    // `GET /contacts` ends here: contacts are listed by view only.
    notFound: withKey(world, 'read_contacts', recordNotFound),
    rateLimited: tooManyRequests,
    broken: () => problem(500, 'Internal server error'),
  };
}

const perMinute = { calls: 400, milliseconds: 60_000 };
const perHour = { calls: 1000, milliseconds: 60 * 60_000 };

/** Per account and minute, and per account and hour. */
function withAccount(world: World, request: ProductRequest, handle: Handler): Answer {
  const tenant = freshsalesTenants.find((one) => one === request.params.tenant);
  if (!tenant) return errorPage('There is no account at this address');
  if (!request.path.startsWith('/crm/sales/api/')) return handle(request);
  const { windows } = world.state().freshsales;
  const now = world.now();
  const minute = takeFromWindow(windows, `${tenant} minute`, perMinute, now);
  const hour = takeFromWindow(windows, `${tenant} hour`, perHour, now);
  const exceeded = world.state().rateLimitsEnforced && (minute.exceeded || hour.exceeded);
  return exceeded ? tooManyRequests() : handle(request);
}

/** Stands for the page of a contact, so that links lead somewhere. */
function showContactPage(world: World, request: ProductRequest): Answer {
  const contact = world
    .state()
    .freshsales.contacts.find((one) => one.tenant === request.params.tenant && String(one.id) === request.params.id);
  if (!contact) return errorPage('This contact does not exist');
  const title = displayName(contact);
  const body = html`<h1>${title}</h1><dl><dt>E-mail</dt><dd>${contact.email ?? '–'}</dd>
<dt>Mobile</dt><dd>${contact.mobileNumber ?? '–'}</dd><dt>Job title</dt><dd>${contact.jobTitle ?? '–'}</dd></dl>`;
  return page(200, pageLayout({ title, brand: freshsalesBrand, body }));
}

function showDealPage(world: World, request: ProductRequest): Answer {
  const deal = world
    .state()
    .freshsales.deals.find((one) => one.tenant === request.params.tenant && String(one.id) === request.params.id);
  if (!deal) return errorPage('This deal does not exist');
  const body = html`<h1>${deal.name}</h1><dl><dt>Amount</dt><dd>${String(deal.amount)}</dd></dl>`;
  return page(200, pageLayout({ title: deal.name, brand: freshsalesBrand, body }));
}

/** A folder stands for a host: `acme` and `acme.myfreshworks.com` are the same account. */
function byName(request: ProductRequest): ProductRequest {
  const tenant = request.params.tenant?.replace(/\.myfreshworks\.com$/, '');
  return { ...request, params: { ...request.params, tenant } };
}

function errorPage(title: string): Answer {
  return page(404, pageLayout({ title, brand: freshsalesBrand, body: html`<h1>${title}</h1>` }));
}

const freshsalesGuide = [
  { term: 'Accounts', values: freshsalesTenants.map((tenant) => `${tenant} at /freshsales/${tenant}/crm/sales/api`) },
  {
    term: 'Keys',
    values: freshsalesUsers.map(
      ({ name, apiKey, tenant, restricted }) =>
        `${apiKey} (${name} of ${tenant}${restricted ? ', may only read contacts' : ''})`,
    ),
  },
  { term: 'Send it as', values: ['Authorization: Token token=…'] },
  { term: 'Try', values: ['/freshsales/acme/crm/sales/contacts/402000300001'] },
];
