import type { RunOutcome } from '../../src/flows/run-action.ts';

/** Text that wants to be more than text. */
const TEXT = '\u202egpj.\u0000[click](https://evil.example)\u2066 <https://evil.example|Jira>\r\n# next\ud83d';

/** What a member of a product's answer becomes. */
const WRONG: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  'a number': 7,
  'an empty text': '',
  'a text': TEXT,
  'a list': [],
  'an object': {},
  'a list of nothing': [null],
  'a link elsewhere': 'https://evil.example/x',
};

/** The answer with each of its members replaced by each of those, one at a time, and the whole of it. */
export function* wrongOnes(genuine: unknown): Generator<{ readonly where: string; readonly instead: string }> {
  for (const path of [[], ...pathsIn(genuine)]) {
    for (const [what, to] of Object.entries(WRONG)) {
      const instead = JSON.stringify(changed(genuine, path, to)) ?? '';
      yield { where: `${path.join('.')} is ${what}`, instead };
    }
  }
}

type Path = readonly (string | number)[];

function pathsIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  // of a list the first entry stands for all
  const entries = Array.isArray(value)
    ? value.slice(0, 1).map((one, index) => [index, one] as const)
    : Object.entries(value);
  return entries.flatMap(([name, one]) => [[...at, name], ...pathsIn(one, [...at, name])]);
}

function changed(value: unknown, [name, ...rest]: Path, to: unknown): unknown {
  if (name === undefined) return to;
  if (Array.isArray(value)) return value.map((one, index) => (index === name ? changed(one, rest, to) : one));
  const member = (value as Record<string, unknown>)[name];
  return { ...(value as object), [name]: changed(member, rest, to) };
}

const NOT_WORDS = /undefined|\bNaN\b|\[object|\bnull\b|Error\b/;
const UNSEEN = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** What no person may read; undefined where all is well. */
export function faultOf(outcome: RunOutcome, stand: readonly string[], hosts: readonly string[]): string | undefined {
  switch (outcome.status) {
    case 'failed':
      if (outcome.why === 'error') return 'a fault on our side';
      return wordsFault(outcome.text ?? 'x');
    case 'input_refused':
      return [...outcome.choices, outcome.problem?.why === 'said' ? outcome.problem.text : 'x']
        .map(lineFault)
        .find(Boolean);
    case 'needs_answers':
      return outcome.questions
        .flatMap(({ title, choices = [] }) => [title, ...choices])
        .map(lineFault)
        .find(Boolean);
    case 'done': {
      const { title, text, url, facts = [], items = [] } = outcome.answer;
      const lines = [
        title || 'Untitled',
        ...facts.map(({ value }) => value),
        ...items.flatMap((item) => [item.title || 'Untitled', ...(item.subtitle === undefined ? [] : [item.subtitle])]),
      ];
      const links = [url, ...items.map((item) => item.url)].filter((one) => one !== undefined && one !== '');
      const foreign = links.find((one) => !isOwn(one ?? '', stand, hosts));
      return (
        lines.map(lineFault).find(Boolean) ??
        (text === undefined ? undefined : wordsFault(text)) ??
        (foreign === undefined ? undefined : `the link ${foreign}`)
      );
    }
    default:
      return undefined;
  }
}

function lineFault(line: string): string | undefined {
  if (line.trim() === '') return 'an empty line';
  if (/[\r\n]/.test(line)) return `several lines: ${JSON.stringify(line)}`;
  if (/(?:[#:] ?|\b(?:to|is|of|contact|deal|ticket|for))$/.test(line))
    return `half a sentence: ${JSON.stringify(line)}`;
  return wordsFault(line);
}

function wordsFault(words: string): string | undefined {
  if (NOT_WORDS.test(words)) return JSON.stringify(words);
  return UNSEEN.test(words) ? `unseen characters: ${JSON.stringify(words)}` : undefined;
}

function isOwn(link: string, stand: readonly string[], hosts: readonly string[]): boolean {
  const url = URL.parse(link);
  if (url === null || /\s/.test(link)) return false;
  return stand.includes(url.origin) || hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}
