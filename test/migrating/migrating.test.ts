import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MemoryStorage, UserState } from 'botbuilder';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { github } from 'latchkey/integrations';
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
    const sandbox = await startSandbox();
    const { clientId, clientSecret } = sandbox.github;
    const integrations = [
      github({ system: { clientId, clientSecret }, personalToken: false, sandbox: sandbox.github }),
    ];
    const authorizer = await startTestAuthorizer({ integrations });
    const adapter = new RecordingAdapter();
    adapter.use(authorizerMiddleware(authorizer, { adapter }));
    const bot = new ProfileBot(new UserState(new MemoryStorage()), new ProfileDialog(authorizer));
    const alice = openTestChat(adapter, (context) => bot.run(context));
    const code = await connectInBrowser(linkIn(await alice.say('who am I?')));
    expect(wordsOf(await alice.say(code))).toMatch(/Connected to GitHub[\s\S]*You are \w+/);
    expect(wordsOf(await alice.say('who am I?'))).toMatch(/^You are \w+$/);
    expect(wordsOf(await alice.say('logout'))).toBe('You are signed out.');
    expect(wordsOf(await alice.say('who am I?'))).toContain('I need access to your GitHub account');
    expect(wordsOf(await alice.say('logout'))).toContain('You are signed out.');
    await authorizer.close();
    await sandbox.close();
  });
});
