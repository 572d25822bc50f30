import { userInfo } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditTexts } from '../../src/audit-words/texts/tables.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { readTime } from '../../src/cli/read-time.ts';
import { LANGUAGES } from '../../src/languages/language-tag.ts';
import { ownerKey } from '../../src/model/owner.ts';
import { storedFacts } from '../../src/model/stored-facts.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { AUDIT_EXAMPLES } from '../audit-examples.ts';
import { isEnglish } from '../texts/is-english.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

const ANN = ownerKey({ kind: 'user', bot: 'app', channel: 'msteams', tenant: 't1', user: '29:ann' });
const DAY = 24 * 60 * 60_000;

let place: Workplace;
let settings: string;
beforeAll(() => {
  place = openWorkplace();
  const lines = [`LATCHKEY_STORE=${place.store}`, `LATCHKEY_KEYS=${place.keys}`, 'MicrosoftAppId=app'];
  settings = place.write('settings', lines.join('\n'));
});
afterAll(() => place.close());

async function run(...words: readonly string[]) {
  const out: string[] = [];
  const problem: string[] = [];
  const code = await runCommandLine(['audit', ...words, '--settings', settings], {
    out: (line) => void out.push(line),
    problem: (line) => void problem.push(line),
    stdin: async () => '',
  });
  return { code, out: out.join('\n'), problem: problem.join('\n') };
}

interface Listed {
  readonly entries: readonly { readonly id: number; readonly what: string; readonly who: string }[];
  readonly next: number | null;
}
const listed = async (...words: readonly string[]) => JSON.parse((await run(...words, '--json')).out) as Listed;

async function append(
  ...entries: readonly { readonly at: number; readonly actor: string; readonly what: string; readonly result: string }[]
) {
  const store = await openStore(place.store);
  for (const entry of entries) await store.audit.append({ subject: 's1', ref: null, ...entry });
  await store.close();
}

describe('the audit log', () => {
  it('is listed, and that somebody read it is an entry itself', async () => {
    expect((await run()).out).toBe('Nothing matches.');
    await append(
      {
        at: Date.parse('2026-01-31T09:05:00Z'),
        actor: ANN,
        what: 'connected',
        result: storedFacts({ kind: 'product', integration: 'jira' }),
      },
      {
        at: Date.now() - DAY / 2,
        actor: 'operator:olivia',
        what: 'setup_changed',
        result: storedFacts({ kind: 'setup', enabled: false }),
      },
    );
    const { code, out } = await run('--what', 'connected');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^When \(UTC\) +Who +Event +Subject +Result\n2026-01-31 09:05 +29:ann in msteams +Connected +Jira +Done/,
    );
    const { entries } = await listed();
    expect(entries[0]).toMatchObject({ what: 'audit_viewed', who: `operator:cli:${userInfo().username}` });
    expect(entries.find(({ what }) => what === 'connected')).toEqual({
      id: expect.any(Number),
      at: '2026-01-31T09:05:00.000Z',
      who: ANN,
      whoName: '29:ann',
      what: 'connected',
      subject: 's1',
      subjectName: 'Jira',
      facts: { kind: 'product', integration: 'jira' },
      result: expect.any(String),
      ref: null,
    });
  });

  it.each([
    [['--who', 'msteams/t1/29:ann'], ['connected']],
    [['--who', ANN], ['connected']],
    [['--who', 'olivia'], ['setup_changed']],
    [['--who', 'operator:olivia'], ['setup_changed']],
    [['--who', 'olivia', '--since', '1d'], ['setup_changed']],
    [['--who', 'olivia', '--since', '60m'], []],
    [['--what', 'connected', '--since', '2026-01-31'], ['connected']],
    [['--what', 'connected', '--since', '2026-01-31T09:06Z'], []],
    [
      ['--subject', 's1'],
      ['setup_changed', 'connected'],
    ],
    [['--subject', 's1', '--what', 'connected'], ['connected']],
    [['--subject', 'hunter2hunter2'], []],
  ])('%j finds %j', async (words, found) => {
    expect((await listed(...words)).entries.map(({ what }) => what)).toEqual(found);
  });

  it('keeps no words that found nothing, because somebody may have pasted a secret', async () => {
    await run('--subject', 'hunter2hunter2');
    await run('--who', 'hunter2hunter2');
    expect((await run('--limit', '1000', '--json')).out).not.toContain('hunter2');
  });

  it('has pages', async () => {
    const result = storedFacts({ kind: 'revoked' });
    await append(...[1, 2].map((at) => ({ at, actor: 'system', what: 'disconnected', result })));
    const words = ['--what', 'disconnected', '--limit', '1'];
    const first = await listed(...words);
    expect(first.next).toBe(first.entries[0]?.id);
    expect((await run(...words)).out).toContain(`\n… --before ${first.next}`);
    const second = await listed(...words, '--before', String(first.next));
    expect(second).toMatchObject({ entries: [{ at: new Date(1).toISOString() }], next: null });
  });

  it.each([
    [['--what', 'frobnicated'], '--what must be connected, disconnected'],
    [['--since', 'yesterday'], '--since must be like 2026-01-31'],
    [['--since', '2026-02-31T99:00Z'], '--since must be like'],
    [['--limit', '0'], '--limit must be 1 to 1000'],
    [['--before', '-1'], '--before'],
    [['--before', '1.5'], '--before must be the id of an entry'],
  ])('%j ends with 2', async (words, said) => {
    const { code, out, problem } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(problem).toContain(said);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('every event and every outcome is in the words of that language', async () => {
    await append(
      ...AUDIT_EXAMPLES.map(({ what, facts }) => ({
        at: Date.now(),
        actor: 'system',
        what,
        result: storedFacts(facts),
      })),
    );
    const { out } = await run('--who', 'system', '--language', language, '--limit', String(AUDIT_EXAMPLES.length));
    for (const word of [
      auditTexts[language].auditSystem,
      ...AUDIT_EXAMPLES.map(({ what }) => auditTexts[language].auditWords[what]),
    ]) {
      expect(out).toContain(word);
    }
    // alignment must not hide words of another language
    if (language !== 'en') expect(out.split('\n').filter((line) => isEnglish(line))).toEqual([]);
  });
});

it.each([
  ['2026-01-31', Date.UTC(2026, 0, 31)],
  ['2026-01-31T10:05+01:00', Date.UTC(2026, 0, 31, 9, 5)],
  ['90m', 1_000_000_000 - 90 * 60_000],
  ['2d', 1_000_000_000 - 2 * DAY],
])('%s is a time', (given, time) => {
  expect(readTime('--since', given, 1_000_000_000)).toBe(time);
});

it('speaks the language of the shell, and English in one that it does not speak', async () => {
  const words = ['audit', '--what', 'connected'];
  const said = async (env: Readonly<Record<string, string>>) => (await place.run(words, { env })).out;
  expect(await said({ LANG: 'de_AT.UTF-8' })).toContain(auditTexts.de.auditWords.connected);
  expect(await said({ LANG: 'C.UTF-8', LC_ALL: 'pt_BR.UTF-8' })).toContain(auditTexts['pt-BR'].auditWords.connected);
  expect(await said({ LANG: 'C' })).toContain(auditTexts.en.auditWords.connected);
});
