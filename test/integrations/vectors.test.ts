import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAuthorizer } from 'latchkey';
import { defineIntegration, loadIntegrations } from 'latchkey/integrations';
import { afterEach, describe, expect, it } from 'vitest';
import { verbsOf } from '../verbs-of.ts';
import { type LoopbackProduct, openLoopbackProduct } from './loopback-product.ts';

const HOUR = 3_600_000;
const open: LoopbackProduct[] = [];
afterEach(async () => {
  for (const product of open.splice(0)) await product.close();
});
const opened = async (id: string, answers: Readonly<Record<string, unknown>>): Promise<LoopbackProduct> => {
  const product = await openLoopbackProduct(id, answers);
  open.push(product);
  return product;
};

it('loads every vector as it is', async () => {
  const folder = join(import.meta.dirname, 'vectors');
  const loaded = await loadIntegrations(folder, { secrets: (name) => name });
  expect(loaded.map(({ id }) => `${id}.json`)).toEqual(readdirSync(folder).sort());
});

describe('Shopify: a header, a tenant and one more mandatory field', () => {
  it('calls the shop’s own host in the version that was typed', async () => {
    const shopify = await opened('shopify', { '/shop.json': { shop: { id: 7, name: 'Acme' } } });
    const typed = { tenant: 'https://acme.myshopify.com/admin', key: 'shpat_0a', version: '2026-10' };
    const { account, tenant } = await shopify.type(typed);
    expect({ account, tenant }).toEqual({ account: { id: '7', label: 'Acme' }, tenant: 'acme' });
    await shopify.call('GET', '/orders.json?limit=5');
    const headers = { 'x-shopify-access-token': 'shpat_0a' };
    const base = '/acme.myshopify.com/admin/api/2026-10';
    expect(shopify.asked()).toEqual([
      { method: 'GET', url: `${base}/shop.json`, headers, body: {} },
      { method: 'GET', url: `${base}/orders.json?limit=5`, headers, body: {} },
    ]);
  });

  it.each([{ tenant: '' }, { tenant: 'acme.evil.example' }, { version: '' }, { version: '../2026-10' }, { key: 'x' }])(
    'sends nothing for %j',
    async (wrong) => {
      const shopify = await opened('shopify', {});
      const typed = { tenant: 'acme', key: 'shpat_0a', version: '2026-10' };
      await expect(shopify.type({ ...typed, ...wrong })).rejects.toThrow('invalid');
      expect(shopify.asked()).toEqual([]);
    },
  );
});

describe('DHL: a header', () => {
  it('has the key in it, and an account without a name', async () => {
    const dhl = await opened('dhl', { '/track/shipments': { shipments: [] } });
    expect((await dhl.type({ key: 'k1' })).account).toEqual({ id: 'unnamed', label: 'DHL' });
    expect(dhl.asked()).toEqual([
      {
        method: 'GET',
        url: '/api-eu.dhl.com/track/shipments?trackingNumber=00340434292135100186',
        headers: { 'dhl-api-key': 'k1' },
        body: {},
      },
    ]);
  });
});

describe('Plaid: the token in the payload, and constant headers', () => {
  it('sends both with every call, and the token in no header', async () => {
    const plaid = await opened('plaid', { '/item/get': { item: { item_id: 'i1', institution_name: 'A Bank' } } });
    expect((await plaid.consent()).connection.account).toEqual({ id: 'i1', label: 'A Bank' });
    await plaid.call('POST', '/accounts/get', { options: { account_ids: ['a'] } });
    const headers = { 'plaid-client-id': 'the PLAID_CLIENT_ID', 'plaid-secret': 'the PLAID_SECRET' };
    expect(plaid.asked().slice(1)).toEqual([
      { method: 'POST', url: '/production.plaid.com/item/get', headers, body: { access_token: 'the-token' } },
      {
        method: 'POST',
        url: '/production.plaid.com/accounts/get',
        headers,
        body: { options: { account_ids: ['a'] }, access_token: 'the-token' },
      },
    ]);
  });
});

describe('GoHighLevel: a constant in the query and in the payload', () => {
  it('sends it in both where there is a payload, else in the query', async () => {
    const highLevel = await opened('gohighlevel', { '/users/': { users: [{ id: 'u1', email: 'ann@acme.example' }] } });
    expect((await highLevel.consent()).connection.account.label).toBe('ann@acme.example');
    await highLevel.call('POST', '/contacts/', { firstName: 'Eve' });
    const headers = { authorization: 'Bearer the-token', version: '2021-07-28' };
    const host = '/services.leadconnectorhq.com';
    expect(highLevel.asked().slice(1)).toEqual([
      { method: 'GET', url: `${host}/users/?locationId=ve9EPM428h8vShlRW1KT`, headers, body: {} },
      {
        method: 'POST',
        url: `${host}/contacts/?locationId=ve9EPM428h8vShlRW1KT`,
        headers,
        body: { firstName: 'Eve', locationId: 've9EPM428h8vShlRW1KT' },
      },
    ]);
  });
});

describe('ServiceNow: the tenant in the authorization, token and refresh URLs', () => {
  it('asks the person’s own instance each time', async () => {
    const answers = { '/table/sys_user': { result: [{ sys_id: 's1', email: 'ann@acme.example' }] } };
    const serviceNow = await opened('servicenow', answers);
    const { address, connection } = await serviceNow.consent('acme');
    expect(address.pathname).toBe('/acme.service-now.com/oauth_auth.do');
    expect(connection).toMatchObject({ tenant: 'acme', account: { id: 's1', label: 'ann@acme.example' } });
    serviceNow.advance(2 * HOUR);
    await serviceNow.call('GET', '/table/incident');
    const host = '/acme.service-now.com';
    const asked: unknown[] = [];
    const grantOf = (body: unknown) => (body as Record<string, unknown>).grant_type;
    const soFar = () => asked.push(...serviceNow.asked().map(({ url, body }) => [url, grantOf(body)]));
    await expect.poll(soFar, { timeout: 10_000 }).toBe(5);
    const check = [`${host}/api/now/table/sys_user?sysparm_limit=1`, undefined];
    expect(asked.slice(0, 3)).toEqual([
      [`${host}/oauth_token.do`, 'authorization_code'],
      check,
      [`${host}/oauth_token.do?renew=1`, 'refresh_token'],
    ]);
    // after the renewal, the bot also verifies the account, in the background
    expect(asked.slice(3)).toEqual(expect.arrayContaining([[`${host}/api/now/table/incident`, undefined], check]));
  });
});

describe('Pipedrive: a fixed authorization host, scopes with commas, the tenant in the API’s base URL only', () => {
  const answers = { '/users/me': { data: { id: 42, email: 'ann@acme.example' } } };

  it('asks for the tenant and calls its host', async () => {
    const pipedrive = await opened('pipedrive', answers);
    const { address, connection } = await pipedrive.consent('acme');
    expect(address.pathname).toBe('/oauth.pipedrive.com/oauth/authorize');
    expect(address.searchParams.get('scope')).toBe('deals:full,contacts:full');
    expect(connection.account).toEqual({ id: '42', label: 'ann@acme.example' });
    const [token, check] = pipedrive.asked();
    const basic = Buffer.from('pipedrive-client:the PIPEDRIVE_CLIENT_SECRET'.replaceAll(' ', '+')).toString('base64');
    expect(token).toMatchObject({
      url: '/oauth.pipedrive.com/oauth/token',
      headers: { authorization: `Basic ${basic}` },
    });
    expect(check?.url).toBe('/acme.pipedrive.com/api/v1/users/me');
  });

  it('takes the statuses of the file for a bad credential: renews, then asks the person', async () => {
    const pipedrive = await opened('pipedrive', answers);
    await pipedrive.consent('acme');
    pipedrive.answerNext(403);
    expect(await pipedrive.call('GET', '/deals')).toMatchObject({ status: 'done' });
    pipedrive.answerNext(403);
    pipedrive.answerNext(403);
    expect(await pipedrive.call('GET', '/deals')).toMatchObject({ status: 'needs_authorization', reason: 'ended' });
  });
});

describe('Zoho: authorization hosts by region', () => {
  it.each([
    ['com', 'com'],
    ['eu', 'eu'],
    ['au', 'com.au'],
  ])('asks, renews and revokes in the region of the account: %s', async (region, domain) => {
    const zoho = await opened('zoho', { '/users': { users: [{ id: 'u1', email: 'ann@acme.example' }] } });
    const { address, connection } = await zoho.consent(region);
    expect(address.pathname).toBe(`/accounts.zoho.${domain}/oauth/v2/auth`);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      access_type: 'offline',
      prompt: 'consent',
      scope: 'ZohoCRM.users.READ,ZohoCRM.modules.ALL',
    });
    expect(connection.tenant).toBe(region);
    zoho.advance(2 * HOUR);
    await zoho.call('GET', '/Leads');
    await verbsOf(zoho.authorizer).disconnect({ owner: connection.owner, integration: 'zoho' });
    // the check that follows a renewal by itself comes when it comes
    const isCheck = ({ url }: { readonly url: string }) => url.includes('/users');
    const asked = zoho.asked().filter((request, at) => at < 2 || !isCheck(request));
    expect(asked.map(({ url }) => url)).toEqual([
      `/accounts.zoho.${domain}/oauth/v2/token`,
      `/www.zohoapis.${domain}/crm/v8/users?type=CurrentUser`,
      `/accounts.zoho.${domain}/oauth/v2/token`,
      `/www.zohoapis.${domain}/crm/v8/Leads`,
      `/accounts.zoho.${domain}/oauth/v2/token/revoke`,
      `/accounts.zoho.${domain}/oauth/v2/token/revoke`,
    ]);
    expect(asked[3]?.headers.authorization).toBe('Zoho-oauthtoken the-token');
  });

  it('goes to no region that is not in the file', async () => {
    const zoho = await opened('zoho', {});
    await expect(zoho.consent('evil.example/')).rejects.toThrow();
    expect(zoho.asked()).toEqual([]);
  });
});

describe('SurveyMonkey: an authorization URL that has a query already', () => {
  it('keeps what is harmless, and overrides what the protocol owns', async () => {
    const monkey = await opened('surveymonkey', { '/users/me': { id: '1', username: 'ann' } });
    const { address } = await monkey.consent();
    const params = Object.fromEntries(address.searchParams);
    expect(params).toMatchObject({ lang: 'en', response_type: 'code', client_id: 'surveymonkey-client' });
    expect(params.state).toMatch(/^[\w-]{43}$/);
    expect(address.searchParams.getAll('state')).toHaveLength(1);
  });
});

describe('Twilio: user name and password, and one of them in the path', () => {
  it('fills the path of the check and of every call', async () => {
    const sid = `AC${'0a'.repeat(16)}`;
    const twilio = await opened('twilio', { [`/${sid}.json`]: { sid, friendly_name: 'Acme' } });
    expect((await twilio.type({ sid, authToken: 't1' })).account).toEqual({ id: sid, label: 'Acme' });
    await twilio.call('GET', '/Accounts/{AccountSid}/Messages.json');
    const headers = { authorization: `Basic ${btoa(`${sid}:t1`)}` };
    const base = '/api.twilio.com/2010-04-01/Accounts';
    expect(twilio.asked()).toEqual([
      { method: 'GET', url: `${base}/${sid}.json`, headers, body: {} },
      { method: 'GET', url: `${base}/${sid}/Messages.json`, headers, body: {} },
    ]);
  });
});

describe('a bot that authorizes itself', () => {
  const acme = defineIntegration({
    id: 'acme',
    name: 'Acme',
    baseUrl: 'https://api.acme.example',
    profiles: [
      {
        id: 'bot',
        title: 'The bot itself',
        method: 'oauth2',
        grant: 'client_credentials',
        clientId: 'c',
        clientSecret: 's',
        tokenUrl: 'https://acme.example/token',
      },
    ],
    check: { path: '/me', account: 'unnamed' },
  });

  it('is offered to nobody, and nobody is asked for it', async () => {
    const authorizer = await createAuthorizer({
      publicUrl: 'http://127.0.0.1:1',
      store: 'sqlite::memory:',
      keys: `k1:${btoa('x'.repeat(32))}`,
      integrations: [acme],
      allowUnauthenticatedLoopback: true,
      logger: () => {},
    });
    expect(verbsOf(authorizer).offeredProfiles('acme')).toEqual([]);
    const asking = verbsOf(authorizer).beginAuthorization({
      owner: { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user: 'ann' },
      ownerName: 'Ann',
      conversation: { key: 'chat', kind: 'personal', reference: {} },
      integration: 'acme',
      profile: 'bot',
      purpose: 'try it',
      scopes: [],
    });
    await expect(asking).resolves.toEqual({ status: 'refused', why: 'not_set_up' });
    await authorizer.close();
  });
});
