import type { FormQuestion } from 'latchkey';
import { expect, it } from 'vitest';
import { readForm, readFormAnswer } from '../../src/answers/read-form-answer.ts';
import { spokenIn } from '../../src/answers/spoken.ts';

const ask = (kind: FormQuestion['kind'], more: Partial<FormQuestion> = {}): FormQuestion => ({
  name: 'q',
  title: 'Q',
  kind,
  required: true,
  ...more,
});
const colors = { choices: ['Red', 'Green', 'Red, white and blue'] };
const spoken = spokenIn('de-AT', 'Europe/Vienna', Date.UTC(2026, 10, 25, 10));

it.each<[FormQuestion, unknown, unknown]>([
  [ask('choice', colors), 'red, white and blue', 'Red, white and blue'],
  [ask('choice', colors), '2', 'Green'],
  [ask('choice', colors), 'Gr', 'Green'],
  [ask('choice', colors), 'purple', undefined],
  [ask('choices', colors), 'Red,Red, white and blue', ['Red', 'Red, white and blue']],
  [ask('choices', colors), 'das erste und das letzte', ['Red', 'Red, white and blue']],
  [ask('choices', colors), 'red or purple', undefined],
  [ask('number'), '1.200,5', '1200.5'],
  [ask('number'), 'viele', undefined],
  [ask('rating', { max: 10 }), '10', '10'],
  [ask('rating'), '6', undefined],
  [ask('rating'), '4 Sterne', '4'],
  [ask('rating'), '3 von 5', '3'],
  [ask('rating'), '3 von 4', undefined],
  [ask('rating'), 'fünf Sterne bitte', '5'],
  [ask('rating'), '⭐⭐⭐', '3'],
  [ask('rating'), '★★★★★★', undefined],
  [ask('rating', { max: 10 }), '7/10', '7'],
  [ask('rating'), '4 stars', '4'],
  [ask('rating'), '2,5', undefined],
  [ask('date'), 'morgen', '2026-11-26'],
  [ask('date'), '3.4.2027', '2027-04-03'],
  [ask('date'), '2027-02-30', undefined],
  [ask('time'), '18 Uhr 30', '18:30'],
  [ask('time'), 'abends', undefined],
  [ask('email'), 'jane＠example.com', 'jane@example.com'],
  [ask('email'), 'jane', undefined],
  [ask('email'), 'Das ist jane@example.com.', 'jane@example.com'],
  [ask('email'), 'Jane Roe <jane@example.com>', 'jane@example.com'],
  [ask('email'), 'mailto:jane@example.com', 'jane@example.com'],
  [ask('email'), 'jane@example.com oder joe@example.com', undefined],
  [ask('phone'), 'Meine Nummer: +43 316 123456.', '+43 316 123456'],
  [ask('phone'), '0316 123456 oder 0664/7654321', undefined],
  [ask('phone'), 'am 3.', undefined],
  [ask('full_name'), 'Ich heiße Ann van Lee.', { first: 'Ann van', last: 'Lee' }],
  [ask('full_name'), "I'm Ann Lee", { first: 'Ann', last: 'Lee' }],
  [ask('full_name'), 'Iman Lee', { first: 'Iman', last: 'Lee' }],
  [ask('full_name'), 'Ich bin ', { first: 'Ich', last: 'bin' }],
  [ask('phone'), '+４３ 316–123456', '+43 316-123456'],
  [ask('full_name'), 'Ann van Lee', { first: 'Ann van', last: 'Lee' }],
  [ask('full_name'), { first: 'Ann', last: ' Lee ' }, { first: 'Ann', last: 'Lee' }],
  [ask('address'), 'Main street 1', { street: 'Main street 1' }],
  [ask('text'), ' ', undefined],
])('the answer to a form is read as the person writes it: %#', (question, given, answer) => {
  expect(readFormAnswer(question, given, spoken)).toEqual(answer);
});

it('says which days could be meant, in the words of the person', () => {
  expect(readForm(ask('date'), 'nächsten Freitag', spoken)).toEqual({
    status: 'unclear',
    choices: ['Freitag, 27. November 2026', 'Freitag, 4. Dezember 2026'],
  });
});

it('is read in English where nobody says otherwise', () => {
  expect(readFormAnswer(ask('number'), '1,200')).toBe('1200');
});
