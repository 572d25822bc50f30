import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeServer } from '../src/web/close-server.ts';
import { type Heard, textOf } from './journeys/chat-person.ts';

const root = resolve(import.meta.dirname, '..');

/** Bots that run as their reader would run them, and the people who talk with them. */
export interface Examples {
  /** Gives the address that the example prints. */
  start(file: string, at?: RunAt): Promise<string>;
  /** Somebody on a channel that posts to the bot and takes what the bot posts back to its `serviceUrl`. */
  open(botUrl: string, activity?: Readonly<Record<string, unknown>>): Promise<ExamplePerson>;
  /** Asks the bots to end, as a platform does. Gives the code that each ended with by itself; null: the signal ended it. */
  close(): Promise<readonly (number | null)[]>;
}

/** Where and how it is run. Default: `examples/`, from the sources. */
interface RunAt {
  readonly cwd: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface ExamplePerson {
  /** Waits for as many replies, and fails where there are more or fewer. */
  say(text: string, replies: number): Promise<readonly Heard[]>;
}

export function openExamples(): Examples {
  const closing: (() => Promise<void>)[] = [];
  const codes: (number | null)[] = [];
  return {
    start: (file, at) => startExample(file, at ?? FROM_SOURCES, closing, codes),
    open: (botUrl, activity = {}) => openChannel(botUrl, activity, closing),
    close: async () => {
      for (const close of closing.splice(0).reverse()) await close();
      return codes.splice(0);
    },
  };
}

const FROM_SOURCES: RunAt = {
  cwd: join(root, 'examples'),
  args: ['--conditions=@latchkey/source'],
  env: { PORT: '0' },
};

async function startExample(
  file: string,
  at: RunAt,
  closing: (() => Promise<void>)[],
  codes: (number | null)[],
): Promise<string> {
  const bot = spawn(process.execPath, [...at.args, file], {
    cwd: at.cwd,
    env: { ...process.env, ...at.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  closing.push(async () => void codes.push(await stop(bot)));
  const complaints: string[] = [];
  createInterface({ input: bot.stderr }).on('line', (line) => complaints.push(line));
  for await (const line of createInterface({ input: bot.stdout })) {
    const url = /^Bot: (http:\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`${file} ended without an address: ${complaints.join('\n')}`);
}

async function stop(bot: ChildProcess): Promise<number | null> {
  if (bot.exitCode !== null || bot.signalCode !== null) return bot.exitCode;
  const ended = once(bot, 'exit');
  bot.kill('SIGTERM');
  await ended;
  return bot.exitCode;
}

async function openChannel(
  botUrl: string,
  more: Readonly<Record<string, unknown>>,
  closing: (() => Promise<void>)[],
): Promise<ExamplePerson> {
  const said: Heard[] = [];
  const connector = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const activity: Heard = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
    // a PUT changes what was said before
    if (request.method === 'POST' && activity.type === 'message') said.push(activity);
    response.setHeader('Content-Type', 'application/json').end('{"id":"1"}');
  });
  await new Promise<void>((ready) => connector.listen(0, '127.0.0.1', ready));
  closing.push(() => closeServer(connector, 0));
  const { port } = connector.address() as AddressInfo;

  const say = async (text: string, replies: number): Promise<readonly Heard[]> => {
    const answer = await fetch(botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `activity-${crypto.randomUUID()}`,
        text,
        channelId: 'emulator',
        serviceUrl: `http://127.0.0.1:${port}`,
        from: { id: 'person-1', name: 'Alice', role: 'user' },
        recipient: { id: 'bot', name: 'Bot', role: 'bot' },
        conversation: { id: 'conversation-1', isGroup: false },
        ...more,
      }),
    });
    if (answer.status !== 200) throw new Error(`the bot answered ${answer.status}`);
    for (const deadline = Date.now() + 8_000; said.length < replies && Date.now() < deadline; ) await sleep(10);
    const heard = said.splice(0);
    if (heard.length !== replies) throw new Error(`heard ${JSON.stringify(heard.map(textOf))}, not ${replies} replies`);
    return heard;
  };
  return { say };
}
