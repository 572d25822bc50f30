import { type Sandbox, startSandbox } from 'latchkey/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../playground/config.ts';
import { whatToTry } from '../../playground/what-to-try.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

describe('what to try', () => {
  it('is one line for each stand-in: where it is, and a person or a key that opens it', async () => {
    const lines = whatToTry(readConfig({}), sandbox);
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'Jira',
      'Jotform',
      'Zendesk',
      'Gorgias',
      'Freshsales',
      'GitHub',
    ]);
    for (const line of lines) {
      const [page] = /http:\S+/.exec(line) ?? [];
      expect((await fetch(page ?? '')).status).toBe(200);
      expect(line).toMatch(/ {2}try: \S/);
    }
    const [jira, jotform, zendesk, gorgias, freshsales, github] = lines;
    expect(jira).toContain(sandbox.jira.users[0]?.name);
    expect(jotform).toContain(sandbox.jotform.apiKey);
    expect(zendesk).toContain('acme');
    for (const line of [gorgias, freshsales]) expect(line).toMatch(/account acme.*key \w+/);
    expect(github).toContain(sandbox.github.users[0]?.personalToken);
  });

  it('has the API token where the chat offers it', () => {
    const [jira = ''] = whatToTry({ ...readConfig({}), jiraApiToken: true }, sandbox);
    const [, email = '', token = ''] = /account acme, (\S+) with API token (\S+)/.exec(jira) ?? [];
    const [person] = sandbox.jira.users;
    expect(email).toBe(person?.email);
    expect(token).toBe(sandbox.jira.apiTokens[person?.id ?? '']);
    expect(token).not.toBe('');
  });

  it('leaves out a product where the deployment has an app of its own', () => {
    const env = { LATCHKEY_JIRA_CLIENT_ID: 'id', LATCHKEY_JIRA_CLIENT_SECRET: 'secret' };
    expect(whatToTry(readConfig(env), sandbox).join()).not.toContain('Jira');
  });
});
