import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RecordedRequest } from 'latchkey/sandbox';
import { readConfig } from '../../playground/config.ts';
import { type Playground, startPlayground } from '../../playground/start-playground.ts';
import { eventually } from '../eventually.ts';
import { steadyPort } from '../steady-port.ts';
import { openBotWithSdk } from './open-bot.ts';
import { sdk } from './sdk.ts';

/** The playground in a process of its own, and the one that comes after it, in this process, over the same folder. */
export interface ChildPlayground {
  readonly url: string;
  /** Sends a signal and waits for the end of the process. Gives its exit code; null where the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Sends a signal and does not wait. */
  signal(signal: NodeJS.Signals): void;
  /** Of the child's products. */
  control(command: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Until a product has got a request that it has not answered. */
  waits(route: string): Promise<void>;
  /** @param later milliseconds that the next one's clock is ahead */
  startNext(later?: number): Promise<Playground>;
  /** How often the products of the next one were asked. */
  timesAsked(route: string): number;
  close(): Promise<void>;
}

export async function startChildPlayground(): Promise<ChildPlayground> {
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-child-'));
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  for (let tried = 0; tried < 20; tried += 1) {
    const port = steadyPort();
    const entry = resolve(import.meta.dirname, sdk === 'agents' ? 'agents-playground.ts' : '../../playground/index.ts');
    const child = spawn(process.execPath, ['--conditions=@latchkey/source', entry], {
      cwd: directory,
      env: { PATH, NODE_COMPILE_CACHE, PORT: String(port), SANDBOX_PORT: String(port + 1) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (await says(child, 'Chat:')) return childPlayground(child, directory, port);
  }
  throw new Error('the playground does not start');
}

function childPlayground(child: ChildProcess, directory: string, port: number): ChildPlayground {
  let next: Playground | undefined;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  };
  const control = async (command: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port + 1}/control`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
    });
    const { result } = (await answer.json()) as { readonly result: unknown };
    if (!answer.ok) throw new Error(`the sandbox does not do ${JSON.stringify(command)}`);
    return result;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    end,
    signal: (signal) => void child.kill(signal),
    control,
    async waits(route) {
      await eventually(async () => {
        const requests = (await control({ verb: 'requests' })) as readonly RecordedRequest[];
        const unanswered = requests.filter(({ status }) => status === null);
        if (!unanswered.some((one) => `${one.product} ${one.route}` === route))
          throw new Error(`nobody asked ${route}`);
      });
    },
    async startNext(later = 0) {
      const config = { ...readConfig({ PORT: String(port) }), folder: join(directory, '.latchkey') };
      next = await startPlayground(config, { logger: () => {}, now: () => Date.now() + later }, openBotWithSdk);
      await next.authorizer.sweep();
      await next.authorizer.deliver();
      return next;
    },
    timesAsked: (route) => next?.sandbox.control.counters()[route] ?? 0,
    async close() {
      await end('SIGKILL');
      await next?.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** False when it ends before it says it. */
async function says(process: ChildProcess, text: string): Promise<boolean> {
  for await (const chunk of process.stdout ?? []) if (String(chunk).includes(text)) return true;
  return false;
}
