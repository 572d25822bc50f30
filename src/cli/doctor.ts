import { examine } from '../examine.ts';
import type { Verdict } from '../flows/operator/doctor/deployment.ts';
import type { Finding } from '../flows/operator/doctor.ts';
import { type Command, readWords } from './command.ts';
import { counted } from './counted.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'find common mistakes, and say how to fix them',
  usage: '[--all]',
  help: [['--all', 'also show what is OK']],
  run: async (words, call) => {
    const { values } = readWords(words, [], { all: { type: 'boolean' } });
    const findings = await examine(await call.options());
    const counts = countsOf(findings);
    const shown = findings.filter(({ verdict }) => values.all === true || verdict !== 'ok');
    const { ok, warning, problem, manual } = counts;
    const summary = `${counted(problem, 'problem')}, ${counted(warning, 'warning')}, ${manual} to check manually, ${ok} OK`;
    return {
      exit: problem > 0 ? 1 : 0,
      json: { healthy: problem === 0, counts, findings },
      text: [...shown.map(paragraph), summary].join('\n\n'),
    };
  },
};

const MARKS: Readonly<Record<Verdict, string>> = {
  ok: 'OK',
  warning: 'WARNING',
  problem: 'PROBLEM',
  manual: 'MANUAL',
};

/** The title is only shown if the verdict is `ok`; otherwise the finding explains itself. */
function paragraph({ verdict, title, about, text, fix }: Finding): string {
  const found = about === undefined ? text : `${about}: ${text}`;
  return [verdict === 'ok' ? `${title}: ${found}` : found, ...(fix === undefined ? [] : [`→ ${fix}`])]
    .flatMap((part) => part.split('\n'))
    .map((line, at) => `${(at === 0 ? MARKS[verdict] : '').padEnd(9)}${line}`)
    .join('\n');
}

function countsOf(findings: readonly Finding[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { ok: 0, warning: 0, problem: 0, manual: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}
