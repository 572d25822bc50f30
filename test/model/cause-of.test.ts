import { describe, expect, it } from 'vitest';
import { OAuthRefusedError } from '../../src/errors.ts';
import { causeOf, nameOf } from '../../src/model/cause-of.ts';

const SECRET = 'the key sk_live_4242424242424242 is refused';
const named = (name: unknown, more: object = {}) => Object.assign(new Error(SECRET), { name, ...more });
const itself = new Error(SECRET);
Object.assign(itself, { error: itself });
const [one, other] = [new Error(SECRET), new Error(SECRET)];
Object.assign(one, { error: other });
Object.assign(other, { error: one });

describe('what failed, for the log', () => {
  it.each<[string, unknown, string]>([
    ['the name of a class', new TypeError(SECRET), 'TypeError'],
    ['a code too', named('FetchError', { code: 'ECONNRESET' }), 'FetchError: ECONNRESET'],
    ['a status too', named('RestError', { statusCode: 403 }), 'RestError: 403'],
    ['no name that is a sentence', named(SECRET), 'Error'],
    ['no name that is a sentence beside a code', named(SECRET, { code: 'E_1' }), 'Error: E_1'],
    ['no name that has lines', named('Error\n{"event":"connected"}'), 'Error'],
    ['no name that is none', named(undefined), 'Error'],
    ['no name that is an object', named({ secret: SECRET }), 'Error'],
    ['no code that is a sentence', named('FetchError', { code: SECRET }), 'FetchError'],
    ['what a dialog has wrapped', named('DialogContextError', { error: new RangeError(SECRET) }), 'RangeError'],
    ['an error that contains itself', itself, 'Error'],
    ['two that contain each other', one, 'Error'],
    ['no text that was thrown', SECRET, 'string'],
    ['a refusal', new OAuthRefusedError('reauthorize', 'invalid_grant'), 'refused: invalid_grant'],
  ])('is %s', (_what, error, cause) => {
    expect(causeOf(error)).toBe(cause);
  });

  it('is called unknown if it is no error', () => {
    expect([nameOf(new URIError(SECRET)), nameOf(named(SECRET)), nameOf(SECRET)]).toEqual([
      'URIError',
      'Error',
      'unknown',
    ]);
  });
});
