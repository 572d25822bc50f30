import { zendeskCreateTicket, zendeskListMyTickets, zendeskSearchTickets, zendeskViewTicket } from 'latchkey/actions';
import { expect } from 'vitest';
import {
  calling,
  expectActive,
  expectEnded,
  expectFailed,
  expectNothingKept,
  expectRefused,
  type FailureShape,
} from './failure-shape.ts';
import type { MakeIntegration, Person, Products } from './open-products.ts';
import { standInZendesk } from './stand-ins.ts';

const HOUR = 3_600_000;
const TICKET = { subject: 'The lift is stuck', body: 'On the third floor.' };
const FORBIDDEN = { error: { title: 'Forbidden', message: 'You do not have access to this page.' } };
const NOT_ALLOWED = 'Your Zendesk account is not allowed to create tickets.';

/** providers.md B.5 */
export const zendeskFailures: readonly FailureShape[] = [
  {
    shape: '401 invalid_token for a token that ended early is renewed once',
    attempt: async (products) => {
      const bob = await signedIn(products);
      products.sandbox.control.advance(25 * HOUR);
      expect(await bob.run(zendeskListMyTickets)).toMatchObject({ status: 'done' });
      expect(renewals(products)).toBe(1);
    },
  },
  {
    shape: '401 invalid_token, and 400 invalid_grant for the refresh token: the person is asked again',
    attempt: async (products) => {
      const bob = await signedIn(products);
      products.sandbox.control.revokeGrants('zendesk', 'bob');
      await expectEnded(bob, zendeskListMyTickets);
      expect(renewals(products)).toBe(1);
    },
  },
  {
    shape: 'an answer to the renewal that got lost cannot be asked for again: there is no leeway',
    attempt: async (products) => {
      const bob = await signedIn(products);
      products.advance(25 * HOUR);
      products.sandbox.control.failNext('zendesk', { kind: 'lost', route: 'refresh_token' });
      await expectFailed(bob, zendeskListMyTickets, { why: 'unreachable' });
      products.advance(31_000);
      await expectEnded(bob, zendeskListMyTickets);
    },
  },
  {
    shape: `401 "Couldn't authenticate you" for a wrong API token`,
    attempt: async (products) => {
      const person = products.person();
      const wrong = { tenant: 'acme', email: 'bob@acme.example', apiToken: 'not-the-token' };
      expect(await person.type('zendesk', wrong, 'api-token')).toEqual({ status: 'refused', triesLeft: 2 });
      await expectNothingKept(person);
    },
  },
  {
    shape: '200 "Anonymous user" for a password proves nothing',
    make: withPassword(),
    attempt: async (products) => {
      const person = products.person();
      expect(await person.type('zendesk', tokenOf(products), 'api-token')).toEqual({ status: 'refused', triesLeft: 2 });
      const check = products.arrived('zendesk').find(({ route }) => route.includes('/users/me'));
      expect(check?.status).toBe(200);
      await expectNothingKept(person);
    },
  },
  {
    shape: '401 for every API token from 2027-04-30 on: who was connected is asked again',
    attempt: async (products) => {
      const bob = products.person();
      expect(await bob.type('zendesk', tokenOf(products), 'api-token')).toMatchObject({ status: 'connected' });
      products.sandbox.control.retireZendeskApiTokens();
      await expectEnded(bob, zendeskListMyTickets);
    },
  },
  {
    shape: '401 for every API token from 2027-04-30 on: nobody connects with one',
    attempt: async (products) => {
      products.sandbox.control.retireZendeskApiTokens();
      const bob = products.person();
      expect(await bob.type('zendesk', tokenOf(products), 'api-token')).toMatchObject({ status: 'refused' });
      await expectNothingKept(bob);
    },
  },
  {
    shape: '404 with a page for an account that does not exist',
    attempt: async (products) => {
      const person = products.person();
      const elsewhere = { ...tokenOf(products), tenant: 'no-such-account' };
      expect(await person.type('zendesk', elsewhere, 'api-token')).toMatchObject({
        status: 'invalid',
        reason: 'nobody_there',
      });
      await expectNothingKept(person);
    },
  },
  {
    shape: '403 {error:{title}}: the Tickets API is not for customers',
    attempt: async (products) => {
      const eve = await signedIn(products, 'eve');
      await expectFailed(
        eve,
        calling('zendesk', (api) => api.get('/api/v2/tickets/33.json')),
        { why: 'forbidden' },
      );
    },
  },
  {
    shape: '403 {error:{title}} for an agent who may not: our words, and the token is left alone',
    attempt: async (products) => {
      const bob = await signedIn(products);
      products.front.answerNext('POST /zendesk/acme/api/v2/tickets', { status: 403, body: FORBIDDEN });
      await expectRefused(bob, zendeskCreateTicket, TICKET, NOT_ALLOWED);
      expect(renewals(products)).toBe(0);
    },
  },
  {
    shape: '404 {error:"RecordNotFound"}',
    attempt: async (products) => {
      const bob = await signedIn(products);
      const sentence = "There is no ticket #999, or your account can't see it.";
      await expectRefused(bob, zendeskViewTicket, { ticket: '999' }, sentence);
    },
  },
  {
    shape: '404 {error:"RecordNotFound"} for a request of somebody else',
    attempt: async (products) => {
      const eve = await signedIn(products, 'eve');
      const sentence = "There is no ticket #36, or your account can't see it.";
      await expectRefused(eve, zendeskViewTicket, { ticket: '36' }, sentence);
    },
  },
  {
    shape: '404 {error:{title:"Invalid endpoint"}} of a plan without it',
    attempt: async (products) => {
      const bob = await signedIn(products);
      const nothing = calling('zendesk', (api) => api.get('/api/v2/nothing.json'));
      await expectFailed(bob, nothing, { why: 'not_found' });
      const bodies = [{ error: { title: 'Invalid endpoint', message: 'Not found' } }, { error: 'InvalidEndpoint' }];
      for (const body of bodies) {
        products.front.answerNext('/api/v2/search.json', { status: 404, body });
        const sentence = 'Your Zendesk plan does not include search.';
        await expectRefused(bob, zendeskSearchTickets, { words: 'printer' }, sentence);
      }
    },
  },
  {
    shape: '400 {errors:[{code}]} beyond the depth of pages',
    attempt: async (products) => {
      const bob = await signedIn(products);
      const deep = calling('zendesk', (api) => api.get('/api/v2/tickets.json', { params: { page: 200 } }));
      await expectFailed(bob, deep, { why: 'invalid' });
    },
  },
  {
    shape: '422 {error:"RecordInvalid",details} of a blank field names it',
    attempt: async (products) => {
      const bob = await signedIn(products);
      products.front.answerNext('POST /zendesk/acme/api/v2/tickets', invalid({ base: 'BlankValue' }));
      await expectRefused(bob, zendeskCreateTicket, TICKET, 'Zendesk also needs a value for the message.');
    },
  },
  {
    shape: '422 {error:"RecordInvalid",details} of a wrong value names the field',
    attempt: async (products) => {
      const bob = await signedIn(products);
      products.front.answerNext('POST /zendesk/acme/api/v2/tickets', invalid({ priority: 'InvalidValue' }));
      await expectRefused(bob, zendeskCreateTicket, TICKET, "Zendesk doesn't accept this priority.");
    },
  },
  {
    shape: '422 for a customer’s request',
    attempt: async (products) => {
      const eve = await signedIn(products, 'eve');
      products.front.answerNext('POST /zendesk/acme/api/v2/requests', invalid({ subject: 'BlankValue' }));
      await expectRefused(eve, zendeskCreateTicket, TICKET, 'Zendesk also needs a value for the subject.');
    },
  },
  {
    shape: '422 for a ticket that is closed',
    attempt: async (products) => {
      const bob = await signedIn(products);
      const reopen = calling('zendesk', (api) => api.put('/api/v2/tickets/35.json', { ticket: { status: 'open' } }));
      await expectFailed(bob, reopen, { why: 'invalid' });
    },
  },
  {
    shape: '429 with Retry-After',
    attempt: async (products) => {
      const bob = await signedIn(products);
      products.sandbox.control.failNext('zendesk', { kind: 'rate_limited' });
      await expectFailed(bob, zendeskListMyTickets, { why: 'busy', retryAfter: 30 });
    },
  },
  {
    shape: '500 with a page',
    attempt: async (products) => {
      const bob = await signedIn(products);
      products.sandbox.control.failNext('zendesk', { kind: 'server_error' });
      await expectFailed(bob, zendeskListMyTickets, { why: 'unreachable' });
    },
  },
  {
    shape: 'error=access_denied: the person declined',
    attempt: async (products) => {
      const person = products.person();
      const declined = await person.consent('zendesk', { user: 'bob', tenant: 'acme', decision: 'decline' });
      expect(declined).toMatchObject({ status: 'failed', why: 'denied' });
      await expectNothingKept(person);
    },
  },
  {
    shape: '400 invalid_grant for a code after its 120 seconds',
    attempt: async (products) => {
      const person = products.person();
      const dawdle = () => products.advance(121_000);
      const late = await person.consent('zendesk', { user: 'bob', tenant: 'acme', dawdle });
      expect(late).toMatchObject({ status: 'failed', why: 'refused' });
      await expectNothingKept(person);
    },
  },
  {
    shape: '401 invalid_client for a wrong client secret: nobody is sent round again',
    make: standInZendesk({ system: { clientId: 'zdg-latchkey', clientSecret: 'not the secret' } }),
    attempt: async (products) => {
      const person = products.person();
      const ended = await person.consent('zendesk', { user: 'bob', tenant: 'acme' });
      expect(ended).toMatchObject({ status: 'failed', why: 'misconfigured' });
    },
  },
  {
    shape: 'error=invalid_scope for more than the client may have',
    make: standInZendesk({ scopes: ['read', 'impersonate'] }),
    attempt: async (products) => {
      const person = products.person();
      const ended = await person.consent('zendesk', { user: 'bob', tenant: 'acme' });
      expect(ended.status).toBe('failed');
      await expectNothingKept(person);
    },
  },
  {
    shape: '403 everywhere for a token of a scope that Zendesk does not know: it is not kept',
    make: standInZendesk({ scopes: ['reed'] }),
    attempt: async (products) => {
      const person = products.person();
      const ended = await person.consent('zendesk', { user: 'bob', tenant: 'acme' });
      expect(ended).toMatchObject({ status: 'failed', why: 'refused' });
      await expectNothingKept(person);
    },
  },
  {
    shape: 'a token that may only read is not tried on a write',
    make: standInZendesk({ scopes: ['read'] }),
    attempt: async (products) => {
      const bob = await signedIn(products);
      products.arrived('zendesk');
      const asked = { status: 'needs_authorization', reason: 'scope', missingScopes: ['write'] };
      expect(await bob.run(zendeskCreateTicket, TICKET)).toMatchObject(asked);
      expect(products.arrived('zendesk')).toEqual([]);
      await expectActive(bob);
    },
  },
];

async function signedIn(products: Products, user = 'bob'): Promise<Person> {
  const person = products.person();
  expect(await person.consent('zendesk', { user, tenant: 'acme' })).toMatchObject({ status: 'done' });
  return person;
}

function tokenOf({ sandbox }: Products) {
  return { tenant: 'acme', email: 'bob@acme.example', apiToken: sandbox.zendesk.apiTokens.acme ?? '' };
}

function renewals({ sandbox }: Products): number {
  return sandbox.control.counters()['zendesk POST /oauth/tokens refresh_token'] ?? 0;
}

/** The e-mail address without `/token`: what follows is taken for a password then. */
function withPassword(): MakeIntegration {
  return (places) => {
    const integration = standInZendesk()(places);
    const profiles = integration.profiles.map((one) =>
      one.method === 'basic' ? { ...one, userName: '{{email}}' } : one,
    );
    return { ...integration, profiles };
  };
}

function invalid(problems: Readonly<Record<string, string>>) {
  const details = Object.fromEntries(
    Object.entries(problems).map(([field, error]) => [field, [{ description: `${field}: is not right`, error }]]),
  );
  return { status: 422, body: { error: 'RecordInvalid', description: 'Record validation errors', details } };
}
