import type { AnyAction } from 'latchkey';
import {
  freshsalesListContacts,
  githubMyIssues,
  gorgiasCreateTicket,
  gorgiasListTickets,
  jiraCreateIssue,
  jiraSearchMyIssues,
  jotformListForms,
  zendeskCreateTicket,
  zendeskListMyTickets,
} from 'latchkey/actions';
import type { Fault, ProductName, Sandbox } from 'latchkey/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { type MakeIntegration, openProducts, type Person, type Products } from './open-products.ts';
import {
  standInFreshsales,
  standInGithub,
  standInGorgias,
  standInJira,
  standInJotform,
  standInZendesk,
} from './stand-ins.ts';

/** What stands between people and products, and answers in their place. */
const FOREIGN: readonly Fault[] = [
  { kind: 'sign_in_page' },
  { kind: 'maintenance' },
  { kind: 'wrong_shape' },
  { kind: 'redirect' },
  { kind: 'moved' },
  { kind: 'challenge' },
  ...[408, 423, 500, 511].map((status): Fault => ({ kind: 'status', status })),
];

interface TypedSubject {
  readonly name: string;
  readonly id: ProductName;
  readonly make: MakeIntegration;
  readonly check: string;
  readonly values: (sandbox: Sandbox) => Readonly<Record<string, string>>;
  readonly profile: string;
}

const TYPED: readonly TypedSubject[] = [
  {
    name: 'Jotform',
    id: 'jotform',
    make: standInJotform(),
    check: '/user',
    values: ({ jotform }) => ({ apiKey: jotform.apiKey }),
    profile: 'api-key',
  },
  {
    name: 'Freshsales',
    id: 'freshsales',
    make: standInFreshsales(),
    check: '/contacts/filters',
    values: ({ freshsales }) => ({
      tenant: 'acme',
      apiKey: freshsales.users.find(({ id }) => id === 'bob')?.apiKey ?? '',
    }),
    profile: 'api-key',
  },
  {
    name: 'Zendesk',
    id: 'zendesk',
    make: standInZendesk(),
    check: '/users/me.json',
    values: ({ zendesk }) => ({ tenant: 'acme', email: 'bob@acme.example', apiToken: zendesk.apiTokens.acme ?? '' }),
    profile: 'api-token',
  },
  {
    name: 'Gorgias',
    id: 'gorgias',
    make: standInGorgias(),
    check: '/api/account',
    values: ({ gorgias }) => ({
      tenant: 'acme',
      email: 'bob@acme.example',
      apiKey: gorgias.users.find(({ id }) => id === 'bob')?.apiKey ?? '',
    }),
    profile: 'api-key',
  },
];

let products: Products | undefined;
afterEach(async () => {
  await products?.close();
  products = undefined;
});

describe.each(TYPED)('the check of a key at $name', ({ id, make, check, values, profile }) => {
  it('says that the product could not be asked, and costs no try, whatever else answers in its place', async () => {
    products = await openProducts(make);
    const person = products.person();
    for (const fault of FOREIGN) {
      products.advance(61_000);
      products.sandbox.control.failNext(id, { ...fault, route: check });
      expect(await person.type(id, values(products.sandbox), profile), nameOf(fault)).toEqual({
        status: 'unreachable',
      });
    }
    expect(await person.connections()).toEqual([]);
    expect(await person.type(id, values(products.sandbox), profile)).toMatchObject({ status: 'connected' });
  });
});

interface ActionSubject {
  readonly name: string;
  readonly id: ProductName;
  readonly make: MakeIntegration;
  readonly connect: (person: Person, sandbox: Sandbox) => Promise<unknown>;
  readonly read: AnyAction;
  readonly write?: {
    readonly action: AnyAction;
    readonly input: Readonly<Record<string, unknown>>;
    readonly route: string;
  };
}

const typed = (id: ProductName): ActionSubject['connect'] => {
  const subject = TYPED.find((one) => one.id === id);
  return (person, sandbox) => person.type(id, subject?.values(sandbox) ?? {}, subject?.profile);
};

const ACTIONS: readonly ActionSubject[] = [
  {
    name: 'Jira',
    id: 'jira',
    make: standInJira(),
    connect: (person, { jira }) =>
      person.consent('jira', { user: 'bob', site: jira.sites.find(({ name }) => name === 'acme')?.cloudId ?? '' }),
    read: jiraSearchMyIssues,
    write: { action: jiraCreateIssue, input: { project: 'KAN', summary: 'Water the plants' }, route: 'POST /ex/jira' },
  },
  { name: 'Jotform', id: 'jotform', make: standInJotform(), connect: typed('jotform'), read: jotformListForms },
  {
    name: 'Zendesk',
    id: 'zendesk',
    make: standInZendesk(),
    connect: typed('zendesk'),
    read: zendeskListMyTickets,
    write: { action: zendeskCreateTicket, input: { subject: 'Stuck', body: 'The lift is stuck.' }, route: 'POST /api' },
  },
  {
    name: 'Gorgias',
    id: 'gorgias',
    make: standInGorgias(),
    connect: typed('gorgias'),
    read: gorgiasListTickets,
    write: {
      action: gorgiasCreateTicket,
      input: { email: 'eve@customer.example', subject: 'Box', message: 'It is empty.' },
      route: 'POST /api',
    },
  },
  {
    name: 'Freshsales',
    id: 'freshsales',
    make: standInFreshsales(),
    connect: typed('freshsales'),
    read: freshsalesListContacts,
  },
  {
    name: 'GitHub',
    id: 'github',
    make: standInGithub(),
    connect: (person) => person.consent('github', { user: 'bob' }),
    read: githubMyIssues,
  },
];

describe.each(ACTIONS)('an action at $name', ({ id, make, connect, read, write }) => {
  it('is never told as done when something else answered', async () => {
    products = await openProducts(make);
    const person = products.person();
    await connect(person, products.sandbox);
    for (const fault of FOREIGN) {
      if (fault.status === 423 || fault.kind === 'challenge') continue;
      products.sandbox.control.setMood(id, fault);
      expect(await person.run(read), nameOf(fault)).toMatchObject({ status: 'failed', why: 'unreachable' });
    }
    products.sandbox.control.setMood(id, { kind: 'challenge' });
    expect(await person.run(read)).toMatchObject({
      status: 'failed',
      why: expect.stringMatching(/^(?:refused|forbidden)$/),
    });
    products.sandbox.control.setMood(id, undefined);
    expect(await person.connections()).toMatchObject([{ status: 'active' }]);
    if (write === undefined) return;
    products.sandbox.control.failNext(id, { kind: 'sign_in_page', route: write.route });
    expect(await person.run(write.action, write.input)).toMatchObject({ status: 'failed', why: 'unreachable' });
    products.sandbox.control.failNext(id, { kind: 'no_id', route: write.route });
    expect(await person.run(write.action, write.input)).toMatchObject({ status: 'failed', why: 'unsure' });
  });

  it.each([
    [405, 'not_offered'],
    [410, 'not_offered'],
    [413, 'too_large'],
    [423, 'locked'],
    [451, 'forbidden'],
  ])('that is answered %i is told as the matter of the product', async (status, why) => {
    products = await openProducts(make);
    const person = products.person();
    await connect(person, products.sandbox);
    products.sandbox.control.failNext(id, { kind: 'status', status });
    expect(await person.run(read)).toMatchObject({ status: 'failed', why });
    expect(await person.connections()).toMatchObject([{ integration: id, status: 'active' }]);
  });
});

function nameOf({ kind, status }: Fault): string {
  return `${kind} ${status ?? ''}`;
}
