import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectInBrowser } from 'latchkey/testing';
import { afterEach, expect, it } from 'vitest';
import { type Heard, linkOn, textOf } from './journeys/chat-person.ts';

const root = resolve(import.meta.dirname, '..');
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('gives an existing bot the way from its waterfall over the consent to the issue, and back into the waterfall', async () => {
  const alice = await openChannel(await startExample('existing-bot.ts'));
  expect(textOf((await alice.say('hello', 1))[0])).toBe('What is broken?');
  const asked = await alice.say('The printer in room 7', 2);
  expect(textOf(asked[0])).toBe('I need access to your Jira account to create the issue.');
  const done = await alice.say(await connectInBrowser(linkOn(asked)), 3);
  expect(textOf(done[0])).toContain('Connected to Jira as');
  expect(textOf(done[1])).toMatch(/Created KAN-\d+[\s\S]*The printer in room 7/);
  expect(textOf(done[2])).toMatch(/^Thank you! We look at KAN-\d+\.$/);

  await alice.say('hello', 1);
  const again = await alice.say('The coffee machine', 2);
  expect(textOf(again[0])).toMatch(/Created KAN-\d+/);
});

it('runs an action for a bot without dialogs, as soon as the person has connected', async () => {
  const bob = await openChannel(await startExample('without-dialogs.ts'));
  const asked = await bob.say('how many?', 2);
  expect(textOf(asked[0])).toBe('I need access to your Jira account to count your open issues.');
  const renewed = await bob.say('new link', 2);
  expect(linkOn(renewed)).not.toBe(linkOn(asked));
  const done = await bob.say(await connectInBrowser(linkOn(renewed)), 2);
  expect(textOf(done[0])).toContain('Connected to Jira as');
  expect(textOf(done[1])).toMatch(/You have \d+ open issues\./);

  expect(textOf((await bob.say('how many now?', 1))[0])).toMatch(/You have \d+ open issues\./);
  expect(textOf((await bob.say('connections', 1))[0])).toContain('Jira');
  expect(textOf((await bob.say('disconnect jira', 1))[0])).toContain('Removed');
});

it('lets a person cancel what a bot without dialogs asks for', async () => {
  const carol = await openChannel(await startExample('without-dialogs.ts'));
  await carol.say('how many?', 2);
  expect(textOf((await carol.say('cancel', 1))[0])).toBe("OK, I've stopped. Nothing was saved.");
  expect(textOf((await carol.say('how many?', 2))[0])).toContain('I need access to your Jira account');
});

/** Runs an example as its reader would and answers the address that it prints. */
async function startExample(file: string): Promise<string> {
  const bot = spawn(process.execPath, ['--conditions=@latchkey/source', join('examples', file)], {
    cwd: root,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  closing.push(() => stop(bot));
  const complaints: string[] = [];
  createInterface({ input: bot.stderr }).on('line', (line) => complaints.push(line));
  for await (const line of createInterface({ input: bot.stdout })) {
    const url = /^Bot: (http:\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`${file} ended without an address: ${complaints.join('\n')}`);
}

async function stop(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const ended = once(bot, 'exit');
  bot.kill();
  await ended;
}

/** A channel for one person: posts activities to the bot, and takes what the bot posts back to its `serviceUrl`. */
async function openChannel(botUrl: string) {
  const said: Heard[] = [];
  const connector = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const activity: Heard = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    // a PUT changes what was said before
    if (request.method === 'POST' && activity.type === 'message') said.push(activity);
    response.setHeader('Content-Type', 'application/json').end('{"id":"1"}');
  });
  await new Promise<void>((ready) => connector.listen(0, '127.0.0.1', ready));
  closing.push(() => new Promise((closed) => connector.close(() => closed())));
  const { port } = connector.address() as AddressInfo;

  const say = async (text: string, replies: number): Promise<readonly Heard[]> => {
    const answer = await fetch(botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `activity-${Date.now()}`,
        text,
        channelId: 'emulator',
        serviceUrl: `http://127.0.0.1:${port}`,
        from: { id: 'person-1', name: 'Alice', role: 'user' },
        recipient: { id: 'bot', name: 'Bot', role: 'bot' },
        conversation: { id: 'conversation-1', isGroup: false },
      }),
    });
    expect(answer.status).toBe(200);
    for (const deadline = Date.now() + 8_000; said.length < replies && Date.now() < deadline; ) await sleep(10);
    expect(said.map(textOf)).toHaveLength(replies);
    return said.splice(0);
  };
  return { say };
}
