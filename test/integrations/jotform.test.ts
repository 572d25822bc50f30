import { jotformFillForm, jotformListForms, jotformViewSubmissions } from 'latchkey/actions';
import { jotform } from 'latchkey/integrations';
import { describe, expect, it } from 'vitest';
import { integrationContract } from '../contracts/integration-contract.ts';
import { openProducts } from './open-products.ts';
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

describe('where a Jotform account lives', () => {
  const addresses = (options: Parameters<typeof jotform>[0]) => {
    const { baseUrl, tenant } = jotform(options);
    return tenant !== undefined && 'choices' in tenant ? tenant.choices.map(({ address }) => address) : baseUrl;
  };

  it('is the US, the EU or HIPAA, as the person says', () => {
    expect(addresses({})).toEqual([
      'https://api.jotform.com',
      'https://eu-api.jotform.com',
      'https://hipaa-api.jotform.com',
    ]);
  });

  it('is nobody’s question where the deployment knows', () => {
    expect(addresses({ region: 'eu' })).toBe('https://eu-api.jotform.com');
    expect(addresses({ region: 'us', enterprise: [] })).toBe('https://api.jotform.com');
  });

  it('is an Enterprise account that the deployment lists, and no other host', () => {
    expect(addresses({ region: 'us', enterprise: ['acme', 'forms.acme.example'] })).toEqual([
      'https://api.jotform.com',
      'https://acme.jotform.com/API',
      'https://forms.acme.example/API',
    ]);
  });

  it.each([
    ['eu', 'emma@acme.example', 'euApiKey'],
    ['hipaa', 'hank@clinic.example', 'hipaaApiKey'],
  ] as const)('takes a key to its own host: %s', async (region, account, key) => {
    const products = await openProducts(standInJotform());
    const person = products.person();
    const apiKey = products.sandbox.jotform[key];
    expect(await person.type('jotform', { apiKey })).toMatchObject({ status: 'refused' });
    expect(await person.type('jotform', { tenant: 'mars', apiKey })).toMatchObject({ status: 'invalid' });
    expect(await person.type('jotform', { tenant: region, apiKey })).toMatchObject({ status: 'connected' });
    expect(await person.connections()).toMatchObject([{ account: { label: account }, tenant: region }]);
    expect(await person.run(jotformListForms)).toMatchObject({ status: 'done' });
    expect(products.arrived('jotform').map(({ path }) => path.split('/')[1])).toEqual([
      'jotform',
      `jotform-${region}`,
      `jotform-${region}`,
    ]);
    await products.close();
  });
});
