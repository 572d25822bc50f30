#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { isRecentEnough, LOWEST_NODE } from '../flows/operator/doctor/check-node.ts';
import { askOnTerminal } from './ask-on-terminal.ts';
import { runCommandLine } from './command-line.ts';

const { node } = process.versions;
// a reader such as `head` may close a pipe early; a file may be on a full disk
process.stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return;
  process.exitCode = 1;
  process.stderr.write(`standard output cannot be written (${code})\n`);
});
process.stderr.on('error', () => {});
if (isRecentEnough(node)) {
  const exitCode = await runCommandLine(process.argv.slice(2), {
    out: (line) => void process.stdout.write(`${line}\n`),
    problem: (line) => void process.stderr.write(`${line}\n`),
    stdin: () => text(process.stdin),
    ask: process.stdin.isTTY && process.stderr.isTTY ? askOnTerminal : undefined,
  });
  process.exitCode ||= exitCode;
} else {
  process.stderr.write(`latchkey needs Node ${LOWEST_NODE} or later; this is ${node}\n`);
  process.exitCode = 2;
}
