import type { AnyAction } from 'latchkey';
import * as actions from 'latchkey/actions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunOutcome } from '../../src/flows/run-action.ts';
import { INPUTS } from './action-inputs.ts';
import { BY_KEY } from './by-key.ts';
import { openProducts, type Person, type Products } from './open-products.ts';

/** Text that wants to be more than text. */
const TEXT = '\u202egpj.\u0000[click](https://evil.example)\u2066 <https://evil.example|Jira>\r\n# next\ud83d';

/** What a member of an answer becomes. */
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

describe.each(BY_KEY)('whatever $id sends in the place of a member', ({ id, make, profile, values }) => {
  let products: Products;
  let person: Person;
  beforeAll(async () => {
    products = await openProducts(make);
    person = products.person();
    await person.type(id, values(products.sandbox), profile);
  });
  afterAll(() => products.close());

  const ofProduct = (Object.values(actions) as AnyAction[]).filter(({ integration }) => integration === id);
  it.each(ofProduct)(
    '“$title” says nothing wrong',
    async (action) => {
      products.sandbox.control.enforceRateLimits(false);
      const { front, sandbox } = products;
      const run = () => {
        sandbox.control.reset();
        sandbox.control.enforceRateLimits(false);
        return person.run(action, INPUTS[action.id] ?? {});
      };
      const asked: { readonly name: string; readonly body: string }[] = [];
      front.rewrite((name, body) => void asked.push({ name, body }));
      expect((await run()).status).toMatch(/^(?:done|needs_answers)$/);
      const wrong: string[] = [];
      for (const [at, { body, name }] of asked.entries()) {
        if (body === '') continue;
        const genuine: unknown = JSON.parse(body);
        for (const path of [[], ...pathsIn(genuine)]) {
          for (const [what, to] of Object.entries(WRONG)) {
            let count = -1;
            front.rewrite(() => {
              count += 1;
              return count === at ? (JSON.stringify(changed(genuine, path, to)) ?? '') : undefined;
            });
            const outcome = await run();
            const fault = faultOf(outcome, [front.url, sandbox.url]);
            if (fault !== undefined) wrong.push(`${name} ${path.join('.')} ${what}: ${fault}`);
          }
        }
      }
      front.rewrite(undefined);
      expect(wrong).toEqual([]);
    },
    600_000,
  );
});

const NOT_WORDS = /undefined|\bNaN\b|\[object|\bnull\b|Error\b/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** What no person may read; undefined where all is well. */
function faultOf(outcome: RunOutcome, stand: readonly string[]): string | undefined {
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
      const foreign = links.find((one) => !isOwn(one ?? '', stand));
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

function isOwn(link: string, stand: readonly string[]): boolean {
  const url = URL.parse(link);
  return (
    url !== null &&
    !/\s/.test(link) &&
    (stand.includes(url.origin) || /(?:^|\.)(?:atlassian\.net|github\.com|jotform\.com)$/.test(url.hostname))
  );
}
