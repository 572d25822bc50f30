import { describe, expect, it } from 'vitest';
import * as actions from '../../src/actions/index.ts';
import { SENTENCES } from '../../src/actions/sentences/sentence.ts';
import { sentencesIn, translate } from '../../src/actions/sentences/translate.ts';
import { freshsales, github, gorgias, jira, jotform, zendesk } from '../../src/integrations/index.ts';
import { LANGUAGES } from '../../src/languages/language-tag.ts';
import type { AnyAction } from '../../src/model/action.ts';
import { inputSchemasOf } from '../../src/model/action-input.ts';
import type { Field } from '../../src/model/field.ts';
import { inputMetaOf } from '../../src/model/input-kind.ts';
import type { Tenant } from '../../src/model/tenant.ts';
import { blankProfile } from '../../src/web/console/profile-form.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** Words that a language has from English. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ['Status'],
  fr: ['E-mail'],
  'pt-BR': ['E-mail', 'Status'],
};

const ours = Object.values<AnyAction>(actions);

it('every title, purpose, question and hint of an action of ours is among the sentences', () => {
  const known: readonly string[] = SENTENCES;
  for (const action of ours) {
    const asked = inputSchemasOf(action).flatMap(([, schema]) => {
      const { title, description } = inputMetaOf(schema);
      return title === undefined ? [] : [title, ...(description === undefined ? [] : [description])];
    });
    for (const sentence of [action.title, action.purpose, ...asked]) expect(known).toContain(sentence);
  }
});

const system = { clientId: 'id', clientSecret: 'secret' };
const products = [jira(system), zendesk({ system }), gorgias({ system }), github({ system }), jotform(), freshsales()];

it('every permission and every way to connect of a product of ours is among the sentences', () => {
  const known: readonly string[] = SENTENCES;
  for (const { scopeTexts, profiles } of products) {
    for (const text of Object.values(scopeTexts ?? {})) expect(known).toContain(text);
    for (const { title } of profiles) expect(known).toContain(title);
  }
});

/** What products call their own places. */
const NAMES = ['Jotform (US)', 'Jotform EU (eu.jotform.com)', 'Jotform HIPAA (hipaa.jotform.com)'];

it('every field that a product of ours asks for, and its hint, is among the sentences', () => {
  const known: readonly string[] = [...SENTENCES, ...NAMES];
  const asked = products.flatMap(({ tenant, profiles, sites }) => [
    ...(tenant === undefined ? [] : partsOf(tenant)),
    ...profiles.flatMap((profile) => ('fields' in profile ? profile.fields.flatMap(partsOf) : [])),
    ...(sites === undefined ? [] : [sites.noun]),
  ]);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((text) => !known.includes(text))).toEqual([]);
});

it('every field that a new profile in the console begins with is among the sentences', () => {
  const known: readonly string[] = [...SENTENCES, ...NAMES];
  const blank = products.flatMap((product) => [
    blankProfile({ ...product, profiles: [] }, 'api_key'),
    blankProfile({ ...product, profiles: [] }, 'basic'),
  ]);
  const asked = blank.flatMap((profile) => ('fields' in profile ? profile.fields.flatMap(partsOf) : []));
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter((text) => !known.includes(text))).toEqual([]);
});

function partsOf(field: Pick<Field, 'title' | 'hint' | 'choices'> | Tenant): readonly string[] {
  const choices = 'choices' in field ? (field.choices ?? []) : [];
  return [field.title, ...(field.hint === undefined ? [] : [field.hint]), ...choices.map(({ title }) => title)];
}

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
