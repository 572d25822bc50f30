import { type Answer, page } from '../answer.ts';
import { html } from '../html.ts';
import { type Brand, pageLayout } from '../page-layout.ts';
import type { Handler, Product, ProductRequest, Route } from '../product.ts';
import type { World } from '../world.ts';
import { failure, success } from './envelope.ts';
import { getForm, getProperties, getQuestions, listForms } from './forms.ts';
import { jotformHosts } from './jotform-hosts.ts';
import { type KeyHolder, withKey } from './key-holder.ts';
import { quotaExceeded } from './quota.ts';
import { type JotformRegion, jotformAccounts, jotformForms } from './seed.ts';
import { deleteSubmission, getSubmission, listSubmissions, submit } from './submissions.ts';

const jotformBrand: Brand = { name: 'Jotform', accent: '#c2410c' };

/**
 * Jotform, with an API key.
 * @see https://api.jotform.com/docs/
 */
export function jotformProduct(world: World): Product {
  return {
    name: 'jotform',
    brand: jotformBrand,
    prefixes: [...Object.values(jotformHosts), '/jotform-pages'],
    routes: [
      ...routesOf(world, 'us'),
      ...routesOf(world, 'eu'),
      ...routesOf(world, 'hipaa'),
      { method: 'GET', host: '/jotform-pages', path: '/{id}', handle: showForm },
    ],
    notFound: (request) => guardedNotFound(world, request),
    guide: () => jotformGuide,
    rateLimited: () => quotaExceeded(world),
    broken: () => failure(500, 'Internal Server Error'),
  };
}

/** Both forms of the path work, with `/v1` and without. */
function routesOf(world: World, region: JotformRegion): readonly Route[] {
  type Serve = (holder: KeyHolder, request: ProductRequest) => Answer;
  const routes: readonly (readonly [Route['method'], string, string, Serve])[] = [
    ['GET', '/user', 'user', getUser],
    ['GET', '/user/forms', 'user-forms', (...call) => listForms(world, ...call)],
    ['GET', '/form/{id}', 'form-id', (...call) => getForm(world, ...call)],
    ['GET', '/form/{id}/questions', 'form-id-questions', getQuestions],
    ['GET', '/form/{id}/properties', 'form-id-properties', getProperties],
    ['GET', '/form/{id}/submissions', 'form-id-submissions', (...call) => listSubmissions(world, ...call)],
    ['POST', '/form/{id}/submissions', 'form-id-submissions', (...call) => submit(world, ...call)],
    ['GET', '/submission/{id}', 'submission-id', (...call) => getSubmission(world, ...call)],
    ['DELETE', '/submission/{id}', 'submission-id', (...call) => deleteSubmission(world, ...call)],
  ];
  const host = jotformHosts[region];
  return [host, `${host}/v1`].flatMap((versioned) =>
    routes.map(([method, path, routeName, serve]) => {
      const handle: Handler = withKey(world, region, routeName, serve);
      return { method, host: versioned, path, handle };
    }),
  );
}

function getUser({ account, callsLeft }: KeyHolder): Answer {
  const user = {
    username: account.username,
    name: account.name,
    email: account.email,
    website: '',
    time_zone: 'America/New_York',
    account_type: 'https://api.jotform.com/system/plan/FREE',
    status: 'ACTIVE',
    created_at: '2024-03-01 09:00:00',
    updated_at: '2026-09-01 09:00:00',
    ...(account.region === 'eu' && { euOnly: '1' }),
    ...(account.region === 'hipaa' && { isHIPAA: '1' }),
  };
  return success(user, callsLeft);
}

const jotformGuide = [
  ...jotformAccounts.map((account) => ({
    term: `${account.name} (${account.region.toUpperCase()} host)`,
    values: [account.fullAccessKey, ...(account.readOnlyKey ? [`${account.readOnlyKey} (read only)`] : [])],
  })),
  { term: 'Send it as', values: ['APIKEY: …', '?apiKey=…'] },
  { term: 'Hosts', values: Object.entries(jotformHosts).map(([region, path]) => `${region.toUpperCase()} at ${path}`) },
];

/** Only a valid key is told that a path does not exist. */
function guardedNotFound(world: World, request: ProductRequest): Answer {
  const prefix = request.url.pathname.split('/')[1];
  const region: JotformRegion = prefix === 'jotform-eu' ? 'eu' : prefix === 'jotform-hipaa' ? 'hipaa' : 'us';
  const path = request.path.replace(/^\/v1(?=\/)/, '');
  const absent = () => failure(404, `Requested URL (${path}) is not available!`);
  return withKey(world, region, path.slice(1).replaceAll('/', '-'), absent)(request);
}

/** Stands for the public page of a form, so that links lead somewhere. */
function showForm(request: ProductRequest): Answer {
  const form = jotformForms.find(({ id }) => id === request.params.id);
  const title = form?.title ?? 'This form does not exist';
  const questions = form?.questions.map(({ text, type }) => html`<li>${text}<small>${type}</small></li>`);
  const body = html`<h1>${title}</h1><ul class="plain">${questions}</ul>`;
  return page(form ? 200 : 404, pageLayout({ title, brand: jotformBrand, body }));
}
