import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { guardServer } from 'latchkey';
import { afterEach, describe, expect, it } from 'vitest';
import { BODY_DEADLINE } from '../../src/web/body-deadline.ts';
import { textsOf } from '../journeys/chat-person.ts';
import { openWorld } from '../journeys/world.ts';
import { send } from './http-browser.ts';
import { type RunningWeb, startWeb } from './running-web.ts';

const HEAD = 'Host: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';

describe('a request whose body does not come', () => {
  let web: RunningWeb;
  afterEach(() => web.close());

  it('is answered with 408 and closed, five hundred of them too, while others are served', {
    timeout: 30_000,
  }, async () => {
    web = await startWeb({ bodyDeadline: 2_000 });
    const slow = await Promise.all(
      Array.from({ length: 500 }, () =>
        opened(web.url, `POST /connect/abc HTTP/1.1\r\n${HEAD}Content-Length: 60000\r\n\r\nform_`),
      ),
    );
    expect((await send(web.url, '/healthz')).status).toBe(200);
    const answers = await Promise.all(slow.map(everything));
    expect(new Set(answers.map((text) => text.slice(0, 12)))).toEqual(new Set(['HTTP/1.1 408']));
    expect(answers[0]).toContain("default-src 'none'");
    expect(web.logged).toEqual([]);
  });

  it('is closed also where the answer did not wait for it', async () => {
    web = await startWeb({ bodyDeadline: 200 });
    const began = performance.now();
    const socket = await opened(web.url, `POST /connect/%20 HTTP/1.1\r\n${HEAD}Content-Length: 60000\r\n\r\nform_`);
    expect(await everything(socket)).toMatch(/^HTTP\/1\.1 404/);
    // Node itself would close it too, five seconds after the answer
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('leaves the chat unharmed five hundred times, and is closed after ten seconds', { timeout: 60_000 }, async () => {
    web = await startWeb();
    const world = await openWorld();
    try {
      const ann = await world.chat('ann');
      const began = performance.now();
      const slow = await Promise.all(
        Array.from({ length: 500 }, () =>
          opened(world.url, `POST /connect/abc HTTP/1.1\r\n${HEAD}Content-Length: 60000\r\n\r\nform_`),
        ),
      );
      const closed = slow.map(everything);
      expect(textsOf(await ann.say('My GitHub issues'))).toContain('GitHub');
      expect(performance.now() - began).toBeLessThan(BODY_DEADLINE);
      expect(slow.filter(({ readyState }) => readyState === 'open')).toHaveLength(500);
      const answers = await Promise.all(closed);
      // one network has its limit of requests too; those are answered at once, and closed in time
      for (const text of answers) expect(text).toMatch(/^HTTP\/1\.1 4(?:08|29) /);
      expect(performance.now() - began).toBeGreaterThanOrEqual(BODY_DEADLINE);
      expect(performance.now() - began).toBeLessThan(2 * BODY_DEADLINE);
    } finally {
      await world.close();
    }
  });

  it('of HTTP/2, which announces nothing, is refused at once, and its stream is closed in time', async () => {
    web = await startWeb({ bodyDeadline: 200 });
    const server = createHttp2Server((...both) => void Reflect.apply(web.handler, undefined, both));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    try {
      const head = { ':path': '/connect/abc', 'content-type': 'application/x-www-form-urlencoded' };
      const unannounced = client.request({ ...head, ':method': 'POST' });
      const closed = once(unannounced, 'close');
      const [answer] = await once(unannounced, 'response');
      expect(answer[':status']).toBe(411);
      unannounced.resume().on('error', () => {});
      await closed;
      const slow = client.request({ ...head, ':method': 'POST', 'content-length': '60000' });
      slow.write('form_');
      const [late] = await once(slow, 'response');
      expect(late[':status']).toBe(408);
      slow.on('error', () => {}).destroy();
    } finally {
      client.destroy();
      await new Promise((done) => server.close(done));
    }
  });

  it('has its time: one that comes in two parts is read', async () => {
    web = await startWeb();
    const socket = await opened(
      web.url,
      `POST /connect/abc HTTP/1.1\r\n${HEAD}Connection: close\r\nContent-Length: 6\r\n\r\nabc`,
    );
    setTimeout(() => socket.write('def'), 100);
    expect(await everything(socket)).toMatch(/^HTTP\/1\.1 403/);
  });
});

describe('guardServer', () => {
  it.each([
    ['431', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['413', `POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\nx\r\n`],
    ['408', 'GET / HTTP/1.1\r\nHost: x\r\nA: '],
    ['400', 'GET / HTTP/1.1\r\nHost: x\r\nno header\r\n\r\n'],
    ['400', 'nonsense\r\n\r\n'],
  ])("gives our headers to Node's own %s", async (status, sent) => {
    const server = createServer(
      { headersTimeout: 200, requestTimeout: 200, connectionsCheckingInterval: 50 },
      (request, response) => request.resume().once('end', () => response.end()),
    );
    guardServer(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address: AddressInfo | string | null = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const text = await everything(await opened(`http://127.0.0.1:${port}`, sent));
    server.close();
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(text).toContain("Content-Security-Policy: default-src 'none'");
    expect(text).toContain('Referrer-Policy: no-referrer');
  });
});

async function opened(url: string, sent: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(sent);
  return socket;
}

/** Until the other side closes. */
async function everything(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {});
  if (!socket.closed) await once(socket, 'close');
  return Buffer.concat(chunks).toString('utf8');
}
