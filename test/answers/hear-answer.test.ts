import { defineAction, type FormQuestion, z } from 'latchkey';
import { wordsIn } from 'latchkey/dialogs';
import { describe, expect, it } from 'vitest';
import { hearAnswer, type OpenQuestion } from '../../src/answers/hear-answer.ts';
import { questionsOf } from '../../src/answers/questions.ts';
import { spokenIn } from '../../src/answers/spoken.ts';

const listening = {
  words: wordsIn('en'),
  spoken: spokenIn('en', 'UTC', Date.UTC(2026, 10, 25)),
  isAboutConnections: (said: string) => /^(?:connections|disconnect jira)$/.test(said),
  asksToConnect: (said: string) => /^(?:re)?connect jira$/i.test(said),
};

function input(schema: z.ZodType, offered: readonly string[] = []): OpenQuestion {
  const action = defineAction({
    id: 'acme.test',
    title: 'Test',
    purpose: 'test',
    integration: 'acme',
    scopes: [],
    input: z.object({ value: schema }),
    run: async () => undefined,
  });
  const [question] = questionsOf(action);
  if (question === undefined) throw new Error('there is no question');
  return { ask: 'input', question, offered };
}

function form(kind: FormQuestion['kind'], more: Partial<FormQuestion> = {}): OpenQuestion {
  return { ask: 'form', question: { name: 'q', title: 'Q', kind, required: true, ...more } };
}

/** What becomes of a message: the value of an answer, a command, or `other`. */
function heardOf(open: OpenQuestion, said: unknown): unknown {
  const heard = hearAnswer(open, said, listening);
  if (heard.as === 'answer') return { answer: heard.value };
  return heard.as === 'command' ? heard.command : heard.as;
}

const text = input(z.string());
const issueKey = input(z.string().regex(/^[A-Z]+-\d+$/i));
const projectKey = input(z.string().regex(/^[A-Z]{2,10}$/i));
const words = input(z.enum(['stop', 'quit', 'help', 'connections', 'Nothing']));
const yesNoMaybe = form('choice', { choices: ['Yes', 'No', 'Maybe'] });

describe('a message to an open question', () => {
  it.each<[string, OpenQuestion, unknown, unknown]>([
    ['a choice that is a command elsewhere', words, 'stop', { answer: 'stop' }],
    ['help as a choice', words, 'Help', { answer: 'help' }],
    ['connections as a choice', words, 'connections', { answer: 'connections' }],
    ['No to Yes, No or Maybe', yesNoMaybe, 'No', { answer: 'No' }],
    ['No as one of several', form('choices', { choices: ['No', 'Red'] }), 'no', { answer: ['No'] }],
    ['a number', input(z.number()), '1,200', { answer: 1200 }],
    ['no to a question of yes or no', input(z.boolean()), 'no', { answer: false }],
    ['no to Really', { ask: 'yes' }, 'no', { answer: false }],
    ['a way to connect that is called a command', { ask: 'method', titles: ['Help', 'Key'] }, 'help', { answer: 0 }],
    ['a key', issueKey, 'KAN-4', { answer: 'KAN-4' }],
    ['what was offered', input(z.string(), ['stop', 'KAN']), 'stop', { answer: 'stop' }],
    ['the number of what was offered', input(z.string(), ['KAN', 'WEB']), '2', { answer: 'WEB' }],
    ['retry, where it was offered', { ask: 'retry' }, 'retry', { answer: true }],
  ])('is an answer where it is exact: %s', (_, open, said, heard) => {
    expect(heardOf(open, said)).toEqual(heard);
  });

  it.each<[OpenQuestion, string, unknown]>([
    [yesNoMaybe, 'cancel', 'cancel'],
    [yesNoMaybe, 'never mind', 'cancel'],
    [yesNoMaybe, 'help', 'help'],
    [input(z.number()), 'no', 'cancel'],
    [issueKey, 'stop', 'cancel'],
    [{ ask: 'method', titles: ['OAuth', 'Key'] }, 'no', 'cancel'],
    [{ ask: 'yes' }, 'forget it', 'cancel'],
    [{ ask: 'retry' }, 'cancel', 'cancel'],
    [{ ask: 'retry' }, 'help', 'help'],
    // how "Nothing" begins, and so not exact
    [words, 'no', 'cancel'],
    // text of this shape may be any word
    [projectKey, 'cancel', 'cancel'],
  ])('is a command where it is no exact answer: %#', (open, said, heard) => {
    expect(heardOf(open, said)).toEqual(heard);
  });

  it.each<[OpenQuestion, string, unknown]>([
    [text, 'no', { answer: 'no' }],
    [text, 'stop', { answer: 'stop' }],
    [text, 'cancel', 'cancel'],
    [text, 'Cancel.', 'cancel'],
    [text, 'cancel my order', { answer: 'cancel my order' }],
    [text, 'help', 'help'],
    [text, 'help me', { answer: 'help me' }],
    [text, 'disconnect jira', 'connections'],
    [text, 'retry', { answer: 'retry' }],
    [projectKey, 'stop', { answer: 'stop' }],
    [form('text'), 'No', { answer: 'No' }],
    [form('long_text'), 'cancel', 'cancel'],
    [form('full_name'), 'No', { answer: { first: 'No' } }],
    [input(z.array(z.string())), 'stop, no', { answer: ['stop', 'no'] }],
  ])('is text while any text is an answer, but for three kinds of commands: %#', (open, said, heard) => {
    expect(heardOf(open, said)).toEqual(heard);
  });

  it('skips what may be left out, where skip is no choice', () => {
    expect(heardOf(input(z.string().optional().meta({ title: 'Which?' })), 'skip')).toBe('skip');
    // without a question of its own it is asked for only where the product cannot go on without
    expect(heardOf(input(z.string().optional(), ['red', 'blue']), 'skip')).not.toBe('skip');
    expect(heardOf(form('text', { required: false }), 'Skip.')).toBe('skip');
    expect(heardOf(form('choice', { required: false, choices: ['skip', 'keep'] }), 'skip')).toEqual({ answer: 'skip' });
    expect(heardOf(text, 'skip')).toEqual({ answer: 'skip' });
  });

  it('is none of the choices, where it may be left out', () => {
    expect(heardOf(form('choices', { required: false, choices: ['Red', 'Blue'] }), 'none of them')).toBe('skip');
    expect(heardOf(form('choice', { required: false, choices: ['None', 'Blue'] }), 'none')).toEqual({ answer: 'None' });
    expect(heardOf(form('choices', { choices: ['Red', 'Blue'] }), 'none')).toBe('other');
    expect(heardOf(form('text', { required: false }), 'none')).toEqual({ answer: 'none' });
  });

  it.each(['cancel please', 'please cancel', 'Cancel, thanks', 'cancel 🙏'])('"%s" cancels', (said) => {
    for (const open of [text, yesNoMaybe, input(z.number())]) expect(heardOf(open, said)).toBe('cancel');
  });

  it('in quotes is text, with please too', () => {
    expect(heardOf(text, '"cancel" please')).toEqual({ answer: '"cancel" please' });
    expect(heardOf(text, 'cancel please the meeting')).toEqual({ answer: 'cancel please the meeting' });
  });

  it('that only denies something stops nothing where no yes or no is asked for', () => {
    expect(heardOf(input(z.number()), 'never')).toBe('other');
    expect(heardOf({ ask: 'yes' }, 'never')).toEqual({ answer: false });
  });

  it('never stops a form by a mere no, which would lose all answers', () => {
    expect(heardOf(form('email'), 'no thanks')).toBe('other');
    expect(heardOf(form('choice', { choices: ['Norway', 'Sweden'] }), 'no')).toBe('other');
    expect(heardOf(form('email', { required: false }), 'no')).toBe('skip');
    expect(heardOf(form('date'), 'forget it')).toBe('cancel');
    const review = { ...form('choice', { choices: ['Notes', 'send'] }), isReview: true };
    expect(['no', 'nope', 'stop', 'notes'].map((said) => heardOf(review, said))).toEqual([
      'change',
      'change',
      'cancel',
      { answer: 'Notes' },
    ]);
  });

  it('is perhaps for the bot where it asks to connect a product, unless it stands in quotes or is a choice', () => {
    expect(
      ['connect jira', 'reconnect Jira', 'connect jira to the printer'].map((said) => heardOf(text, said)),
    ).toEqual(['guess', 'guess', { answer: 'connect jira to the printer' }]);
    expect(['"connect jira"', '„connect jira“'].map((said) => heardOf(text, said))).toEqual([
      { answer: '"connect jira"' },
      { answer: '„connect jira“' },
    ]);
    expect(heardOf(form('choice', { choices: ['Connect Jira', 'Rest'] }), 'connect jira')).toEqual({
      answer: 'Connect Jira',
    });
  });

  it('is something else where it is neither, and says what is wrong', () => {
    expect(hearAnswer(yesNoMaybe, 'what is the weather?', listening)).toMatchObject({ as: 'other' });
    expect(hearAnswer(input(z.iso.date()), 'next Friday', listening)).toEqual({
      as: 'other',
      problem: { why: 'which_day' },
      choices: ['Friday, November 27, 2026', 'Friday, December 4, 2026'],
    });
  });

  it('may be what a card has submitted', () => {
    expect(heardOf(form('choices', { choices: ['A, b', 'C'] }), 'A, b,C')).toEqual({ answer: ['A, b', 'C'] });
    expect(heardOf(form('full_name'), { first: 'Ann', last: 'Lee' })).toEqual({
      answer: { first: 'Ann', last: 'Lee' },
    });
  });
});
