import { z } from 'latchkey';
import { describe, expect, it } from 'vitest';
import { inputKindOf, inputMetaOf } from '../../src/model/input-kind.ts';

/** As TypeScript compiles an enum. */
const Size = { 1: 'Small', 2: 'Large', Small: 1, Large: 2 } as const;
const choice = (...values: readonly (string | number | boolean)[]) => ({
  kind: 'choice',
  options: values.map((value) => ({ label: String(value), value })),
});

describe('the kind of an input', () => {
  it.each([
    ['a string', z.string().trim().min(1), { kind: 'text' }],
    ['an e-mail address', z.email(), { kind: 'text' }],
    ['a template', z.templateLiteral(['KAN-', z.number()]), { kind: 'text' }],
    ['a string that is transformed', z.string().transform(String).pipe(z.string()), { kind: 'text' }],
    ['a string or a number', z.union([z.string(), z.number()]), { kind: 'text' }],
    ['a number', z.number(), { kind: 'number' }],
    ['a whole number', z.number().int(), { kind: 'number' }],
    ['a number that is coerced', z.coerce.number(), { kind: 'number' }],
    ['a number after a step', z.preprocess((given) => given, z.number()), { kind: 'number' }],
    ['a number out of text', z.string().transform(Number).pipe(z.number()), { kind: 'number', asText: true }],
    ['a codec', z.codec(z.string(), z.number(), { decode: Number, encode: String }), { kind: 'number', asText: true }],
    ['a boolean', z.boolean(), { kind: 'yes_no' }],
    ['a boolean out of text', z.stringbool(), { kind: 'yes_no', asText: true }],
    ['a date', z.date(), { kind: 'date' }],
    ['a day', z.iso.date(), { kind: 'day' }],
    ['a day, as it was written before', z.string().date(), { kind: 'day' }],
    ['a time', z.iso.time(), { kind: 'time' }],
    ['a moment', z.iso.datetime(), { kind: 'moment' }],
    ['an enum', z.enum(['low', 'high']), choice('low', 'high')],
    ['a literal of several', z.literal(['low', 3, true]), choice('low', 3, true)],
    ['a union of literals', z.union([z.literal('a'), z.enum(['b', 'c'])]), choice('a', 'b', 'c')],
    ['an array of strings', z.array(z.string()), { kind: 'list', of: { kind: 'text' } }],
    ['an array of an enum', z.array(z.enum(['a'])), { kind: 'list', of: choice('a') }],
    ['an input that may be left out', z.number().nullish().default(3).readonly(), { kind: 'number' }],
    ['an input with a way out', z.number().catch(3), { kind: 'number' }],
    ['a number or nothing', z.union([z.number(), z.null(), z.undefined()]), { kind: 'number' }],
  ])('is known of %s', (_, schema, kind) => {
    expect(inputKindOf(schema)).toEqual(kind);
  });

  it('gives an enum of TypeScript the names of its members, and each value the label that it has', () => {
    expect(inputKindOf(z.enum(Size))).toEqual({
      kind: 'choice',
      options: [
        { label: 'Small', value: 1 },
        { label: 'Large', value: 2 },
      ],
    });
    const labels = { m: 'Matt' };
    const options = [
      { label: 'Matt', value: 'm' },
      { label: 'g', value: 'g' },
    ];
    expect(inputKindOf(z.enum(['m', 'g']).optional().meta({ labels }))).toEqual({ kind: 'choice', options });
    expect(inputKindOf(z.array(z.enum(['m', 'g'])).meta({ labels }))).toEqual({
      kind: 'list',
      of: { kind: 'choice', options },
    });
  });

  it.each([
    ['an object', z.object({})],
    ['a record', z.record(z.string(), z.string())],
    ['a map', z.map(z.string(), z.string())],
    ['a set', z.set(z.string())],
    ['a tuple', z.tuple([z.string()])],
    ['anything', z.any()],
    ['something', z.unknown()],
    ['a file', z.file()],
    ['a large number', z.bigint()],
    ['a rule of its own', z.custom<string>()],
    ['a list of lists', z.array(z.array(z.string()))],
    ['a union of what is read differently', z.union([z.number(), z.date()])],
    ['an object that may be left out', z.object({}).optional()],
    ['a literal of nothing', z.literal(null)],
  ])('is unknown of %s', (_, schema) => {
    expect(inputKindOf(schema)).toBeUndefined();
  });

  it('is told with the words of what is wrapped', () => {
    const schema = z.string().meta({ title: 'Which one?', description: 'Its name' }).optional();
    expect(inputMetaOf(schema)).toEqual({ title: 'Which one?', description: 'Its name' });
    expect(inputMetaOf(schema.meta({ title: 'Which?' })).title).toBe('Which?');
    expect(inputMetaOf(z.string().describe('Its name').transform(String)).description).toBe('Its name');
  });
});
