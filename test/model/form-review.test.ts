import { englishTexts } from 'latchkey';
import { describe, expect, it } from 'vitest';
import type { FormQuestion } from '../../src/model/form-question.ts';
import { afterReview, askAfter, clearedAnswers, reviewLines, reviewQuestion } from '../../src/model/form-review.ts';

const question = (name: string, more: Partial<FormQuestion> = {}): FormQuestion => ({
  name,
  title: `Title ${name}`,
  kind: 'text',
  required: true,
  ...more,
});
const whenGuests = (value: string) => ({ terms: [{ question: 'guests', is: 'equal', value }], link: 'all' }) as const;
const questions = [
  question('guests', { kind: 'choice', choices: ['Yes', 'No'] }),
  question('count', { when: whenGuests('Yes') }),
  question('why', { when: whenGuests('No') }),
  question('a'),
  question('b'),
  question('c'),
  question('d', { required: false }),
];
const answers = { guests: 'Yes', count: '2', a: 'A', b: 'B', c: 'C' };
const personal = { conversation: { key: 'k', kind: 'personal', reference: {} } } as const;
const group = { conversation: { key: 'k', kind: 'group', reference: {} } } as const;
const last = { kind: 'form', questions, at: 6 } as const;
const review = { kind: 'form', questions, at: 7 } as const;

describe('a form of more than five questions', () => {
  it('is shown whole before it is sent, but not to a group', () => {
    expect(askAfter(personal, last, answers)).toEqual(review);
    expect(askAfter(group, last, answers)).toBe('ready');
    const short = questions.slice(3);
    expect(askAfter(personal, { kind: 'form', questions: short, at: 3 }, answers)).toBe('ready');
  });

  it('lists what was asked, with what was skipped', () => {
    expect(
      reviewLines(review, answers, (_, answer) => String(answer)).map(({ title, answer }) => `${title}: ${answer}`),
    ).toEqual(['Title guests: Yes', 'Title count: 2', 'Title a: A', 'Title b: B', 'Title c: C', 'Title d: ']);
    expect(reviewQuestion(review, answers, englishTexts.formSend).choices?.at(-1)).toBe('send');
  });

  it('is sent, or goes back to one question and then asks what that brings up', () => {
    expect(afterReview(review, answers, 'send', englishTexts.formSend)).toBe('ready');
    const back = afterReview(review, answers, 'Title guests', englishTexts.formSend);
    expect(back).toEqual({ ...review, at: 0, back: true });
    if (back === 'ready' || back.kind !== 'form') throw new Error('it goes back');
    const changed = { ...answers, guests: 'No' };
    const brought = askAfter(personal, back, changed);
    expect(brought).toEqual({ ...review, at: 2, back: true });
    if (brought === 'ready' || brought.kind !== 'form') throw new Error('it asks why');
    expect(askAfter(personal, brought, { ...changed, why: 'Alone' })).toEqual(review);
  });

  it('goes back to the very question, whatever the titles are', () => {
    const alike = ['Name', 'Name', '2026', 'send', 'Phone', 'City'].map((title, at) => question(`q${at}`, { title }));
    const asked = { kind: 'form', questions: alike, at: 6 } as const;
    const { choices = [] } = reviewQuestion(asked, {}, 'send');
    expect(choices).toEqual(['1. Name', '2. Name', '3. 2026', '4. send', 'Phone', 'City', 'send']);
    choices.slice(0, 6).forEach((choice, at) => {
      expect(afterReview(asked, {}, choice, 'send')).toMatchObject({ at, back: true });
    });
    expect(afterReview(asked, {}, 'send', 'send')).toBe('ready');
  });

  it('sends no answer to a question that a change has hidden', () => {
    expect(clearedAnswers(questions, { ...answers, guests: 'No', why: 'Alone' })).toEqual({ count: '' });
  });
});
