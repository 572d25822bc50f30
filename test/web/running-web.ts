import { randomBytes } from 'node:crypto';
import { createServer, type RequestHandler, type Server } from 'restify';
import { translate } from '../../src/actions/sentences/translate.ts';
import { beginAuthorization } from '../../src/flows/begin-authorization.ts';
import type { BeginInput } from '../../src/flows/begin-outcome.ts';
import { heardSoon } from '../../src/flows/heard-soon.ts';
import { unobserved } from '../../src/flows/observe.ts';
import type { Services, Settings } from '../../src/flows/services.ts';
import { trackUnderWay } from '../../src/flows/under-way.ts';
import { nearestLanguage } from '../../src/languages/language-tag.ts';
import type { LogEvent } from '../../src/logger.ts';
import type { Authorization } from '../../src/model/authorization.ts';
import type { HttpRequest, HttpResponse } from '../../src/model/http.ts';
import type { Integration } from '../../src/model/integration.ts';
import type { Owner } from '../../src/model/owner.ts';
import type { PublicAuthorization } from '../../src/model/public-authorization.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { openVault } from '../../src/vault/vault.ts';
import { closeServer } from '../../src/web/close-server.ts';
import { mountOnRestify } from '../../src/web/mount-on-restify.ts';
import type { PageTexts } from '../../src/web/page-texts/page-texts.ts';
import { pageTexts } from '../../src/web/page-texts/tables.ts';
import { pagesHandler } from '../../src/web/pages-handler.ts';
import type { WebHandler } from '../../src/web/web-handler.ts';
import { HttpBrowser } from './http-browser.ts';
import { forms, tracker } from './integrations.ts';

/** The pages on a real restify server, over real flows and a real vault; only the products are made up. */
export interface RunningWeb {
  readonly url: string;
  /** The pages alone. */
  readonly handler: WebHandler;
  readonly services: Services;
  readonly logged: LogEvent[];
  /** What was sent to products. */
  readonly sentToProducts: HttpRequest[];
  readonly clock: { now: number };
  browser(): HttpBrowser;
  begin(input?: Partial<BeginInput>): Promise<{ readonly path: string; readonly authorization: PublicAuthorization }>;
  /** As it is kept now. */
  kept(authorization: { readonly id: string }): Promise<Authorization | undefined>;
  close(): Promise<void>;
}

export interface WebSetup {
  /** Default: where the server listens. */
  readonly publicUrl?: string;
  readonly settings?: Partial<Settings>;
  readonly texts?: PageTexts;
  readonly integrations?: readonly Integration[];
  /** Plugins of the host, added before the pages. */
  readonly use?: readonly RequestHandler[];
  readonly requestsPerMinute?: number;
  readonly formSecrets?: readonly string[];
  readonly bodyDeadline?: number;
  readonly services?: Partial<Services>;
  /** Mounts more on the same server. */
  readonly also?: (server: Server, services: Services) => Promise<void> | void;
  /** What products answer. */
  readonly answer?: (request: HttpRequest) => Promise<HttpResponse> | HttpResponse;
}

export const BOB: Owner = { kind: 'user', bot: 'bot', channel: 'msteams', tenant: 't', user: 'bob' };
export const ALICE: Owner = { kind: 'user', bot: 'bot', channel: 'msteams', tenant: 't', user: 'alice' };
export const SECRET = 'a session secret that is long enough';

export async function startWeb(setup: WebSetup = {}): Promise<RunningWeb> {
  const server = createServer();
  if (setup.use !== undefined) server.use(...setup.use);
  const url = await listening(server);
  const publicUrl = setup.publicUrl ?? url;
  const clock = { now: Date.parse('2026-09-01T12:00:00Z') };
  const logged: LogEvent[] = [];
  const sentToProducts: HttpRequest[] = [];
  const integrations = setup.integrations ?? [tracker(), forms()];
  const store = await openStore('sqlite::memory:');
  const vault = await openVault(store, parseKeys(`k1:${randomBytes(32).toString('base64')}`));
  const services: Services = {
    now: () => clock.now,
    randomBytes,
    vault,
    http: {
      sender: () => async (request) => {
        sentToProducts.push(request);
        return (setup.answer ?? answerAsProducts)(request);
      },
      api: () => {
        throw new Error('no action runs here');
      },
    },
    declared: integrations,
    integrations: new Map(integrations.map((integration) => [integration.id, integration])),
    setups: new Map(),
    consoles: new Set(),
    bot: 'bot',
    attention: () => {},
    actions: new Map(),
    settings: {
      publicUrl,
      botName: 'Helpdesk Bot',
      confirm: 'last',
      credentialEntry: 'chat',
      contact: 'the help desk',
      ...setup.settings,
    },
    log: (event) => logged.push(event),
    wake: () => {},
    uses: new Map(),
    refused: new Map(),
    begun: new Map(),
    begunAt: new Map(),
    renewals: new Map(),
    renewalsOver: heardSoon(),
    observe: unobserved,
    underWay: trackUnderWay(),
    processId: 'test',
    ...setup.services,
  };
  const pages = pagesHandler({
    services,
    formSecrets: setup.formSecrets ?? [SECRET],
    textsIn: (locale) => setup.texts ?? pageTexts[nearestLanguage(locale)],
    translate: (text, locale) => translate(text, locale),
    requestsPerMinute: setup.requestsPerMinute ?? 1000,
    ...(setup.bodyDeadline === undefined ? {} : { bodyDeadline: setup.bodyDeadline }),
  });
  mountOnRestify(server, pages);
  await setup.also?.(server, services);
  return {
    url,
    handler: pages,
    services,
    logged,
    sentToProducts,
    clock,
    browser: () => new HttpBrowser(url, publicUrl.startsWith('https') ? { 'x-forwarded-proto': 'https' } : {}),
    begin: async (input = {}) => {
      const outcome = await beginAuthorization(services, {
        owner: BOB,
        ownerName: 'Bob Jones',
        conversation: { key: 'chat of bob', kind: 'personal', reference: {} },
        integration: 'tracker',
        purpose: 'create the issue',
        scopes: ['write:issue'],
        ...input,
      });
      if (outcome.status !== 'begun') throw new Error(outcome.status);
      return { path: new URL(outcome.link).pathname, authorization: outcome.authorization };
    },
    kept: (authorization) => vault.authorizations.byId(authorization.id),
    close: async () => {
      await closeServer(server, 0);
      await vault.close();
    },
  };
}

export function json(body: unknown, status = 200): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Every code and every key is right. */
export function answerAsProducts({ url }: HttpRequest): HttpResponse {
  const { pathname } = new URL(url);
  if (pathname === '/token') return json({ access_token: 'the-access-token', token_type: 'bearer', expires_in: 3600 });
  if (pathname === '/sites') return json([{ id: 's1', name: 'Support', url: 'https://support.tracker.example' }]);
  return json({ id: 'u1', email: 'bob@corp.example' });
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

/** A person who has claimed a link and stands at the product. */
export async function arriveAtProduct(web: RunningWeb, input: Partial<BeginInput> = {}) {
  const { path, authorization } = await web.begin(input);
  const browser = web.browser();
  const { text } = await browser.submit(path);
  const state = /[?&;]state=([\w-]+)/.exec(text)?.[1] ?? '';
  return { browser, state, authorization };
}

/** Why attempts have ended, as their conversations will be told. */
export async function toldInChat({ services, clock }: RunningWeb): Promise<readonly string[]> {
  const due = await services.vault.errands.due(clock.now, 100);
  return due.flatMap((errand) => {
    if (errand.owes !== 'attempt_over') return [];
    if (errand.status === 'ended') return errand.reason ?? errand.why;
    return errand.status === 'asking' && errand.ask.kind === 'retry' ? errand.ask.why : [];
  });
}
