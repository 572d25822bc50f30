import { ConfigurationError, defineAction, z } from 'latchkey';
import { askedAction } from 'latchkey/dialogs';
import { defineIntegration } from 'latchkey/integrations';
import { expect, it } from 'vitest';

const thrownBy = (define: (given: never) => unknown, given: unknown): unknown => {
  try {
    return Reflect.apply(define, undefined, [given]);
  } catch (error) {
    return error;
  }
};

it.each([
  [defineIntegration, undefined, 'it must be an object'],
  [defineIntegration, 'acme', 'it must be an object'],
  [defineIntegration, { id: 'acme', profiles: {} }, 'acme: name: it is missing'],
  [defineAction, undefined, 'it must be an object'],
  [
    defineAction,
    { title: 'Count', purpose: 'count', integration: 'acme', scopes: 'read', input: {} },
    'id: it must be a text; scopes: it must be a list; run: it must be a function',
  ],
])('what lacks members is refused in words, not by a TypeError: %o of %j', (define, given, said) => {
  const error = thrownBy(define, given);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(String(error)).toContain(said);
});

const count = {
  id: 'acme.count',
  title: 'Count my things',
  purpose: 'count them',
  integration: 'acme',
  scopes: [],
  input: z.object({}),
  run: async () => 1,
};

it.each<[string, object]>([
  ['id: it must be a text, and not empty', { id: ' ' }],
  ['title: it must be a text, and not empty', { title: '' }],
  ['scopes: it must be a list of texts', { scopes: [5] }],
  ['phrases: it must be a list', { phrases: /count/ }],
  ['phrases: it must be a list of regular expressions', { phrases: ['count'] }],
  ['effect: it must be "read" or "write"', { effect: 'reads' }],
  ['access: it must be "own" or "shared"', { access: 'everybody' }],
  ['destructive: it must be true or false', { destructive: 'yes' }],
  ['destructve: there is no such option; did you mean destructive?', { destructve: true }],
  ['form: it must be a function', { form: [] }],
  ['answer: it must be a function', { answer: 'Done.' }],
])('an action is refused: %s', (said, change) => {
  const error = thrownBy(defineAction, { ...count, ...change });
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(String(error)).toContain(said);
});

it('an action may have what is undefined', () => {
  const given = { ...count, phrases: undefined, effect: undefined, destructive: undefined, answer: undefined };
  expect(thrownBy(defineAction, given)).toBe(given);
});

it.each(['', 'g', 'y', 'gy'])('a phrase with the flags "%s" is understood each time', (flags) => {
  const action = defineAction({ ...count, phrases: [new RegExp('^count (?<what>.+)$', flags)] });
  for (let time = 0; time < 3; time += 1) {
    expect(askedAction('count sheep', [action])).toEqual({ action, input: { what: 'sheep' } });
  }
});
