import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** One command line, and everything that it may know. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly problem: string;
}

let kept: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Runs it in a process that has loaded the command before; one after another. A process of its own costs ten times as much. */
export function runInKeptProcess(line: CommandLine): Promise<Ran> {
  const ran = last.then(() => ranIn(keptProcess(), line));
  last = ran.catch(() => undefined);
  return ran;
}

async function ranIn(child: ChildProcess, line: CommandLine): Promise<Ran> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(child, 'exit', { signal }).then(() =>
    Promise.reject(new Error('the process of the command ended')),
  );
  ended.catch(() => undefined);
  const answered = once(child, 'message', { signal });
  answered.catch(() => undefined);
  child.send(JSON.stringify(line));
  try {
    const [answer] = await Promise.race([answered, ended]);
    const { left, ...ran }: Ran & { readonly left: readonly string[] } = JSON.parse(answer);
    if (left.length === 0) return ran;
    child.kill();
    kept = undefined;
    throw new Error(`latchkey ${line.words.join(' ')} left what keeps a process from ending: ${left.join(', ')}`);
  } finally {
    over.abort();
  }
}

/** It ends with this one: nothing but the channel between them keeps it. */
function keptProcess(): ChildProcess {
  if (kept?.connected === true) return kept;
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = fork(join(import.meta.dirname, 'command-process.ts'), {
    execArgv: ['--conditions=@latchkey/source'],
    env: { PATH, NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  kept = child;
  return child;
}
