import { jotformFillForm, jotformListForms, jotformViewSubmissions } from 'latchkey/actions';
import { expect } from 'vitest';
import { integrationContract } from '../contracts/integration-contract.ts';
import { standInJotform } from './stand-ins.ts';

integrationContract({
  id: 'jotform',
  make: standInJotform(),
  ways: [
    {
      name: 'API key',
      profile: 'api-key',
      enter: ({ jotform }) => ({ kind: 'typed', values: { apiKey: jotform.apiKey } }),
      account: 'bob@acme.example',
      wire: ({ jotform }) => ({ header: 'apikey', value: jotform.apiKey }),
      secret: ({ jotform }) => jotform.apiKey,
      revokeAtProduct: (sandbox) => sandbox.control.revokeGrants('jotform', 'bob'),
      disconnected: 'unsupported',
      wrong: { apiKey: 'b0b0000000000000000000000000dead' },
    },
  ],
  actions: [
    {
      action: jotformListForms,
      expected: {
        title: 'Your forms',
        items: expect.arrayContaining([
          expect.objectContaining({ title: 'Contact us', subtitle: '1 submission · form 242930000000101' }),
          expect.objectContaining({ title: 'Your visit', subtitle: '0 submissions · form 242930000000103' }),
        ]),
      },
      route: 'GET /user/forms',
    },
    {
      action: jotformFillForm,
      input: { form: '242930000000102' },
      answers: { '1:control_radio': 'Good', '2:control_textarea': 'More cake & coffee' },
      expected: { title: 'Thank you. Your answers are in.' },
      route: 'POST /form/{id}/submissions',
      body: { 'submission[1]': 'Good', 'submission[2]': 'More cake & coffee' },
    },
    {
      action: jotformViewSubmissions,
      input: { form: 'https://form.jotform.com/242930000000102' },
      expected: {
        title: 'Newest submissions',
        items: expect.arrayContaining([
          expect.objectContaining({ subtitle: 'How was it?: Good · What should change?: More cake & coffee' }),
        ]),
      },
      route: 'GET /form/{id}/submissions',
    },
  ],
  harmless: { action: jotformListForms },
  wrongWires: [
    { what: 'a bearer token', header: 'Authorization', value: 'Bearer {{apiKey}}' },
    { what: 'the key as Authorization', header: 'Authorization', value: '{{apiKey}}' },
    { what: 'another header', header: 'X-API-Key', value: '{{apiKey}}' },
    { what: 'a prefix', header: 'APIKEY', value: 'Token {{apiKey}}' },
  ],
});
