import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import express from 'express';
import fastify from 'fastify';
import {
  type Authorizer,
  type AuthorizerOptions,
  ConfigurationError,
  createAuthorizer,
  type LogEvent,
  type WebHandler,
} from 'latchkey';
import { createServer as createRestifyServer } from 'restify';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, formTokenIn, HttpBrowser, send } from './http-browser.ts';

/** Fastify's router refuses what it cannot decode before any hook. */
const BY_HOOK = 'fastify 5 by a hook';

/** Each puts the handlers on a server that also has a page of its own. */
const SERVERS: Readonly<Record<string, (handlers: readonly WebHandler[]) => Promise<Server> | Server>> = {
  'plain http': (handlers) =>
    createServer(async (request, response) => {
      for (const handle of handlers) if (await handle(request, response)) return;
      response.end('the bot');
    }),
  restify: (handlers) => {
    const server = createRestifyServer();
    for (const handle of handlers) {
      server.pre((request, response, next) => {
        void handle(request, response).then((isAnswered) => next(isAnswered ? false : undefined));
      });
    }
    server.get('/api/messages', (_request, response, next) => {
      response.end('the bot');
      next();
    });
    return server.server;
  },
  'express 5': (handlers) => {
    const app = express();
    for (const handle of handlers) app.use(handle);
    app.use(express.urlencoded(), (_request, response) => {
      response.end('the bot');
    });
    return createServer(app);
  },
  'express 5 behind its body parser': (handlers) => {
    const app = express();
    app.use(express.urlencoded());
    for (const handle of handlers) app.use(handle);
    app.use((_request, response) => {
      response.end('the bot');
    });
    return createServer(app);
  },
  'express behind a parser that leaves a body and reads none': (handlers) => {
    const app = express();
    // as express 4 with `express.json()`
    app.use((request, _response, next) => {
      request.body ??= {};
      next();
    });
    for (const handle of handlers) app.use(handle);
    app.use(express.urlencoded(), (_request, response) => {
      response.end('the bot');
    });
    return createServer(app);
  },
  'fastify 5': async (handlers) => {
    const app = fastify({
      serverFactory: (toFastify) =>
        createServer(async (request, response) => {
          for (const handle of handlers) if (await handle(request, response)) return;
          toFastify(request, response);
        }),
    });
    app.get('/api/messages', async () => 'the bot');
    await app.ready();
    return app.server;
  },
  [BY_HOOK]: async (handlers) => {
    const app = fastify();
    app.addHook('onRequest', async (request, reply) => {
      for (const handle of handlers) {
        if (await handle(request.raw, reply.raw)) return reply.hijack();
      }
      return undefined;
    });
    app.get('/api/messages', async () => 'the bot');
    await app.ready();
    return app.server;
  },
  'a route handler of (request, response)': (handlers) => {
    const route: (typeof handlers)[number] = async (request, response) => {
      for (const handle of handlers) if (await handle(request, response)) return true;
      response.end('the bot');
      return true;
    };
    return createServer((request, response) => void route(request, response));
  },
};

describe.each(Object.entries(SERVERS))('the handler on %s', (name, serve) => {
  const open: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });

  it('answers pages and console, and leaves the rest to the server', async () => {
    const authorizer = await anAuthorizer();
    open.push(() => authorizer.close());
    const console = await authorizer.consoleHandler();
    const url = await listening(await serve([authorizer.handler(), console.handler]), open);

    expect((await send(url, '/healthz')).text).toBe('{"status":"ok"}');
    expect(await send(url, '/connect/unknown')).toMatchObject(ours(404));
    expect(await send(url, '/console/nothing')).toMatchObject(ours(404));
    if (name !== BY_HOOK) expect(await send(url, '/assets/%')).toMatchObject(ours(404));
    const bot = await send(url, '/api/messages');
    expect([bot.status, bot.text, bot.headers['content-security-policy']]).toEqual([200, 'the bot', undefined]);
  });

  it('reads forms, and gives the browser its cookie', async () => {
    const authorizer = await anAuthorizer();
    open.push(() => authorizer.close());
    const { handler, setupLink } = await authorizer.consoleHandler();
    const url = await listening(await serve([authorizer.handler(), handler]), open);
    const browser = new HttpBrowser(url);
    const token = new URL(setupLink ?? '').searchParams.get('token') ?? '';
    const { text } = await browser.get('/console/setup');
    const password = 'four grey horses sleep';
    const done = await browser.post('/console/setup', {
      form_token: formTokenIn(text),
      token,
      name: 'dev@example.com',
      password,
      repeat: password,
    });
    expect(done.status).toBe(303);
    expect((await browser.get('/console')).text).toContain('dev@example.com');
  });
});

describe('a route that asks for its handler at each request', () => {
  const open: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });
  const statuses = async (url: string, path: string, times: number) => {
    const all = await Promise.all(Array.from({ length: times }, () => send(url, path)));
    return all.map(({ status }) => status).toSorted();
  };

  it('has the limit of requests nevertheless', async () => {
    const authorizer = await anAuthorizer({ requestsPerMinute: 2 });
    open.push(() => authorizer.close());
    const server = createServer((request, response) => void authorizer.handler()(request, response));
    const url = await listening(server, open);
    expect(await statuses(url, '/connect/unknown', 3)).toEqual([404, 404, 429]);
  });

  it('has the console’s limit, and the link of the first start goes on working', async () => {
    const authorizer = await anAuthorizer();
    open.push(() => authorizer.close());
    const settings = () => ({
      openId: { issuer: 'https://id.example', clientId: 'a', clientSecret: 'b', allowed: ['@example.com'] },
    });
    const { setupLink } = await authorizer.consoleHandler(settings());
    const server = createServer(async (request, response) => {
      await (await authorizer.consoleHandler(settings())).handler(request, response);
    });
    const url = await listening(server, open);
    const limited = await statuses(url, '/console/sign-in', 241);
    expect(limited.filter((status) => status === 429)).toHaveLength(1);
    expect(await authorizer.consoleHandler(settings())).toMatchObject({ setupLink });
  });

  it('gets no new console each time, where its settings are never equal', async () => {
    const authorizer = await anAuthorizer();
    open.push(() => authorizer.close());
    // no two functions are equal
    const settings = () => ({ texts: { signInWait: (seconds: number) => `Wait ${seconds} seconds.` } });
    for (let made = 0; made < 10; made += 1) await authorizer.consoleHandler(settings());
    await expect(authorizer.consoleHandler(settings())).rejects.toThrow(ConfigurationError);
  });
});

describe('the handler of a bot that is for one machine', () => {
  const unauthenticated = { appId: '', allowUnauthenticatedLoopback: true };
  const open: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });

  it('refuses everything that comes to an address that others can reach, and logs it', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
    const logged: LogEvent[] = [];
    const authorizer = await anAuthorizer({ ...unauthenticated, logger: (event) => logged.push(event) });
    open.push(() => authorizer.close());
    const handle = authorizer.handler();
    let addressOf = (given: string | undefined) => given;
    const server = createServer(async (request, response) => {
      const localAddress = addressOf(request.socket.localAddress);
      Object.defineProperty(request.socket, 'localAddress', { configurable: true, value: localAddress });
      if (!(await handle(request, response))) response.end('the bot');
    });
    const url = await listening(server, open, '0.0.0.0');
    expect((await send(url, '/healthz')).status).toBe(200);
    expect((await send(url, '/api/messages')).text).toBe('the bot');
    // a machine without a network has no such address; its loopback plays one
    if (outside === undefined) addressOf = () => '10.1.2.3';
    const reached = outside === undefined ? url : url.replace('127.0.0.1', outside);
    for (const path of ['/healthz', '/api/messages', '/nothing']) {
      const refused = await send(reached, path);
      expect([refused.status, refused.text]).toEqual([503, expect.stringContaining('MicrosoftAppId')]);
      expect(refused.headers['content-security-policy']).toBeDefined();
    }
    expect(logged).toContainEqual(
      expect.objectContaining({ event: 'public_listener', address: outside ?? '10.1.2.3' }),
    );
    addressOf = () => undefined;
    expect((await send(url, '/healthz')).status).toBe(503);
  });

  const ONE_MACHINE: readonly [string, Partial<AuthorizerOptions>, string][] = [
    ['a bot without an app id', unauthenticated, 'set MicrosoftAppId'],
    [
      'the switch for development beside an app id',
      { allowUnauthenticatedLoopback: true },
      'allowUnauthenticatedLoopback',
    ],
    ['connections without a code', { confirm: 'none' }, 'confirm is "none"'],
  ];

  it.each(ONE_MACHINE)('guards pages and console of %s', async (_what, options, why) => {
    const authorizer = await anAuthorizer(options);
    open.push(() => authorizer.close());
    const { handler } = await authorizer.consoleHandler();
    const pages = authorizer.handler();
    const server = createServer(async (request, response) => {
      Object.defineProperty(request.socket, 'localAddress', { configurable: true, value: '192.168.1.5' });
      await (request.url?.startsWith('/console') ? handler : pages)(request, response);
    });
    const url = await listening(server, open);
    for (const path of ['/console/sign-in', '/connect/unknown']) {
      const refused = await send(url, path);
      expect([refused.status, refused.text]).toEqual([503, expect.stringContaining(why)]);
    }
  });

  it.each(ONE_MACHINE)(
    'mounts neither pages nor console of %s on a listener that others can reach',
    async (...given) => {
      const [, options, why] = given;
      const authorizer = await anAuthorizer(options);
      open.push(() => authorizer.close());
      for (const mount of [
        async (server: ReturnType<typeof createRestifyServer>) => authorizer.mount(server),
        async (server: ReturnType<typeof createRestifyServer>) => void (await authorizer.mountConsole(server)),
      ]) {
        const server = createRestifyServer();
        server.listen(0, '0.0.0.0');
        await once(server.server, 'listening');
        await expect(mount(server)).rejects.toThrow(why);
        expect(server.server.listening).toBe(false);
      }
    },
  );
});

function ours(status: number): Partial<Answer> {
  return {
    status,
    headers: expect.objectContaining({ 'content-security-policy': expect.stringContaining("default-src 'none'") }),
  };
}

function anAuthorizer(options: Partial<AuthorizerOptions> = {}): Promise<Authorizer> {
  return createAuthorizer({
    publicUrl: 'http://127.0.0.1:1',
    store: 'sqlite::memory:',
    keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    integrations: [],
    appId: 'app',
    logger: () => {},
    ...options,
  });
}

async function listening(server: Server, open: (() => Promise<unknown>)[], host = '127.0.0.1'): Promise<string> {
  server.listen(0, host);
  await once(server, 'listening');
  open.push(async () => {
    server.closeAllConnections();
    await new Promise<void>((closed) => server.close(() => closed()));
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}
