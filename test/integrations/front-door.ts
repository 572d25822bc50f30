import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the sandbox and passes every request on as it came, but for the answers that a test puts in its place. */
export interface FrontDoor {
  readonly url: string;
  /** The next request whose method and path contain `route` is answered here and never arrives. */
  answerNext(route: string, answer: ScriptedAnswer): void;
  /** From now on every answer of the sandbox to such a request that has this status gets another one. */
  disguise(route: string, status: number, answer: ScriptedAnswer): void;
  /** What becomes of every answer from now on; a rule that gives undefined leaves the answer as it is. */
  rewrite(rule: Rewriting | undefined): void;
  close(): Promise<void>;
}

/** @param name method and path of the request */
type Rewriting = (name: string, body: string) => string | undefined;

interface ScriptedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or with a `content-type` of its own as it is. */
  readonly body: unknown;
}

export async function openFrontDoor(sandboxUrl: string): Promise<FrontDoor> {
  const { hostname, port } = new URL(sandboxUrl);
  const waiting: { readonly route: string; readonly answer: ScriptedAnswer }[] = [];
  let rewriting: Rewriting | undefined;
  const disguises: { readonly route: string; readonly status: number; readonly answer: ScriptedAnswer }[] = [];

  const server = createServer(async (incoming, outgoing) => {
    const name = `${incoming.method} ${incoming.url}`;
    const body = await bytesOf(incoming);
    const scripted = waiting.findIndex(({ route }) => name.includes(route));
    const [taken] = scripted < 0 ? [] : waiting.splice(scripted, 1);
    if (taken !== undefined) {
      outgoing.writeHead(taken.answer.status, headersOf(taken.answer));
      outgoing.end(bodyOf(taken.answer));
      return;
    }
    const { method, url: path, rawHeaders: headers } = incoming;
    const onward = send({ hostname, port, method, path, headers, agent: false }, async (answered) => {
      const { statusCode: status = 502 } = answered;
      const disguise = disguises.find((one) => name.includes(one.route) && one.status === status);
      const bytes = await bytesOf(answered);
      const written = disguise === undefined ? rewriting?.(name, bytes.toString('utf8')) : bodyOf(disguise.answer);
      if (disguise !== undefined) outgoing.writeHead(disguise.answer.status, headersOf(disguise.answer));
      else if (written === undefined) outgoing.writeHead(status, answered.rawHeaders);
      else outgoing.writeHead(status === 204 ? 200 : status, { 'content-type': 'application/json' });
      outgoing.end(written ?? bytes);
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerNext: (route, answer) => void waiting.push({ route, answer }),
    disguise: (route, status, answer) => void disguises.push({ route, status, answer }),
    rewrite: (rule) => {
      rewriting = rule;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function headersOf(answer: ScriptedAnswer): Readonly<Record<string, string>> {
  return { 'content-type': 'application/json', ...answer.headers };
}

function bodyOf(answer: ScriptedAnswer): string {
  return typeof answer.body === 'string' && answer.headers !== undefined ? answer.body : JSON.stringify(answer.body);
}
