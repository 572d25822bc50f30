import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { steadyPort } from '../steady-port.ts';
import type { Begun } from './waiting-playground.ts';

/** The playground in a process of its own, which is killed without a word (`kill -9`) and started again. */
export interface PlaygroundProcess {
  readonly url: string;
  kill(): Promise<void>;
  /** Again at the same address, over the same folder. */
  start(): Promise<void>;
  /** For good; its folder goes as well. */
  close(): Promise<void>;
}

/** @param starts how often it will be started again: these processes load here whatever they need, and then wait */
export async function startPlaygroundProcess(starts: number): Promise<PlaygroundProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-process-'));
  const waiting = await Promise.all(Array.from({ length: starts + 1 }, () => load(folder)));
  const all = [...waiting];
  let child: ChildProcess;
  const start = async (port: number): Promise<Begun> => {
    const next = waiting.shift();
    if (next === undefined) throw new Error('no process is left');
    child = next;
    return begin(child, port);
  };

  let port = steadyPort();
  let begun = await start(port);
  for (let tried = 1; !begun.ok && tried < 20; tried += 1) {
    port = steadyPort();
    begun = await begin(all[0] as ChildProcess, port);
  }
  if (!begun.ok) throw new Error(`the playground does not start: ${begun.why}`);
  return {
    url: `http://127.0.0.1:${port}`,
    kill: () => killed(child),
    async start() {
      const again = await start(port);
      if (!again.ok) throw new Error(`the playground does not start again: ${again.why}`);
    },
    async close() {
      await Promise.all(all.map(killed));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once it has loaded everything. */
async function load(folder: string): Promise<ChildProcess> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = fork(resolve(import.meta.dirname, 'waiting-playground.ts'), {
    cwd: folder,
    env: { PATH, NODE_COMPILE_CACHE },
    execArgv: ['--conditions=@latchkey/source'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await answerOf(child);
  return child;
}

async function begin(child: ChildProcess, port: number): Promise<Begun> {
  const begun = answerOf(child);
  child.send(port);
  return begun;
}

/** What it says next; rejects when it ends instead. */
async function answerOf(child: ChildProcess): Promise<Begun> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('the playground ended');
  });
  try {
    const [begun] = await Promise.race([once(child, 'message', { signal }), ended]);
    return begun;
  } finally {
    ended.catch(() => undefined);
    over.abort();
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
