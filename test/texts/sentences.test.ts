import { describe, expect, it } from 'vitest';
import * as actions from '../../src/actions/index.ts';
import { SENTENCES } from '../../src/actions/sentences/sentence.ts';
import { sentencesIn, translate } from '../../src/actions/sentences/translate.ts';
import { freshsales, github, gorgias, jira, jotform, zendesk } from '../../src/integrations/index.ts';
import { LANGUAGES } from '../../src/languages/language-tag.ts';
import type { AnyAction } from '../../src/model/action.ts';
import { inputSchemasOf } from '../../src/model/action-input.ts';
import { inputMetaOf } from '../../src/model/input-kind.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** Words that a language has from English. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ['Status'],
  fr: ['E-mail'],
  'pt-BR': ['E-mail', 'Status'],
};

/** Those of the catalogue are English. */
const TRANSLATED = ['freshsales', 'github', 'gorgias', 'jira', 'jotform', 'zendesk'];
const ours = Object.values<AnyAction>(actions).filter(({ integration }) => TRANSLATED.includes(integration));

it('every title, purpose, question and hint of an action of ours is among the sentences', () => {
  expect(new Set(ours.map(({ integration }) => integration)).size).toBe(TRANSLATED.length);
  const known: readonly string[] = SENTENCES;
  for (const action of ours) {
    const asked = inputSchemasOf(action).flatMap(([, schema]) => {
      const { title, description } = inputMetaOf(schema);
      return title === undefined ? [] : [title, ...(description === undefined ? [] : [description])];
    });
    for (const sentence of [action.title, action.purpose, ...asked]) expect(known).toContain(sentence);
  }
});

it('every permission and every way to connect of a product of ours is among the sentences', () => {
  const known: readonly string[] = SENTENCES;
  const system = { clientId: 'id', clientSecret: 'secret' };
  for (const { scopeTexts, profiles } of [
    jira(system),
    zendesk({ system }),
    gorgias({ system }),
    github({ system }),
    jotform(),
    freshsales(),
  ]) {
    for (const text of Object.values(scopeTexts ?? {})) expect(known).toContain(text);
    for (const { title } of profiles) expect(known).toContain(title);
  }
});

describe.each(OTHERS)('the sentences of actions in %s', (language) => {
  it('are left in English nowhere by mistake', () => {
    const same = SENTENCES.filter((sentence) => sentencesIn[language][sentence] === sentence);
    expect(same.toSorted()).toEqual((SAME[language] ?? []).toSorted());
  });

  it('have no two actions of one name', () => {
    const titles = ours.map(({ title }) => translate(title, language));
    expect(new Set(titles).size).toBe(titles.length);
  });
});

it('another text stays as it is, and English is English', () => {
  expect(translate('Count my things', 'de')).toBe('Count my things');
  expect(translate('toString', 'de')).toBe('toString');
  expect(translate('Which issue?', 'en-GB')).toBe('Which issue?');
  expect(translate('Which issue?', 'de-AT')).toBe('Welches Issue?');
});
