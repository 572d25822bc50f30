import { createInterface } from 'node:readline';

/** Asks on standard error, because standard output may be a file. Reads one line: empty at the end of input, undefined after Ctrl-C. */
export function askOnTerminal(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  return new Promise<string | undefined>((resolve) => {
    const interrupted = () => {
      process.stderr.write('\n');
      resolve(undefined);
    };
    process.once('SIGINT', interrupted);
    lines.once('line', resolve);
    lines.once('close', () => {
      process.off('SIGINT', interrupted);
      resolve('');
    });
    process.stderr.write(question);
  }).finally(() => lines.close());
}
