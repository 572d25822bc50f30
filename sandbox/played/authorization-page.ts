import { createHmac } from 'node:crypto';
import { type Answer, page, redirect } from '../answer.ts';
import { consentPage, readConsent } from '../consent-page.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import { randomSecret } from '../random-secret.ts';
import { isRegisteredRedirect, redirectWith } from '../registered-redirect.ts';
import { peopleOf } from './answers.ts';
import type { CodeWay, PlayedDefinition } from './definition.ts';
import type { Grants } from './grants.ts';
import type { Customer, PlaceValues } from './place.ts';
import type { Received } from './wire.ts';

export interface ConsentScene {
  readonly definition: PlayedDefinition;
  readonly way: CodeWay;
  readonly customer: Customer;
  readonly grants: Grants;
  readonly now: number;
  /** Additional parameters of the callback. */
  readonly given: PlaceValues;
}

const CODE_LIFE = 2 * 60 * 1000;

/** The consent page. Refuses a request that does not match the definition before it asks anybody. */
export function answerAuthorization(scene: ConsentScene, request: Received): Answer {
  const { definition, way } = scene;
  const wrong = requestProblem(way, request.query);
  if (wrong !== undefined) return errorPage(definition, wrong);
  const people = peopleOf(definition).map(({ id, label }) => ({ id, name: label, email: label }));
  if (request.method === 'GET') {
    const scopes = askedScopes(way, request.query);
    const content = consentPage({
      brand: brandOf(definition),
      appName: 'The bot',
      people,
      permissions: scopes.map((scope) => ({ scope, sentence: definition.scopeTexts[scope] ?? scope })),
      returnTo: request.query.get('redirect_uri') ?? '',
      acceptLabel: 'Accept',
      declineLabel: 'Decline',
    });
    return page(200, content);
  }
  const decision = readConsent(request, people);
  if (decision === undefined) return errorPage(definition, 'The form was not understood.');
  return decided(scene, request, decision);
}

function decided(
  { definition, way, customer, grants, now, given }: ConsentScene,
  { query }: Received,
  { decision, userId }: { readonly decision: string; readonly userId: string },
): Answer {
  const redirectUri = query.get('redirect_uri') ?? '';
  const state = query.get('state') ?? '';
  const iss = way.issuer === undefined ? {} : { iss: way.issuer };
  if (decision !== 'accept') return redirect(redirectWith(redirectUri, { error: 'access_denied', state, ...iss }));
  const code = randomSecret(12);
  const grant = { way, customer, user: userId, scopes: askedScopes(way, query), alive: true };
  grants.codes.set(code, { grant, redirectUri, challenge: query.get('code_challenge'), expiresAt: now + CODE_LIFE });
  return redirect(redirectWith(redirectUri, signed(definition, way, customer, { code, state, ...iss, ...given })));
}

function signed(
  { tenant }: PlayedDefinition,
  { callbackCheck, clientSecret = '' }: CodeWay,
  { said = '' }: Customer,
  answer: PlaceValues,
): PlaceValues {
  if (callbackCheck === undefined) return answer;
  const whole = { ...answer, shop: `${said}${tenant?.suffix ?? ''}`, timestamp: '1' };
  const sorted = Object.entries(whole).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = new URLSearchParams(sorted).toString();
  return { ...whole, hmac: createHmac('sha256', clientSecret).update(text).digest('hex') };
}

function requestProblem(way: CodeWay, query: URLSearchParams): string | undefined {
  const separator = way.scopeSeparator;
  const asked = (query.get('scope') ?? '').split(separator).filter((scope) => scope !== '');
  const checks: readonly (readonly [boolean, string])[] = [
    [query.get('response_type') === 'code', 'response_type must be code'],
    [query.get('client_id') === way.clientId, 'This app is not known.'],
    [isRegisteredRedirect(query.get('redirect_uri') ?? '', 'loopback'), 'The redirect_uri is not registered.'],
    [(query.get('state') ?? '') !== '', 'state is missing'],
    [way.scopes.every((scope) => asked.includes(scope)), `scope must have ${way.scopes.join(separator)}`],
    [asked.every((scope) => !/[\s,]/.test(scope)), 'scopes are separated in another way here'],
    [(query.get('code_challenge') !== null) === way.pkce, way.pkce ? 'PKCE is missing' : 'PKCE is not known here'],
    [!way.pkce || query.get('code_challenge_method') === 'S256', 'only S256 is taken'],
    ...Object.entries(way.authorizationParams).map(
      ([name, value]) => [query.get(name) === value, `${name} must be ${value}`] as const,
    ),
  ];
  return checks.find(([fine]) => !fine)?.[1];
}

function askedScopes(way: CodeWay, query: URLSearchParams): readonly string[] {
  const names = [...new Set(['scope', way.optionalScopeParam])];
  const scopes = names.flatMap((name) => (query.get(name) ?? '').split(way.scopeSeparator));
  return [...new Set(scopes.filter((scope) => scope !== ''))];
}

function brandOf({ name }: PlayedDefinition) {
  return { name, accent: '#44546a' };
}

function errorPage(definition: PlayedDefinition, sentence: string): Answer {
  const body = html`<h1>This does not work</h1><p>${sentence}</p>`;
  return page(400, pageLayout({ title: definition.name, brand: brandOf(definition), body }));
}
