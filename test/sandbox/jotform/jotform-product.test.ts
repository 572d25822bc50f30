import { describe, expect, test } from 'vitest';
import { formBody, http, jsonBody } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';

const sandbox = await runningSandbox();
const { url, euUrl, hipaaUrl, apiKey, readOnlyKey, otherApiKey, euApiKey, hipaaApiKey } = sandbox.jotform;
const contactForm = `${url}/form/242930000000101`;
const get = (address: string, key = apiKey) => http(address, { headers: { APIKEY: key } });
const notAuthorized = (route: string) => ({
  status: 401,
  json: { responseCode: 401, message: `You're not authorized to use (/${route}) `, content: '' },
});

describe('the key', () => {
  test('is taken from the header in any case, and from the query', async () => {
    expect((await http(`${url}/user`, { headers: { apikey: apiKey } })).json.content.username).toBe('bob');
    expect((await http(`${url}/user`, { headers: { ApiKey: apiKey } })).status).toBe(200);
    expect((await http(`${url}/v1/user?apiKey=${apiKey}`)).json.content.email).toBe('bob@acme.example');
  });

  test('is not taken from anywhere else', async () => {
    for (const authorization of [`Bearer ${apiKey}`, `Basic ${btoa(`${apiKey}:`)}`, apiKey]) {
      expect(await http(`${url}/user`, { headers: { authorization } })).toMatchObject(notAuthorized('user'));
    }
    expect(await http(`${url}/user`, { headers: { 'x-api-key': apiKey } })).toMatchObject(notAuthorized('user'));
    expect(await http(`${url}/user?apikey=${apiKey}`)).toMatchObject(notAuthorized('user'));
    expect(await http(`${url}/user`)).toMatchObject(notAuthorized('user'));
    expect(await get(`${url}/user`, 'wrong')).toMatchObject(notAuthorized('user'));
  });

  test('opens only the host its account lives on', async () => {
    expect((await get(`${euUrl}/user`, euApiKey)).json.content.euOnly).toBe('1');
    expect((await get(`${hipaaUrl}/v1/user`, hipaaApiKey)).status).toBe(200);
    expect(await get(`${url}/user`, euApiKey)).toMatchObject(notAuthorized('user'));
    expect(await get(`${euUrl}/user`)).toMatchObject(notAuthorized('user'));
  });

  test('ends when it is deleted', async () => {
    sandbox.control.revokeGrants('jotform', 'bob');
    expect((await get(`${url}/user`)).status).toBe(401);
    expect((await get(`${url}/user`, otherApiKey)).status).toBe(200);
  });
});

describe('forms', () => {
  test('are listed with string ids and counts, in an envelope', async () => {
    const { json } = await get(`${url}/user/forms?limit=1&offset=0&orderby=title&direction=ASC`);
    expect(json).toMatchObject({
      responseCode: 200,
      message: 'success',
      resultSet: { offset: 0, limit: 1, count: 1 },
      'limit-left': 999,
      content: [{ id: '242930000000101', title: 'Contact us', status: 'ENABLED', count: '1' }],
    });
    expect(json.content[0].created_at).toBe('2026-09-01 08:00:00');
  });

  test('have questions keyed by id', async () => {
    const { json } = await get(`${contactForm}/questions`);
    expect(json.content['3']).toMatchObject({
      qid: '3',
      type: 'control_dropdown',
      options: 'Sales|Support|Something else',
    });
    expect(json).not.toHaveProperty('resultSet');
  });

  test('of somebody else and unknown ones get the answer of a wrong key', async () => {
    for (const id of ['242930000000201', '1']) {
      expect(await get(`${url}/form/${id}`)).toMatchObject(notAuthorized('form-id'));
      expect(await get(`${url}/form/${id}/questions`)).toMatchObject(notAuthorized('form-id-questions'));
      expect(await get(`${url}/form/${id}/submissions`)).toMatchObject(notAuthorized('form-id-submissions'));
    }
    expect((await get(contactForm, 'wrong')).json).toEqual((await get(`${url}/form/1`)).json);
  });
});

describe('submissions', () => {
  const values = {
    'submission[1_first]': 'Eve',
    'submission[1_last]': 'Customer',
    'submission[2]': 'eve@customer.example',
    'submission[3][0]': 'Support',
    'submission[99]': 'no such question',
  };

  test('are taken as a form, listed, filtered and deleted', async () => {
    const sent = await http(`${contactForm}/submissions`, formBody(values, { APIKEY: apiKey }));
    expect(sent.status).toBe(200);
    const { submissionID, URL: address } = sent.json.content;
    expect(submissionID).toMatch(/^\d{19}$/);
    expect(address).toBe(`${url}/submission/${submissionID}`);

    const listed = await get(`${contactForm}/submissions?limit=1`);
    expect(listed.json.content[0]).toMatchObject({
      id: submissionID,
      status: 'ACTIVE',
      answers: { '1': { answer: { first: 'Eve', last: 'Customer' } }, '3': { answer: { '0': 'Support' } } },
    });
    const filter = encodeURIComponent(JSON.stringify({ 'created_at:lt': '2020-01-01 00:00:00' }));
    expect((await get(`${contactForm}/submissions?filter=${filter}`)).json.content).toEqual([]);

    const deleted = await http(address, { method: 'DELETE', headers: { APIKEY: apiKey } });
    expect(deleted.json.content).toBe(`Submission #${submissionID} deleted successfully.`);
    expect(await get(address)).toMatchObject(notAuthorized('submission-id'));
  });

  test('are refused as JSON, and empty', async () => {
    const json = await http(`${contactForm}/submissions`, jsonBody('POST', { '1': 'x' }, { APIKEY: apiKey }));
    expect(json).toMatchObject({ status: 400, json: { responseCode: 400 } });
    expect((await http(`${contactForm}/submissions`, formBody({ x: '1' }, { APIKEY: apiKey }))).status).toBe(400);
  });

  test('are refused from a key that may only read, which still reads', async () => {
    const sent = await http(`${contactForm}/submissions`, formBody(values, { APIKEY: readOnlyKey }));
    expect(sent).toMatchObject(notAuthorized('form-id-submissions'));
    expect((await get(`${contactForm}/submissions`, readOnlyKey)).json.content).toHaveLength(1);
  });

  test('of somebody else cannot be read or deleted', async () => {
    const address = `${url}/submission/5900000000000000001`;
    expect((await get(address)).status).toBe(200);
    expect(await get(address, otherApiKey)).toMatchObject(notAuthorized('submission-id'));
  });
});

describe('the daily quota', () => {
  test('counts down per account and refills at midnight US Eastern', async () => {
    expect((await get(`${url}/user`)).json['limit-left']).toBe(999);
    expect((await get(`${url}/user`)).json['limit-left']).toBe(998);
    expect((await get(`${url}/user`, otherApiKey)).json['limit-left']).toBe(999);
    sandbox.control.advance(24 * 3_600_000);
    expect((await get(`${url}/user`)).json['limit-left']).toBe(999);
  });

  test('refuses at zero with 429', async () => {
    sandbox.control.setJotformQuota(0);
    expect(await get(`${url}/user`)).toMatchObject({
      status: 429,
      json: { responseCode: 429, message: 'API-Limit exceeded', content: '' },
    });
  });

  test('can refuse inside an HTTP 200 instead', async () => {
    sandbox.control.setJotformQuota(0, 'http_200');
    expect(await get(`${url}/user`)).toMatchObject({
      status: 200,
      json: { responseCode: 403, message: 'API-Limit exceeded' },
    });
  });
});

test('an unknown path is 404 for a good key and 401 for a wrong one', async () => {
  expect(await get(`${url}/v1/nothing/here`)).toMatchObject({
    status: 404,
    json: { responseCode: 404, message: 'Requested URL (/nothing/here) is not available!' },
  });
  expect((await get(`${url}/nothing`, 'wrong')).status).toBe(401);
});

test('a form has a page for people', async () => {
  const { json } = await get(contactForm);
  expect((await http(json.content.url)).text).toContain('Contact us');
});
