import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MemoryStorage, UserState } from 'botbuilder';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { defineIntegration, github } from 'latchkey/integrations';
import { startSandbox } from 'latchkey/sandbox';
import {
  connectInBrowser,
  linkIn,
  openTestChat,
  RecordingAdapter,
  startTestAuthorizer,
  wordsOf,
} from 'latchkey/testing';
import { describe, expect, it } from 'vitest';
import { ProfileBot, ProfileDialog } from '../../examples/migrating/latchkey.ts';
import * as before from '../../examples/migrating/oauth-prompt.ts';
import { SilentBot } from '../../examples/migrating/single-sign-on.ts';
import { answerJson, startServer } from '../http/start-server.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const lines = (/```diff\n([\s\S]*?)```/.exec(read('docs/migrate-from-oauthprompt.md'))?.[1] ?? '')
  .trimEnd()
  .split('\n');
/** Of the file, all but its first comment. */
const codeOf = (file: string) =>
  read(file)
    .replace(/^\/\*\*.*\*\/\n/, '')
    .trimEnd()
    .split('\n');

describe('docs/migrate-from-oauthprompt.md', () => {
  it('shows the difference between the two files, line by line', () => {
    const without = (sign: string) => lines.filter((line) => !line.startsWith(sign)).map((line) => line.slice(1));
    expect(without('+')).toEqual(codeOf('examples/migrating/oauth-prompt.ts'));
    expect(without('-')).toEqual(codeOf('examples/migrating/latchkey.ts'));
  });

  it('ends with a bot that signs people in, says who they are, and signs them out', async () => {
    const { alice, close } = await startMigrated();
    const code = await connectInBrowser(linkIn(await alice.say('who am I?')));
    expect(wordsOf(await alice.say(code))).toMatch(/Connected to GitHub[\s\S]*You are \w+/);
    expect(wordsOf(await alice.say('who am I?'))).toMatch(/^You are \w+$/);
    expect(wordsOf(await alice.say('logout'))).toBe('You are signed out.');
    expect(wordsOf(await alice.say('who am I?'))).toContain('I need access to your GitHub account');
    expect(wordsOf(await alice.say('logout'))).toContain('You are signed out.');
    await close();
  });

  it('has a bot that goes on with people whom the old one had just sent a sign-in card', async () => {
    const storage = new MemoryStorage();
    const old = new before.ProfileBot(new UserState(storage), new before.ProfileDialog('github'));
    const oldChat = openTestChat(new RecordingAdapter(), (context) => old.run(context));
    const [card] = await oldChat.say('who am I?');
    expect(card?.attachments).toMatchObject([{ contentType: 'application/vnd.microsoft.card.oauth' }]);
    const { alice, close } = await startMigrated(storage);
    expect(wordsOf(await alice.say('who am I?'))).toContain('I need access to your GitHub account');
    await close();
  });

  it('shows a bot that exchanges the token that Teams sends for single sign-on', async () => {
    expect(read('docs/migrate-from-oauthprompt.md')).toContain(
      codeOf('examples/migrating/single-sign-on.ts').join('\n'),
    );
    const { graph, assertions, close } = await startGraph();
    const authorizer = await startTestAuthorizer({ integrations: [graph] });
    const adapter = new RecordingAdapter();
    adapter.use(authorizerMiddleware(authorizer, { adapter }));
    const bot = new SilentBot(authorizer);
    const from = { id: 'alice', name: 'Alice' };
    const conversation = { id: 'chat-alice', conversationType: 'personal', isGroup: false };
    const signIn = async (token: string) => {
      const value = { id: '1', connectionName: 'any', token };
      const invoke = { type: 'invoke', name: 'signin/tokenExchange', channelId: 'test', from, conversation, value };
      await adapter.receive(invoke, (context) => bot.run(context));
      // the handler adds its 200, which a CloudAdapter leaves out after ours
      const [first] = adapter.take(conversation.id);
      return first?.value;
    };
    expect(await signIn('nobody')).toEqual({ status: 412 });
    expect(await signIn(TEAMS_TOKEN)).toEqual({ status: 200 });
    expect(assertions).toEqual(['nobody', TEAMS_TOKEN]);
    await authorizer.close();
    await close();
  });
});

/** Looks like the JWT that Teams sends, which nothing may take out of the activity. */
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const TEAMS_TOKEN = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ aud: 'api://bot', sub: 'alice' })}.${'sig'.repeat(60)}`;

/** Microsoft Graph and its tokens, which knows one person. */
async function startGraph() {
  const assertions: string[] = [];
  const server = await startServer(async ({ url, body }, response) => {
    if (url !== '/token') return answerJson(response, 200, { id: '42' });
    const assertion = new URLSearchParams(body).get('assertion') ?? '';
    assertions.push(assertion);
    if (assertion !== TEAMS_TOKEN) return answerJson(response, 400, { error: 'invalid_grant' });
    return answerJson(response, 200, { access_token: 'a-token', token_type: 'bearer', expires_in: 3600 });
  });
  const graph = defineIntegration({
    id: 'graph',
    name: 'Microsoft 365',
    baseUrl: server.origin,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'silent',
        title: 'Single sign-on',
        method: 'oauth2',
        grant: 'client_credentials',
        clientId: 'bot',
        clientSecret: 'the-client-secret',
        tokenUrl: `${server.origin}/token`,
        scopes: ['User.Read'],
        exchange: { kind: 'on_behalf_of' },
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
  return { graph, assertions, close: server.close };
}

/** The bot after the change, and Alice, who talks with it. */
async function startMigrated(storage = new MemoryStorage()) {
  const sandbox = await startSandbox();
  const { clientId, clientSecret } = sandbox.github;
  const integrations = [github({ system: { clientId, clientSecret }, personalToken: false, sandbox: sandbox.github })];
  const authorizer = await startTestAuthorizer({ integrations });
  const adapter = new RecordingAdapter();
  adapter.use(authorizerMiddleware(authorizer, { adapter }));
  const bot = new ProfileBot(new UserState(storage), new ProfileDialog(authorizer));
  const close = async () => {
    await authorizer.close();
    await sandbox.close();
  };
  return { alice: openTestChat(adapter, (context) => bot.run(context)), close };
}
