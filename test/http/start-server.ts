import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Guard } from '../../src/http/guarded-http.ts';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface TestServer {
  readonly origin: string;
  /** Lets the sender reach it. */
  readonly guard: Guard;
  readonly received: Received[];
  /** How many connections were opened, with or without a request. */
  readonly connections: () => number;
  /** Everything that arrived, as one text to look for secrets in. */
  readonly everything: () => string;
  readonly close: () => Promise<void>;
}

type Handler = (request: Received, response: ServerResponse, raw: IncomingMessage) => void | Promise<void>;

/** A real server on a free port that remembers what it received. */
export async function startServer(handle: Handler): Promise<TestServer> {
  const received: Received[] = [];
  let connections = 0;
  const server = createServer(async (raw, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of raw) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const request = { method: raw.method ?? '', url: raw.url ?? '', headers: raw.headers, body };
    received.push(request);
    await handle(request, response, raw);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    guard: { origins: [origin], allowInsecureLoopback: true },
    received,
    connections: () => connections,
    everything: () => JSON.stringify(received),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function answerJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
