import { gorgiasCreateTicket, gorgiasListTickets, gorgiasReplyTicket, gorgiasViewTicket } from 'latchkey/actions';
import { expect } from 'vitest';
import {
  calling,
  expectEnded,
  expectFailed,
  expectNothingKept,
  expectRefused,
  type FailureShape,
} from './failure-shape.ts';
import type { Person, Products } from './open-products.ts';
import { standInGorgias } from './stand-ins.ts';

const DAY = 86_400_000;
const TICKET = { email: 'eve@customer.example', subject: 'Empty box', message: 'The box was empty.' };

/** providers.md B.3 */
export const gorgiasFailures: readonly FailureShape[] = [
  {
    shape: '401 for a wrong key',
    attempt: async (products) => {
      const person = products.person();
      const wrong = { tenant: 'acme', email: 'bob@acme.example', apiKey: 'not-the-key' };
      expect(await person.type('gorgias', wrong)).toEqual({ status: 'refused', triesLeft: 2 });
      expect(products.arrived('gorgias').at(-1)?.status).toBe(401);
      await expectNothingKept(person);
    },
  },
  {
    shape: '404 with a page for an account that does not exist',
    attempt: async (products) => {
      const person = products.person();
      const elsewhere = { ...keyOf(products, 'bob'), tenant: 'no-such-account' };
      expect(await person.type('gorgias', elsewhere)).toMatchObject({ status: 'invalid', reason: 'nobody_there' });
      expect(products.arrived('gorgias').at(-1)?.status).toBe(404);
      await expectNothingKept(person);
    },
  },
  {
    shape: '401 for a key of another account',
    attempt: async (products) => {
      const person = products.person();
      const elsewhere = { ...keyOf(products, 'gina'), tenant: 'acme' };
      expect(await person.type('gorgias', elsewhere)).toMatchObject({ status: 'refused' });
      await expectNothingKept(person);
    },
  },
  {
    shape: '403 for who one is: a reply then names no sender, and none that Gorgias would refuse',
    attempt: async (products) => {
      const bob = await withKey(products, 'bob');
      products.front.answerNext('GET /gorgias/acme/api/users/0', { status: 403, body: { error: { msg: 'No.' } } });
      expect(await bob.run(gorgiasReplyTicket, { ticket: 11, reply: 'Today.' })).toMatchObject({ status: 'done' });
      expect(JSON.parse(products.arrived('gorgias').at(-1)?.body ?? '')).not.toHaveProperty('sender');
      const shop = { channel: 'email', from_agent: true, body_text: 'x', sender: { email: 'support@acme.example' } };
      const source = { from: { address: 'support@acme.example' }, to: [{ address: 'eve@customer.example' }] };
      const asShop = calling('gorgias', (api) => api.post('/api/tickets/11/messages', { ...shop, source }));
      expect(await bob.run(asShop)).toMatchObject({ status: 'failed', why: 'invalid' });
    },
  },
  {
    shape: '401 for a key that was reset ends the connection',
    attempt: async (products) => {
      const bob = await withKey(products, 'bob');
      products.sandbox.control.revokeGrants('gorgias', 'bob');
      await expectEnded(bob, gorgiasListTickets);
    },
  },
  {
    shape: '403 for a role that may only look',
    attempt: async (products) => {
      const ann = await withKey(products, 'ann');
      const sentence = 'Your Gorgias account is not allowed to create tickets.';
      await expectRefused(ann, gorgiasCreateTicket, TICKET, sentence);
      expect(await ann.run(gorgiasListTickets)).toMatchObject({ status: 'done' });
    },
  },
  {
    shape: '404 {error:{msg}} for a ticket that is not there',
    attempt: async (products) => {
      const bob = await withKey(products, 'bob');
      const sentence = "There is no ticket #999, or your account can't see it.";
      await expectRefused(bob, gorgiasViewTicket, { ticket: '999' }, sentence);
    },
  },
  {
    shape: '404 {error:{msg}} for a ticket of another account',
    attempt: async (products) => {
      const bob = await withKey(products, 'bob');
      const sentence = "There is no ticket #21, or your account can't see it.";
      await expectRefused(bob, gorgiasViewTicket, { ticket: '21' }, sentence);
    },
  },
  {
    shape: '400 {error:{data}} names the field',
    attempt: async (products) => {
      const bob = await withKey(products, 'bob');
      const body = { error: { msg: 'Validation error.', data: { customer: ['Not a valid email address.'] } } };
      products.front.answerNext('POST /gorgias/acme/api/tickets', { status: 400, body });
      const sentence = "Gorgias doesn't accept this customer's e-mail address.";
      await expectRefused(bob, gorgiasCreateTicket, TICKET, sentence);
    },
  },
  {
    shape: '400 {error:{msg}} without a field is the runner’s matter',
    attempt: async (products) => {
      const bob = await withKey(products, 'bob');
      products.front.answerNext('POST /gorgias/acme/api/tickets', { status: 400, body: { error: { msg: 'Bad.' } } });
      expect(await bob.run(gorgiasCreateTicket, TICKET)).toMatchObject({ status: 'failed', why: 'invalid' });
    },
  },
  {
    shape: '400 for a ticket without messages',
    attempt: async (products) => {
      const bob = await withKey(products, 'bob');
      const bare = calling('gorgias', (api) => api.post('/api/tickets', { subject: 'Nothing' }));
      await expectFailed(bob, bare, { why: 'invalid' });
    },
  },
  {
    shape: '429 with Retry-After when the bucket of 40 runs over',
    attempt: async (products) => {
      const bob = await withKey(products, 'bob');
      const outcomes = [];
      for (let call = 0; call < 41; call += 1) outcomes.push(await bob.run(gorgiasListTickets));
      expect(outcomes.filter(({ status }) => status === 'done').length).toBeGreaterThanOrEqual(38);
      expect(outcomes.at(-1)).toMatchObject({ status: 'failed', why: 'busy', retryAfter: 1 });
    },
  },
  {
    shape: '500',
    attempt: async (products) => {
      const bob = await withKey(products, 'bob');
      products.sandbox.control.failNext('gorgias', { kind: 'server_error', times: 1 });
      await expectFailed(bob, gorgiasListTickets, { why: 'unreachable' });
    },
  },
  {
    shape: 'expires_in 0: the token says itself that it lives for a day, and is not renewed before each call',
    attempt: async (products) => {
      const bob = await signedIn(products);
      const [connection] = await bob.connections();
      expect(connection?.expiresAt).toBe(products.now() + DAY);
      await bob.run(gorgiasListTickets);
      await bob.run(gorgiasListTickets);
      expect(renewals(products)).toBe(0);
    },
  },
  {
    shape: '401 for a token that ended is renewed, and the refresh token that the answer leaves out is kept',
    attempt: async (products) => {
      const bob = await signedIn(products);
      for (const renewed of [1, 2]) {
        products.advance(DAY + 1000);
        expect(await bob.run(gorgiasListTickets)).toMatchObject({ status: 'done' });
        expect(renewals(products)).toBe(renewed);
      }
    },
  },
  {
    shape: '400 invalid_grant for a refresh token that was revoked: the person is asked again',
    attempt: async (products) => {
      const bob = await signedIn(products);
      products.sandbox.control.revokeGrants('gorgias', 'bob');
      products.advance(DAY + 1000);
      await expectEnded(bob, gorgiasListTickets);
    },
  },
  {
    shape: '401 invalid_client for a wrong client secret: nobody is sent round again',
    make: standInGorgias({ system: { clientId: 'sandbox-gorgias-client', clientSecret: 'not the secret' } }),
    attempt: async (products) => {
      const person = products.person();
      const ended = await person.consent('gorgias', { user: 'bob', tenant: 'acme', profile: 'system' });
      expect(ended).toMatchObject({ status: 'failed', why: 'misconfigured' });
    },
  },
  {
    shape: 'error=access_denied without a description: the person declined',
    attempt: async (products) => {
      const person = products.person();
      const choice = { user: 'bob', tenant: 'acme', profile: 'system', decision: 'decline' } as const;
      expect(await person.consent('gorgias', choice)).toMatchObject({ status: 'failed', why: 'denied' });
      await expectNothingKept(person);
    },
  },
  {
    shape: '403 for a token without the scope',
    make: standInGorgias({ scopes: ['openid', 'offline', 'account:read', 'tickets:read'] }),
    attempt: async (products) => {
      const bob = await signedIn(products);
      const sentence = 'Your Gorgias account is not allowed to create tickets.';
      await expectRefused(bob, gorgiasCreateTicket, TICKET, sentence);
      expect(renewals(products)).toBe(0);
    },
  },
];

async function withKey(products: Products, user: string): Promise<Person> {
  const person = products.person();
  expect(await person.type('gorgias', keyOf(products, user), 'api-key')).toMatchObject({ status: 'connected' });
  return person;
}

async function signedIn(products: Products): Promise<Person> {
  const person = products.person();
  const ended = await person.consent('gorgias', { user: 'bob', tenant: 'acme', profile: 'system' });
  expect(ended).toMatchObject({ status: 'done' });
  return person;
}

function keyOf({ sandbox }: Products, user: string) {
  const { tenant = '', email = '', apiKey = '' } = sandbox.gorgias.users.find(({ id }) => id === user) ?? {};
  return { tenant, email, apiKey };
}

function renewals({ sandbox }: Products): number {
  return sandbox.control.counters()['gorgias POST /oauth/token refresh_token'] ?? 0;
}
