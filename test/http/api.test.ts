import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import axios, { type AxiosRequestConfig } from 'axios';
import { afterEach, describe, expect, it } from 'vitest';
import type { RequestParts } from '../../src/auth-methods/auth-method.ts';
import {
  ApiCallError,
  HostRefusedError,
  LatchkeyError,
  OAuthRefusedError,
  ProviderUnreachableError,
  ReauthorizationNeededError,
} from '../../src/errors.ts';
import { type ApiOptions, type CredentialSource, createGuardedHttp } from '../../src/http/guarded-http.ts';
import { answerJson, type Received, startServer, type TestServer } from './start-server.ts';

const SECRET = 'canary-51c0de';
const servers: TestServer[] = [];
const start: typeof startServer = async (handle) => {
  const server = await startServer(handle);
  servers.push(server);
  return server;
};
const ok = () => start((_request, response) => answerJson(response, 200, { ok: true }));

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Source extends CredentialSource {
  readonly calls: string[];
}

/** A bearer token that changes with every renewal. */
function source(parts: Partial<CredentialSource> = {}): Source {
  const calls: string[] = [];
  let generation = 1;
  return {
    calls,
    apply: async (request) => ({
      ...request,
      headers: { ...request.headers, Authorization: `Bearer ${SECRET}-${generation}` },
    }),
    fresh: () => true,
    ...parts,
    renew: async () => {
      calls.push('renew');
      const renewed = (await parts.renew?.()) ?? true;
      if (renewed) generation += 1;
      return renewed;
    },
    refused: async (reason) => void calls.push(`refused ${reason}`),
  };
}

function apiOf(server: TestServer, options: Partial<ApiOptions> = {}, http = createGuardedHttp({ timeoutMs: 1_000 })) {
  return http.api({
    guard: server.guard,
    baseUrl: `${server.origin}/base`,
    credentials: source(),
    rules: {},
    ...options,
  });
}

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => new Error(`succeeded with ${inspect(value)}`),
    (error: unknown) => error,
  );

describe('the api of an action', () => {
  it('is an axios instance below its base URL with the credential in place', async () => {
    const server = await ok();
    const { data, status } = await apiOf(server).get('/things?s=a%20b', { params: { a: 'x y', b: [1, 2] } });
    expect({ data, status }).toEqual({ data: { ok: true }, status: 200 });
    expect(server.received[0]?.url).toBe('/base/things?s=a%20b&a=x+y&b%5B%5D=1&b%5B%5D=2');
    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${SECRET}-1`);
  });

  it.each(['get', 'delete', 'head', 'options'] as const)('sends %s', async (method) => {
    const server = await ok();
    await apiOf(server)[method]('things');
    expect(server.received[0]).toMatchObject({ method: method.toUpperCase(), url: '/base/things' });
  });

  it.each(['post', 'put', 'patch'] as const)('sends JSON by %s', async (method) => {
    const server = await ok();
    await apiOf(server)[method]('/things', { name: 'größe', list: [1] });
    expect(server.received[0]).toMatchObject({ method: method.toUpperCase(), body: '{"name":"größe","list":[1]}' });
    expect(server.received[0]?.headers['content-type']).toBe('application/json');
  });

  it('sends forms with repeated names, form data, buffers and streams', async () => {
    const server = await ok();
    const api = apiOf(server);
    await api.post('/form', new URLSearchParams('a=1&a=2'));
    const form = new FormData();
    form.set('file', new Blob(['content']), 'f.txt');
    await api.post('/data', form);
    await api.post('/bytes', Buffer.from('bytes'), { headers: { 'content-type': 'application/octet-stream' } });
    await api.post('/stream', Readable.from(['one ', 'two']), { headers: { 'content-type': 'text/plain' } });
    expect(server.received.map(({ body }) => body)).toEqual([
      'a=1&a=2',
      expect.stringContaining('content'),
      'bytes',
      'one two',
    ]);
    expect(server.received[1]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  });

  it('sends the forms of axios and blobs, again after a renewal too', async () => {
    const server = await start((request, response) => {
      if (request.headers.authorization?.endsWith('-1')) return void response.writeHead(401).end();
      response.setHeader('content-type', 'application/json').end('{}');
    });
    const patient = createGuardedHttp();
    await apiOf(server, {}, patient).postForm('/form', { a: 'größe', file: Buffer.from('content') });
    await apiOf(server, { credentials: source() }, patient).post('/blob', new Blob(['content'], { type: 'text/csv' }));
    const sent = server.received.map(({ headers, body }) => ({ type: headers['content-type'], body }));
    expect(sent).toHaveLength(4);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[1]?.type).toMatch(/^multipart\/form-data; boundary=/);
    expect(sent[1]?.body).toContain('größe');
    expect(sent[1]?.body).toContain('content');
    expect(sent[3]).toEqual({ type: 'text/csv', body: 'content' });
  });

  it('answers text, bytes and streams where they are asked for', async () => {
    const server = await start((_request, response) => void response.end('\ufeff{"a":1}'));
    const api = apiOf(server);
    expect((await api.get('/')).data).toEqual({ a: 1 });
    expect((await api.get('/', { responseType: 'text', transformResponse: (text) => text })).data).toBe('{"a":1}');
    expect((await api.get('/', { responseType: 'arraybuffer' })).data.length).toBe(10);
    const { data } = await api.get('/', { responseType: 'stream' });
    expect(Buffer.concat(await data.toArray()).toString()).toContain('{"a":1}');
  });

  it('puts credentials into query, path and bodies without changing anything else there', async () => {
    const server = await ok();
    const credentials = source({
      apply: async (parts: RequestParts) => ({
        ...parts,
        path: parts.path.replace('{account}', 'a%2Fb'),
        query: { ...parts.query, key: SECRET },
        ...(parts.body === undefined ? {} : { body: { ...parts.body, key: SECRET } }),
      }),
    });
    const api = apiOf(server, { credentials });
    await api.get('/{account}/list?tag=a&tag=b', { params: { q: 'x' } });
    await api.post('/json', { a: { b: [1] } });
    await api.post('/form', new URLSearchParams('t=1&t=2'));
    await api.post('/list', [1, 2]);
    expect(server.received.map(({ url, body }) => [url, body])).toEqual([
      [`/base/a%2Fb/list?tag=a&tag=b&q=x&key=${SECRET}`, ''],
      [`/base/json?key=${SECRET}`, `{"a":{"b":[1]},"key":"${SECRET}"}`],
      [`/base/form?key=${SECRET}`, `t=1&t=2&key=${SECRET}`],
      [`/base/list?key=${SECRET}`, '[1,2]'],
    ]);
  });
});

describe('staying below the base URL', () => {
  const escapes: readonly (readonly [string, AxiosRequestConfig])[] = [
    ['an absolute address', { url: '<other>/steal' }],
    ['an absolute address that axios is told to take', { url: '<other>/steal', allowAbsoluteUrls: true }],
    ['an address without a scheme', { url: '//<otherhost>/steal' }],
    ['backslashes', { url: '\\\\<otherhost>/steal' }],
    ['dot segments', { url: '../outside' }],
    ['encoded dot segments', { url: '/%2e%2e/outside' }],
    ['twice encoded dot segments', { url: '/%252e%252e/outside' }],
    ['a base URL of its own', { baseURL: '<other>', url: '/steal' }],
    ['an empty base URL', { baseURL: '', url: '<other>/steal' }],
    ['a proxy', { url: '/x', proxy: { protocol: 'http', host: '127.0.0.1', port: 0 } }],
    ['a socket', { url: '/x', socketPath: '/var/run/docker.sock' }],
    [
      'an agent',
      {
        url: '/x',
        httpAgent: {
          addRequest: () => {
            throw new Error('TAKEN');
          },
        },
      },
    ],
    [
      'a transport',
      {
        url: '/x',
        transport: {
          request: () => {
            throw new Error('TAKEN');
          },
        },
      },
    ],
    [
      'a resolver',
      {
        url: '/x',
        lookup: () => {
          throw new Error('TAKEN');
        },
      } as AxiosRequestConfig,
    ],
    [
      'an adapter',
      {
        url: '/x',
        adapter: async () => {
          throw new Error('TAKEN');
        },
      },
    ],
    ['the fetch adapter', { url: '/x', adapter: 'fetch' }],
    ['redirects', { url: '/redirect', maxRedirects: 5 }],
    [
      'a hook before redirects',
      {
        url: '/redirect',
        maxRedirects: 5,
        beforeRedirect: () => {
          throw new Error('TAKEN');
        },
      },
    ],
    ['a Host header', { url: '/x', headers: { Host: '<otherhost>' } }],
    [
      'a header that frames the body',
      { url: '/x', headers: { 'Transfer-Encoding': 'chunked', Connection: 'upgrade' } },
    ],
    ['credentials of its own', { url: '/x', auth: { username: 'u', password: 'p' } }],
    ['user info', { url: '@<otherhost>/steal' }],
    [
      'a serializer that writes an address',
      { url: '', params: { a: 1 }, paramsSerializer: () => '@<otherhost>/../..' },
    ],
    ['no limits', { url: '/x', maxContentLength: -1, timeout: 0, decompress: false }],
    ['HTTP/2', { url: '/x', httpVersion: 2 }],
  ];

  it.each(escapes)('holds against %s', async (_what, wish) => {
    const other = await ok();
    const server = await start((request, response) => {
      if (request.url === '/base/redirect') response.writeHead(302, { location: `${other.origin}/steal` });
      response.end('{}');
    });
    const { host, port } = new URL(other.origin);
    const config = fill(wish, { '<otherhost>': host, '<other>': other.origin });
    if (typeof config.proxy === 'object') config.proxy.port = Number(port);
    const outcome = await errorOf(apiOf(server).request(config));
    expect(other.connections(), inspect(outcome)).toBe(0);
    expect(inspect(outcome)).not.toContain('TAKEN');
    expect(server.received.every(({ url }) => url === '/base' || /^\/base[/?]/.test(url))).toBe(true);
    expect(server.received.every(({ headers }) => headers.host === new URL(server.origin).host)).toBe(true);
    expect(server.received.every(({ headers }) => headers.authorization === `Bearer ${SECRET}-1`)).toBe(true);
  });

  it('holds against a credential whose value would climb', async () => {
    const server = await ok();
    const credentials = source({ apply: async (parts) => ({ ...parts, path: parts.path.replace('{key}', '..') }) });
    expect(await errorOf(apiOf(server, { credentials }).get('/{key}/outside'))).toBeInstanceOf(HostRefusedError);
    expect(server.connections()).toBe(0);
  });

  it('lets no header through that is for a proxy or frames the message', async () => {
    const server = await ok();
    const headers = {
      'Proxy-Authorization': 'x',
      'Proxy-Connection': 'x',
      TE: 'x',
      Expect: 'x',
      'Content-Length': '1',
      'X-Own': 'y',
    };
    await apiOf(server).post('/x', { a: 1 }, { headers });
    const { headers: arrived, body } = server.received[0] as Received;
    expect(Object.keys(arrived).filter((name) => /^(?:proxy-.*|te|expect)$/.test(name))).toEqual([]);
    expect([arrived['x-own'], arrived['content-length'], body]).toEqual(['y', '7', '{"a":1}']);
  });

  it('holds for instances made from it, its defaults and its adapter called by hand', async () => {
    const other = await ok();
    const server = await ok();
    const api = apiOf(server);
    api.defaults.baseURL = other.origin;
    await api.get('/x');
    const child = api.create({ baseURL: other.origin, adapter: 'http' });
    await errorOf(child.get('/x'));
    const { adapter } = apiOf(server).defaults;
    if (typeof adapter !== 'function') throw new Error('the adapter is a function');
    await errorOf(adapter({ url: `${other.origin}/steal`, headers: new axios.AxiosHeaders() }));
    expect(other.everything()).not.toContain(SECRET);
    expect(server.received[0]?.url).toBe('/base/x');
  });

  it('takes no defaults that the host application gave to axios', async () => {
    const server = await ok();
    const before = { ...axios.defaults.headers.common };
    axios.defaults.headers.common['X-Host-Secret'] = SECRET;
    axios.defaults.params = { hostSecret: SECRET };
    axios.defaults.baseURL = 'http://127.0.0.1:1';
    const used = axios.interceptors.request.use(() => {
      throw new Error('TAKEN');
    });
    try {
      const credentials = source({ apply: async (parts) => parts });
      await apiOf(server, { credentials }).get('/x');
      await createGuardedHttp().sender(server.guard)({ method: 'GET', url: server.origin });
    } finally {
      axios.interceptors.request.eject(used);
      delete axios.defaults.params;
      delete axios.defaults.baseURL;
      axios.defaults.headers.common = before;
    }
    expect(server.received).toHaveLength(2);
    expect(server.everything()).not.toContain(SECRET);
  });
});

describe('a refused credential', () => {
  const refusing = (times: number, body: unknown = {}) => {
    let left = times;
    return start((_request, response) => {
      left -= 1;
      answerJson(response, left >= 0 ? 401 : 200, left >= 0 ? body : { ok: true });
    });
  };

  it.each(['get', 'post', 'delete', 'patch'])(
    'is renewed once and the %s repeated once, with the new one',
    async (method) => {
      const server = await refusing(1);
      const credentials = source();
      const { data } = await apiOf(server, { credentials }).request({ method, url: '/x', data: { a: 1 } });
      expect(data).toEqual({ ok: true });
      expect(credentials.calls).toEqual(['renew']);
      expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
        `Bearer ${SECRET}-1`,
        `Bearer ${SECRET}-2`,
      ]);
      expect(new Set(server.received.map(({ body }) => body)).size).toBe(1);
    },
  );

  it('is renewed never more than once: two calls, then stop (R31)', async () => {
    const server = await refusing(100);
    const credentials = source();
    const error = await errorOf(apiOf(server, { credentials }).get('/x'));
    expect(error).toBeInstanceOf(ReauthorizationNeededError);
    expect(error).toMatchObject({ reason: 'ended' });
    expect(credentials.calls).toEqual(['renew', 'refused ended']);
    expect(server.received).toHaveLength(2);
  });

  it('ends at once where nothing can be renewed', async () => {
    const server = await refusing(100);
    const credentials = source({ renew: async () => false });
    expect(await errorOf(apiOf(server, { credentials }).get('/x'))).toBeInstanceOf(ReauthorizationNeededError);
    expect(credentials.calls).toEqual(['renew', 'refused ended']);
    expect(server.received).toHaveLength(1);
  });

  it('is kept when the renewal could not be tried', async () => {
    for (const failure of [new ProviderUnreachableError('down'), new OAuthRefusedError('transient', 'server_error')]) {
      const server = await refusing(100);
      const credentials = source({ renew: async () => Promise.reject(failure) });
      expect(await errorOf(apiOf(server, { credentials }).get('/x'))).toMatchObject({ code: 'api_call', status: 0 });
      expect(credentials.calls).toEqual(['renew']);
    }
  });

  it('is not renewed for a missing scope', async () => {
    const server = await refusing(100, { message: 'Unauthorized; scope does not match' });
    const credentials = source();
    const error = await errorOf(apiOf(server, { credentials, rules: { judgeFailure: () => 'scope' } }).get('/x'));
    expect(error).toMatchObject({ code: 'reauthorization_needed', reason: 'scope' });
    expect(credentials.calls).toEqual(['refused scope']);
    expect(server.received).toHaveLength(1);
  });

  it('can show as missing scope after the renewal', async () => {
    let call = 0;
    const server = await start((_request, response) => answerJson(response, ++call === 1 ? 401 : 403, {}));
    const credentials = source();
    const judgeFailure: ApiOptions['rules']['judgeFailure'] = ({ status }) => (status === 401 ? 'credential' : 'scope');
    expect(await errorOf(apiOf(server, { credentials, rules: { judgeFailure } }).get('/x'))).toMatchObject({
      reason: 'scope',
    });
    expect(credentials.calls).toEqual(['renew', 'refused scope']);
  });

  it('is recognised in an answer whose status says success', async () => {
    const server = await start((_request, response) => answerJson(response, 200, { responseCode: 401 }));
    const credentials = source({ renew: async () => false });
    const statusOf: ApiOptions['rules']['statusOf'] = ({ body }) => (body as { responseCode: number }).responseCode;
    expect(await errorOf(apiOf(server, { credentials, rules: { statusOf } }).get('/x'))).toBeInstanceOf(
      ReauthorizationNeededError,
    );
  });

  it('is recognised by the integration in a 404 when our clock says that the token has ended', async () => {
    const server = await start((request, response) =>
      answerJson(response, request.headers.authorization === `Bearer ${SECRET}-2` ? 200 : 404, {}),
    );
    let fresh = false;
    const credentials = source({
      fresh: () => fresh,
      renew: async () => {
        fresh = true;
        return true;
      },
    });
    const judgeFailure: ApiOptions['rules']['judgeFailure'] = (failure) =>
      failure.status === 404 && !failure.fresh ? 'credential' : 'other';
    const api = apiOf(server, { credentials, rules: { judgeFailure } });
    await expect(api.get('/x')).resolves.toMatchObject({ status: 200 });
    expect(credentials.calls).toEqual(['renew']);
  });

  it('is renewed once for calls side by side, and each is repeated with the new one', async () => {
    const server = await start((request, response) =>
      answerJson(response, request.headers.authorization === `Bearer ${SECRET}-1` ? 401 : 200, {}),
    );
    const credentials = source({ renew: () => new Promise((resolve) => setTimeout(() => resolve(true), 100)) });
    const api = apiOf(server, { credentials });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => api.get(`/${index}`)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(credentials.calls).toEqual(['renew']);
    expect(server.received).toHaveLength(40);
  });

  it('does not open what the action opened itself: validateStatus has no say in it', async () => {
    const server = await refusing(100);
    const credentials = source();
    const error = await errorOf(apiOf(server, { credentials }).get('/x', { validateStatus: () => true }));
    expect(error).toBeInstanceOf(ReauthorizationNeededError);
  });

  it('repeats a stream, which cannot be read twice, from what was read', async () => {
    const server = await refusing(1);
    await apiOf(server).post('/x', Readable.from(['once']), { headers: { 'content-type': 'text/plain' } });
    expect(server.received.map(({ body }) => body)).toEqual(['once', 'once']);
  });
});

describe('a call that fails', () => {
  it.each([400, 402, 403, 404, 409, 410, 422, 429, 500, 502, 503])(
    'says status %i, body and address',
    async (status) => {
      const server = await start((_request, response) =>
        answerJson(response, status, { errors: { summary: 'missing' } }, { 'retry-after': '30' }),
      );
      const credentials = source();
      const error = await errorOf(apiOf(server, { credentials }).post('/x', { a: 1 }, { params: { q: SECRET } }));
      expect(error).toBeInstanceOf(ApiCallError);
      expect(error).toMatchObject({
        status,
        method: 'POST',
        url: `${server.origin}/base/x`,
        body: { errors: { summary: 'missing' } },
        retryAfter: 30,
      });
      expect(credentials.calls).toEqual([]);
      expect(server.received).toHaveLength(1);
    },
  );

  it('says when to come back, also where the product gave a date', async () => {
    const at = new Date(Date.now() + 90_000).toUTCString();
    const server = await start((_request, response) => answerJson(response, 429, {}, { 'retry-after': at }));
    const error = (await errorOf(apiOf(server).get('/x'))) as ApiCallError;
    expect(error.retryAfter).toBeGreaterThan(85);
    expect(error.retryAfter).toBeLessThanOrEqual(90);
  });

  it('does not follow a redirect and says so', async () => {
    const server = await start((_request, response) => {
      response.writeHead(302, { location: '/elsewhere' });
      response.end();
    });
    expect(await errorOf(apiOf(server).get('/x'))).toMatchObject({ code: 'api_call', status: 302 });
  });

  it('is an answer where the action says so', async () => {
    const server = await start((_request, response) => answerJson(response, 404, { no: 'such' }));
    const api = apiOf(server);
    await expect(api.get('/x', { validateStatus: (status) => status === 404 })).resolves.toMatchObject({
      data: { no: 'such' },
    });
    await expect(api.get('/x', { validateStatus: null })).resolves.toMatchObject({ status: 404 });
  });

  it('has status 0 when there is no answer, not in time, too much of it, or the caller stopped', async () => {
    const silent = await start(() => {});
    const endless = await start((_request, response) => void response.end('a'.repeat(2 * 1024 * 1024)));
    const reset = await start((_request, _response, raw) => void raw.socket.resetAndDestroy());
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    const already = AbortSignal.abort();
    for (const error of await Promise.all([
      errorOf(apiOf(silent).get('/x')),
      errorOf(apiOf(silent).get('/x', { timeout: 50 })),
      errorOf(apiOf(silent).get('/x', { signal: stop.signal })),
      errorOf(apiOf(silent).get('/x', { signal: already })),
      errorOf(apiOf(endless).get('/x')),
      errorOf(apiOf(reset).get('/x')),
    ])) {
      expect(error).toBeInstanceOf(ApiCallError);
      expect(error).toMatchObject({ status: 0, method: 'GET' });
    }
  });

  it('cannot be given more time than the limit', async () => {
    const server = await start(() => {});
    const before = performance.now();
    await errorOf(apiOf(server, {}, createGuardedHttp({ timeoutMs: 300 })).get('/x', { timeout: 60_000 }));
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it.each<[string, string | Buffer]>([
    ['was cut off', '{"a":'],
    ['has two values', '{"a":1}{"a":2}'],
    ['is guarded against scripts', ")]}',\n[1]"],
    ['is in another encoding', Buffer.from('\ufeff{"a":1}', 'utf16le')],
    ['was compressed twice', gzipSync(gzipSync('{"a":1}'))],
  ])('has status 0 when a success is called JSON, but %s', async (_what, body) => {
    const server = await start((_request, response) => {
      response.setHeader('content-type', 'application/json');
      if (Buffer.isBuffer(body) && body[0] === 0x1f) response.setHeader('content-encoding', 'gzip, gzip');
      response.end(body);
    });
    for (const config of [{}, { responseType: 'json', transitional: { silentJSONParsing: false } } as const]) {
      const error = await errorOf(apiOf(server).get('/x', config));
      expect(error).toBeInstanceOf(ApiCallError);
      expect(error).toMatchObject({ status: 0 });
    }
    expect((await apiOf(server).get('/x', { responseType: 'text', transformResponse: [] })).status).toBe(200);
  });

  it('passes on what the action itself throws in its interceptors', async () => {
    const server = await ok();
    const api = apiOf(server);
    api.interceptors.request.use(() => {
      throw new RangeError('mine');
    });
    expect(await errorOf(api.get('/x'))).toBeInstanceOf(RangeError);
  });
});

describe('the credential', () => {
  /** Everything an action can get hold of while it calls. */
  async function gather(server: TestServer): Promise<readonly unknown[]> {
    const seen: unknown[] = [];
    const credentials = source({
      apply: async (parts) => ({
        ...parts,
        headers: { ...parts.headers, Authorization: `Bearer ${SECRET}`, 'X-Api-Key': SECRET },
        query: { ...parts.query, key: SECRET },
        ...(parts.body === undefined ? {} : { body: { ...parts.body, password: SECRET } }),
      }),
    });
    const api = apiOf(server, { credentials });
    api.interceptors.request.use((config) => {
      seen.push(config);
      return config;
    });
    api.interceptors.response.use(
      (response) => {
        seen.push(response);
        return response;
      },
      (error) => {
        seen.push(error);
        throw error;
      },
    );
    const spy: AxiosRequestConfig = {
      transformRequest: (data, headers) => {
        seen.push(data, headers);
        return JSON.stringify(data);
      },
      headers: { 'content-type': 'application/json' },
      transformResponse: (data, headers) => {
        seen.push(data, headers);
        return data;
      },
      validateStatus: (status) => {
        seen.push(status);
        return status < 300;
      },
      beforeRedirect: (...all) => seen.push(all),
      paramsSerializer: (params) => {
        seen.push(params);
        return '';
      },
      params: { a: 1 },
    };
    seen.push(await api.post('/x', { a: 1 }, spy).catch((error) => error));
    seen.push(api, api.defaults, api.getUri({ url: '/x' }), { ...api });
    return seen;
  }

  it.each([
    ['answers', 200],
    ['refuses', 422],
    ['refuses the credential', 401],
    ['fails', 500],
  ])('cannot be read by the action when the product %s', async (_what, status) => {
    const server = await start((_request, response) => answerJson(response, status, { some: 'thing' }));
    const seen = await gather(server);
    expect(server.everything()).toContain(SECRET);
    expect(seen.length).toBeGreaterThan(5);
    for (const thing of seen) expect(shownBy(thing)).not.toContain(SECRET);
  });

  it.each([
    ['never answers', () => {}],
    [
      'resets the connection',
      (_request: unknown, _response: unknown, raw: { socket: { resetAndDestroy(): void } }) =>
        raw.socket.resetAndDestroy(),
    ],
    [
      'sends too much',
      (_request: unknown, response: { end(text: string): void }) => response.end('a'.repeat(2_000_000)),
    ],
  ])('cannot be read by the action when the product %s', async (_what, handle) => {
    const server = await start(handle as Parameters<typeof startServer>[0]);
    for (const thing of await gather(server)) expect(shownBy(thing)).not.toContain(SECRET);
  });

  it('is in no error, whatever way an error is shown', async () => {
    const server = await start((_request, response) => answerJson(response, 500, {}));
    const error = await errorOf(apiOf(server).get('/x', { params: { q: 'private' } }));
    expect(error).toBeInstanceOf(LatchkeyError);
    expect(axios.isAxiosError(error)).toBe(false);
    expect(error).not.toHaveProperty('config');
    expect(error).not.toHaveProperty('request');
    expect(error).not.toHaveProperty('response');
    for (let cause = error; cause !== undefined; cause = (cause as Error).cause) {
      expect(shownBy(cause)).not.toContain(SECRET);
      expect(shownBy(cause)).not.toContain('private');
    }
  });

  it('is in no refusal of an address either', async () => {
    const server = await ok();
    const error = await errorOf(apiOf(server).get(`https://evil.example/?${SECRET}`));
    expect(error).toBeInstanceOf(HostRefusedError);
    expect(shownBy(error)).not.toContain(SECRET);
  });

  it('leaves the response without a request', async () => {
    const response = await apiOf(await ok()).get('/x');
    expect(response.request).toBeUndefined();
    expect(response.headers['set-cookie']).toBeUndefined();
  });
});

function shownBy(thing: unknown): string {
  const shown = [inspect(thing, { showHidden: true, depth: 30, maxArrayLength: null, maxStringLength: null })];
  try {
    shown.push(JSON.stringify(thing) ?? '');
  } catch {
    // circular: inspect has shown it
  }
  if (thing instanceof Error) shown.push(thing.message, String(thing.stack), String(thing));
  return shown.join('\n');
}

function fill(config: AxiosRequestConfig, words: Readonly<Record<string, string>>): AxiosRequestConfig {
  const filled = (text: string) =>
    Object.entries(words).reduce((result, [word, value]) => result.replaceAll(word, value), text);
  const serializer = config.paramsSerializer;
  return {
    ...config,
    ...(config.url === undefined ? {} : { url: filled(config.url) }),
    ...(config.baseURL === undefined ? {} : { baseURL: filled(config.baseURL) }),
    ...(config.headers === undefined ? {} : { headers: JSON.parse(filled(JSON.stringify(config.headers))) }),
    ...(typeof serializer === 'function'
      ? { paramsSerializer: (params: object) => filled(serializer(params as never)) }
      : {}),
  };
}

describe('a product that is busy for a moment', () => {
  const busyOnce = async (retryAfter: string | undefined, times = 1) => {
    const server = await start((_request, response) => {
      if (server.received.length > times) return answerJson(response, 200, { ok: true });
      if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
      return answerJson(response, 429, {});
    });
    return server;
  };

  it('is waited for when it asks for a few seconds', async () => {
    const server = await busyOnce('1');
    const before = Date.now();
    expect((await apiOf(server).post('/x', { once: true })).data).toEqual({ ok: true });
    expect(Date.now() - before).toBeGreaterThanOrEqual(990);
    expect(server.received).toHaveLength(2);
  });

  it.each(['6', '3600', undefined])('is reported at once when it asks for %s seconds', async (retryAfter) => {
    const server = await busyOnce(retryAfter);
    expect(await errorOf(apiOf(server).get('/x'))).toMatchObject({
      status: 429,
      retryAfter: retryAfter === undefined ? undefined : Number(retryAfter),
    });
    expect(server.received).toHaveLength(1);
  });

  it('loses no connection by it: a credential that ends meanwhile is still renewed', async () => {
    const server = await start((request, response) => {
      if (server.received.length === 1) return answerJson(response, 429, {}, { 'retry-after': '0' });
      return answerJson(response, request.headers.authorization?.endsWith('-2') === true ? 200 : 401, { ok: true });
    });
    const credentials = source();
    expect((await apiOf(server, { credentials }).get('/x')).status).toBe(200);
    expect(credentials.calls).toEqual(['renew']);
  });

  it('is not waited for any longer than the caller waits', async () => {
    const server = await busyOnce('5');
    const error = await errorOf(apiOf(server).get('/x', { signal: AbortSignal.timeout(2_000) }));
    expect(error).toBeInstanceOf(ApiCallError);
    expect(error).toMatchObject({ status: 0 });
    expect(server.received).toHaveLength(1);
  });

  it('is asked twice at most', async () => {
    const server = await busyOnce('0', 9);
    expect(await errorOf(apiOf(server).get('/x'))).toMatchObject({ status: 429 });
    expect(server.received).toHaveLength(2);
  });
});
