import { describe, expect, test } from 'vitest';
import { http } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';
import { calling, exchange, newCode, refresh, signedIn, withApiToken } from './zendesk-person.ts';

const sandbox = await runningSandbox();
const notAuthenticated = { status: 401, json: { error: "Couldn't authenticate you" } };
const anonymous = { status: 200, json: { user: { id: null, name: 'Anonymous user' } } };
const basic = (user: string, password: string) => `Basic ${btoa(`${user}:${password}`)}`;
const ticket = { subject: 'Lamp is broken', comment: { body: 'It flickers.' } };

describe('users/me', () => {
  test('knows the user by bearer and by API token', async () => {
    const bob = { status: 200, json: { user: { email: 'bob@acme.example', role: 'agent', id: expect.any(Number) } } };
    expect(await (await signedIn(sandbox)).get('/users/me.json')).toMatchObject(bob);
    expect(await withApiToken(sandbox).get('/users/me')).toMatchObject(bob);
    expect((await (await signedIn(sandbox, { user: 'eve' })).get('/users/me.json')).json.user.role).toBe('end-user');
  });

  test('answers 200 to nobody and to any password', async () => {
    expect(await http(`${sandbox.zendesk.urlFor('acme')}/api/v2/users/me.json`)).toMatchObject(anonymous);
    expect(await calling(sandbox, basic('bob@acme.example', 'password')).get('/users/me.json')).toMatchObject(
      anonymous,
    );
    expect(await calling(sandbox, 'Token token=x').get('/users/me.json')).toMatchObject(anonymous);
  });

  test('refuses a wrong API token and a wrong bearer', async () => {
    expect(await withApiToken(sandbox, 'bob@acme.example', 'wrong').get('/users/me.json')).toMatchObject(
      notAuthenticated,
    );
    expect(await withApiToken(sandbox, 'nobody@acme.example').get('/users/me.json')).toMatchObject(notAuthenticated);
    const answer = await calling(sandbox, 'Bearer nonsense').get('/users/me.json');
    expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_token' } });
    expect(answer.headers.get('www-authenticate')).toContain(
      'Bearer realm="Zendesk::OAuth Bearer Token Authentication"',
    );
  });
});

describe('credentials elsewhere', () => {
  test('must be there and good', async () => {
    expect(await http(`${sandbox.zendesk.urlFor('acme')}/api/v2/tickets.json`)).toMatchObject(notAuthenticated);
    expect(await calling(sandbox, basic('bob@acme.example', 'pw')).get('/tickets.json')).toMatchObject(
      notAuthenticated,
    );
    expect((await calling(sandbox, 'Bearer x').get('/tickets.json')).json.error).toBe('invalid_token');
    // The token where the e-mail belongs, as other products do it.
    const swapped = basic(sandbox.zendesk.apiTokens.acme ?? '', 'bob@acme.example/token');
    expect((await calling(sandbox, swapped).get('/tickets.json')).status).toBe(401);
  });

  test('are of one account', async () => {
    const { tokens } = await signedIn(sandbox);
    expect((await calling(sandbox, `Bearer ${tokens.access_token}`, 'globex').get('/tickets.json')).status).toBe(401);
    const foreign = calling(sandbox, basic('bob@acme.example/token', sandbox.zendesk.apiTokens.acme ?? ''), 'globex');
    expect((await foreign.get('/tickets.json')).status).toBe(401);
  });

  test('end: access tokens by their life, API tokens by the calendar', async () => {
    const bob = await signedIn(sandbox);
    sandbox.control.advance(3_600_000);
    expect((await bob.get('/users/me.json')).json.error).toBe('invalid_token');
    expect((await withApiToken(sandbox).get('/tickets.json')).status).toBe(200);
    sandbox.control.retireZendeskApiTokens();
    expect(await withApiToken(sandbox).get('/tickets.json')).toMatchObject(notAuthenticated);
    expect(await withApiToken(sandbox).get('/users/me.json')).toMatchObject(notAuthenticated);
  });

  test('need the scope of the route', async () => {
    const forbidden = { status: 403, json: { error: { title: 'Forbidden' } } };
    const reader = await signedIn(sandbox, { scope: 'tickets:read' });
    expect((await reader.get('/tickets.json')).status).toBe(200);
    expect(await reader.send('POST', '/tickets.json', { ticket })).toMatchObject(forbidden);
    expect(await reader.get('/users/me.json')).toMatchObject(forbidden);
  });

  test('with an unknown scope are issued, and refused everywhere', async () => {
    const confused = await signedIn(sandbox, { scope: 'tickets.read' });
    expect(confused.tokens.scope).toBe('tickets.read');
    expect((await confused.get('/tickets.json')).status).toBe(403);
    expect((await confused.get('/users/me.json')).status).toBe(403);
  });
});

describe('the own token', () => {
  test('is shown, and deleted with its refresh token', async () => {
    const bob = await signedIn(sandbox);
    const { json } = await bob.get('/oauth/tokens/current.json');
    expect(json.token).toMatchObject({ id: expect.any(Number), scopes: ['read', 'write'] });
    expect(json.token.token).not.toBe(bob.tokens.access_token);
    expect((await bob.send('DELETE', '/oauth/tokens/current.json')).status).toBe(204);
    expect((await bob.get('/users/me.json')).status).toBe(401);
    expect((await refresh(sandbox, bob.tokens.refresh_token)).json.error).toBe('invalid_grant');
  });

  test('can be deleted by id, a foreign one cannot', async () => {
    const [bob, eve] = [await signedIn(sandbox), await signedIn(sandbox, { user: 'eve' })];
    const { id } = (await eve.get('/oauth/tokens/current.json')).json.token;
    expect((await bob.send('DELETE', `/oauth/tokens/${id}.json`)).status).toBe(404);
    expect((await eve.send('DELETE', `/oauth/tokens/${id}.json`)).status).toBe(204);
  });
});

describe('tickets', () => {
  test('are created, shown, commented and solved', async () => {
    const bob = await signedIn(sandbox);
    const requester = { name: 'Nina New', email: 'nina@customer.example' };
    const created = await bob.send('POST', '/tickets.json', { ticket: { ...ticket, priority: 'high', requester } });
    expect(created.status).toBe(201);
    const { id, url } = created.json.ticket;
    expect(created.headers.get('location')).toBe(url);
    expect(created.json.ticket).toMatchObject({
      subject: 'Lamp is broken',
      description: 'It flickers.',
      status: 'open',
    });
    expect(created.json.audit.ticket_id).toBe(id);

    const change = { status: 'solved', comment: { body: 'Bulb changed.', public: false } };
    expect((await bob.send('PUT', `/tickets/${id}.json`, { ticket: change })).json.ticket.status).toBe('solved');
    expect((await bob.get(`/tickets/${id}.json`)).json.ticket.priority).toBe('high');
    expect((await bob.get(`/tickets/show_many.json?ids=33,${id},1`)).json.count).toBe(2);
    const found = await bob.get(
      `/search.json?query=${encodeURIComponent('type:ticket requester:nina@customer.example')}`,
    );
    expect(found.json.count).toBe(1);
    const { text } = await http(`${sandbox.zendesk.urlFor('acme')}/agent/tickets/${id}`);
    expect(text).toContain('Lamp is broken');
  });

  test.each([
    [{ subject: 'No comment' }, 'base'],
    [{ ...ticket, comment: { body: ' ' } }, 'base'],
    [{ ...ticket, priority: 'huge' }, 'priority'],
    [{ ...ticket, status: 'sleeping' }, 'status'],
    [{ ...ticket, requester: { email: 'new@customer.example' } }, 'requester'],
    [{ ...ticket, requester: { name: 'X', email: 'not an address' } }, 'requester'],
  ])('are refused by field: %j', async (refused, field) => {
    const answer = await withApiToken(sandbox).send('POST', '/tickets.json', { ticket: refused });
    expect(answer).toMatchObject({ status: 422, json: { error: 'RecordInvalid' } });
    expect(Object.keys(answer.json.details)).toEqual([field]);
  });

  test('need an object called ticket', async () => {
    expect((await withApiToken(sandbox).send('POST', '/tickets.json', ticket)).status).toBe(400);
  });

  test('that are closed do not change; unknown and foreign ones are not found', async () => {
    const bob = withApiToken(sandbox);
    const closed = await bob.send('PUT', '/tickets/35.json', { ticket: { status: 'open' } });
    expect(closed).toMatchObject({ status: 422, json: { details: { status: [{ error: 'InvalidValue' }] } } });
    for (const id of [99, 36]) {
      expect(await bob.get(`/tickets/${id}.json`)).toMatchObject({
        status: 404,
        json: { error: 'RecordNotFound', description: 'Not found' },
      });
    }
  });

  test('are listed by cursor and by offset', async () => {
    const bob = withApiToken(sandbox);
    const first = await bob.get('/tickets.json?page[size]=2&sort=-updated_at');
    expect(first.json.tickets.map(({ id }: { id: number }) => id)).toEqual([35, 34]);
    expect(first.json.meta.has_more).toBe(true);
    const { authorization } = { authorization: basic('bob@acme.example/token', sandbox.zendesk.apiTokens.acme ?? '') };
    const second = await http(first.json.links.next, { headers: { authorization } });
    expect(second.json.tickets.map(({ id }: { id: number }) => id)).toEqual([33]);
    expect(second.json.meta.has_more).toBe(false);
    const back = await http(second.json.links.prev, { headers: { authorization } });
    expect(back.json.tickets).toHaveLength(2);

    const offset = await bob.get('/tickets.json?per_page=2');
    expect(offset.json).toMatchObject({ count: 3, previous_page: null, next_page: expect.stringContaining('page=2') });
    expect((await bob.get('/tickets.json?page=101&per_page=100')).json.errors[0].code).toBe('InvalidPaginationDepth');
  });

  test.each([
    ['type:ticket status:open printer', [33]],
    ['status<solved', [33, 34]],
    ['priority:urgent tags:printer', [33]],
    ['-status:closed assignee:me', [33, 34]],
    ['requester:"Eve Customer" subject:parcel*', [35]],
    ['type:user', []],
  ])('are found by %s', async (query, ids) => {
    const { json } = await withApiToken(sandbox).get(`/search.json?query=${encodeURIComponent(query)}`);
    expect(json.results.map(({ id }: { id: number }) => id)).toEqual(ids);
    for (const result of json.results) expect(result.result_type).toBe('ticket');
  });
});

describe('a customer', () => {
  test('has requests instead of tickets', async () => {
    const eve = await signedIn(sandbox, { user: 'eve' });
    expect((await eve.get('/tickets.json')).status).toBe(403);
    expect((await eve.send('POST', '/tickets.json', { ticket })).status).toBe(403);
    const created = await eve.send('POST', '/requests.json', { request: ticket });
    expect(created).toMatchObject({ status: 201, json: { request: { status: 'new', subject: 'Lamp is broken' } } });
    expect((await eve.get('/requests.json')).json.count).toBe(4);
    expect((await eve.get(`/requests/${created.json.request.id}.json`)).status).toBe(200);
    expect((await eve.get('/requests/36.json')).status).toBe(404);
  });

  test('must say what it is about', async () => {
    const answer = await (await signedIn(sandbox, { user: 'eve' })).send('POST', '/requests.json', { request: {} });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.json.details)).toEqual(['subject', 'base']);
  });
});

describe('rate limits', () => {
  test('are shown on every answer of the API, and enforced', async () => {
    const bob = withApiToken(sandbox);
    const first = await bob.get('/users/me.json');
    expect(first.headers.get('x-rate-limit')).toBe('400');
    expect(first.headers.get('ratelimit-remaining')).toBe('399');
    expect((await bob.get('/tickets.json')).headers.get('zendesk-ratelimit-tickets-index')).toMatch(
      /^total=100; remaining=99; resets=\d+$/,
    );
    for (let call = 1; call < 100; call++) await bob.get('/tickets.json');
    const refused = await bob.get('/tickets.json');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await bob.get('/users/me.json')).status).toBe(200);
    sandbox.control.enforceRateLimits(false);
    expect((await bob.get('/tickets.json')).status).toBe(200);
    sandbox.control.enforceRateLimits(true);
    sandbox.control.advance(60_000);
    expect((await bob.get('/tickets.json')).status).toBe(200);
  });

  test('can be forced', async () => {
    sandbox.control.failNext('zendesk', { kind: 'rate_limited' });
    const answer = await withApiToken(sandbox).get('/tickets.json');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('30');
  });
});

test('an unknown account answers with a page, an unknown path with JSON', async () => {
  const page = await http(`${sandbox.zendesk.urlFor('nowhere')}/api/v2/users/me.json`);
  expect(page.status).toBe(404);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect((await http(`${sandbox.zendesk.urlFor('acme')}/api/v2/nothing.json`)).status).toBe(404);
});

test('the global client works in every account, and sees that account only', async () => {
  const code = await newCode(sandbox, { user: 'gina', tenant: 'globex' });
  const { json } = await exchange(sandbox, code, {}, 'globex');
  const gina = calling(sandbox, `Bearer ${json.access_token}`, 'globex');
  expect((await gina.get('/tickets.json')).json.tickets).toHaveLength(1);
});
