import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAID, type Said } from '../../src/actions/sentences/said/said.ts';
import { counted, saidIn, say, word } from '../../src/actions/sentences/said/say.ts';
import { SENTENCES } from '../../src/actions/sentences/sentence.ts';
import { LANGUAGES } from '../../src/languages/language-tag.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** Words that a language has in common with English. */
const SAME: Readonly<Record<string, readonly Said[]>> = {
  fr: ['Question', 'contact {id}', 'description', 'message'],
  'pt-BR': ['pull request'],
};

const valuesIn = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([value]) => value).toSorted();

describe.each(OTHERS)('what actions say in %s', (language) => {
  it('is left in English nowhere by mistake', () => {
    const same = SAID.filter((sentence) => saidIn[language].words[sentence] === sentence);
    expect(same.toSorted()).toEqual(SAME[language] ?? []);
  });

  it('has each value once', () => {
    for (const sentence of SAID)
      expect(valuesIn(saidIn[language].words[sentence]), sentence).toEqual(valuesIn(sentence));
  });

  it('quotes what English quotes', () => {
    const quotedIn = (sentence: string) =>
      [...sentence.matchAll(/[“„«「]\s?(\{\w+\})\s?[”“»」]/g)].map(([, value]) => value).toSorted();
    for (const sentence of SAID) {
      expect(quotedIn(saidIn[language].words[sentence]), sentence).toEqual(
        expect.arrayContaining([...quotedIn(sentence)]),
      );
    }
  });

  it('has a sentence for every number', () => {
    for (const count of [0, 1, 2, 3, 11, 100]) {
      expect(counted({ locale: language }, 'submissions', count)).not.toContain('submission');
      expect(counted({ locale: language }, 'customers', count)).not.toContain('#');
    }
  });
});

describe('a sentence with values', () => {
  it('is said in the language of the locale, and in English of every other', () => {
    expect(say({ locale: 'de-AT' }, 'Created {key}', { key: 'KAN-7' })).toBe('KAN-7 angelegt');
    expect(say({ locale: 'en-GB' }, 'Created {key}', { key: 'KAN-7' })).toBe('Created KAN-7');
    expect(say({ locale: 'it' }, 'Created {key}', { key: 'KAN-7' })).toBe('Created KAN-7');
  });

  it('takes values as they are', () => {
    const said = say({ locale: 'de' }, 'Moved {key} to {status}', { key: '{status}', status: '$1 {key}' });
    expect(said).toBe('{status} hat jetzt den Status „$1 {key}“');
  });

  it('has the plural of the language', () => {
    const submissions = (locale: string) => [1, 2, 5].map((count) => counted({ locale }, 'submissions', count));
    expect(submissions('en')).toEqual(['1 submission', '2 submissions', '5 submissions']);
    expect(submissions('de')).toEqual(['1 Antwort', '2 Antworten', '5 Antworten']);
    expect(new Set(submissions('ar')).size).toBe(3);
  });
});

it('a word of the product’s own stays as it is', () => {
  expect(word({ locale: 'de' }, 'summary')).toBe('Zusammenfassung');
  expect(word({ locale: 'de' }, 'customfield_10016')).toBe('customfield_10016');
  expect(word({ locale: 'de' }, 'toString')).toBe('toString');
});

it('every sentence in the code of an action of ours is among those that are translated', () => {
  const folder = resolve(import.meta.dirname, '../../src/actions');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const known: readonly string[] = [...SENTENCES, ...SAID];
  const unknown = files.flatMap((name) =>
    sentencesIn(readFileSync(join(folder, name), 'utf8'))
      .filter((sentence) => !known.includes(sentence))
      .map((sentence) => `${name}: ${sentence}`),
  );
  expect(files.length).toBeGreaterThan(70);
  expect(unknown).toEqual([]);
});

/** Texts that begin like a sentence and end like one, or are put together of words and values. */
function sentencesIn(code: string): readonly string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const texts = [...bare.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`]*)`/g)];
  return texts
    .map(([, single, double, pieced]) => (single ?? double ?? pieced ?? '').replace(/\\(.)/g, '$1'))
    .filter((text) => /^(?:[A-Z]|\$\{).*\s.*[.?!]$|^[A-Z][a-z]+ .*\$\{/s.test(text));
}
