import { jotformFillForm, jotformListForms, jotformViewSubmissions } from 'latchkey/actions';
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
import type { Person, Products } from './open-products.ts';
import { standInJotform } from './stand-ins.ts';

const FORM = '242930000000102';
const READ_ONLY = 'Your Jotform key can only read, so nothing was sent. Please connect a key with full access.';

/** providers.md B.1 */
export const jotformFailures: readonly FailureShape[] = [
  {
    shape: '401 for a wrong key',
    attempt: async (products) => {
      const person = products.person();
      const wrong = { apiKey: 'b0b0000000000000000000000000dead' };
      expect(await person.type('jotform', wrong)).toMatchObject({ status: 'refused', triesLeft: 2 });
      await expectNothingKept(person);
    },
  },
  {
    shape: "401 for somebody else's form keeps the connection",
    attempt: async (products) => {
      const bob = await connected(products);
      const sentence = 'Your Jotform account has no form with the number 242930000000201.';
      await expectRefused(bob, jotformViewSubmissions, { form: '242930000000201' }, sentence);
    },
  },
  {
    shape: '401 for a form that does not exist keeps the connection',
    attempt: async (products) => {
      const bob = await connected(products);
      const sentence = 'Your Jotform account has no form with the number 999999999999999.';
      await expectRefused(bob, jotformViewSubmissions, { form: '999999999999999' }, sentence);
    },
  },
  {
    shape: '401 for a form because the key was deleted ends the connection',
    attempt: async (products) => {
      const bob = await connected(products);
      products.sandbox.control.revokeGrants('jotform', 'bob');
      await expectEnded(bob, jotformViewSubmissions, { form: FORM });
    },
  },
  {
    shape: '401 inside an HTTP 200 counts as 401',
    attempt: async (products) => {
      const bob = await connected(products);
      const body = { responseCode: 401, message: "You're not authorized to use (/user-forms) ", content: '' };
      products.front.answerNext('/user/forms', { status: 200, body });
      await expectEnded(bob, jotformListForms);
    },
  },
  {
    shape: '401 for a key that may only read, on a write, says so and keeps the connection',
    attempt: async (products) => {
      const bob = await connected(products, products.sandbox.jotform.readOnlyKey);
      const outcome = await bob.run(jotformFillForm, { form: FORM }, { '1:control_radio': 'Good' });
      expect(outcome).toMatchObject({ status: 'failed', why: 'refused', text: READ_ONLY });
      await expectActive(bob);
    },
  },
  {
    shape: '403 for a key that may only read, on a write',
    attempt: async (products) => {
      const bob = await connected(products);
      const body = { responseCode: 403, message: 'Forbidden to use /form-id-submissions ' };
      products.front.answerNext(`POST /jotform/form/${FORM}`, { status: 403, body });
      const outcome = await bob.run(jotformFillForm, { form: FORM }, { '1:control_radio': 'Good' });
      expect(outcome).toMatchObject({ status: 'failed', why: 'refused', text: READ_ONLY });
      await expectActive(bob);
    },
  },
  {
    shape: '403 otherwise is the action’s matter',
    attempt: async (products) => {
      const bob = await connected(products);
      const body = { responseCode: 403, message: 'Forbidden to use /user-forms ' };
      products.front.answerNext('/user/forms', { status: 403, body });
      await expectFailed(bob, jotformListForms, { why: 'forbidden' });
    },
  },
  {
    shape: '429 for a used up quota',
    attempt: async (products) => {
      const bob = await connected(products);
      products.sandbox.control.setJotformQuota(0);
      await expectFailed(bob, jotformListForms, { why: 'busy' });
    },
  },
  {
    shape: '403 inside an HTTP 200 for a used up quota is no lack of permission',
    attempt: async (products) => {
      const bob = await connected(products);
      products.sandbox.control.setJotformQuota(0, 'http_200');
      await expectFailed(bob, jotformListForms, { why: 'busy' });
    },
  },
  ...(['http_429', 'http_200'] as const).map((refusal) => ({
    shape: `a used up quota (${refusal}) while connecting does not count against the key`,
    attempt: async (products: Products) => {
      const person = products.person();
      products.sandbox.control.setJotformQuota(0, refusal);
      const { apiKey } = products.sandbox.jotform;
      expect(await person.type('jotform', { apiKey })).toEqual({ status: 'unreachable' });
      products.sandbox.control.setJotformQuota(10);
      expect(await person.type('jotform', { apiKey })).toMatchObject({ status: 'connected' });
    },
  })),
  {
    shape: '404 for a route that does not exist',
    attempt: async (products) => {
      const bob = await connected(products);
      await expectFailed(
        bob,
        calling('jotform', (api) => api.get('/nothing')),
        { why: 'not_found' },
      );
    },
  },
  {
    shape: '400 for a submission that is no form',
    attempt: async (products) => {
      const bob = await connected(products);
      const json = calling('jotform', (api) => api.post(`/form/${FORM}/submissions`, { '1': 'Good' }));
      await expectFailed(bob, json, { why: 'invalid' });
    },
  },
  {
    shape: '500',
    attempt: async (products) => {
      const bob = await connected(products);
      products.sandbox.control.failNext('jotform', { kind: 'server_error' });
      await expectFailed(bob, jotformListForms, { why: 'unreachable' });
    },
  },
  {
    shape: '401 for a key of the EU on the US host',
    attempt: async (products) => {
      const person = products.person();
      const { euApiKey: apiKey } = products.sandbox.jotform;
      expect(await person.type('jotform', { apiKey })).toMatchObject({ status: 'refused', triesLeft: 2 });
    },
  },
  {
    shape: 'the same key on its own host is right',
    make: ({ sandbox, through }) =>
      standInJotform({ sandbox: { url: through(sandbox.jotform.euUrl) } })({ sandbox, through }),
    attempt: async (products) => {
      const emma = await connected(products, products.sandbox.jotform.euApiKey);
      expect(await emma.run(jotformListForms)).toMatchObject({ answer: { items: [{ title: 'Kontakt' }] } });
    },
  },
];

async function connected(products: Products, apiKey = products.sandbox.jotform.apiKey): Promise<Person> {
  const person = products.person();
  expect(await person.type('jotform', { apiKey })).toMatchObject({ status: 'connected' });
  return person;
}
