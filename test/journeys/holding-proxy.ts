import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a product and keeps an answer back for as long as the test wants; the product has done its work by then. */
export interface HoldingProxy {
  readonly url: string;
  /** Keeps back the next answer to a request whose path ends like this. */
  hold(path: string): Held;
  close(): Promise<void>;
}

interface Held {
  /** Resolves when the product has answered. */
  readonly arrived: Promise<void>;
  release(): void;
}

export async function startHoldingProxy(target: string): Promise<HoldingProxy> {
  const gates: { readonly path: string; readonly pass: () => Promise<void> }[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const answer = await forward(request, `${target}${path}`);
    const body = Buffer.from(await answer.arrayBuffer());
    const gate = gates.findIndex((one) => path.endsWith(one.path));
    if (gate >= 0) await gates.splice(gate, 1)[0]?.pass();
    for (const name of ['content-type', 'location']) {
      const value = answer.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    response.writeHead(answer.status);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold: (path) => {
      const arrived = signal();
      const released = signal();
      const pass = () => {
        arrived.give();
        return released.given;
      };
      gates.push({ path, pass });
      return { arrived: arrived.given, release: released.give };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

async function forward(request: IncomingMessage, url: string): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = 'GET', headers } = request;
  const { authorization = '', 'content-type': type = '', accept = '' } = headers;
  return fetch(url, {
    method,
    headers: { authorization, 'content-type': type, accept },
    ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    redirect: 'manual',
  });
}
