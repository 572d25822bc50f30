import type { Answer, AnyAction, Integration } from 'latchkey';
import type { ProductName, RecordedRequest, Sandbox } from 'latchkey/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Consent, MakeIntegration, Person, Products } from '../integrations/open-products.ts';
import { openProducts } from '../integrations/open-products.ts';

/** What the contract must know of an integration to try it against its stand-in. */
export interface IntegrationSubject {
  readonly id: ProductName;
  readonly make: MakeIntegration;
  readonly ways: readonly Way[];
  readonly actions: readonly TriedAction[];
  /** One that changes nothing, to be repeated in bad weather. */
  readonly harmless: Pick<TriedAction, 'action' | 'input'>;
  /** Wrong ways to send the same credential: the stand-in refuses each, or it would prove nothing about the right one. */
  readonly wrongWires: readonly WrongWire[];
}

/** One way to connect. */
export interface Way {
  readonly name: string;
  readonly profile: string;
  readonly enter: (sandbox: Sandbox) => Entry;
  /** As the chat names it. */
  readonly account: string;
  readonly role?: string;
  /** The header in which the credential goes, and exactly what it holds. */
  readonly wire: (sandbox: Sandbox) => { readonly header: string; readonly value: string | RegExp };
  /** What may stand nowhere but in that header. */
  readonly secret: (sandbox: Sandbox) => string | undefined;
  readonly revokeAtProduct: (sandbox: Sandbox) => void;
  readonly disconnected: 'revoked' | 'unsupported';
  /** By key: looks right, and the product refuses it. */
  readonly wrong?: Readonly<Record<string, string>>;
}

type Entry =
  | { readonly kind: 'typed'; readonly values: Readonly<Record<string, string>> }
  | ({ readonly kind: 'consent' } & Consent);

export interface TriedAction {
  readonly action: AnyAction;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly answers?: Readonly<Record<string, string>>;
  readonly expected: Partial<Answer>;
  /** The last request that it makes, as the stand-in counts it, and what must be in its body. */
  readonly route: string;
  readonly body?: unknown;
  /** Its link leads to a page that the stand-in does not imitate. */
  readonly pageless?: true;
}

interface WrongWire {
  readonly what: string;
  readonly header: string;
  /** Template over the profile's fields, as in a placement. */
  readonly value: string;
  readonly profile?: string;
}

/** What every integration keeps, whatever its way to authorize: proven against its stand-in, through the library's doors. */
export function integrationContract(subject: IntegrationSubject): void {
  describe.each(subject.ways)(`${subject.id} by $name`, (way) => {
    let products: Products;
    let person: Person;

    beforeAll(async () => {
      products = await openProducts(subject.make);
      person = products.person();
      await connect(person, subject.id, way, products.sandbox);
    });
    afterAll(() => products.close());

    it('connects, and names the account', async () => {
      const [connection, ...more] = await person.connections();
      expect(more).toEqual([]);
      expect(connection).toMatchObject({ integration: subject.id, profile: way.profile, status: 'active' });
      expect(connection?.account.label).toBe(way.account);
      expect(connection?.account.role).toBe(way.role);
    });

    it.each(subject.actions)(
      'does what “$action.title” says, with the credential in its header and nowhere else',
      async (tried) => {
        products.arrived(subject.id);
        const outcome = await person.run(tried.action, tried.input, tried.answers);
        expect(outcome).toMatchObject({ status: 'done', answer: tried.expected });
        const requests = products.arrived(subject.id);
        expect(requests.at(-1)?.route).toBe(tried.route);
        if (tried.body !== undefined) expect(bodyOf(requests.at(-1))).toEqual(tried.body);
        for (const request of requests) expectOnlyInHeader(request, way, products.sandbox);
        if (outcome.status === 'done' && tried.pageless !== true) await expectLinksToBeThere(outcome.answer, products);
      },
    );

    it('is told busy and broken apart from a refused credential, and stays connected', async () => {
      const { action, input } = subject.harmless;
      const { front, sandbox } = products;
      front.answerNext('/', { status: 429, headers: { 'retry-after': '7' }, body: {} });
      expect(await person.run(action, input)).toMatchObject({ status: 'failed', why: 'busy', retryAfter: 7 });
      front.answerNext('/', { status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>Sorry</h1>' });
      expect(await person.run(action, input)).toMatchObject({ status: 'failed', why: 'unreachable' });
      sandbox.control.failNext(subject.id, { kind: 'lost' });
      expect(await person.run(action, input)).toMatchObject({ status: 'failed', why: 'unreachable' });
      expect(await person.connections()).toMatchObject([{ status: 'active' }]);
      expect(await person.run(action, input)).toMatchObject({ status: 'done' });
    });

    it('asks again when the product ended the access, and goes on with the same connection once it is renewed', async () => {
      const { action, input } = subject.harmless;
      const [before] = await person.connections();
      way.revokeAtProduct(products.sandbox);
      expect(await person.run(action, input)).toMatchObject({
        status: 'needs_authorization',
        reason: 'ended',
      });
      expect(await person.connections()).toMatchObject([{ id: before?.id, status: 'needs_reauth' }]);
      // the product's way back: the switch is undone, or the person consents once more
      products.sandbox.control.reset();
      await connect(person, subject.id, way, products.sandbox);
      expect(await person.connections()).toMatchObject([{ id: before?.id, status: 'active' }]);
      expect(await person.run(action, input)).toMatchObject({ status: 'done' });
    });

    it('disconnects, at the product too where that can be done', async () => {
      const { action, input } = subject.harmless;
      expect(await person.disconnect(subject.id)).toMatchObject({ status: 'removed', atProduct: way.disconnected });
      expect(await person.connections()).toEqual([]);
      expect(await person.run(action, input)).toEqual({ status: 'needs_authorization', reason: 'none' });
    });

    const { wrong } = way;
    // signing in to the product has no entry to get wrong
    const typed = wrong === undefined ? [] : [wrong];
    it.each(typed)('refuses a wrong entry three times and keeps nothing', async (entry) => {
      const somebody = products.person();
      for (const triesLeft of [2, 1, 0]) {
        expect(await somebody.type(subject.id, entry, way.profile)).toMatchObject({ status: 'refused', triesLeft });
      }
      expect(await somebody.connections()).toEqual([]);
    });
  });

  if (subject.wrongWires.length === 0) return;
  describe(`${subject.id}, sent in a wrong way`, () => {
    let products: Products | undefined;
    afterEach(() => products?.close());

    it.each(subject.wrongWires)('is refused with $what', async ({ header, value, profile }) => {
      const way = first(subject.ways.filter((one) => profile === undefined || one.profile === profile));
      products = await openProducts((places) => withPlacement(subject.make(places), way.profile, { header, value }));
      const person = products.person();
      await expect(connect(person, subject.id, way, products.sandbox)).rejects.toThrow(/refused|unreachable/);
      expect(await person.connections()).toEqual([]);
    });
  });
}

/** @throws where it does not come to a connection, with the reason */
async function connect(person: Person, integration: string, way: Way, sandbox: Sandbox): Promise<void> {
  const entry = way.enter(sandbox);
  if (entry.kind === 'typed') {
    const { status } = await person.type(integration, entry.values, way.profile);
    if (status !== 'connected') throw new Error(status);
    return;
  }
  const ended = await person.consent(integration, { ...entry, profile: way.profile });
  if (ended.status !== 'done') throw new Error(ended.why ?? ended.status);
}

const CREDENTIAL_HEADERS = ['authorization', 'apikey', 'cookie', 'x-api-key', 'proxy-authorization'];

function expectOnlyInHeader(request: RecordedRequest, way: Way, sandbox: Sandbox): void {
  const { header, value } = way.wire(sandbox);
  const sent = CREDENTIAL_HEADERS.filter((name) => request.headers[name] !== undefined);
  expect(sent, request.route).toEqual([header]);
  // not `toBe`, which would print what was sent
  const carried = String(request.headers[header]);
  const exact = typeof value === 'string' ? carried === value : value.test(carried);
  expect(exact, `${request.route} carries the ${header} header as documented`).toBe(true);
  const secret = way.secret(sandbox) ?? carried.replace(/^\S+ /, '');
  const elsewhere = `${request.path} ${request.body} ${JSON.stringify({ ...request.headers, [header]: '' })}`;
  expect(elsewhere.includes(secret), `${request.route} has the credential elsewhere`).toBe(false);
}

/** Every link that leads into the stand-in leads to a page; the others are the product's own, and fixed. */
async function expectLinksToBeThere(answer: Answer, { front, sandbox }: Products): Promise<void> {
  const links = [answer.url, ...(answer.items ?? []).map(({ url }) => url)].filter((url) => url !== undefined);
  for (const link of links) {
    expect(new URL(link).protocol).toMatch(/^https?:$/);
    if (![front.url, sandbox.url].includes(new URL(link).origin)) continue;
    expect((await fetch(link)).status, link).toBe(200);
  }
}

function withPlacement(
  integration: Integration,
  profile: string,
  { header, value }: Pick<WrongWire, 'header' | 'value'>,
): Integration {
  const placements = [{ in: 'header', name: header, value }] as const;
  const profiles = integration.profiles.map((one) => (one.id === profile ? { ...one, placements } : one));
  return { ...integration, profiles };
}

function bodyOf(request: RecordedRequest | undefined): unknown {
  if (request === undefined) return undefined;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return JSON.parse(request.body);
  return Object.fromEntries(new URLSearchParams(request.body));
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('there is none');
  return item;
}
