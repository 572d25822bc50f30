import { type Answer, json, page } from '../answer.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import { asObject } from '../request-body.ts';
import { account, good, peopleOf, refused } from './answers.ts';
import { answerAuthorization } from './authorization-page.ts';
import type { FormWay, PlayedDefinition, TokenWay, Way } from './definition.ts';
import { setAt } from './dot-path.ts';
import { exampleOfPattern } from './example-of-pattern.ts';
import { emptyGrants, isLive } from './grants.ts';
import { addressValues, type Customer, customersOf, filled, folderOf, hostOf, typedValues } from './place.ts';
import { answerRevocation } from './revoke.ts';
import { answerTokenRequest, isAskedBy } from './token-endpoint.ts';
import { formValues, isPlaced, placementsOf, type Received } from './wire.ts';

/** A product that plays a definition. */
export interface Play {
  readonly definition: PlayedDefinition;
  readonly answer: (request: Received) => Answer;
  /** What a person types, by the id of the way in; with the customer's name where the product asks for it. */
  readonly typed: (way: string) => Readonly<Record<string, string>>;
  readonly customers: readonly Customer[];
  /** Ends all grants, and all keys if the profile has keys. */
  readonly endAccess: () => void;
  /** Sets the response to a call with a valid credential: `POST /projects/7/issues`, relative to the base URL. */
  readonly answers: Map<string, PlayedAnswer>;
  readonly restoreKeys: () => void;
  /** Requests to a host or an endpoint that the definition does not name, or in another format. */
  readonly complaints: readonly string[];
}

export type PlayedAnswer =
  /** `status` is 200 where it is left out, and the product's own way of saying that all is well goes with it. */
  | { readonly status?: number; readonly body: unknown }
  /** Exactly this response, even if it is not in the product's format. */
  | { readonly instead: Answer };

const SITE = { id: 'site-1', name: 'Acme site' };

/** @param folder where the product's hosts are, e.g. `http://127.0.0.1:1/acme` */
export function play(definition: PlayedDefinition, folder: () => string, now: () => number): Play {
  const grants = emptyGrants();
  const complaints: string[] = [];
  const answers = new Map<string, PlayedAnswer>();
  const customers = customersOf(definition);
  const [ann = { id: '', label: '' }] = peopleOf(definition);
  const tokenWays = definition.profiles.filter((way): way is TokenWay => way.method === 'oauth2');
  const formWays = definition.profiles.filter((way): way is FormWay => way.method !== 'oauth2');
  let keysLive = true;

  const granted = Object.fromEntries(
    Object.entries(definition.grantValues).map(([name, { hosts, pattern }]) => [
      name,
      hosts === undefined
        ? { given: pattern === undefined ? `played-${name}` : exampleOfPattern(pattern), address: undefined }
        : { given: () => `${folder()}/${hostOf(hosts)}`, address: `https://${hostOf(hosts)}` },
    ]),
  );
  const givenText = (name: string): string => {
    const given = granted[name]?.given ?? '';
    return typeof given === 'string' ? given : given();
  };
  const addresses = ({ address: tenant }: Customer) => ({
    tenant,
    siteId: SITE.id,
    siteUrl: `https://${hostOf(definition.sites?.hosts ?? [])}`,
    ...Object.fromEntries(Object.entries(granted).map(([name, { address }]) => [name, address ?? givenText(name)])),
  });
  const givenBy = (source: string) =>
    Object.fromEntries(
      Object.entries(definition.grantValues)
        .filter(([, { from }]) => from === source)
        .map(([name, { at }]) => [at[0] ?? name, givenText(name)]),
    );
  const at = (template: string, customer: Customer, more = {}) =>
    folderOf(filled(template, { ...addresses(customer), ...more }));
  const atSignIn = (template: string, customer: Customer) => at(template, { ...customer, address: customer.signInAt });
  const isAt = (request: Received, template: string, customer: Customer) => {
    const [path = '', query = ''] = atSignIn(template, customer).split('?');
    return request.path === path && isSubset(new URLSearchParams(query), request.query);
  };

  const answer = (request: Received): Answer => {
    for (const way of tokenWays) {
      for (const customer of customers) {
        const scene = { definition, way, customer, grants, now: now(), robot: ann.id };
        if (way.grant === 'authorization_code' && isAt(request, way.authorizationUrl, customer)) {
          return answerAuthorization({ ...scene, way, given: givenBy('callback') }, request);
        }
        if ([way.tokenUrl, way.refreshUrl ?? way.tokenUrl].some((url) => isAt(request, url, customer))) {
          const endpoint = `${folder()}/${request.path}${queryOf(request)}`;
          const said = answerTokenRequest({ ...scene, endpoint, given: givenBy('token') }, request);
          // several ways may share an endpoint; the one whose client and grant it is answers
          if (said.status === 200 || way === lastAt(request, customer)) return noted(said, request);
        }
        const revocationUrl = way.revocation?.url ?? way.revocationUrl;
        if (revocationUrl !== undefined && isRevocation(request, atSignIn(revocationUrl, customer))) {
          const [path = ''] = atSignIn(revocationUrl, customer).split('?');
          const here = { now: now(), endpoint: `${folder()}/${request.path}${queryOf(request)}` };
          return noted(answerRevocation(way, grants, request, path, here), request);
        }
      }
    }
    return answerWithToken(request) ?? answerCall(request);
  };

  const lastAt = (request: Received, customer: Customer) => {
    const here = tokenWays.filter((way) =>
      [way.tokenUrl, way.refreshUrl ?? way.tokenUrl].some((url) => isAt(request, url, customer)),
    );
    return here.findLast((way) => isAskedBy(way, request)) ?? here.at(-1);
  };

  /** Discovery of sites and user info: the token as bearer, whatever the placements are. */
  const answerWithToken = (request: Received): Answer | undefined => {
    const { sites, userInfoUrl } = definition;
    const isSites = sites !== undefined && customers.some((customer) => isAt(request, sites.url, customer));
    const isInfo = userInfoUrl !== undefined && customers.some((customer) => isAt(request, userInfoUrl, customer));
    if (!isSites && !isInfo) return undefined;
    const token = grants.access.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (request.method !== 'GET' || !isLive(token, now())) return refused(definition, false);
    const body: Record<string, unknown> = {};
    if (isInfo) for (const [path, value] of Object.entries(givenBy('userInfo'))) setAt(body, path, value);
    if (isSites) return siteList(body);
    return good(definition, body);
  };

  const siteList = (body: Record<string, unknown>): Answer => {
    const { read, hosts } = definition.sites ?? { read: undefined, hosts: undefined };
    if (read === undefined) return json(404, {});
    const site: Record<string, unknown> = {};
    setAt(site, read.id[0] ?? '', SITE.id);
    setAt(site, read.name[0] ?? '', SITE.name);
    const url = hosts === undefined ? folder() : `${folder()}/${hostOf(hosts)}`;
    if (read.url?.[0] !== undefined) setAt(site, read.url[0], url);
    const found = read.single ? site : [site];
    if (read.list === '') return json(200, read.single ? { ...body, ...site } : found);
    setAt(body, read.list, found);
    return json(200, body);
  };

  /** A call of the product's API, the check among them: by whichever way in its credential is placed. */
  const answerCall = (request: Received): Answer => {
    const places = definition.profiles.flatMap((way) => customers.map((customer) => ({ way, customer })));
    const here = places.filter(({ way, customer }) => baseOf(request, way, customer) !== undefined);
    if (here.length === 0) {
      complaints.push(`${request.method} ${request.path}: no host or path of ${definition.id}`);
      return nobodyHere(definition);
    }
    const isCheck = here.some(({ way, customer }) => isCheckCall(request, way, customer));
    for (const { way, customer } of here) {
      const holder = holderOf(request, way, customer);
      if (holder === undefined) continue;
      const answer = answers.get(`${request.method} ${request.path.slice(baseOf(request, way, customer)?.length)}`);
      if (answer !== undefined) return prepared(answer);
      return isCheck ? account(definition, holder) : good(definition, { done: true });
    }
    return refused(definition, isCheck);
  };

  const prepared = (answer: PlayedAnswer): Answer => {
    if ('instead' in answer) return answer.instead;
    const { status = 200, body } = answer;
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return json(
      status,
      status === 200 && isObject ? { ...asObject(JSON.parse(good(definition).body)), ...body } : body,
    );
  };

  const folderBelow = (template: string, way: Way, customer: Customer) =>
    at(template, customer, way.method === 'oauth2' ? {} : addressValues(way, typedValues(way))).replace(/\/+$/, '');

  const basePath = (way: Way, customer: Customer) => folderBelow(way.baseUrl ?? definition.baseUrl, way, customer);

  /** Below which of the way's APIs a call is. */
  const baseOf = (request: Received, way: Way, customer: Customer) =>
    [way.baseUrl ?? definition.baseUrl, ...Object.values(definition.apis)]
      .map((template) => folderBelow(template, way, customer))
      .find((base) => request.path.startsWith(`${base}/`));

  const isCheckCall = (request: Received, way: Way, customer: Customer) => {
    const { check } = definition;
    const [path = '', query = ''] = check.path.split('?');
    const shape = new RegExp(`^${escaped(`${basePath(way, customer)}${path}`).replace(/\\\{\w+\\\}/g, '[^/]+')}$`);
    return (
      request.method === check.method && shape.test(request.path) && isSubset(new URLSearchParams(query), request.query)
    );
  };

  /** Whose credential is placed in a request, in exactly the way of this profile. */
  const holderOf = (request: Received, way: Way, customer: Customer) => {
    const others = { tenant: customer.said ?? '', siteId: SITE.id };
    const placements = placementsOf(way);
    const [checkPath = ''] = definition.check.path.split('?');
    const path = isCheckCall(request, way, customer) ? `${basePath(way, customer)}${checkPath}` : undefined;
    if (way.method !== 'oauth2') {
      const values = { ...formValues(way, typedValues(way)), ...others };
      return keysLive && customer === customers[0] && isPlaced(placements, values, request, path) ? ann : undefined;
    }
    const values = Object.fromEntries(Object.keys(granted).map((name) => [name, givenText(name)]));
    for (const [accessToken, token] of grants.access) {
      if (token.grant.way.id !== way.id || token.grant.customer.signInAt !== customer.signInAt || !isLive(token, now()))
        continue;
      if (isPlaced(placements, { ...values, ...others, accessToken }, request, path)) {
        return peopleOf(definition).find(({ id }) => id === token.grant.user);
      }
    }
    return undefined;
  };

  const noted = (said: Answer, request: Received): Answer => {
    if (said.status === 400 && said.body.includes('invalid_request')) {
      complaints.push(`${request.method} ${request.path}: ${said.body}`);
    }
    return said;
  };

  return {
    definition,
    answer,
    customers,
    complaints,
    answers,
    typed: (id) => {
      const way = formWays.find((one) => one.id === id);
      const [customer] = customers;
      const tenant = customer?.said === undefined ? {} : { tenant: customer.said };
      if (way === undefined) return tenant;
      const addresses = [
        way.baseUrl ?? definition.baseUrl,
        ...Object.values(definition.apis),
        ...placementsOf(way).map(({ value }) => value),
      ];
      const asked = addresses.some((template) => template.includes('{tenant}')) ? tenant : {};
      const fixed = way.fields.filter(({ visibility = 'visible' }) => visibility !== 'visible').map(({ key }) => key);
      return {
        ...asked,
        ...Object.fromEntries(Object.entries(typedValues(way)).filter(([key]) => !fixed.includes(key))),
      };
    },
    endAccess: () => {
      keysLive = false;
      for (const { grant } of [...grants.access.values(), ...grants.refresh.values()]) grant.alive = false;
    },
    restoreKeys: () => {
      keysLive = true;
    },
  };
}

function queryOf({ query }: Received): string {
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function isSubset(wanted: URLSearchParams, given: URLSearchParams): boolean {
  return [...wanted].every(([name, value]) => given.get(name) === value);
}

/** A path of it may hold a token. */
function isRevocation(request: Received, address: string): boolean {
  const [path = '', query = ''] = address.split('?');
  const shape = new RegExp(`^${escaped(path).replace(/\\\{\w+\\\}/g, '[^/]+')}$`);
  return shape.test(request.path) && isSubset(new URLSearchParams(query), request.query);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** How products with a host for each customer respond for an unknown one. */
function nobodyHere({ name }: PlayedDefinition): Answer {
  const body = html`<h1>There is nothing here</h1>`;
  return page(404, pageLayout({ title: name, brand: { name, accent: '#44546a' }, body }));
}
