import { once } from 'node:events';
import { Agent, createServer, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeServer } from '../../src/web/close-server.ts';

let server: Server;
let agent: Agent;
/** Answers that wait for a test. */
let waiting: ServerResponse[];

beforeEach(async () => {
  waiting = [];
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  server = createServer((incoming, response) => {
    if (incoming.url === '/slow') waiting.push(response);
    else response.end('at once');
  });
  // longer than any test: a connection that nobody closes would be seen
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
  server.close();
});

it('ends a server that was about to listen, and none that listens again later', async () => {
  const starting = createServer();
  const closed = once(starting, 'close');
  starting.listen(0, 'localhost');
  await closeServer(starting, 60_000);
  await closed;
  await closeServer(starting, 60_000);
  await once(starting.listen(0, '127.0.0.1'), 'listening');
  await new Promise((resolve) => setImmediate(resolve));
  expect(starting.listening).toBe(true);
  await closeServer(starting, 0);
});

it('answers what has come, ends kept connections, and takes no new ones', async () => {
  expect(await get('/')).toMatchObject({ text: 'at once', connection: 'keep-alive' });
  const slow = get('/slow');
  await until(() => waiting.length === 1);
  // far longer than this test may take: it ends because everything was answered
  const closed = closeServer(server, 60_000);
  await expect(fetch(urlOf('/'))).rejects.toThrow('fetch failed');
  waiting[0]?.end('late');
  expect(await slow).toMatchObject({ text: 'late' });
  await closed;
});

it('tells the other side of a kept connection that it ends', async () => {
  const slow = get('/slow');
  await until(() => waiting.length === 1);
  const closed = closeServer(server, 60_000);
  const second = get('/');
  waiting[0]?.end('late');
  await slow;
  // on the same connection, or refused: never cut off without a word
  await second.then(
    (answer) => expect(answer.connection).toBe('close'),
    (error) => expect(error).toMatchObject({ code: expect.stringMatching(/ECONNREFUSED|ECONNRESET/) }),
  );
  await closed;
});

it('cuts off what is not answered in time', async () => {
  const slow = get('/slow').catch((error: unknown) => error);
  await until(() => waiting.length === 1);
  const before = performance.now();
  await closeServer(server, 200);
  expect(performance.now() - before).toBeLessThan(5_000);
  expect(await slow).toMatchObject({ code: 'ECONNRESET' });
});

it('also closes the server inside of another one, and does nothing where nobody listens', async () => {
  await closeServer({ server }, 1_000);
  expect(server.listening).toBe(false);
  await closeServer({ server }, 1_000);
});

function urlOf(path: string): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo | null)?.port ?? 1}${path}`;
}

function get(path: string): Promise<{ readonly text: string; readonly connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request(urlOf(path), { agent }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ text, connection: response.headers.connection });
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

it('does not wait for a browser that has connected and asks for nothing', async () => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  await get('/');
  const before = performance.now();
  await closeServer(server, 200);
  expect(performance.now() - before).toBeLessThan(5_000);
  await once(socket, 'close');
});
