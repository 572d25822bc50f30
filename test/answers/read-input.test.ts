import { englishTexts, z } from 'latchkey';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../src/answers/read-input.ts';
import { spokenIn } from '../../src/answers/spoken.ts';

const spoken = spokenIn('en', 'UTC', Date.UTC(2026, 10, 25));

/** The value that is stored, or what the person reads. */
function readOf(schema: z.ZodType, said: unknown): unknown {
  const reading = readInput(schema, said, spoken);
  return reading.status === 'read' ? { value: reading.value } : englishTexts.inputProblem(reading.problem);
}

describe('an answer that a rule refuses', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['0', z.number().positive(), 'That is too small. It must be more than 0.'],
    ['0', z.number().min(1), 'That is too small. The minimum is 1.'],
    ['5000', z.number().lt(5000), 'That is too large. It must be less than 5,000.'],
    ['5001', z.number().max(5000), 'That is too large. The maximum is 5,000.'],
    ['7', z.number().multipleOf(5), 'Please give a multiple of 5.'],
    ['1.5', z.int(), 'Please give a whole number.'],
    ['ab', z.string().min(3), 'That is too short. Please use at least 3 characters.'],
    ['abcd', z.string().max(3), 'That is too long. Please use at most 3 characters.'],
    ['jane', z.email(), 'Please give an e-mail address, like jane@example.com.'],
    ['here', z.url(), 'Please give a web address, like https://example.com.'],
    ['a', z.array(z.enum(['a', 'b'])).min(2), 'Please give at least 2.'],
    [
      '1 March 2026',
      z.date().min(new Date('2026-06-01')),
      'That is too early. The first possible day is Monday, June 1, 2026.',
    ],
    ['maybe', z.boolean(), 'Please say yes or no.'],
    ['soon', z.iso.time(), 'Please give a time, like 6:30 PM.'],
    ['a', z.string().regex(/b/), "I can't use that. Please put it another way."],
    ['a', z.string().regex(/b/, 'It needs a b.'), 'It needs a b.'],
    ['x', z.enum(['a', 'b'], 'Please say a or b.'), 'Please say a or b.'],
    ['x', z.number('Digits, please.'), 'Digits, please.'],
  ])('"%s" gets a sentence, the action\u2019s own where it has one: %#', (said, schema, sentence) => {
    expect(readOf(schema, said)).toBe(sentence);
  });
});

describe('what code gives', () => {
  it.each<[unknown, z.ZodType, unknown]>([
    [3, z.number(), 3],
    ['1,200', z.number(), 1200],
    [new Date('2027-03-04T05:06:07Z'), z.date(), '2027-03-04T05:06:07.000Z'],
    ['2027-03-04', z.date(), '2027-03-04T00:00:00.000Z'],
    [true, z.boolean(), true],
    [['a'], z.array(z.enum(['a', 'b'])), ['a']],
    ['b', z.array(z.enum(['a', 'b'])), ['b']],
    ['12', z.string().transform(Number).pipe(z.number()), '12'],
    ['no', z.stringbool(), 'no'],
    ['ＫＡＮ－７', z.string().regex(/^[A-Z]+-\d+$/), 'KAN-7'],
    ['KAN–٧', z.string().regex(/^[A-Z]+-\d+$/), 'KAN-7'],
    ['５ – 7', z.string(), '５ – 7'],
    ["it's jane@example.com, thanks", z.email(), 'jane@example.com'],
    ["it's jane@example.com, thanks", z.string(), "it's jane@example.com, thanks"],
    ['1, 2; 3', z.array(z.number()), [1, 2, 3]],
    ['1,200; 5', z.array(z.number()), [1200, 5]],
    ['tea, milk and sugar', z.array(z.string()), ['tea', 'milk and sugar']],
  ])('%j is stored as what the schema takes', (given, schema, value) => {
    expect(readOf(schema, given)).toEqual({ value });
  });
});
