import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type AnyAction, type Authorizer, defineAction, z } from 'latchkey';
import { latchkey } from 'latchkey/agents';
import * as agents from 'latchkey/agents/testing';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { jira, jotform, zendesk } from 'latchkey/integrations';
import { type Sandbox, startSandbox } from 'latchkey/sandbox';
import * as botbuilder from 'latchkey/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../eventually.ts';

const root = resolve(import.meta.dirname, '../..');
const { connectInBrowser, fillCard, linkIn, wordsOf } = botbuilder;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const count = (integration: string) =>
  defineAction({
    id: `test.${integration}`,
    title: 'Count',
    purpose: 'count what is there',
    integration,
    scopes: [],
    input: z.object({}),
    run: async () => 3,
    answer: (found) => ({ title: `There are ${found}` }),
  });

/** A bot that does one thing, on the adapter of either kit. */
const KITS = {
  botbuilder: (authorizer: Authorizer, action: AnyAction) => {
    authorizer.register(action);
    const adapter = new botbuilder.RecordingAdapter();
    adapter.use(authorizerMiddleware(authorizer, { adapter }));
    return botbuilder.openTestChat(adapter, (context) => authorizer.run(context, action, {}));
  },
  agents: (authorizer: Authorizer, action: AnyAction) => {
    authorizer.register(action);
    const adapter = new agents.RecordingAdapter();
    latchkey(adapter, authorizer);
    return agents.openTestChat(adapter, (context) => authorizer.run(context, action, {}));
  },
};

it('an authorizer that does not start leaves nothing behind that keeps the process from ending', async () => {
  const listening = () => process.getActiveResourcesInfo().filter((one) => one === 'TCPServerWrap').length;
  const before = listening();
  await expect(botbuilder.startTestAuthorizer({ integrations: [], publicUrl: 'http://bot.example' })).rejects.toThrow(
    'LATCHKEY_PUBLIC_URL',
  );
  await eventually(() => expect(listening()).toBe(before));
});

describe.each(Object.entries(KITS))('the testing kit for %s', (_sdk, openChat) => {
  it('goes through the page that asks for the customer first', async () => {
    const { urlFor, clientId, clientSecret } = sandbox.zendesk;
    const product = zendesk({ system: { clientId, clientSecret }, sandbox: { url: urlFor('{tenant}') } });
    const integrations = [{ ...product, profiles: product.profiles.filter(({ method }) => method === 'oauth2') }];
    const authorizer = await botbuilder.startTestAuthorizer({ integrations });
    const chat = openChat(authorizer, count('zendesk'));
    const link = linkIn(await chat.say('count'));
    expect(wordsOf(await chat.say(await connectInBrowser(link, { values: { tenant: 'acme' } })))).toContain(
      'There are 3',
    );
    await authorizer.close();
  });

  it('fills in the card that asks for a key', async () => {
    const authorizer = await botbuilder.startTestAuthorizer({ integrations: [jotform({ sandbox: sandbox.jotform })] });
    const chat = openChat(authorizer, count('jotform'));
    const asked = await chat.say('count');
    const done = await chat.send(fillCard(asked, { apiKey: sandbox.jotform.apiKey }));
    expect(wordsOf(done)).toContain('There are 3');
    expect(() => fillCard(done, {})).toThrow('no card to fill in');
    await authorizer.close();
  });

  it('fills in the page that asks for a key', async () => {
    const integrations = [jotform({ sandbox: sandbox.jotform })];
    const authorizer = await botbuilder.startTestAuthorizer({ integrations, credentialEntry: 'page' });
    const chat = openChat(authorizer, count('jotform'));
    const values = { apiKey: sandbox.jotform.apiKey };
    const code = await connectInBrowser(linkIn(await chat.say('count')), { values });
    expect(wordsOf(await chat.say(code))).toContain('There are 3');
    await authorizer.close();
  });

  it('hears what the bot says unasked, and says why there is no code', async () => {
    const integrations = [jira({ ...sandbox.jira, sandbox: sandbox.jira })];
    const authorizer = await botbuilder.startTestAuthorizer({ integrations });
    const chat = openChat(authorizer, count('jira'));
    const link = linkIn(await chat.say('count'));
    const consent = (url: string) => sandbox.consent(url, { decision: 'decline' });
    await expect(connectInBrowser(link, { consent })).rejects.toThrow(/no (?:code|form) on .*\/done/);
    await authorizer.deliver();
    expect(wordsOf(await chat.hear())).toMatch(/cancelled|declined/i);
    await authorizer.close();
  });
});

const embed = readFileSync(join(root, 'docs/embed.md'), 'utf8');
const shown = /## Testing your bot\n\n```ts\n([\s\S]*?)```/.exec(embed)?.[1] ?? '';

describe('the test of a bot that docs/embed.md shows', () => {
  it('has at most twenty lines', () => {
    const lines = shown.split('\n').filter((line) => line !== '').length;
    expect(lines).toBeGreaterThan(10);
    expect(lines).toBeLessThanOrEqual(20);
  });

  it.each([
    ['as it is', shown],
    [
      'for the Agents SDK',
      shown
        .replace("{ authorizerMiddleware } from 'latchkey/dialogs'", "{ latchkey } from 'latchkey/agents'")
        .replace("'latchkey/testing'", "'latchkey/agents/testing'")
        .replace('adapter.use(authorizerMiddleware(authorizer, { adapter }))', 'latchkey(adapter, authorizer)'),
    ],
  ])('passes %s', async (_how, code) => {
    const folder = mkdtempSync(join(root, 'test/.kit-'));
    try {
      writeFileSync(join(folder, 'bot.test.mjs'), code);
      const args = ['--conditions=@latchkey/source', '--test', join(folder, 'bot.test.mjs')];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
      expect(stdout).toContain('pass 1');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe.each(['botbuilder', 'agents'] as const)(
  'a second adapter of %s on the same store, as after a restart',
  (kit) => {
    it('brings messages of its own, and not those of the first one again', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'latchkey-kit-'));
      const options = {
        integrations: [jotform({ sandbox: sandbox.jotform })],
        store: `sqlite:${join(folder, 'latchkey.db')}`,
        keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
      };
      const first = await botbuilder.startTestAuthorizer(options);
      const before = KITS[kit](first, count('jotform'));
      const asked = await before.say('count');
      await before.send(fillCard(asked, { apiKey: sandbox.jotform.apiKey }));
      await first.close();
      const second = await botbuilder.startTestAuthorizer(options);
      const chat = KITS[kit](second, count('jotform'));
      expect(wordsOf(await chat.say('count'))).toBe('There are 3');
      await second.close();
      rmSync(folder, { recursive: true });
    });
  },
);
