import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandLine, Ran } from './kept-process.ts';

/** Runs one command line after another, each by evaluating the command's main module again. `runInKeptProcess` is its other side. */
const MAIN = new URL('../../src/cli/main.ts', import.meta.url).href;
const OWN = { ...process.env };
// opened when first asked for, and not by a command
const OPEN = [process.stdout, process.stderr];

// also with something left that would keep it
process.on('disconnect', () => process.exit());

let count = 0;
process.on('message', async (message) => {
  const line: CommandLine = JSON.parse(String(message));
  const before = process.getActiveResourcesInfo();
  const ran = await run(line);
  process.send?.(JSON.stringify({ ...ran, left: await whatIsLeft(before) }));
});

async function run({ words, cwd, env, stdin }: CommandLine): Promise<Ran> {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, OWN, env);
  process.argv = [process.argv[0] ?? '', MAIN, ...words];
  Object.defineProperty(process, 'stdin', { configurable: true, value: Readable.from([stdin]) });
  const printed = OPEN.map(written);
  try {
    count += 1;
    await import(`${MAIN}?${count}`);
    const [out = '', problem = ''] = printed.map(({ text }) => text());
    return { code: Number(process.exitCode ?? 0), out, problem };
  } finally {
    process.exitCode = undefined;
    for (const { restore } of printed) restore();
  }
}

/** Keeps what is written to a stream, instead of printing it. */
function written(stream: NodeJS.WriteStream) {
  let text = '';
  const { write } = stream;
  stream.write = (part: string | Uint8Array) => {
    text += typeof part === 'string' ? part : Buffer.from(part).toString();
    return true;
  };
  return {
    text: () => text,
    restore: () => {
      stream.write = write;
      stream.removeAllListeners('error');
    },
  };
}

/** What would keep a process of the command's own from ending, once it had time to. */
async function whatIsLeft(before: readonly string[]): Promise<readonly string[]> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const left = [...process.getActiveResourcesInfo()];
    for (const resource of before) if (left.includes(resource)) left.splice(left.indexOf(resource), 1);
    if (left.length === 0 || performance.now() > deadline) return left;
    await sleep(1);
  }
}
