import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

export interface StartedBot {
  /** The messaging endpoint, as the bot prints it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs a bot as its reader would, up to the address that it prints. */
export async function startBot(
  args: readonly string[],
  at: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<StartedBot> {
  const bot = spawn(process.execPath, args, {
    cwd: at.cwd,
    env: { ...process.env, ...at.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  createInterface({ input: bot.stderr }).on('line', (line) => complaints.push(line));
  for await (const line of createInterface({ input: bot.stdout })) {
    const url = /^Bot: (http:\S+)$/.exec(line)?.[1];
    if (url !== undefined) return { url, stop: () => stop(bot) };
  }
  throw new Error(`${args.join(' ')} ended without an address: ${complaints.join('\n')}`);
}

async function stop(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const ended = once(bot, 'exit');
  bot.kill();
  await ended;
}

/** For a bot whose address is written down before it listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
