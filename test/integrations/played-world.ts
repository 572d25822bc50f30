import { randomBytes } from 'node:crypto';
import { type Authorizer, createAuthorizer, defineAction, type Integration } from 'latchkey';
import { type PlayedSandbox, startPlayed } from 'latchkey/sandbox';
import { createServer } from 'restify';
import { z } from 'zod';
import { PERSON_TOKEN } from '../../sandbox/played/token-endpoint.ts';
import { exampleSecret } from '../../scripts/example-secrets.ts';
import { clientCredentialsGrant, tokenExchangeGrant } from '../../src/auth-methods/oauth2/protocol.ts';
import { createGuardedHttp } from '../../src/http/guarded-http.ts';
import { fromCatalog } from '../../src/integrations/from-catalog.ts';
import { optionName, secretsIn } from '../../src/integrations/secrets-in.ts';
import { list, record, text } from '../../src/model/json.ts';
import { type Person, personAt } from './open-products.ts';

/** The library as a bot has it, with products that play definitions; one clock for all. */
export interface PlayedWorld {
  readonly authorizer: Authorizer;
  readonly sandbox: PlayedSandbox;
  person(): Person;
  advance(milliseconds: number): void;
  close(): Promise<void>;
}

/** One ring, because several worlds may share a store. */
const KEYS = `k1:${randomBytes(32).toString('base64')}`;

/** @param change what an integration is before the bot gets it */
export async function openPlayedWorld(
  definitions: readonly unknown[],
  { store = 'sqlite::memory:', change = (one) => one, as = definitions }: WorldOptions = {},
): Promise<PlayedWorld> {
  let clock = Date.parse('2026-12-01T09:00:00Z');
  const now = () => clock;
  const sandbox = await startPlayed(definitions.map(withOwnHosts), { now, secrets: secretOf });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const authorizer = await createAuthorizer({
    publicUrl: `http://127.0.0.1:${server.address().port}`,
    store,
    keys: KEYS,
    integrations: as.map((json) => change(atPlayed(json, sandbox))),
    allowUnauthenticatedLoopback: true,
    logger: () => {},
    now,
  });
  authorizer.mount(server);
  return {
    authorizer,
    sandbox,
    person: () => {
      // the pages count the requests of an address in a minute, and all people here have the same one
      clock += 61_000;
      return personAt(authorizer, sandbox);
    },
    advance: (milliseconds) => {
      clock += milliseconds;
    },
    close: async () => {
      await authorizer.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
      await sandbox.close();
    },
  };
}

/** A token for the bot itself, by a profile of an integration that is at its stand-in. */
export async function botToken(integration: Integration, profileId: string): Promise<string> {
  const profile = integration.profiles.find(({ id }) => id === profileId);
  if (profile?.method !== 'oauth2' || profile.grant !== 'client_credentials') throw new Error('no bot signs in so');
  const { origin } = new URL(profile.tokenUrl);
  const send = createGuardedHttp().sender({ origins: [origin], allowInsecureLoopback: true });
  const context = { send, now: Date.parse('2026-12-01T09:00:00Z') };
  const { accessToken } =
    profile.exchange === undefined
      ? await clientCredentialsGrant(profile, context)
      : await tokenExchangeGrant(profile, profile.exchange, PERSON_TOKEN, context);
  return accessToken;
}

interface WorldOptions {
  /** What the library has for them, where it has something else. */
  readonly as?: readonly unknown[];
  readonly store?: string;
  readonly change?: (integration: Integration) => Integration;
}

/** Of the deployment and of the stand-in alike. */
export const secretOf = exampleSecret;

/** What the deployment lists for products whose customers have hosts of their own. */
export function ownHosts(json: unknown): { readonly hosts?: readonly string[] } {
  return Array.isArray(record(record(json).tenant).hosts) ? { hosts: OWN_HOSTS } : {};
}

function withOwnHosts(json: unknown): unknown {
  const { hosts } = ownHosts(json);
  const { tenant } = record(json);
  return hosts === undefined
    ? json
    : { ...record(json), tenant: { ...record(tenant), hosts: [...list(record(tenant).hosts), ...hosts] } };
}

const OWN_HOSTS = ['own.acme.example', 'own.globex.example'];

/** The definition as the library has it, with all of its addresses at the stand-in. */
export function atPlayed(json: unknown, sandbox: PlayedSandbox): Integration {
  const id = text(record(json).id);
  const options = secretsIn(json).map((secret) => [optionName(id, secret), secretOf(secret)] as const);
  return fromCatalog(json, {
    ...Object.fromEntries(options),
    ...ownHosts(json),
    sandbox: { url: sandbox.product(id).url },
  });
}

/** A call of a product's API; of another one than that at its base URL by its name. */
export function callOf(integration: string, name?: string) {
  return defineAction({
    id: `${integration}.call`,
    title: 'Call',
    purpose: 'call it',
    integration,
    scopes: [],
    input: z.object({}),
    run: async (api, _input, { apiAt }) => {
      const { data } = await (name === undefined ? api : apiAt(name)).post<{ done?: boolean }>('/things', {});
      return data.done === true;
    },
  });
}
