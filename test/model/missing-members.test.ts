import { ConfigurationError, defineAction } from 'latchkey';
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
  [defineIntegration, { id: 'acme', profiles: {} }, 'profiles: it must be a list; check: it must be an object'],
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
