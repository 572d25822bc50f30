import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Authorizer, createAuthorizer, type Owner } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verbsOf } from '../verbs-of.ts';
import { callOf } from './played-world.ts';

/** Where a product, or somebody in its place, would like to have the credential. */
let thief: Server;
let stolen: string[];
let product: Server;
let calls: string[];
let answers: Record<string, unknown>;
let redirected: { readonly path: string; readonly status: number } | undefined;
let authorizer: Authorizer;

beforeEach(async () => {
  stolen = [];
  calls = [];
  redirected = undefined;
  thief = await started((request) => {
    stolen.push(`${request.method} ${request.url}`);
    return { status: 200, body: { id: 'thief', access_token: 'x', token_type: 'Bearer' } };
  });
  product = await started((request) => {
    const { method = '', url = '' } = request;
    calls.push(`${method} ${url}`);
    if (url === redirected?.path) {
      return { status: redirected.status, location: `${originOf(thief)}/steal?from=${url}` };
    }
    return { status: 200, body: answers[url] ?? { id: 'ann', done: true } };
  });
  const url = originOf(product);
  answers = {
    '/token': { access_token: 'at', refresh_token: 'rt', token_type: 'Bearer', instance: `${url}/na4.acme.example` },
    '/info': { org: 'o1', server: `${url}/na4.acme.example` },
    '/sites': [{ id: 's1', name: 'One', url: `${url}/na4.acme.example` }],
  };
});
afterEach(async () => {
  await authorizer.close();
  await Promise.all([thief, product].map(ended));
});

const owner: Owner = { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user: 'ann' };

/** Somebody connects, calls both APIs, and disconnects; as far as it goes. */
async function live(changes: object = {}): Promise<string> {
  const url = originOf(product);
  const acme = defineIntegration({
    id: 'acme',
    name: 'Acme',
    baseUrl: '{{siteUrl}}/{{siteId}}',
    apis: { other: '{{instance}}/other', third: `${url}/third/{{org}}` },
    grantValues: {
      instance: { from: 'token', at: 'instance', hosts: ['.acme.example'] },
      server: { from: 'userInfo', at: 'server', hosts: ['.acme.example'] },
      org: { from: 'userInfo', at: 'org' },
    },
    userInfoUrl: `${url}/info`,
    sites: {
      noun: 'site',
      url: `${url}/sites`,
      hosts: ['.acme.example'],
      read: { id: 'id', name: 'name', url: 'url' },
    },
    profiles: [
      {
        id: 'obo',
        title: 'Sign-in',
        method: 'oauth2',
        grant: 'client_credentials',
        clientId: 'c',
        clientSecret: 's',
        tokenUrl: `${url}/token`,
        revocationUrl: '{{server}}/revoke',
        exchange: {},
        ...changes,
      },
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
  const { status } = await verbsOf(authorizer).exchangeTokenFor({
    owner,
    ownerName: 'Ann',
    conversation: { key: 'c', kind: 'personal', reference: {} },
    integration: 'acme',
    token: 'token-of-ann',
  });
  if (status !== 'connected') return status;
  const calling = [callOf('acme'), callOf('acme', 'other'), callOf('acme', 'third')];
  const outcomes = await Promise.all(
    calling.map((action) => verbsOf(authorizer).runAction({ owner, action, input: {} })),
  );
  const { atProduct } = {
    atProduct: 'none',
    ...(await verbsOf(authorizer).disconnect({ owner, integration: 'acme' })),
  };
  return [...outcomes.map((outcome) => outcome.status), atProduct].join(' ');
}

const EVERYWHERE = [
  '/token',
  '/info',
  '/sites',
  '/na4.acme.example/s1/me',
  '/na4.acme.example/s1/things',
  '/na4.acme.example/other/things',
  '/third/o1/things',
  '/na4.acme.example/revoke',
];

describe('a product that wants the credential to go elsewhere', () => {
  it('gets it at all of its own places first', async () => {
    expect(await live()).toBe('done done done revoked');
    expect(new Set(calls.map((call) => call.split(' ')[1]))).toEqual(new Set(EVERYWHERE));
    expect(stolen).toEqual([]);
  });

  it.each(EVERYWHERE.flatMap((path) => [301, 302, 303, 307, 308].map((status) => [path, status] as const)))(
    'redirects %s with %i, and is not followed',
    async (path, status) => {
      redirected = { path, status };
      expect(await live()).not.toBe('done done done revoked');
      expect(calls.some((call) => call.endsWith(path))).toBe(true);
      expect(stolen).toEqual([]);
    },
  );

  const elsewhere = (origin: string) => [
    origin,
    `${origin}/na4.acme.example`,
    `${origin}/x@na4.acme.example`,
    `http://na4.acme.example@${origin.slice('http://'.length)}/`,
    'https://evil.example',
    'https://acme.example.evil.example',
    'https://na4.acme.example.evil.example/na4.acme.example',
    'https://a.b.acme.example',
    '//evil.example',
    'javascript:alert(1)',
    '{{accessToken}}.acme.example',
  ];

  it.each(['instance', 'server', 'url'])('names other hosts as %s, and is not believed', async (member) => {
    for (const address of elsewhere(originOf(thief))) {
      answers['/token'] = { ...own('/token'), ...(member === 'instance' ? { instance: address } : {}) };
      answers['/info'] = { ...own('/info'), ...(member === 'server' ? { server: address } : {}) };
      if (member === 'url') answers['/sites'] = [{ id: 's1', name: 'One', url: address }];
      await live();
      // a stand-in has folders for hosts, on whichever port of this machine
      expect(
        stolen.filter((call) => !call.includes('na4.acme.example')),
        address,
      ).toEqual([]);
      await authorizer.close();
    }
  });

  it.each([
    '..',
    '../..',
    '..%2F..',
    '',
    'a/../../..',
    '\u0000',
    'o1\r\nHost: evil.example',
    '{{accessToken}}',
    '@evil.example/',
  ])('says %j for a value in a path, and does not leave its folder by it', async (org) => {
    answers['/info'] = { ...own('/info'), org };
    await live();
    const strayed = calls.filter((call) => !EVERYWHERE.includes(call.split(' ')[1] ?? '') && !call.includes('/third/'));
    expect(strayed).toEqual([]);
    expect(calls.join()).not.toContain('at/');
    expect(stolen).toEqual([]);
  });
});

function own(path: string): object {
  const answer = answers[path];
  return typeof answer === 'object' && answer !== null ? answer : {};
}

interface Answered {
  readonly status: number;
  readonly body?: unknown;
  readonly location?: string;
}

async function started(answer: (request: IncomingMessage) => Answered): Promise<Server> {
  const server = createServer((request, response) => {
    const { status, body = {}, location } = answer(request);
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(location === undefined ? {} : { location }),
    });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function ended(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
