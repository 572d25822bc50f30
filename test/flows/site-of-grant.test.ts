import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Authorizer, createAuthorizer, type Owner } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callOf } from '../integrations/played-world.ts';
import { verbsOf } from '../verbs-of.ts';

let server: Server;
let authorizer: Authorizer;
let sites: readonly { readonly id: string; readonly name: string; readonly url?: string }[];
let calls: string[];

/** A product whose tokens reach the places that are listed there. */
beforeEach(async () => {
  calls = [];
  sites = [{ id: 's1', name: 'Berlin' }];
  server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    calls.push(`${method} ${url}`);
    const answers: Readonly<Record<string, unknown>> = {
      '/token': { access_token: 'token-of-the-bot', token_type: 'Bearer' },
      '/sites': { sites },
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answers[url] ?? { id: 'ann', done: true }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const way = {
    method: 'oauth2',
    grant: 'client_credentials',
    clientId: 'c',
    clientSecret: 's',
    tokenUrl: `${url}/token`,
  } as const;
  const acme = defineIntegration({
    id: 'acme',
    name: 'Acme',
    baseUrl: `${url}/{{siteId}}`,
    sites: { noun: 'site', url: `${url}/sites`, read: { list: 'sites', id: 'id', name: 'name', url: 'url' } },
    profiles: [
      { ...way, id: 'bot', title: 'The bot itself' },
      { ...way, id: 'obo', title: 'The bot’s sign-in', exchange: {} },
      { ...way, id: 'above', title: 'Above all sites', baseUrl: `${url}/all` },
    ],
    check: { path: '/me', account: { id: 'id' } },
    allowInsecureLoopback: true,
  });
  authorizer = await createAuthorizer({
    publicUrl: 'http://127.0.0.1:1',
    store: 'sqlite::memory:',
    keys: `k1:${btoa('x'.repeat(32))}`,
    integrations: [acme],
    allowUnauthenticatedLoopback: true,
    logger: () => {},
  });
});
afterEach(async () => {
  await authorizer.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const owner: Owner = { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user: 'ann' };
const exchange = (site?: string) =>
  verbsOf(authorizer).exchangeTokenFor({
    owner,
    ownerName: 'Ann',
    conversation: { key: 'c', kind: 'personal', reference: {} },
    integration: 'acme',
    token: 'token-of-ann',
    ...(site === undefined ? {} : { site }),
  });
const share = (profile: string, values: Readonly<Record<string, string>> = {}) =>
  authorizer.operator.shareConnection({ actor: { name: 'D' }, integration: 'acme', profile, values });

describe('a token of a person that the bot has', () => {
  it('is used at the only site that it reaches', async () => {
    expect(await exchange()).toMatchObject({ status: 'connected' });
    await verbsOf(authorizer).runAction({ owner, action: callOf('acme'), input: {} });
    expect(calls).toEqual(['POST /token', 'GET /sites', 'GET /s1/me', 'POST /s1/things']);
    expect(await verbsOf(authorizer).listConnections(owner)).toMatchObject([{ site: { id: 's1', name: 'Berlin' } }]);
  });

  it('is used at none of several until one is named, by its id or its name', async () => {
    sites = [...sites, { id: 's2', name: 'Paris' }];
    expect(await exchange()).toMatchObject({ status: 'choose_site', sites: [{ id: 's1' }, { id: 's2' }] });
    expect(await exchange('s3')).toMatchObject({ status: 'choose_site' });
    expect(await verbsOf(authorizer).listConnections(owner)).toEqual([]);
    expect(calls.filter((call) => call.endsWith('/me'))).toEqual([]);
    expect(await exchange('paris')).toMatchObject({ status: 'connected' });
    expect(await verbsOf(authorizer).listConnections(owner)).toMatchObject([{ site: { id: 's2' } }]);
  });

  it('that reaches nothing is refused, and never used at a site of another name', async () => {
    sites = [];
    expect(await exchange()).toEqual({ status: 'refused' });
    sites = [{ id: '../..', name: 'x' }];
    expect(await exchange()).toEqual({ status: 'unreachable' });
    expect(calls.filter((call) => call.endsWith('/me'))).toEqual([]);
  });

  it.each([
    ['id', { id: 'token-of-the-bot', name: 'Berlin' }],
    ['name', { id: 's1', name: 'Berlin (token-of-the-bot)' }],
    ['address', { id: 's1', name: 'Berlin', url: 'https://acme.example/?as=token-of-the-bot' }],
  ])('is not used at a site whose %s is the token itself: nothing of it is stored or shown', async (_where, site) => {
    sites = [{ id: 's2', name: 'Paris' }, site];
    expect(await exchange('s2')).toEqual({ status: 'unreachable' });
    expect(await exchange()).toEqual({ status: 'unreachable' });
    expect(await verbsOf(authorizer).listConnections(owner)).toEqual([]);
  });
});

describe('a bot that signs in by itself', () => {
  it('is connected at the only site', async () => {
    expect(await share('bot')).toMatchObject({ status: 'connected' });
    expect(calls).toEqual(['POST /token', 'GET /sites', 'GET /s1/me']);
  });

  it('is asked which one where there are several', async () => {
    sites = [...sites, { id: 's2', name: 'Paris' }];
    expect(await share('bot')).toMatchObject({
      status: 'invalid',
      field: { key: 'site', choices: [{ value: 's1', title: 'Berlin' }, { value: 's2' }] },
      reason: 'missing',
    });
    expect(await share('bot', { site: 'Rome' })).toMatchObject({ status: 'invalid', reason: 'not_a_choice' });
    expect(await share('bot', { site: 's2' })).toMatchObject({ status: 'connected' });
  });

  it('needs none where its way leads past all of them', async () => {
    sites = [];
    expect(await share('above')).toMatchObject({ status: 'connected' });
    expect(calls).toEqual(['POST /token', 'GET /all/me']);
  });
});
