import { describe, expect, it } from 'vitest';
import { answerText } from '../../src/actions/jotform-answer-text.ts';
import { optionList } from '../../src/actions/jotform-option-lists.ts';
import { readQuestions } from '../../src/actions/jotform-questions.ts';
import { submissionBody } from '../../src/actions/jotform-submission-body.ts';
import { plainText } from '../../src/actions/plain-text.ts';
import { nextPlace } from '../../src/model/form-question.ts';

const PAGE = { url: 'https://form.jotform.com/1', year: 2026 };
const ENGLISH = { locale: 'en' };
const question = (qid: string, changes: Readonly<Record<string, string>> = {}) => ({
  qid,
  type: 'control_textbox',
  text: `Question ${qid}`,
  order: qid,
  required: 'No',
  ...changes,
});

describe('the words of HTML', () => {
  it.each([
    ['<p><b>Your</b>&nbsp;name</p>', 'Your name'],
    ['First<br/>second', 'First second'],
    ['Fish &amp; chips &#8211; &#x20AC;5', 'Fish & chips – €5'],
    ['a < b and c > d', 'a < b and c > d'],
    ['1 &madeup; 2 &#0; &#xD800; &constructor;', '1 &madeup; 2 &#0; &#xD800; &constructor;'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe('the answers of a submission', () => {
  it.each([
    ['text', 'Graz', 'Graz'],
    ['several choices', ['Bread, butter', 'Tea'], 'Bread, butter, Tea'],
    ['choices by number', { 0: 'Food', 1: 'Music', other: 'Cake' }, 'Food Music Cake'],
    ['a name', { first: 'Ann', last: 'Lee' }, 'Ann Lee'],
    ['a day', { year: '2026', month: '3', day: '9' }, '2026-03-09'],
    [
      'a day with a time',
      { year: '2026', month: '3', day: '9', hourSelect: '6', minuteSelect: '5', ampm: 'PM' },
      '2026-03-09 6:05 PM',
    ],
    ['a time with its zone', { timeInput: '06:30', ampm: 'PM', timezone: 'Europe/Vienna' }, '06:30 PM Europe/Vienna'],
    ['files', ['https://www.jotform.com/uploads/a/1/2/my%20photo.jpg'], 'my photo.jpg'],
    ['a table', { 'The <b>food</b>': 'Good', Service: 'Fine' }, 'The food: Good, Service: Fine'],
    ['nothing', null, ''],
    ['markup', 'one<br>two', 'one two'],
  ])('%s', (_, answer, text) => {
    expect(answerText(answer)).toBe(text);
  });
});

it('an answer that nests without end is left out', () => {
  let nested: unknown = 'deep';
  for (let depth = 0; depth < 20_000; depth += 1) nested = [nested];
  expect(answerText(['shallow', nested])).toBe('shallow');
});

describe('the questions of a form', () => {
  it('are those that are shown, in order, in plain words', () => {
    const content = {
      // an object gives its numbers in their own order
      2: question('2', { order: '12', text: '<b>Second</b>' }),
      1: question('1', { hidden: 'Yes', required: 'Yes' }),
      3: question('3', { order: '5', type: 'control_dropdown', options: ' A | B, C ||' }),
      4: question('4', { type: 'control_head' }),
    };
    expect(readQuestions(content, {}, PAGE, ENGLISH)).toMatchObject([
      { name: '3:control_dropdown', kind: 'choice', choices: ['A', 'B, C'] },
      { title: 'Second', kind: 'text' },
    ]);
  });

  it('have choices of Jotform’s own lists, and are free text where a list is unknown', () => {
    const dropdown = (qid: string, special: string) =>
      question(qid, { type: 'control_dropdown', options: '', special });
    const [countries, years, unknown] = readQuestions(
      { 1: dropdown('1', 'Countries'), 2: dropdown('2', 'Last 100 Years'), 3: dropdown('3', 'Star Signs') },
      {},
      PAGE,
      ENGLISH,
    );
    expect(countries?.choices).toEqual(expect.arrayContaining(['Austria', 'Japan', 'United States']));
    expect(countries?.choices).not.toContain('European Union');
    // as the pages of Jotform spell them
    const asJotform = ['Turkey', 'The Bahamas', "Cote d'Ivoire", 'Hong Kong', 'Czech Republic'];
    expect(countries?.choices).toEqual(expect.arrayContaining(asJotform));
    expect([years?.choices?.at(0), years?.choices?.at(-1)]).toEqual(['2026', '1926']);
    expect(unknown).toMatchObject({ kind: 'text' });
    expect(optionList('constructor', 2026)).toBeUndefined();
    expect(optionList('Gender', 2026)).toEqual(['Male', 'Female', 'N/A']);
    expect(optionList('Days', 2026)?.join()).toBe('Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday');
    const months = optionList('Months', 2026) ?? [];
    expect([months.length, months[0], months[11]]).toEqual([12, 'January', 'December']);
    expect(optionList('Countries', 2026)).toEqual(expect.arrayContaining(['Netherlands Antilles', 'Swaziland']));
    expect(optionList('Canadian Provinces', 2026)).toContain('Newfoundland');
  });

  it.each([
    ['10', { max: 10 }],
    ['100', { max: 100 }],
    // each would be a choice of its own
    ['100000000', {}],
    ['-1', {}],
    ['many', {}],
  ])('that are answered with stars have as many as a form can have: %s', (stars, expected) => {
    const [rating = {}] = readQuestions({ 1: question('1', { type: 'control_rating', stars }) }, {}, PAGE, ENGLISH);
    expect('max' in rating ? { max: rating.max } : {}).toEqual(expected);
  });

  it.each([
    [
      'control_fileupload',
      'This form asks for a file (Question 1). Please use your browser to fill it in: https://form.jotform.com/1',
    ],
    [
      'control_signature',
      "This form has a question that can't be asked in a chat (Question 1). Please use your browser to fill it in: https://form.jotform.com/1",
    ],
  ])('that nobody can answer here are said with where: %s', (type, personText) => {
    expect(() => readQuestions({ 1: question('1', { type, required: 'Yes' }) }, {}, PAGE, ENGLISH)).toThrow(
      expect.objectContaining({ personText }),
    );
  });

  it.each([
    ['equals', 'yes', [0, 1, 2]],
    ['equals', 'No', [0, 2]],
    ['notEquals', 'Yes', [0, 2]],
    ['contains', 'Ye', [0, 1, 2]],
    ['isEmpty', '', [0, 2]],
    ['isFilled', '', [0, 1, 2]],
    // what cannot be judged hides nothing
    ['madeUp', 'Yes', [0, 1, 2]],
  ])('that depend on an answer: %s %s', (operator, value, places) => {
    const content = { 1: question('1'), 2: question('2'), 3: question('3') };
    const terms = [{ field: '1', operator, value }];
    const conditions = [{ type: 'field', link: 'All', terms, action: [{ field: '2', visibility: 'Show' }] }];
    const questions = readQuestions(content, { conditions }, PAGE, ENGLISH);
    const asked: number[] = [];
    const answers = { '1:control_textbox': 'Yes' };
    for (let at = 0; ; at += 1) {
      at = nextPlace(questions, at, answers);
      if (at === questions.length) break;
      asked.push(at);
    }
    expect(asked).toEqual(places);
  });
});

describe('conditions of a form', () => {
  const content = { 1: question('1'), 2: question('2'), 3: question('3'), 4: question('4') };
  const equals = (field: string, value: string) => ({ field, operator: 'equals', value });
  const hide = (field: string) => [{ field, visibility: 'Hide' }];
  const show = (field: string) => [{ field, visibility: 'Show' }];

  /** The numbers of the questions that are asked. */
  function asked(conditions: unknown, answers: Readonly<Record<string, string>> = { 1: 'Yes', 4: 'Yes' }): string {
    const questions = readQuestions(content, { conditions }, PAGE, ENGLISH);
    const given = Object.fromEntries(
      Object.entries(answers).map(([qid, answer]) => [`${qid}:control_textbox`, answer]),
    );
    const places: number[] = [];
    for (let at = nextPlace(questions, 0, given); at < questions.length; at = nextPlace(questions, at + 1, given))
      places.push(at + 1);
    return places.join('');
  }

  it.each<[string, unknown, string]>([
    ['hides', [{ type: 'field', link: 'Any', terms: [equals('1', 'Yes')], action: hide('2') }], '134'],
    ['of another type', [{ type: 'calculation', link: 'Any', terms: [equals('1', 'Yes')], action: hide('2') }], '1234'],
    [
      'switched off',
      [{ type: 'field', disabled: true, link: 'Any', terms: [equals('1', 'Yes')], action: hide('2') }],
      '1234',
    ],
    [
      'switched off in an old form',
      [{ type: 'field', disabled: '1', link: 'Any', terms: [equals('1', 'Yes')], action: hide('2') }],
      '1234',
    ],
    ['without terms', [{ type: 'field', link: 'All', terms: [], action: hide('2') }], '1234'],
    [
      'with a term that we cannot judge beside one that we can',
      [
        {
          type: 'field',
          link: 'Any',
          terms: [equals('1', 'Yes'), { field: '1', operator: 'madeUp', value: '' }],
          action: hide('2'),
        },
      ],
      '1234',
    ],
    [
      'two for one question: the first counts',
      [
        { type: 'field', link: 'Any', terms: [equals('1', 'Yes')], action: hide('2') },
        { type: 'field', link: 'Any', terms: [equals('1', 'Yes')], action: show('2') },
      ],
      '134',
    ],
    [
      'any of two terms',
      [{ type: 'field', link: 'Any', terms: [equals('1', 'Yes'), equals('4', 'No')], action: hide('2') }],
      '134',
    ],
    [
      'all of two terms',
      [{ type: 'field', link: 'All', terms: [equals('1', 'Yes'), equals('4', 'No')], action: hide('2') }],
      '1234',
    ],
    ['equal, not containing', [{ type: 'field', link: 'Any', terms: [equals('1', 'Ye')], action: hide('2') }], '1234'],
  ])('%s', (_, conditions, places) => {
    expect(asked(conditions)).toBe(places);
  });
});

it('reads what a question is from the members of its own type', () => {
  const content = {
    1: question('1', { type: 'control_dropdown', options: 'A|B', special: 'None' }),
    2: question('2', { type: 'control_datetime', timeFormat: 'AM/PM' }),
    3: question('3', { type: 'control_time', timeFormat: 'AM/PM' }),
    4: question('4', { type: 'control_time', timeFormat: '24 Hour' }),
    5: question('5', { type: 'control_scale', scaleAmount: '7' }),
    6: question('6', { text: '<img src="logo.png">' }),
  };
  expect(readQuestions(content, {}, PAGE, ENGLISH)).toMatchObject([
    { kind: 'choice', choices: ['A', 'B'] },
    { name: '2:control_datetime' },
    { name: '3:control_time:12' },
    { name: '4:control_time' },
    { kind: 'rating', max: 7 },
    { title: 'Question' },
  ]);
});

it('says where to fill in a form without a title or a page', () => {
  const file = { 1: question('1', { type: 'control_fileupload', required: 'Yes', text: '' }) };
  expect(() => readQuestions(file, {}, { ...PAGE, url: '' }, ENGLISH)).toThrow(
    expect.objectContaining({ personText: 'This form asks for a file. Please use your browser to fill it in.' }),
  );
});

it('reads the one action of an old form, and of several the questions that they name', () => {
  const content = { 1: question('1'), 2: question('2'), 3: question('3') };
  const terms = [{ field: '1', operator: 'equals', value: 'Yes' }];
  const conditionOf = (action: unknown) => [{ type: 'field', link: 'Any', terms, action }];
  for (const action of [
    { field: '2', visibility: 'Show' },
    [{ id: 'action_1', fields: ['2'], visibility: 'ShowMultiple', isError: false }],
  ]) {
    const [, second, third] = readQuestions(
      content,
      { conditions: JSON.stringify(conditionOf(action)) },
      PAGE,
      ENGLISH,
    );
    expect(second?.when).toBeDefined();
    expect(third?.when).toBeUndefined();
  }
});

describe('a submission', () => {
  it('has the parts that each type wants', () => {
    const body = submissionBody({
      '1:control_time:12': '00:05',
      '2:control_time': '18:30',
      '3:control_checkbox': ['a', 'b, c'],
      '4:control_datetime': '2026-11-21',
      // taken back
      '5:control_textbox': '',
      '6:control_time:12': '12:30',
    });
    expect(Object.fromEntries(body)).toEqual({
      'submission[1_hourSelect]': '12',
      'submission[1_minuteSelect]': '05',
      'submission[1_ampm]': 'AM',
      'submission[2_hourSelect]': '18',
      'submission[2_minuteSelect]': '30',
      'submission[3][0]': 'a',
      'submission[3][1]': 'b, c',
      'submission[4_month]': '11',
      'submission[4_day]': '21',
      'submission[4_year]': '2026',
      'submission[6_hourSelect]': '12',
      'submission[6_minuteSelect]': '30',
      'submission[6_ampm]': 'PM',
    });
  });
});
