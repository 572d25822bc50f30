import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Authorizer, createAuthorizer, defineAction, type Owner } from 'latchkey';
import { loadIntegrations } from 'latchkey/integrations';
import type { Connection } from 'latchkey/internal';
import { createServer } from 'restify';
import { z } from 'zod';
import type { RunOutcome } from '../../src/flows/run-action.ts';
import { readConfirmationCode } from '../../src/model/confirmation-code.ts';
import { answerJson, type Received, startServer } from '../http/start-server.ts';
import { codeOn, openBrowser } from '../journeys/browser-person.ts';
import { verbsOf } from '../verbs-of.ts';

/**
 * A product of which only a JSON file is known. It stands on a loopback server where `https://acme.example/x` is `/acme.example/x`,
 * takes every credential, and remembers what it was asked.
 */
export interface LoopbackProduct {
  readonly authorizer: Authorizer;
  /** Who is connected. */
  readonly owner: Owner;
  /** Where the product stands. */
  readonly origin: string;
  /** What it was asked since this was last called. */
  asked(): readonly Asked[];
  /** Fills the form of a key or a password in the chat. */
  type(values: Readonly<Record<string, string>>): Promise<Connection>;
  /** Opens the link, goes to the product's consent and comes back with a code. */
  consent(tenant?: string, callback?: Callback): Promise<{ readonly address: URL; readonly connection: Connection }>;
  call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<RunOutcome>;
  disconnect(): ReturnType<ReturnType<typeof verbsOf>['disconnect']>;
  /** The next answer to what has no answer of its own, and is no token request, has this status. */
  answerNext(status: number): void;
  advance(milliseconds: number): void;
  close(): Promise<void>;
}

/** What the callback has besides code and state, or all of it. */
type Callback =
  | Readonly<Record<string, string>>
  | ((given: { readonly code: string; readonly state: string }) => Readonly<Record<string, string>>);

/** A request without what every HTTP client adds. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const VECTORS = join(import.meta.dirname, 'vectors');
const SECRETS = (name: string) => `the ${name}`;

/** @param answers what the product answers, by the end of the path */
export async function openLoopbackProduct(id: string, answers: Answers) {
  return openLoopbackDefinition(JSON.parse(await readFile(join(VECTORS, `${id}.json`), 'utf8')), answers);
}

/** By the end of the path; a token answer too, by the end `token`. */
type Answers = Readonly<Record<string, unknown>>;

/** The same with a definition that stands in no file. */
export async function openLoopbackDefinition(
  definition: { readonly id: string },
  /** Or what they are at this origin. */
  answersAt: Answers | ((origin: string) => Answers),
) {
  const { id } = definition;
  let answers: Answers = {};
  const given: number[] = [];
  const product = await startServer(({ url }, response) => {
    const path = url.split('?')[0] ?? '';
    const known = Object.keys(answers).find((end) => path.endsWith(end));
    if (/token(?:\.do)?$/.test(path)) {
      return answerJson(response, 200, { ...TOKEN, ...Object(known === undefined ? {} : answers[known]) });
    }
    if (known !== undefined) return answerJson(response, 200, answers[known]);
    return answerJson(response, given.shift() ?? 200, {});
  });
  answers = typeof answersAt === 'function' ? answersAt(product.origin) : answersAt;
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-vector-'));
  const moved = {
    ...JSON.parse(JSON.stringify(definition).replace(/https:\/\/([^/"?]+)/g, `${product.origin}/$1`)),
    allowInsecureLoopback: true,
  };
  await writeFile(join(folder, `${id}.json`), JSON.stringify(moved));
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let now = Date.parse('2026-12-01T09:00:00Z');
  const authorizer = await createAuthorizer({
    publicUrl: `http://127.0.0.1:${server.address().port}`,
    store: 'sqlite::memory:',
    keys: `k1:${randomBytes(32).toString('base64')}`,
    integrations: await loadIntegrations(folder, { secrets: SECRETS }),
    allowUnauthenticatedLoopback: true,
    logger: () => {},
    now: () => now,
  });
  authorizer.mount(server);
  const begin = async () => {
    const begun = await verbsOf(authorizer).beginAuthorization({
      ...WHO,
      integration: id,
      purpose: 'try it',
      scopes: [],
    });
    if (begun.status !== 'begun') throw new Error(`nothing was begun: ${begun.status}`);
    return begun;
  };
  const connection = async (): Promise<Connection> => {
    const [only] = await verbsOf(authorizer).listConnections(OWNER);
    if (only === undefined) throw new Error('nothing is connected');
    return only;
  };
  return {
    authorizer,
    owner: OWNER,
    origin: product.origin,
    asked: () => product.received.splice(0).map(bare),
    type: async (values) => {
      const { authorization } = await begin();
      const submission = { owner: OWNER, conversationKey: WHO.conversation.key, authorizationId: authorization.id };
      const outcome = await verbsOf(authorizer).submitCredential({ ...submission, values });
      if (outcome.status !== 'connected') throw new Error(outcome.status);
      return connection();
    },
    consent: async (tenant, more = {}) => {
      const { link } = await begin();
      const browser = openBrowser();
      const named = tenant === undefined ? {} : { 'field.tenant': tenant };
      const address = new URL(browser.onward(await browser.submit(await browser.get(link), named)));
      const back = new URL(address.searchParams.get('redirect_uri') ?? '');
      const given = { code: 'C', state: address.searchParams.get('state') ?? '' };
      const params = typeof more === 'function' ? more(given) : { ...given, ...more };
      back.search = new URLSearchParams(params).toString();
      const code = readConfirmationCode(codeOn(await browser.get(back.href))) ?? '';
      await verbsOf(authorizer).confirmAuthorization({ owner: OWNER, conversationKey: WHO.conversation.key, code });
      return { address, connection: await connection() };
    },
    call: (method, path, body) => {
      const action = defineAction({
        id: `${id}.call`,
        title: 'Call',
        purpose: 'call it',
        integration: id,
        scopes: [],
        input: z.object({}),
        run: async (api) => (await api.request<unknown>({ method, url: path, data: body })).data,
      });
      return verbsOf(authorizer).runAction({ owner: OWNER, action, input: {} });
    },
    disconnect: async () => verbsOf(authorizer).disconnect({ owner: OWNER, integration: id }),
    answerNext: (status) => void given.push(status),
    advance: (milliseconds) => {
      now += milliseconds;
    },
    close: async () => {
      await authorizer.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
      await product.close();
      await rm(folder, { recursive: true });
    },
  } satisfies LoopbackProduct;
}

const TOKEN = { access_token: 'the-token', refresh_token: 'the-refresh-token', token_type: 'Bearer', expires_in: 3600 };
const OWNER: Owner = { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user: 'ann' };
const WHO = {
  owner: OWNER,
  ownerName: 'Ann',
  conversation: { key: 'chat of ann', kind: 'personal', reference: {} },
} as const;

const EVERYBODYS = /^(?:host|connection|content-length|accept-encoding|user-agent|accept|content-type)$/;

function bare({ method, url, headers, body }: Received): Asked {
  const own = Object.entries(headers).filter(([name]) => !EVERYBODYS.test(name));
  return {
    method,
    url,
    headers: Object.fromEntries(own.map(([name, value]) => [name, String(value)])),
    body: body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body)),
  };
}
