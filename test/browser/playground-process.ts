import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { steadyPort } from '../steady-port.ts';

/** The playground in a process of its own, which is killed without a word (`kill -9`) and started again. */
export interface PlaygroundProcess {
  readonly url: string;
  kill(): Promise<void>;
  /** Again at the same address, over the same folder. */
  start(): Promise<void>;
  /** For good; its folder goes as well. */
  close(): Promise<void>;
}

export async function startPlaygroundProcess(): Promise<PlaygroundProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-process-'));
  for (let tried = 0; tried < 20; tried += 1) {
    const port = steadyPort();
    let child = await startChild(folder, port);
    if (child === undefined) continue;
    return {
      url: `http://127.0.0.1:${port}`,
      kill: () => killed(child),
      async start() {
        child = await startChild(folder, port);
        if (child === undefined) throw new Error('the playground does not start again');
      },
      async close() {
        await killed(child);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  throw new Error('the playground does not start');
}

/** Undefined when it ends before it says where its chat is. */
async function startChild(folder: string, port: number): Promise<ChildProcess | undefined> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const entry = resolve(import.meta.dirname, '../../playground/index.ts');
  const child = spawn(process.execPath, ['--conditions=@latchkey/source', entry], {
    cwd: folder,
    env: { PATH, NODE_COMPILE_CACHE, PORT: String(port), SANDBOX_PORT: String(port + 1) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const chunk of child.stdout ?? []) if (String(chunk).includes('Chat:')) return child;
  return undefined;
}

async function killed(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
