import { describe, expect, it } from 'vitest';
import { place } from '../../src/auth-methods/placements.ts';
import { ConfigurationError } from '../../src/errors.ts';
import type { Placement } from '../../src/model/profile.ts';

const parts = { path: '/list', headers: { accept: 'application/json' }, query: { page: '2' } };
const at = (where: Placement['in'], name: string, value: string): readonly Placement[] => [{ in: where, name, value }];

describe('placements', () => {
  it('put a value into a header, the query, the path or the body', () => {
    const placements = [
      ...at('header', 'Authorization', 'Token token={{key}}'),
      ...at('query', 'apiKey', '{{key}}'),
      ...at('path', 'account', '{{account}}'),
      ...at('body', 'api_key', '{{key}}'),
    ];
    const request = { ...parts, path: '/{account}/list', body: { a: 1 } };
    expect(place(request, placements, { key: 'k1', account: 'a/b' })).toEqual({
      path: '/a%2Fb/list',
      headers: { accept: 'application/json', Authorization: 'Token token=k1' },
      query: { page: '2', apiKey: 'k1' },
      body: { a: 1, api_key: 'k1' },
    });
  });

  it('replace a header of the same name in whatever case', () => {
    const request = { ...parts, headers: { AUTHORIZATION: 'Bearer mine', 'x-other': 'stays' } };
    expect(place(request, at('header', 'authorization', 'Bearer {{key}}'), { key: 'k1' }).headers).toEqual({
      authorization: 'Bearer k1',
      'x-other': 'stays',
    });
  });

  it('leave a request without a body alone', () => {
    expect(place(parts, at('body', 'key', '{{key}}'), { key: 'k1' })).toEqual(parts);
  });

  it('skip an optional field that was left empty', () => {
    expect(place(parts, at('header', 'X-Team', '{{team}}'), { team: '' })).toEqual(parts);
  });

  it('change nothing in the request they were given', () => {
    const request = { ...parts, body: { a: 1 } };
    const before = structuredClone(request);
    place(request, [...at('header', 'X', 'v'), ...at('query', 'q', 'v'), ...at('body', 'b', 'v')], {});
    expect(request).toEqual(before);
  });

  it('never read a value as a template again (R46)', () => {
    const values = { key: '{{secret}} {tenant} $& $1', secret: 'S', tenant: 'T' };
    expect(place(parts, at('header', 'X', '{{key}}'), values).headers.X).toBe('{{secret}} {tenant} $& $1');
  });

  it.each([
    ['a line break', 'a\r\nX-Evil: 1'],
    ['a line feed', 'a\nb'],
    ['NUL', 'a\0b'],
    ['a tab', 'a\tb'],
    ['DEL', 'a\x7f'],
    ['letters outside ASCII', 'ключ'],
    ['Latin-1', 'clé'],
    ['a space in front', ' k1x'],
    ['an emoji', '🔑'],
  ])('refuse a header value with %s without repeating it', (_what, key) => {
    const placed = () => place(parts, at('header', 'X', '{{key}}'), { key });
    expect(placed).toThrow(ConfigurationError);
    expect(placed).not.toThrow(key);
  });

  it.each(['.', '..', '../..', 'x/..', '..%2F..', '%2e%2e', '..;x'])('refuse "%s" in a path', (key) => {
    expect(() => place({ ...parts, path: '/{account}/x' }, at('path', 'account', '{{key}}'), { key })).toThrow(
      ConfigurationError,
    );
  });

  it('refuse a name that no field provides', () => {
    expect(() => place(parts, at('header', 'X', '{{nope}}'), { key: 'k1' })).toThrow(ConfigurationError);
    expect(() => place(parts, at('header', 'X', '{{toString}}'), { key: 'k1' })).toThrow(ConfigurationError);
  });
});
