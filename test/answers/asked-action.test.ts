import * as actionsModule from 'latchkey/actions';
import { describe, expect, it } from 'vitest';
import { translate } from '../../src/actions/sentences/translate.ts';
import { askedAction } from '../../src/answers/asked-action.ts';
import { essence } from '../../src/answers/essence.ts';
import { SMALL_WORDS } from '../../src/answers/languages/languages.ts';
import { LANGUAGES } from '../../src/languages/language-tag.ts';
import type { AnyAction } from '../../src/model/action.ts';

const ACTIONS = Object.values(actionsModule).filter(
  (one): one is AnyAction => typeof one === 'object' && 'title' in one && 'integration' in one,
);

describe('what a message asks for', () => {
  const asked = (said: string, locale?: string) =>
    askedAction(said, ACTIONS, (title) => translate(title, locale) ?? title)?.action.id;

  it.each([
    ['create jira issue'],
    ['please create an issue in jira'],
    ['Can you create a Jira issue?'],
    ["I'd like to create a Jira issue."],
    ['jira: create issue'],
  ])('is heard in any order, with small words more or fewer: %s', (said) => {
    expect(asked(said)).toBe('jira.createIssue');
  });

  it.each([
    ["don't create a jira issue"],
    ['do not create a jira issue'],
    ['never create a jira issue'],
    ['create'],
    ['jira issue'],
    ['create a jira issue about jira'],
    ['who created the jira issue'],
    ['please'],
    ['?'],
  ])('is nothing where a word more says something, or one is missing: %s', (said) => {
    expect(asked(said)).toBeUndefined();
  });

  it('is nothing where it could be either of two', () => {
    const one = ACTIONS.filter(({ id }) => id === 'jira.createIssue');
    const both = [...one, ...one.map((action) => ({ ...action, id: 'other', title: 'Create an issue in Jira' }))];
    expect(askedAction('please create jira issue', both)).toBeUndefined();
    expect(askedAction('create an issue in jira', both)?.action.id).toBe('other');
    expect(askedAction('please create jira issue', one)?.action.id).toBe('jira.createIssue');
  });

  it.each([
    ['de', 'Bitte in Jotform meine Formulare auflisten'],
    ['de', 'Jotform-Formulare auflisten'],
    ['fr', 'lister mes formulaires Jotform'],
    ['ja', 'Jotformのフォームを一覧表示してください'],
  ])('is heard in %s: %s', (locale, said) => {
    expect(asked(said, locale)).toBe('jotform.listForms');
  });

  describe.each(LANGUAGES)('in %s', (locale) => {
    const titles = ACTIONS.map((action) => ({ id: action.id, title: translate(action.title, locale) ?? action.title }));

    it('every title is understood without its small words', () => {
      for (const { id, title } of titles) expect([asked(essence(title), locale), title]).toEqual([id, title]);
    });

    it('no two titles are one request', () => {
      const essences = titles.map(({ title }) => essence(title));
      expect(essences.filter((one, at) => essences.indexOf(one) !== at)).toEqual([]);
    });
  });

  it('no small word says "not"', () => {
    const no = [
      'not',
      'dont',
      'no',
      'never',
      'nicht',
      'kein',
      'keine',
      'nie',
      'ne',
      'pas',
      'jamais',
      'nunca',
      'nao',
      'ない',
      'لا',
      'ليس',
    ];
    expect(no.filter((word) => SMALL_WORDS.has(word))).toEqual([]);
  });
});
