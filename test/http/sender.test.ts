import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { inspect } from 'node:util';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HostRefusedError, ProviderUnreachableError } from '../../src/errors.ts';
import { createGuardedHttp } from '../../src/http/guarded-http.ts';
import { startServer, type TestServer } from './start-server.ts';

const SECRET = 'canary-7f3a91';
const servers: { close(): Promise<void> }[] = [];
const start: typeof startServer = async (handle) => {
  const server = await startServer(handle);
  servers.push(server);
  return server;
};

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const send = (server: TestServer, options = {}) =>
  createGuardedHttp({ timeoutMs: 700, ...options }).sender(server.guard);

describe('the back channel', () => {
  it('sends method, headers and body, and gives status, headers and text back', async () => {
    const server = await start((_request, response) => {
      response.writeHead(418, { 'X-Answer': 'yes', 'set-cookie': 'a=b', 'retry-after': '7' });
      response.end('grüße');
    });
    const answer = await send(server)({
      method: 'PUT',
      url: `${server.origin}/path?a=b`,
      headers: { 'x-question': 'why', 'content-type': 'text/plain' },
      body: 'größe',
    });
    expect(answer).toMatchObject({ status: 418, body: 'grüße' });
    expect(answer.headers).toMatchObject({ 'x-answer': 'yes', 'retry-after': '7' });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(server.received[0]).toMatchObject({ method: 'PUT', url: '/path?a=b', body: 'größe' });
    expect(server.received[0]?.headers['x-question']).toBe('why');
  });

  it('gives a date in Retry-After as seconds', async () => {
    const server = await start((_request, response) => {
      response.writeHead(503, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() });
      response.end();
    });
    const answer = await send(server)({ method: 'GET', url: server.origin });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(58);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it.each([-3, 3])('gives it by the clock of the product, which is %i days off', async (days) => {
    const there = Date.now() + days * 86_400_000;
    const server = await start((_request, response) => {
      response.writeHead(503, {
        date: new Date(there).toUTCString(),
        'retry-after': new Date(there + 60_000).toUTCString(),
      });
      response.end();
    });
    const answer = await send(server)({ method: 'GET', url: server.origin });
    expect(answer.headers['retry-after']).toBe('60');
  });

  it.each([200, 201, 204, 206, 304, 400, 401, 403, 404, 409, 418, 429, 500, 502, 503, 599])(
    'answers with status %i as it came',
    async (status) => {
      const server = await start((_request, response) => {
        response.writeHead(status);
        response.end();
      });
      await expect(send(server)({ method: 'GET', url: server.origin })).resolves.toMatchObject({ status });
    },
  );

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads an answer compressed by %s', async (encoding, compress) => {
    const server = await start((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(compress('{"a":1}'));
    });
    await expect(send(server)({ method: 'GET', url: server.origin })).resolves.toMatchObject({ body: '{"a":1}' });
  });

  it.each([
    ['deflate without its header', 'deflate', deflateRawSync(Buffer.from('{"a":1}'))],
    ['gzip by its old name', 'x-gzip', gzipSync('{"a":1}')],
    ['gzip in capitals', 'GZIP', gzipSync('{"a":1}')],
    ['gzip without its end', 'gzip', gzipSync('{"a":1}').subarray(0, -8)],
    ['no coding at all', 'identity', Buffer.from('{"a":1}')],
  ])('reads %s', async (_what, coding, body) => {
    const server = await start((_request, response) => {
      response.writeHead(200, { 'content-encoding': coding });
      response.end(body);
    });
    const answer = await send(server)({ method: 'GET', url: server.origin });
    expect(answer.body).toBe('{"a":1}');
    expect(answer.headers).not.toHaveProperty('content-encoding');
  });

  it('asks for codings that it reads', async () => {
    const server = await start((_request, response) => void response.end());
    await send(server)({ method: 'GET', url: server.origin });
    expect(server.received[0]?.headers).toMatchObject({
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': 'latchkey',
    });
  });

  it('sends a header once, however its name is spelled', async () => {
    const server = await start((_request, response) => void response.end());
    await send(server)({
      method: 'GET',
      url: server.origin,
      headers: { 'User-Agent': 'mine', 'X-A': '1', 'x-a': '2' },
    });
    expect(server.received[0]?.headers).toMatchObject({ 'user-agent': 'mine', 'x-a': '2' });
  });

  it('waits for the answer after early hints, and joins headers that come twice', async () => {
    const server = await start((_request, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.writeHead(
        201,
        [
          ['x-twice', 'a'],
          ['x-twice', 'b'],
        ].flat(),
      );
      response.end('ok');
    });
    const answer = await send(server)({ method: 'GET', url: server.origin });
    expect(answer).toMatchObject({ status: 201, body: 'ok', headers: { 'x-twice': 'a, b' } });
    expect(answer.headers).not.toHaveProperty('link');
  });
});

describe('redirects', () => {
  interface Placed {
    readonly name: string;
    readonly request: {
      readonly method?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly query?: string;
      readonly body?: string;
    };
  }
  const PLACES: readonly Placed[] = [
    { name: 'Authorization', request: { headers: { authorization: `Bearer ${SECRET}` } } },
    { name: 'a header of its own', request: { headers: { 'x-api-key': SECRET } } },
    { name: 'Cookie', request: { headers: { cookie: `session=${SECRET}` } } },
    { name: 'the query', request: { query: `?key=${SECRET}` } },
    { name: 'a form body', request: { method: 'POST', body: `key=${SECRET}` } },
    { name: 'a JSON body', request: { method: 'PUT', body: JSON.stringify({ key: SECRET }) } },
  ];
  const CASES = [300, 301, 302, 303, 305, 307, 308].flatMap((status) =>
    PLACES.map((place) => ({ status, place: place.name, ...place })),
  );

  it.each(CASES)('are not followed: $status with a credential in $place', async ({ status, request }) => {
    const { method = 'GET', query = '', ...rest } = request;
    const other = await start((_request, response) => void response.end('stolen'));
    const same = await start((_request, response) => {
      response.writeHead(status, { location: `${other.origin}/steal${query}` });
      response.end();
    });
    const answer = await send(same)({ method, url: `${same.origin}/${query}`, ...rest });
    expect(answer.status).toBe(status);
    expect(other.connections()).toBe(0);
    expect(same.received).toHaveLength(1);
  });

  it('are not followed on the same origin either', async () => {
    const server = await start((_request, response) => {
      response.writeHead(302, { location: '/again' });
      response.end();
    });
    await expect(send(server)({ method: 'GET', url: server.origin })).resolves.toMatchObject({ status: 302 });
    expect(server.received).toHaveLength(1);
  });
});

describe('connections', () => {
  const patient = (server: TestServer) => createGuardedHttp().sender(server.guard);

  it('are used again by a request that follows at once', async () => {
    const server = await start((_request, response) => void response.end('ok'));
    const sender = patient(server);
    for (let round = 0; round < 5; round += 1) await sender({ method: 'POST', url: server.origin, body: 'x' });
    expect(server.connections()).toBe(1);
  });

  it('do not wait for each other', async () => {
    const waiting: ServerResponse[] = [];
    const server = await start((_request, response) => void waiting.push(response));
    const sender = patient(server);
    const answers = Array.from({ length: 12 }, () => sender({ method: 'GET', url: server.origin }));
    await vi.waitFor(() => expect(waiting).toHaveLength(12));
    for (const response of waiting) response.end('ok');
    for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200);
  });

  it('are opened anew after the server has closed them', async () => {
    const server = await start((_request, response) => void response.setHeader('connection', 'close').end('ok'));
    const sender = patient(server);
    for (let round = 0; round < 3; round += 1) await sender({ method: 'POST', url: server.origin, body: 'x' });
    expect(server.connections()).toBe(3);
  });

  it('that still wait for an answer are not used for another request', async () => {
    let silent = true;
    const server = await start((_request, response) => void (silent || response.end('ok')));
    const sender = patient(server);
    const caller = new AbortController();
    const unanswered = sender({ method: 'GET', url: server.origin, signal: caller.signal });
    await vi.waitFor(() => expect(server.received).toHaveLength(1));
    caller.abort();
    await expect(unanswered).rejects.toMatchObject({ wasSent: true });
    silent = false;
    await expect(sender({ method: 'GET', url: server.origin })).resolves.toMatchObject({ status: 200 });
    expect(server.connections()).toBeGreaterThan(1);
  });
});

describe('a request that was stopped before it had a connection', () => {
  it.each([
    ['by time', { timeoutMs: 50 }, undefined],
    ['by its caller', {}, 50],
  ])('%s was not sent, and never is', async (_how, options, stopAfter) => {
    const server = await start((_request, response) => void response.end('ok'));
    const url = server.origin.replace('127.0.0.1', 'localhost');
    const guard = { ...server.guard, origins: [url] };
    const resolver = new EventEmitter();
    const lookup = async () => {
      await once(resolver, 'found');
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const caller = new AbortController();
    if (stopAfter !== undefined) setTimeout(() => caller.abort(), stopAfter);
    const stopped = createGuardedHttp({ lookup, ...options }).sender(guard)({
      method: 'POST',
      url,
      body: 'change it',
      signal: caller.signal,
    });
    await expect(stopped).rejects.toMatchObject({ code: 'provider_unreachable', wasSent: false });
    resolver.emit('found');
    // its connection is made now
    await vi.waitFor(() => expect(server.connections()).toBe(1));
    const other = createGuardedHttp().sender({ ...guard, origins: [server.origin] });
    await expect(other({ method: 'GET', url: server.origin })).resolves.toMatchObject({ body: 'ok' });
    expect(server.received.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('limits', () => {
  const unreachable = async (work: Promise<unknown>, within: number) => {
    const before = performance.now();
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ProviderUnreachableError);
    expect(performance.now() - before).toBeLessThan(within);
    return error as ProviderUnreachableError;
  };

  it('gives up on a server that never answers', async () => {
    const server = await start(() => {});
    await unreachable(send(server)({ method: 'GET', url: server.origin }), 1_500);
  });

  it('gives up on headers that never end', async () => {
    const tcp = await startTcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const drip = setInterval(() => socket.write('x-a: b\r\n'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    await unreachable(send(tcp)({ method: 'GET', url: tcp.origin }), 1_500);
  });

  it('gives up on a body that drips one byte at a time, however long each byte is in time', async () => {
    const server = await start((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"access_token":"');
      const drip = setInterval(() => response.write('a'), 50);
      response.on('close', () => clearInterval(drip));
    });
    const error = await unreachable(send(server)({ method: 'GET', url: server.origin }), 1_500);
    expect(error.message).toContain('in time');
  });

  it('is over within 11 seconds by default, also when bytes keep dripping', async () => {
    const server = await start((_request, response) => {
      const drip = setInterval(() => response.write('a'), 200);
      response.on('close', () => clearInterval(drip));
    });
    const patient = createGuardedHttp().sender(server.guard);
    const error = await unreachable(patient({ method: 'GET', url: server.origin }), 11_000);
    expect(error.message).toContain('in time');
  }, 15_000);

  it('stops when the caller does', async () => {
    const server = await start(() => {});
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const sent = createGuardedHttp().sender(server.guard)({ method: 'GET', url: server.origin, signal: stop.signal });
    await unreachable(sent, 600);
  });

  it('sends no body of more than 10 MiB', async () => {
    const server = await start((_request, response) => void response.end());
    const post = (bytes: number) =>
      send(server, { timeoutMs: 10_000 })({ method: 'POST', url: server.origin, body: 'x'.repeat(bytes) });
    await expect(post(10 * 1024 * 1024 + 1)).rejects.toThrow(ProviderUnreachableError);
    expect(server.received).toEqual([]);
    expect(await post(10 * 1024 * 1024)).toMatchObject({ status: 200 });
  });

  it('does not read a body of 64 MB', async () => {
    const server = await start((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(1024 * 1024, 'a');
      let left = 64;
      const more = () => {
        while (left > 0 && response.writable) {
          left -= 1;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    const patient = createGuardedHttp().sender(server.guard);
    const before = process.memoryUsage().arrayBuffers;
    await unreachable(patient({ method: 'GET', url: server.origin }), 5_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ])('counts bytes after decompression, so that no bomb of %s opens', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    const server = await start((_request, response) => {
      response.writeHead(200, { 'content-encoding': coding });
      response.end(bomb);
    });
    await unreachable(createGuardedHttp().sender(server.guard)({ method: 'GET', url: server.origin }), 3_000);
  });

  it('takes exactly as many bytes as allowed and not one more', async () => {
    const server = await start((request, response) => void response.end('a'.repeat(Number(request.url.slice(1)))));
    const patient = createGuardedHttp().sender(server.guard);
    const most = 256 * 1024;
    await expect(patient({ method: 'GET', url: `${server.origin}/${most}` })).resolves.toMatchObject({ status: 200 });
    await unreachable(patient({ method: 'GET', url: `${server.origin}/${most + 1}` }), 3_000);
  });

  it.each([
    ['resets the connection at once', (socket: TcpSocket) => socket.resetAndDestroy()],
    ['closes without a word', (socket: TcpSocket) => socket.end()],
    ['answers no HTTP', (socket: TcpSocket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
    ['cuts the body short', (socket: TcpSocket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"a"')],
    [
      'resets inside the body',
      (socket: TcpSocket) => resetAfter(socket, 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{'),
    ],
    [
      'cuts a chunk short',
      (socket: TcpSocket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nx'),
    ],
    [
      'claims gzip for what is none',
      (socket: TcpSocket) => socket.end('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nabcd'),
    ],
    [
      'sends 64 KiB of headers',
      (socket: TcpSocket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(65_536)}\r\n\r\n`),
    ],
    [
      'sends both lengths',
      (socket: TcpSocket) =>
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'),
    ],
  ])('takes a server that %s for unreachable', async (_what, act) => {
    const tcp = await startTcp((socket) => socket.once('data', () => act(socket)));
    await unreachable(send(tcp)({ method: 'POST', url: tcp.origin, body: 'x' }), 1_500);
  });

  it('takes a closed port, a host without address and a server without TLS for unreachable', async () => {
    const server = await start((_request, response) => void response.end());
    await server.close();
    servers.length = 0;
    await unreachable(send(server)({ method: 'GET', url: server.origin }), 1_500);
    const nowhere = createGuardedHttp({
      lookup: async () => {
        throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
      },
    }).sender({ origins: ['https://nowhere.example.com'], allowInsecureLoopback: false });
    await unreachable(nowhere({ method: 'GET', url: 'https://nowhere.example.com' }), 1_500);
    const plain = await start((_request, response) => void response.end());
    const origin = plain.origin.replace('http:', 'https:');
    const tls = createGuardedHttp({ timeoutMs: 700 }).sender({ origins: [origin], allowInsecureLoopback: true });
    await unreachable(tls({ method: 'GET', url: origin }), 1_500);
    expect(plain.received).toEqual([]);
  });

  it('says nothing of the request in its error', async () => {
    const tcp = await startTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const error = await unreachable(
      send(tcp)({
        method: 'POST',
        url: `${tcp.origin}/${SECRET}?key=${SECRET}`,
        headers: { authorization: `Basic ${SECRET}`, 'x-key': SECRET },
        body: `password=${SECRET}`,
      }),
      1_500,
    );
    expect(inspect(error, { showHidden: true, depth: 20 })).not.toContain(SECRET);
    expect(JSON.stringify(error)).not.toContain(SECRET);
    expect(error.cause).toBeUndefined();
    expect(error.stack).not.toContain(SECRET);
  });
});

describe('where a credential may go', () => {
  it.each([
    ['another origin', 'https://evil.example.com/'],
    ['another port', 'http://127.0.0.1:1/'],
    ['another scheme', 'https://127.0.0.1/'],
    ['user info', 'http://user:pass@127.0.0.1/'],
    ['no address', 'nonsense'],
    ['a relative address', '/token'],
    ['data', 'data:text/plain,hello'],
    ['a file', 'file:///etc/passwd'],
  ])('refuses %s', async (_what, url) => {
    const server = await start((_request, response) => void response.end());
    await expect(send(server)({ method: 'GET', url })).rejects.toThrow(HostRefusedError);
    expect(server.connections()).toBe(0);
  });

  it('refuses plain http and loopback where nobody allowed it', async () => {
    const server = await start((_request, response) => void response.end());
    const strict = createGuardedHttp().sender({ ...server.guard, allowInsecureLoopback: false });
    await expect(strict({ method: 'GET', url: server.origin })).rejects.toThrow(HostRefusedError);
    expect(server.connections()).toBe(0);
  });

  it('ignores what somebody has added to the prototype of all objects', async () => {
    const elsewhere = await start((_request, response) => void response.end('elsewhere'));
    const server = await start((_request, response) => void response.end('direct'));
    const closing = await start((_request, response) => void response.setHeader('connection', 'close').end('direct'));
    const program = `
      import { createGuardedHttp } from ${JSON.stringify(new URL('../../src/http/guarded-http.ts', import.meta.url).href)};
      // one keeps its connection, the other needs a new one for each request
      const origins = ${JSON.stringify([server.origin, closing.origin])};
      const send = createGuardedHttp({ timeoutMs: 2_000 }).sender({ origins, allowInsecureLoopback: true });
      const request = (url) => send({ method: 'POST', url, headers: { 'x-mine': 'yes' }, body: 'mine' });
      const added = {
        auth: { username: 'mallory', password: 'x' }, params: { added: 'query' }, baseURL: '${elsewhere.origin}',
        socketPath: '/nowhere.sock', transport: { request: () => { throw new Error('another transport'); } },
        transformRequest: [() => 'changed'], transformResponse: [() => 'changed'], paramsSerializer: () => 'added=query',
        origin: '${elsewhere.origin}', path: '/added', servername: 'elsewhere.example', host: '192.0.2.1',
        query: { added: 'query' }, upgrade: 'websocket', expectContinue: true, reset: true, throwOnError: true, dispatcher: {},
        interceptors: { Client: [] }, maxOrigins: 0, useH2c: true,
        connections: 0, maxHeaderSize: 1, maxResponseSize: 1, bodyTimeout: 1, headersTimeout: 1,
        maxRate: 1, httpVersion: 2, cancelToken: { subscribe: (abort) => abort(new Error('cancelled')), unsubscribe: () => {} },
      };
      const bodies = [];
      for (const [name, value] of Object.entries(added)) {
        Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: false });
        for (const origin of origins) bodies.push(await request(origin).then(({ body }) => body, (error) => name + ': ' + error));
        delete Object.prototype[name];
      }
      console.log([...new Set(bodies)].join());`;
    expect((await run(program, {})).trim()).toBe('direct');
    expect(elsewhere.connections()).toBe(0);
    expect(server.received.length).toBeGreaterThan(5);
    expect(closing.connections()).toBe(closing.received.length);
    for (const { url, headers, body } of [...server.received, ...closing.received]) {
      expect([url, headers.authorization, headers['x-mine'], body]).toEqual(['/', undefined, 'yes', 'mine']);
    }
  });

  it('ignores the proxy variables of the environment', async () => {
    const proxy = await start((_request, response) => void response.end('proxied'));
    const server = await start((_request, response) => void response.end('direct'));
    const program = `
      import { createGuardedHttp } from ${JSON.stringify(new URL('../../src/http/guarded-http.ts', import.meta.url).href)};
      const origin = ${JSON.stringify(server.origin)};
      const guard = { origins: [origin], allowInsecureLoopback: true };
      const http = createGuardedHttp();
      const { body } = await http.sender(guard)({ method: 'GET', url: origin, headers: { authorization: 'Bearer ${SECRET}' } });
      const credentials = { apply: async (parts) => parts, fresh: () => true, renew: async () => false, refused: async () => {} };
      const { data } = await http.api({ guard, baseUrl: origin, credentials, rules: {} }).get('/', { responseType: 'text', proxy: { host: '127.0.0.1', port: ${new URL(proxy.origin).port} } });
      console.log(body, data);`;
    const env = Object.fromEntries(
      ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].map((name) => [
        name,
        proxy.origin,
      ]),
    );
    const output = await run(program, { ...env, NO_PROXY: '', no_proxy: '', NODE_USE_ENV_PROXY: '1' });
    expect(output.trim()).toBe('direct direct');
    expect(proxy.connections()).toBe(0);
  });
});

type TcpSocket = import('node:net').Socket;

async function startTcp(serve: (socket: TcpSocket) => void): Promise<TestServer> {
  const sockets = new Set<TcpSocket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  servers.push({ close });
  const guard = { origins: [origin], allowInsecureLoopback: true };
  return { origin, guard, received: [], connections: () => sockets.size, everything: () => '', close };
}

function resetAfter(socket: TcpSocket, text: string): void {
  socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 50));
}

function run(program: string, env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    // what this run needs to read TypeScript, the child needs as well
    env: { PATH: process.env.PATH, NODE_OPTIONS: process.env.NODE_OPTIONS, ...env },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => child.on('close', () => resolve(output)));
}
