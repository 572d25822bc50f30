import { expect, it } from 'vitest';
import { bare } from '../../src/answers/fold.ts';
import { tonguesOf } from '../../src/answers/languages/languages.ts';

it.each(['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'ar'])('the words of %s are written as they are compared', (locale) => {
  const [tongue] = tonguesOf(locale);
  const { myNameIs: _, ...compared } = tongue?.words ?? {};
  const lists = Object.values(compared).flatMap((value) => {
    if (Array.isArray(value)) return value.flat();
    return typeof value === 'object' ? Object.keys(value) : [];
  });
  for (const word of lists.filter((one) => typeof one === 'string' && !/^\d+\.$/.test(one)))
    expect(bare(word)).toBe(word);
});

it('yes is never no', () => {
  for (const locale of ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'ar']) {
    const all = tonguesOf(locale).map(({ words }) => words);
    const yes = new Set(all.flatMap((words) => words.yes));
    expect(all.flatMap((words) => words.no).filter((word) => yes.has(word))).toEqual([]);
  }
});

it('a locale that is no language of ours is read in its own numbers and months, and in English words', () => {
  expect(tonguesOf('it-IT').map(({ locale }) => locale)).toEqual(['it-IT', 'en']);
});
