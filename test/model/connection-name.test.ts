import { expect, it } from 'vitest';
import { accountName, accountNames } from '../../src/model/connection-name.ts';

const of = (
  label: string,
  more: { readonly tenant?: string; readonly site?: string; readonly host?: string } = {},
) => ({
  account: { id: label, label },
  ...(more.tenant === undefined ? {} : { tenant: more.tenant }),
  ...(more.site === undefined
    ? {}
    : { site: { id: more.site, name: more.site, url: `https://${more.host ?? 'host'}.example` } }),
});
const hosts = { title: 'Subdomain', suffix: '.zendesk.com' };
const regions = { title: 'Region', choices: [{ value: 'eu', title: 'Europe' }] };

it('an account is called by its label and where it is: the site, the customer or the region', () => {
  expect(accountName(of('bob'))).toBe('bob');
  expect(accountName(of('bob', { site: 'Acme' }))).toBe('bob at Acme');
  expect(accountName(of('bob', { tenant: 'acme' }), hosts)).toBe('bob at acme.zendesk.com');
  expect(accountName(of('bob', { tenant: 'eu' }), regions)).toBe('bob at Europe');
  expect(accountName(of('acme.zendesk.com', { tenant: 'acme' }), hosts)).toBe('acme.zendesk.com');
});

it('no two of a list have the same name, whatever their case', () => {
  expect(accountNames([of('bob', { tenant: 'acme' }), of('bob', { tenant: 'globex' })], hosts)).toEqual([
    'bob at acme.zendesk.com',
    'bob at globex.zendesk.com',
  ]);
  expect(accountNames([of('bob', { tenant: 'acme' }), of('ann', { tenant: 'acme' })], hosts)).toEqual(['bob', 'ann']);
  const twoSites = [of('bob', { site: 'Acme', host: 'one' }), of('bob', { site: 'acme', host: 'two' })];
  expect(accountNames(twoSites)).toEqual(['bob at Acme (one.example)', 'bob at acme (two.example)']);
  expect(accountNames([of('bob'), of('Bob'), of('bob')])).toEqual(['bob', 'Bob (2)', 'bob (3)']);
  expect(accountNames([of('bob'), of('bob (2)'), of('bob')])).toEqual(['bob', 'bob (2)', 'bob (3)']);
  const long = 'x'.repeat(100);
  const cut = `${'x'.repeat(75)}… (2)`;
  expect(accountNames([of(`${long}1`), of(`${long}2`)])).toEqual([`${long}1`, cut]);
});
