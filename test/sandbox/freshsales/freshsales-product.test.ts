import { describe, expect, test } from 'vitest';
import { http, jsonBody } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';

const sandbox = await runningSandbox();
const keyOf = (id: string) => sandbox.freshsales.users.find((user) => user.id === id)?.apiKey ?? '';
const calling = (authorization: string, tenant = 'acme') => {
  const base = `${sandbox.freshsales.urlFor(tenant)}/crm/sales/api`;
  return {
    get: (path: string) => http(base + path, { headers: { authorization } }),
    send: (method: string, path: string, value?: unknown) =>
      http(base + path, jsonBody(method, value, { authorization })),
  };
};
const bob = calling(`Token token=${keyOf('bob')}`);
const loginFailed = { status: 401, json: { login: 'failed', message: expect.any(String) } };

describe('the key', () => {
  test('opens the views of contacts', async () => {
    const { status, json } = await bob.get('/contacts/filters');
    expect(status).toBe(200);
    expect(json.filters[0]).toMatchObject({ name: 'All Contacts', model_class_name: 'Contact', is_default: true });
  });

  test('is refused in every other form', async () => {
    const key = keyOf('bob');
    for (const authorization of [
      '',
      key,
      `Token ${key}`,
      `token=${key}`,
      `Bearer ${key}`,
      `Basic ${btoa(`${key}:X`)}`,
      `Token token=Token token=${key}`,
      'Token token=wrong',
    ]) {
      expect(await calling(authorization).get('/contacts/filters')).toMatchObject(loginFailed);
    }
  });

  test('is of one account, and ends when it is regenerated', async () => {
    expect(await calling(`Token token=${keyOf('bob')}`, 'globex-org').get('/contacts/filters')).toMatchObject(
      loginFailed,
    );
    sandbox.control.revokeGrants('freshsales', 'bob');
    expect(await bob.get('/contacts/filters')).toMatchObject(loginFailed);
  });

  test('of a restricted role reads contacts and nothing else', async () => {
    const ann = calling(`Token token=${keyOf('ann')}`);
    expect((await ann.get('/contacts/402000300001')).status).toBe(200);
    expect(await ann.get('/deals/402000400001')).toMatchObject({ status: 403, json: { errors: { code: 403 } } });
    expect((await ann.send('POST', '/contacts', { contact: { email: 'x@y.example' } })).status).toBe(403);
  });
});

test('an unknown account answers with a page', async () => {
  const { status, headers } = await calling(`Token token=${keyOf('bob')}`, 'nowhere').get('/contacts/filters');
  expect(status).toBe(404);
  expect(headers.get('content-type')).toContain('text/html');
});

describe('contacts', () => {
  const nina = { first_name: 'Nina', last_name: 'New', email: 'nina@customer.example', custom_field: { cf_x: 1 } };

  test('are created, found, changed and deleted', async () => {
    const created = await bob.send('POST', '/contacts', { contact: nina });
    expect(created).toMatchObject({
      status: 200,
      json: { contact: { display_name: 'Nina New', custom_field: { cf_x: 1 } } },
    });
    const { id } = created.json.contact;
    const found = await bob.get('/lookup?q=nina@customer.example&f=email&entities=contact');
    expect(found.json.contacts.contacts).toMatchObject([{ id }]);
    expect((await bob.get('/search?q=nina&include=contact,deal')).json).toMatchObject([
      { id: String(id), type: 'contact' },
    ]);
    expect((await bob.send('PUT', `/contacts/${id}`, { contact: { job_title: 'Owner' } })).json.contact.job_title).toBe(
      'Owner',
    );
    const read = await bob.get(`/contacts/${id}?include=sales_accounts,deals`);
    expect(read.json.contact).toMatchObject({ sales_accounts: [], deals: [{ name: 'Twenty coffee machines' }] });
    expect((await http(`${sandbox.freshsales.urlFor('acme')}/crm/sales/contacts/${id}`)).text).toContain('Nina New');
    expect((await bob.send('DELETE', `/contacts/${id}`)).text).toBe('true');
    expect((await bob.get(`/contacts/${id}`)).status).toBe(404);
  });

  test('with a known e-mail address are refused, in another account not', async () => {
    const twice = { contact: { email: 'EVE@customer.example' } };
    expect(await bob.send('POST', '/contacts', twice)).toMatchObject({
      status: 400,
      json: { errors: { code: 400, message: ['Email already exists'] } },
    });
    const gina = calling(`Token token=${keyOf('gina')}`, 'globex-org');
    expect((await gina.send('POST', '/contacts', twice)).status).toBe(200);
  });

  test.each([[{ email: 'x@y.example' }], [{ contact: {} }], [{ contact: { email: 'no address' } }], ['text']])(
    'are refused as %j',
    async (value) => {
      expect((await bob.send('POST', '/contacts', value)).status).toBe(400);
    },
  );

  test('are upserted by e-mail', async () => {
    const upsert = { unique_identifier: { emails: 'nina@customer.example' }, contact: { first_name: 'Nina' } };
    const first = await bob.send('POST', '/contacts/upsert', upsert);
    expect(first.json.contact.email).toBe('nina@customer.example');
    const second = await bob.send('POST', '/contacts/upsert', { ...upsert, contact: { last_name: 'Newer' } });
    expect(second.json.contact).toMatchObject({ id: first.json.contact.id, display_name: 'Nina Newer' });
    expect((await bob.send('POST', '/contacts/upsert', { contact: {} })).status).toBe(400);
  });

  test('are listed by view only', async () => {
    expect((await bob.get('/contacts')).status).toBe(404);
    const { filters } = (await bob.get('/contacts/filters')).json;
    const all = await bob.get(`/contacts/view/${filters[0].id}?page=1&per_page=1&sort=updated_at&sort_type=desc`);
    expect(all.json).toMatchObject({ contacts: [{ first_name: 'Frank' }], meta: { total_pages: 2, total: 2 } });
    expect((await bob.get(`/contacts/view/${filters[1].id}`)).json.meta.total).toBe(1);
    expect((await bob.get('/contacts/view/1')).status).toBe(404);
  });

  test('are looked up with all three parameters', async () => {
    expect((await bob.get('/lookup?q=eve@customer.example')).status).toBe(400);
    expect((await bob.get('/search?q=eve')).status).toBe(400);
  });
});

test('deals are created, listed, changed and deleted', async () => {
  const created = await bob.send('POST', '/deals', { deal: { name: 'Ten chairs', amount: 100 } });
  const { id } = created.json.deal;
  const view = (await bob.get('/deals/filters')).json.filters[0].id;
  expect((await bob.get(`/deals/view/${view}`)).json.meta.total).toBe(2);
  expect((await bob.send('PUT', `/deals/${id}`, { deal: { amount: 90 } })).json.deal.amount).toBe('90');
  expect((await bob.get(`/deals/${id}`)).json.deal.name).toBe('Ten chairs');
  expect((await bob.send('DELETE', `/deals/${id}`)).text).toBe('true');
  expect((await bob.get(`/deals/${id}`)).status).toBe(404);
  expect((await bob.send('POST', '/deals', { deal: { amount: 1 } })).status).toBe(400);
  expect((await bob.send('POST', '/deals', { name: 'No wrapper' })).status).toBe(400);
});

describe('too many calls', () => {
  test('are refused without any header that tells when to come back', async () => {
    sandbox.control.failNext('freshsales', { kind: 'rate_limited' });
    const { status, headers } = await bob.get('/contacts/filters');
    expect(status).toBe(429);
    expect([...headers.keys()].filter((name) => /limit|retry/i.test(name))).toEqual([]);
  });

  test('are 400 in a minute', async () => {
    await Promise.all(Array.from({ length: 400 }, () => bob.get('/contacts/filters')));
    expect((await bob.get('/contacts/filters')).status).toBe(429);
    sandbox.control.advance(60_000);
    expect((await bob.get('/contacts/filters')).status).toBe(200);
  });
});
