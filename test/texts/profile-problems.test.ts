import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/languages/language-tag.ts';
import { PROFILE_PROBLEMS } from '../../src/web/console/texts/profile-problems/profile-problem.ts';
import {
  findProblem,
  profileProblemsIn,
  sayProfileProblem,
} from '../../src/web/console/texts/profile-problems/say-profile-problem.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const valuesIn = (sentence: string) => [...sentence.matchAll(/<\w+>/g)].map(([value]) => value).toSorted();

describe.each(OTHERS)('what is wrong with a profile, in %s', (language) => {
  it('is left in English nowhere, keeps its values, and has no mark at its end', () => {
    for (const problem of PROFILE_PROBLEMS) {
      const said = profileProblemsIn[language][problem];
      expect(said).not.toBe(problem);
      expect(valuesIn(said), said).toEqual(valuesIn(problem));
      expect(said).not.toMatch(/[.。!?]$/);
    }
  });
});

it('is found with its values', () => {
  expect(sayProfileProblem('no field provides {{apiKey}}', 'de')).toBe('Kein Feld liefert {{apiKey}}');
  expect(sayProfileProblem('{x}: {{x}} is not a known name; known names: {{a}}, {{b}}', 'de')).toBe(
    '{x}: {{x}} ist hier unbekannt; bekannt sind {{a}} oder {{b}}',
  );
  expect(sayProfileProblem('{{x}} is not a known name; known names: none', 'fr')).toContain('aucun nom');
  expect(sayProfileProblem('no placement contains the credential: use {{basic}} or {{key}}', 'es')).toBe(
    'Nada contiene la credencial: use {{basic}} o {{key}}',
  );
  expect(sayProfileProblem('it must be https', 'en-GB')).toBe('it must be https');
  expect(sayProfileProblem('10.0.0.1 is not a public host, so no request may go there', 'ar')).toContain(
    '\u206810.0.0.1\u2069',
  );
});

/** Only definitions in code or JSON can have these: the form has no input for them. */
const NOT_IN_THE_FORM =
  /callbackCheck|requiresIss|number of days|the integration has no|keep one|must be at least one|choice|regular expression|match the whole value|field needs a value|it is longer than|no placement in the path|a GET has no body|one label of a host|it needs the client secret/;

it('every problem that the checks of the form can find is among them', () => {
  const files = ['check-address', 'check-fields', 'check-placements', 'check-profile', 'check-revocation'];
  const paths = [
    ...files.map((name) => `src/auth-methods/${name}.ts`),
    'src/flows/operator/save-profile.ts',
    'src/model/template.ts',
  ];
  const texts = paths.flatMap((path) => problemsIn(readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8')));
  expect(texts.length).toBeGreaterThan(35);
  expect(texts.filter((text) => !NOT_IN_THE_FORM.test(text) && findProblem(text) === undefined)).toEqual([]);
});

/** What is given as the text of a problem, with `x` for what is filled in. */
function problemsIn(code: string): readonly string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const given =
    /(?:text:|return|\? undefined :|missing\('\w+',)[\s?]*(?:\w+\.ok \? )?(?:'([^'\n]*)'|`((?:[^`\\]|\\.)*)`)/g;
  return [...bare.matchAll(given)]
    .map(([, quoted, pieced]) => (quoted ?? pieced ?? '').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'x'))
    .filter((text) => / /.test(text) && !text.includes('=>'));
}
