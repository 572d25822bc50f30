import { randomBytes, randomUUID } from 'node:crypto';
import {
  type AnyAction,
  type Authorizer,
  createAuthorizer,
  type Integration,
  type ListedConnection,
  type LogEvent,
  type Owner,
} from 'latchkey';
import {
  type ConsentChoice,
  type ProductName,
  type RecordedRequest,
  type Sandbox,
  startSandbox,
} from 'latchkey/sandbox';
import { createServer } from 'restify';
import type { RunOutcome } from '../../src/flows/run-action.ts';
import type { ChatSubmission } from '../../src/flows/submit-credential.ts';
import { readConfirmationCode } from '../../src/model/confirmation-code.ts';
import type { PublicAuthorization } from '../../src/model/public-authorization.ts';
import { codeOn, openBrowser } from '../journeys/browser-person.ts';
import { verbsOf } from '../verbs-of.ts';
import { type FrontDoor, openFrontDoor } from './front-door.ts';

/** The library as a bot has it, its pages on a real server, and the products behind a front door; one clock for all. */
export interface Products {
  readonly sandbox: Sandbox;
  readonly front: FrontDoor;
  readonly authorizer: Authorizer;
  readonly log: readonly LogEvent[];
  /** Somebody new. */
  person(): Person;
  advance(milliseconds: number): void;
  now(): number;
  /** What a product got since it was last asked here. */
  arrived(product: ProductName): readonly RecordedRequest[];
  close(): Promise<void>;
}

export interface Person {
  /** Types a key, or user name and password, in the chat. */
  type(integration: string, values: Readonly<Record<string, string>>, profile?: string): Promise<ChatSubmission>;
  /** Opens the link, consents at the product, comes back and types the code in the chat. */
  consent(integration: string, consent: Consent): Promise<Ended>;
  run(action: AnyAction, input?: Readonly<Record<string, unknown>>, answers?: FormAnswers): Promise<RunOutcome>;
  connections(): Promise<readonly ListedConnection[]>;
  disconnect(integration: string): ReturnType<ReturnType<typeof verbsOf>['disconnect']>;
}

/** What became of an attempt; not the whole of it, which may hold a credential. */
interface Ended {
  readonly status: PublicAuthorization['status'];
  readonly why?: string;
}

type FormAnswers = NonNullable<Parameters<ReturnType<typeof verbsOf>['runAction']>[0]['answers']>;

export interface Consent extends ConsentChoice {
  readonly profile?: string;
  readonly tenant?: string;
  /** Which of several sites, if the page asks. */
  readonly site?: string;
  /** Between the product's page and the callback. */
  readonly dawdle?: () => void;
}

/** Where the products are: their own places in the sandbox, as seen through the front door. */
export interface Places {
  readonly sandbox: Sandbox;
  through(url: string): string;
}

export type MakeIntegration = (places: Places) => Integration;

export async function openProducts(
  ...make: readonly ((places: Places) => Integration | Promise<Integration>)[]
): Promise<Products> {
  const clock = { now: Date.parse('2026-12-01T09:00:00Z') };
  const now = () => clock.now;
  const sandbox = await startSandbox({ now });
  const front = await openFrontDoor(sandbox.url);
  const through = (url: string) => url.replace(sandbox.url, front.url);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const log: LogEvent[] = [];
  const authorizer = await createAuthorizer({
    publicUrl: url,
    store: 'sqlite::memory:',
    keys: `k1:${randomBytes(32).toString('base64')}`,
    integrations: await Promise.all(make.map((one) => one({ sandbox, through }))),
    allowUnauthenticatedLoopback: true,
    logger: (event) => void log.push(event),
    now,
  });
  authorizer.mount(server);
  let seen = 0;
  return {
    sandbox,
    front,
    authorizer,
    log,
    person: () => {
      // the pages count the requests of an address in a minute, and all people here have the same one
      clock.now += 61_000;
      return personAt(authorizer, sandbox);
    },
    advance: (milliseconds) => {
      clock.now += milliseconds;
    },
    now,
    arrived: (product) => {
      const all = sandbox.control.requests();
      const fresh = all.slice(seen).filter((request) => request.product === product);
      seen = all.length;
      return fresh;
    },
    close: async () => {
      await authorizer.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
      await front.close();
      await sandbox.close();
    },
  };
}

/** Somebody new who talks with the bot and has a browser of their own. */
export function personAt(authorizer: Authorizer, sandbox: Pick<Sandbox, 'consent'>): Person {
  const owner: Owner = { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user: randomUUID() };
  const conversation = { key: `chat of ${owner.user}`, kind: 'personal', reference: {} } as const;
  const begin = async (integration: string, profile?: string) => {
    const [present] = (await verbsOf(authorizer).listConnections(owner)).filter(
      (one) => one.integration === integration,
    );
    const begun = await verbsOf(authorizer).beginAuthorization({
      owner,
      ownerName: 'Somebody',
      conversation,
      integration,
      purpose: 'try it',
      scopes: [],
      ...(present?.status === 'needs_reauth' ? { replaces: present.id } : {}),
      ...(profile === undefined ? {} : { profile }),
    });
    if (begun.status !== 'begun') throw new Error(`nothing was begun: ${begun.status}`);
    return begun;
  };
  const latest = async ({ id }: PublicAuthorization): Promise<PublicAuthorization> => {
    const authorization = await verbsOf(authorizer).authorizationById(id);
    if (authorization === undefined) throw new Error('the attempt is gone');
    return authorization;
  };
  return {
    type: async (integration, values, profile) => {
      const { authorization } = await begin(integration, profile);
      const { id: authorizationId } = authorization;
      return verbsOf(authorizer).submitCredential({
        owner,
        conversationKey: conversation.key,
        authorizationId,
        values,
      });
    },
    consent: async (integration, { profile, tenant, site, dawdle, ...choice }) => {
      const { authorization, link } = await begin(integration, profile);
      const browser = openBrowser();
      const named = tenant === undefined ? {} : { 'field.tenant': tenant };
      const away = await browser.submit(await browser.get(link), named);
      const back = await sandbox.consent(browser.onward(away), choice);
      dawdle?.();
      let page = await browser.get(back);
      if (page.html.includes('name="site"')) page = await browser.submit(page, site === undefined ? {} : { site });
      if ((await latest(authorization)).status === 'quarantined') {
        const code = readConfirmationCode(codeOn(page)) ?? '';
        await verbsOf(authorizer).confirmAuthorization({ owner, conversationKey: conversation.key, code });
      }
      const ended = await latest(authorization);
      return { status: ended.status, ...('why' in ended ? { why: ended.why } : {}) };
    },
    run: (action, input = {}, answers) =>
      verbsOf(authorizer).runAction({ owner, action, input, ...(answers === undefined ? {} : { answers }) }),
    connections: () => verbsOf(authorizer).listConnections(owner),
    disconnect: (integration) => verbsOf(authorizer).disconnect({ owner, integration }),
  };
}
