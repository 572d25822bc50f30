import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Ground, type Tally, tally } from '../test/assurance/proof.ts';
import { PROOFS } from '../test/assurance/proofs.ts';
import { runSuite, SUITES } from '../test/assurance/suites.ts';
import { startTestPostgres } from '../test/stores/test-postgres.ts';

/**
 * Runs the proofs of our promises on both databases and writes how often each was tried and failed to docs/assurance.md.
 * `npm run assurance -- F6 'two begins'` runs some of them and replaces their rows; `npm run assurance -- --short` runs each for a
 * few seconds and writes nothing.
 */
const given = process.argv.slice(2);
const isShort = given.includes('--short');
const wanted = given.filter((one) => one !== '--short');
const isWanted = ({ figure, what }: Pick<Row, 'figure' | 'what'>) =>
  wanted.length === 0 || wanted.some((one) => figure.split(', ').includes(one) || what.includes(one));

const PAGE = resolve(import.meta.dirname, '../docs/assurance.md');
const COMMIT = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const RUN = `${new Date().toISOString().slice(0, 10)}, ${COMMIT}`;

interface Row extends Tally {
  readonly figure: string;
  readonly what: string;
  readonly where: string;
}
const rows: Row[] = [];
const begun = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'latchkey-assurance-'));
const server = await startTestPostgres();
// the server does not keep the process alive
const alive = setInterval(() => {}, 1_000);
try {
  for (const proof of PROOFS.filter(isWanted)) {
    for (const ground of proof.isOnce === true ? grounds().slice(0, 1) : grounds()) {
      const where = proof.isOnce === true ? '' : ground.engine;
      report({ figure: proof.figure, what: proof.what, where, ...(await tally(proof, ground)) });
    }
  }
  for (const { figure, what, files } of SUITES.filter(isWanted)) {
    report({ figure, what, where: 'npm test', ...runSuite(files) });
  }
} finally {
  await server.stop();
  clearInterval(alive);
  rmSync(folder, { recursive: true, force: true });
}
const minutes = Math.ceil((performance.now() - begun) / 60_000);
process.stdout.write(`${minutes} minutes\n`);
process.exitCode = rows.some(({ failed }) => failed > 0) ? 1 : 0;

function grounds(): readonly Ground[] {
  const newFile = async () => `sqlite:${join(mkdtempSync(join(folder, 'store-')), 'latchkey.db')}`;
  return [
    { engine: 'SQLite', isShort, newStore: newFile },
    { engine: 'PostgreSQL', isShort, newStore: async () => (await server.newDatabase()).url },
  ];
}

/** Written one by one, so that a run that is stopped keeps its results. */
function report(row: Row): void {
  rows.push(row);
  if (!isShort) writeFigures();
  const { figure, what, where, tried, failed, reason, note, seconds } = row;
  process.stdout.write(
    `${figure} ${what}${where === '' ? '' : ` (${where})`}: ${tried} tried, ${failed} failed, ${seconds.toFixed(0)} s\n`,
  );
  if (note !== undefined) process.stdout.write(`   ${note}\n`);
  if (reason !== undefined) process.stdout.write(`   ${reason}\n`);
}

/** Between the two marks of the page. Keeps the rows of proofs that did not run, and drops those of proofs that no longer exist. */
function writeFigures(): void {
  const [before = '', rest = ''] = readFileSync(PAGE, 'utf8').split('<!-- figures -->\n');
  const [written = '', after = ''] = rest.split('<!-- /figures -->');
  const tried = new Set(rows.map(nameOf));
  const kept = written.split('\n').filter((line) => isStillTried(line) && !tried.has(nameIn(line)));
  const lines = [...kept, ...rows.map((row) => `${nameOf(row)} | ${foundBy(row)} |`)];
  const sorted = lines.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const table = [
    '| Figure | What is tried | Where | Tried | Failed | | Run |',
    '|---|---|---|---|---|---|---|',
    ...sorted,
  ];
  writeFileSync(PAGE, `${before}<!-- figures -->\n${table.join('\n')}\n<!-- /figures -->${after}`);
}

/** The first three cells of a row. */
function nameOf({ figure, what, where }: Pick<Row, 'figure' | 'what' | 'where'>): string {
  return `| ${figure} | ${what} | ${where}`;
}

function nameIn(line: string): string {
  return line.split(' | ').slice(0, 3).join(' | ');
}

function isStillTried(line: string): boolean {
  return [...PROOFS, ...SUITES].some(({ figure, what }) => line.startsWith(`| ${figure} | ${what} |`));
}

function foundBy({ tried, failed, note = '' }: Row): string {
  return [tried.toLocaleString('en'), failed.toLocaleString('en'), note, RUN].join(' | ');
}
