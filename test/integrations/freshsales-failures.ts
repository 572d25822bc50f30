import {
  freshsalesCreateContact,
  freshsalesCreateDeal,
  freshsalesFindContact,
  freshsalesListContacts,
  freshsalesViewContact,
} from 'latchkey/actions';
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

const CONTACT = { firstName: 'Eve', lastName: 'Again', email: 'eve@customer.example' };
const TAKEN = 'A contact with the e-mail address eve@customer.example already exists.';
const DEAL = { name: 'Ten coffee machines', amount: 6000 };

/** providers.md B.4 */
export const freshsalesFailures: readonly FailureShape[] = [
  {
    shape: '401 {login:"failed"} for a wrong key',
    attempt: async (products) => {
      const person = products.person();
      const wrong = { tenant: 'acme', apiKey: 'not-the-key' };
      expect(await person.type('freshsales', wrong)).toEqual({ status: 'refused', triesLeft: 2 });
      await expectNothingKept(person);
    },
  },
  {
    shape: '401 {errors:{code,message}} for a wrong key, as it is documented',
    attempt: async (products) => {
      const person = products.person();
      const body = { errors: { code: 401, message: ['Unauthorized'] } };
      products.front.answerNext('/contacts/filters', { status: 401, body });
      expect(await person.type('freshsales', keyOf(products, 'bob'))).toMatchObject({ status: 'refused' });
    },
  },
  {
    shape: '401 for a key of another account',
    attempt: async (products) => {
      const person = products.person();
      const elsewhere = { ...keyOf(products, 'gina'), tenant: 'acme' };
      expect(await person.type('freshsales', elsewhere)).toMatchObject({ status: 'refused' });
      await expectNothingKept(person);
    },
  },
  {
    shape: '404 with a page for an account that does not exist',
    attempt: async (products) => {
      const person = products.person();
      const elsewhere = { ...keyOf(products, 'bob'), tenant: 'no-such-account' };
      expect(await person.type('freshsales', elsewhere)).toMatchObject({ status: 'invalid', reason: 'nobody_there' });
      await expectNothingKept(person);
    },
  },
  {
    shape: '200 with something else than the filters proves nothing',
    attempt: async (products) => {
      const person = products.person();
      const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Log in</h1>' };
      products.front.answerNext('/contacts/filters', page);
      expect(await person.type('freshsales', keyOf(products, 'bob'))).toEqual({ status: 'unreachable' });
      await expectNothingKept(person);
    },
  },
  {
    shape: '401 for a key that was regenerated ends the connection',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      products.sandbox.control.revokeGrants('freshsales', 'bob');
      await expectEnded(bob, freshsalesListContacts);
    },
  },
  {
    shape: '403 for a role that may only read contacts, to create one',
    attempt: async (products) => {
      const ann = await connected(products, 'ann');
      const sentence = 'Your Freshsales key is not allowed to create contacts.';
      await expectRefused(ann, freshsalesCreateContact, CONTACT, sentence);
      expect(await ann.run(freshsalesListContacts)).toMatchObject({ status: 'done' });
    },
  },
  {
    shape: '403 for a role that may only read contacts, to create a deal',
    attempt: async (products) => {
      const ann = await connected(products, 'ann');
      await expectRefused(ann, freshsalesCreateDeal, DEAL, 'Your Freshsales key is not allowed to create deals.');
    },
  },
  {
    shape: '403 for a role that may not even find contacts',
    attempt: async (products) => {
      const ann = await connected(products, 'ann');
      const denied = { status: 403, body: { errors: { code: 403, message: ['Access denied'] } } };
      products.front.answerNext('/api/search', denied);
      const sentence = 'Your Freshsales key is not allowed to find contacts.';
      await expectRefused(ann, freshsalesFindContact, { who: 'Eve' }, sentence);
    },
  },
  {
    shape: '404 for a contact that is not there',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      const sentence = "There is no contact 402000399999, or your key can't see it.";
      await expectRefused(bob, freshsalesViewContact, { contact: '402000399999' }, sentence);
    },
  },
  {
    shape: '404 for GET /contacts, which does not exist',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      await expectFailed(
        bob,
        calling('freshsales', (api) => api.get('/api/contacts')),
        { why: 'not_found' },
      );
    },
  },
  {
    shape: '400 {errors:{message:["…already exists"]}} for an e-mail address that is taken',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      await expectRefused(bob, freshsalesCreateContact, CONTACT, TAKEN);
    },
  },
  {
    shape: '422 {errors:{code:3002}} for an e-mail address that is taken',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      const body = { errors: { code: 3002, message: ['The value is not unique.'] } };
      products.front.answerNext('POST /freshsales/acme', { status: 422, body });
      await expectRefused(bob, freshsalesCreateContact, CONTACT, TAKEN);
    },
  },
  {
    shape: '400 that names the field in its sentence only',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      const body = { errors: { code: 400, message: ['Email is invalid'] } };
      products.front.answerNext('POST /freshsales/acme', { status: 400, body });
      const sentence = "Freshsales doesn't accept this e-mail address.";
      await expectRefused(bob, freshsalesCreateContact, CONTACT, sentence);
    },
  },
  {
    shape: '400 that names nothing',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      products.front.answerNext('POST /freshsales/acme', { status: 400, body: { errors: { code: 400, message: [] } } });
      await expectRefused(bob, freshsalesCreateContact, CONTACT, "Freshsales doesn't accept this contact.");
    },
  },
  {
    shape: '422 for a deal names the field',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      const body = { errors: { code: 422, message: 'Amount is not a number' } };
      products.front.answerNext('POST /freshsales/acme', { status: 422, body });
      await expectRefused(bob, freshsalesCreateDeal, DEAL, "Freshsales doesn't accept this amount.");
    },
  },
  {
    shape: '429 without any header',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      products.sandbox.control.failNext('freshsales', { kind: 'rate_limited' });
      const outcome = await bob.run(freshsalesListContacts);
      expect(outcome).toMatchObject({ status: 'failed', why: 'busy' });
      expect(outcome).not.toHaveProperty('retryAfter');
    },
  },
  {
    shape: '429 while connecting does not count against the key',
    attempt: async (products) => {
      const person = products.person();
      products.sandbox.control.failNext('freshsales', { kind: 'rate_limited' });
      expect(await person.type('freshsales', keyOf(products, 'bob'))).toEqual({ status: 'unreachable' });
      expect(await person.type('freshsales', keyOf(products, 'bob'))).toMatchObject({ status: 'connected' });
    },
  },
  {
    shape: '500',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      products.sandbox.control.failNext('freshsales', { kind: 'server_error' });
      await expectFailed(bob, freshsalesListContacts, { why: 'unreachable' });
    },
  },
  {
    shape: 'an account without a view of contacts',
    attempt: async (products) => {
      const bob = await connected(products, 'bob');
      products.front.answerNext('/contacts/filters', { status: 200, body: { filters: [] } });
      const sentence = 'Your Freshsales account has no view that lists contacts.';
      await expectRefused(bob, freshsalesListContacts, {}, sentence);
    },
  },
];

async function connected(products: Products, user: string): Promise<Person> {
  const person = products.person();
  expect(await person.type('freshsales', keyOf(products, user))).toMatchObject({ status: 'connected' });
  return person;
}

function keyOf({ sandbox }: Products, user: string) {
  const { tenant = '', apiKey = '' } = sandbox.freshsales.users.find(({ id }) => id === user) ?? {};
  return { tenant, apiKey };
}
