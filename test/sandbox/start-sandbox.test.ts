import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/index.ts';
import { calling as gorgiasCalling, signedIn as gorgiasSignedIn } from './gorgias/gorgias-person.ts';
import { formBody, http, jsonBody } from './http-answer.ts';
import { exchange, newCode, refresh, signedIn } from './jira/jira-person.ts';
import { calling as zendeskCalling, signedIn as zendeskSignedIn } from './zendesk/zendesk-person.ts';

describe('with a state file', () => {
  test('codes, tokens, records and passed time survive a restart', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const stateFile = join(directory, 'deeper', 'state.json');
    const first = await startSandbox({ stateFile });
    first.control.advance(3_600_000);
    const code = await newCode(first, 'ann');
    const bob = await signedIn(first);
    const fields = { project: { key: 'KAN' }, issuetype: { name: 'Task' }, summary: 'Survives' };
    await bob.send('POST', '/issue', { fields });
    await first.close();

    const second = await startSandbox({ stateFile });
    expect((await exchange(second, code)).status).toBe(200);
    expect((await refresh(second, bob.tokens.refresh_token)).status).toBe(200);
    const cloudId = second.jira.sites[0]?.cloudId;
    const address = `${second.jira.gatewayUrl}/ex/jira/${cloudId}/rest/api/3/issue/KAN-4`;
    const read = await http(address, { headers: { authorization: `Bearer ${bob.tokens.access_token}` } });
    expect(read.json.fields.summary).toBe('Survives');
    expect(second.control.now()).toBeGreaterThan(Date.now() + 3_500_000);
    await second.close();
    expect(await readdir(join(directory, 'deeper'))).toEqual(['state.json']);
  });

  test('what every product issued or recorded survives', async () => {
    const stateFile = join(await mkdtemp(join(tmpdir(), 'sandbox-')), 'state.json');
    const first = await startSandbox({ stateFile });
    const zendesk = await zendeskSignedIn(first);
    await zendesk.send('POST', '/tickets.json', {
      ticket: { comment: { body: 'Kept' }, requester: { name: 'N', email: 'n@customer.example' } },
    });
    const gorgias = await gorgiasSignedIn(first);
    await gorgias.send('POST', '/tickets', { messages: [{ channel: 'email', from_agent: false, body_text: 'Kept' }] });
    const [freshsalesUser] = first.freshsales.users;
    const authorization = `Token token=${freshsalesUser?.apiKey}`;
    const contact = { email: 'kept@customer.example', custom_field: { cf_x: [1, null] } };
    const contacts = '/crm/sales/api/contacts';
    await http(`${first.freshsales.urlFor('acme')}${contacts}`, jsonBody('POST', { contact }, { authorization }));
    const values = { 'submission[1_first]': 'Kept', 'submission[4]': 'Text' };
    const submissions = '/form/242930000000101/submissions';
    await http(`${first.jotform.url}${submissions}`, formBody(values, { APIKEY: first.jotform.apiKey }));
    await first.close();

    const second = await startSandbox({ stateFile });
    const zendeskAgain = zendeskCalling(second, `Bearer ${zendesk.tokens.access_token}`);
    expect((await zendeskAgain.get('/search.json?query=kept')).json.count).toBe(1);
    const gorgiasAgain = gorgiasCalling(second, `Bearer ${gorgias.tokens.access_token}`);
    expect((await gorgiasAgain.get('/tickets')).json.data[0].customer).toBeNull();
    const found = await http(`${second.freshsales.urlFor('acme')}/crm/sales/api/search?q=kept&include=contact`, {
      headers: { authorization },
    });
    expect(found.json).toHaveLength(1);
    const listed = await http(`${second.jotform.url}${submissions}`, { headers: { APIKEY: second.jotform.apiKey } });
    expect(listed.json.content).toHaveLength(2);
    expect(listed.json['limit-left']).toBe(998);
    await second.close();
  });

  test('a damaged or foreign file reads as absent', async () => {
    const stateFile = join(await mkdtemp(join(tmpdir(), 'sandbox-')), 'state.json');
    for (const content of ['{"version":1,', '{"version":99}']) {
      await writeFile(stateFile, content);
      const sandbox = await startSandbox({ stateFile });
      expect((await signedIn(sandbox)).tokens.access_token).toBeDefined();
      await sandbox.close();
    }
  });
});

test('two sandboxes know nothing of each other', async () => {
  const [one, other] = await Promise.all([startSandbox(), startSandbox()]);
  const { tokens } = await signedIn(one);
  expect((await refresh(other, tokens.refresh_token)).status).toBe(403);
  await Promise.all([one.close(), other.close()]);
});

test('a given clock is the sandbox’s clock', async () => {
  let now = Date.UTC(2030, 0, 1);
  const sandbox = await startSandbox({ now: () => now });
  const bob = await signedIn(sandbox);
  now += 3_600_000;
  expect((await bob.get('/myself')).status).toBe(401);
  await sandbox.close();
});

test('a taken port is an error, not a hanging start', async () => {
  const sandbox = await startSandbox();
  await expect(startSandbox({ port: Number(new URL(sandbox.url).port) })).rejects.toThrow('EADDRINUSE');
  await sandbox.close();
});

test('closing ends requests that were left waiting', async () => {
  const sandbox = await startSandbox();
  sandbox.control.failNext('jotform', { kind: 'hang' });
  const waiting = fetch(`${sandbox.jotform.url}/user`).catch(() => 'ended');
  await expect.poll(() => sandbox.control.requests()).toHaveLength(1);
  await sandbox.close();
  expect(await waiting).toBe('ended');
});

test('every product has a page with what a developer needs to try it', async () => {
  const sandbox = await startSandbox();
  expect((await http(`${sandbox.url}/`)).text).toContain('href="/jira/"');
  expect((await http(`${sandbox.url}/jira/`)).text).toContain(sandbox.jira.clientSecret);
  expect((await http(`${sandbox.url}/jotform`)).text).toContain(sandbox.jotform.apiKey);
  expect((await http(`${sandbox.url}/zendesk/`)).text).toContain(sandbox.zendesk.tenantClient.clientSecret);
  for (const { apiKey } of sandbox.gorgias.users) {
    expect((await http(`${sandbox.url}/gorgias/`)).text).toContain(apiKey);
  }
  for (const { apiKey } of sandbox.freshsales.users) {
    expect((await http(`${sandbox.url}/freshsales/`)).text).toContain(apiKey);
  }
  await sandbox.close();
});
