import { expect, it } from 'vitest';
import { cut } from '../../src/channels/cut.ts';

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['ab  cd', 5, 'ab…'],
  ['👩‍👩‍👧 family', 5, '…'],
  ['e\u0301e\u0301', 2, '…'],
  ['abc', 1, '…'],
  ['abc', 0, ''],
])('"%s" in %i characters is "%s"', (text, length, short) => {
  expect(cut(text, length)).toBe(short);
});
