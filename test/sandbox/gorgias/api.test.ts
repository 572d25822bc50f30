import { describe, expect, test } from 'vitest';
import { http } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';
import { basic, calling, signedIn, withApiKey } from './gorgias-person.ts';

const sandbox = await runningSandbox();
const unauthorized = { status: 401, json: { error: { msg: 'Unauthorized.' } } };
const bobKey = sandbox.gorgias.users.find(({ id }) => id === 'bob')?.apiKey ?? '';
const message = {
  channel: 'email',
  via: 'api',
  from_agent: false,
  body_text: 'Help!',
  sender: { email: 'nina@customer.example' },
};
const ticket = {
  channel: 'email',
  via: 'api',
  subject: 'Lost parcel',
  messages: [message],
  customer: { email: 'nina@customer.example', name: 'Nina New' },
};

describe('the credential', () => {
  test('is e-mail and API key, or a bearer', async () => {
    expect(await withApiKey(sandbox).get('/account')).toMatchObject({ status: 200, json: { domain: 'acme' } });
    expect((await (await signedIn(sandbox)).get('/account/')).status).toBe(200);
  });

  test('is refused in every other form', async () => {
    for (const authorization of [
      '',
      'Bearer nonsense',
      `Bearer ${bobKey}`,
      `Token token=${bobKey}`,
      basic('bob@acme.example', 'wrong'),
      basic('ann@acme.example', bobKey),
      basic(bobKey, ''),
      basic('bob@acme.example/token', bobKey),
    ]) {
      expect(await calling(sandbox, authorization).get('/account')).toMatchObject(unauthorized);
    }
  });

  test('is of one account', async () => {
    expect(await calling(sandbox, basic('bob@acme.example', bobKey), 'globex').get('/account')).toMatchObject(
      unauthorized,
    );
    const { tokens } = await signedIn(sandbox);
    expect(await calling(sandbox, `Bearer ${tokens.access_token}`, 'globex').get('/account')).toMatchObject(
      unauthorized,
    );
  });

  test('ends when the key is reset', async () => {
    sandbox.control.revokeGrants('gorgias', 'bob');
    expect(await withApiKey(sandbox).get('/account')).toMatchObject(unauthorized);
  });

  test('needs scopes only with OAuth, and a role for writing', async () => {
    const reader = await signedIn(sandbox, { scope: 'tickets:read' });
    expect((await reader.get('/tickets')).status).toBe(200);
    expect((await reader.get('/account')).status).toBe(200);
    expect((await reader.get('/customers')).status).toBe(403);
    expect((await reader.send('POST', '/tickets', ticket)).status).toBe(403);
    expect((await withApiKey(sandbox, 'ann').get('/tickets')).status).toBe(200);
    expect((await withApiKey(sandbox, 'ann').send('POST', '/tickets', ticket)).status).toBe(403);
  });
});

test('a made-up account answers 404 with a page, whatever the credential', async () => {
  for (const path of ['', '/api/account', '/oauth/token', '/nothing']) {
    const answer = await http(`${sandbox.gorgias.urlFor('nowhere')}${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/html');
  }
  expect(await withApiKey(sandbox).get('/nothing')).toMatchObject({
    status: 404,
    json: { error: { msg: expect.any(String) } },
  });
});

describe('tickets', () => {
  test('are created, listed, changed and deleted', async () => {
    const bob = withApiKey(sandbox);
    const created = await bob.send('POST', '/tickets', { ...ticket, tags: [{ name: 'bot' }] });
    expect(created.status).toBe(201);
    const { id } = created.json;
    expect(created.json).toMatchObject({
      uri: `/api/tickets/${id}/`,
      status: 'open',
      priority: 'normal',
      subject: 'Lost parcel',
      customer: { email: 'nina@customer.example', name: 'Nina New' },
      messages: [{ body_text: 'Help!', from_agent: false }],
      tags: [{ name: 'bot' }],
    });

    const listed = await bob.get(`/tickets?limit=1&order_by=created_datetime:desc`);
    expect(listed.json).toMatchObject({ object: 'list', data: [{ id }], meta: { prev_cursor: null } });
    const next = await bob.get(`/tickets?limit=1&cursor=${listed.json.meta.next_cursor}`);
    expect(next.json.data[0].id).toBe(12);
    expect((await bob.get(`/tickets?customer_id=${created.json.customer.id}`)).json.data).toHaveLength(1);
    expect((await bob.get(`/messages?ticket_id=${id}`)).json.data).toMatchObject([{ ticket_id: id }]);

    expect((await bob.send('PUT', `/tickets/${id}`, { status: 'closed' })).json.status).toBe('closed');
    const { text } = await http(`${sandbox.gorgias.urlFor('acme')}/app/ticket/${id}`);
    expect(text).toContain('Lost parcel');
    expect((await bob.send('DELETE', `/tickets/${id}`)).status).toBe(204);
    expect(await bob.get(`/tickets/${id}`)).toMatchObject({
      status: 404,
      json: { error: { msg: 'Ticket not found.' } },
    });
  });

  test.each([
    [{ ...ticket, messages: undefined }, { messages: ['Missing data for required field.'] }],
    [{ ...ticket, messages: [] }, { messages: ['Length must be between 1 and 500.'] }],
    [{ ...ticket, messages: [{ channel: 'email' }] }, { messages: [expect.stringContaining('from_agent')] }],
    [{ ...ticket, status: 'asleep' }, { status: [expect.any(String)] }],
    [{ ...ticket, priority: 'huge' }, { priority: [expect.any(String)] }],
    [{ ...ticket, customer: { name: 'No address' } }, { customer: [expect.any(String)] }],
  ])('are refused by field %#', async (refused, data) => {
    const answer = await withApiKey(sandbox).send('POST', '/tickets', refused);
    expect(answer).toMatchObject({ status: 400, json: { error: { data } } });
  });

  test('of another account are not found', async () => {
    expect((await withApiKey(sandbox).get('/tickets/21')).status).toBe(404);
    expect((await withApiKey(sandbox, 'gina').get('/tickets/21')).status).toBe(200);
  });

  test('are listed with a limit up to 100', async () => {
    expect((await withApiKey(sandbox).get('/tickets?limit=101')).status).toBe(400);
    expect((await withApiKey(sandbox).get('/tickets?order_by=constructor')).status).toBe(400);
  });
});

describe('customers', () => {
  test('are found by e-mail, created once, and read', async () => {
    const bob = withApiKey(sandbox);
    expect((await bob.get('/customers?email=eve@customer.example')).json.data).toMatchObject([
      { firstname: 'Eve', channels: [{ type: 'email' }] },
    ]);
    const input = { name: 'Olga', channels: [{ type: 'email', address: 'olga@customer.example', preferred: true }] };
    const created = await bob.send('POST', '/customers', input);
    expect(created).toMatchObject({ status: 201, json: { email: 'olga@customer.example' } });
    expect((await bob.get(`/customers/${created.json.id}`)).json.name).toBe('Olga');
    expect((await bob.send('POST', '/customers', input)).status).toBe(400);
    expect((await bob.send('POST', '/customers', { name: 'Nobody' })).status).toBe(400);
    expect((await bob.get('/customers/601')).status).toBe(404);
  });
});

describe('the leaky bucket', () => {
  test('holds 40 calls by key, shows itself, overflows and drains', async () => {
    const bob = withApiKey(sandbox);
    const first = await bob.get('/account');
    expect(first.headers.get('x-gorgias-account-api-call-limit')).toBe('1/40');
    let answer = first;
    for (let call = 1; call <= 60 && answer.status === 200; call++) answer = await bob.get('/account');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await withApiKey(sandbox, 'gina').get('/account')).status).toBe(200);
    sandbox.control.advance(20_000);
    expect((await bob.get('/account')).headers.get('x-gorgias-account-api-call-limit')).toBe('1/40');
  });

  test('holds 80 calls by OAuth', async () => {
    const { headers } = await (await signedIn(sandbox)).get('/account');
    expect(headers.get('x-gorgias-account-api-call-limit')).toBe('1/80');
  });

  test('can be forced full', async () => {
    sandbox.control.failNext('gorgias', { kind: 'rate_limited' });
    const { status, headers } = await withApiKey(sandbox).get('/account');
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('10');
  });
});
