import { grammarOf } from '../../../../languages/grammar.ts';
import { type LanguageTag, nearestLanguage } from '../../../../languages/language-tag.ts';
import { arabicProfileProblems } from './ar.ts';
import { germanProfileProblems } from './de.ts';
import { spanishProfileProblems } from './es.ts';
import { frenchProfileProblems } from './fr.ts';
import { japaneseProfileProblems } from './ja.ts';
import { PROFILE_PROBLEMS, type ProfileProblem, type ProfileProblems } from './profile-problem.ts';
import { brazilianProfileProblems } from './pt-br.ts';

/** In every language but English, which needs no table. */
export const profileProblemsIn: Readonly<Record<Exclude<LanguageTag, 'en'>, ProfileProblems>> = {
  de: germanProfileProblems,
  fr: frenchProfileProblems,
  es: spanishProfileProblems,
  'pt-BR': brazilianProfileProblems,
  ja: japaneseProfileProblems,
  ar: arabicProfileProblems,
};

/** Translates a problem that the form can have. Any other stays in English. */
export function sayProfileProblem(english: string, locale: string): string {
  const language = nearestLanguage(locale);
  const found = language === 'en' ? undefined : findProblem(english);
  if (language === 'en' || found === undefined) return english;
  const values = { ...found.values };
  if (values.names !== undefined) values.names = grammarOf(language).or(values.names.split(/ or |, /));
  return profileProblemsIn[language][found.problem].replace(
    /<(\w+)>/g,
    (whole, name: string) => placed(values[name], language) ?? whole,
  );
}

interface Found {
  readonly problem: ProfileProblem;
  readonly values: Readonly<Record<string, string>>;
}

/** Which problem it is, and the names in it. */
export function findProblem(english: string): Found | undefined {
  for (const [problem, pattern] of PATTERNS) {
    const match = pattern.exec(english);
    if (match !== null) return { problem, values: { ...match.groups } };
  }
  return undefined;
}

const PATTERNS = PROFILE_PROBLEMS.map((problem) => [problem, patternOf(problem)] as const);

function patternOf(problem: string): RegExp {
  const parts = problem.split(/(<\w+>)/).map((part) => {
    const [, name] = /^<(\w+)>$/.exec(part) ?? [];
    return name === undefined ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : `(?<${name}>.+?)`;
  });
  return new RegExp(`^${parts.join('')}$`, 's');
}

/** Keeps the direction of braces and addresses in a sentence from right to left (UAX #9). */
function placed(value: string | undefined, language: LanguageTag): string | undefined {
  return value !== undefined && language === 'ar' ? `\u2068${value}\u2069` : value;
}
