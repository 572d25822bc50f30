import { expect, it } from 'vitest';
import { isDuplicate, namedField } from '../../src/actions/freshsales-problem.ts';

const saying = (message: unknown, code: unknown = 400) => ({ errors: { code, message } });

it.each([
  ['a list of sentences', saying(['Email already exists'])],
  ['one sentence', saying('email is not unique')],
  ['a code of its own', saying(['No.'], 3002)],
  ['a code as text', saying([], '3002')],
])('knows a duplicate by %s', (_how, body) => {
  expect(isDuplicate(body)).toBe(true);
});

it('takes nothing else for a duplicate', () => {
  for (const body of [saying(['Email is invalid']), saying([]), {}, '<h1>Oops</h1>', undefined]) {
    expect(isDuplicate(body)).toBe(false);
  }
});

it('finds the field that a sentence names', () => {
  const fields = { amount: /amount/i, name: /name/i };
  expect(namedField(saying(['Amount is not a number']), fields)).toBe('amount');
  expect(namedField(saying(["Name can't be blank"]), fields)).toBe('name');
  expect(namedField(saying(['No.']), fields)).toBeUndefined();
});
