import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import { writtenPublicUrl } from '../../src/model/public-url.ts';
import { assertCookieCanBeSet, readPublicUrl } from '../../src/web/public-url.ts';

describe('assertCookieCanBeSet', () => {
  it.each([
    'https://bot.example',
    'https://bot.example/below',
    'https://10.0.0.1:8443',
    'http://127.0.0.1:3978',
    'http://127.8.9.1',
    'http://localhost:1',
    'http://[::1]:3978',
  ])('takes %s', (url) => {
    expect(() => assertCookieCanBeSet(url)).not.toThrow();
  });

  it.each([
    'http://bot.example',
    'http://10.0.0.1',
    'http://0.0.0.0:3978',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'ws://127.0.0.1',
    'bot.example',
    '',
  ])('refuses %s, and says how to correct the setting', (url) => {
    expect(() => assertCookieCanBeSet(url)).toThrow(ConfigurationError);
    expect(() => assertCookieCanBeSet(url)).toThrow(/LATCHKEY_PUBLIC_URL.*https:\/\//);
  });
});

describe('a public URL', () => {
  it.each([
    'https://bot.example?a=b',
    'https://bot.example/?',
    'https://bot.example/#',
    'https://me:secret@bot.example',
    'https://me@bot.example',
  ])('has nothing but scheme, host, port and path: %s', (url) => {
    expect(() => readPublicUrl(url)).toThrow(ConfigurationError);
    expect(() => readPublicUrl(url)).toThrow(/LATCHKEY_PUBLIC_URL.*user name, a query or a fragment/);
    expect(() => readPublicUrl(url)).not.toThrow('secret');
  });

  it.each(['https://bot.example//evil.example', 'https://bot.example/a//b', 'https://bot.example/./\\\\evil.example'])(
    'has no path that browsers would read as a host: %s',
    (url) => {
      expect(() => readPublicUrl(url)).toThrow(/LATCHKEY_PUBLIC_URL.*two slashes in a row/);
    },
  );

  it('may have any number of slashes at its end', () => {
    expect(readPublicUrl('https://bot.example/below///').base).toBe('/below');
    expect(readPublicUrl('https://bot.example//').base).toBe('');
  });
});

describe('readPublicUrl', () => {
  it('splits into origin and path', () => {
    expect(readPublicUrl('https://bot.example/below/')).toEqual({
      origin: 'https://bot.example',
      base: '/below',
      isHttps: true,
    });
    expect(readPublicUrl('http://127.0.0.1:3978')).toEqual({
      origin: 'http://127.0.0.1:3978',
      base: '',
      isHttps: false,
    });
  });
});

it.each([
  ['https://Bot.Example.com:443/', 'https://bot.example.com'],
  ['https://bot.example.com/help//', 'https://bot.example.com/help'],
  ['https://bücher.example/Bot/', 'https://xn--bcher-kva.example/Bot'],
  ['http://[::1]:3978', 'http://[::1]:3978'],
])('%s begins links and redirect URIs as %s', (setting, written) => {
  expect(writtenPublicUrl(setting)).toBe(written);
});
