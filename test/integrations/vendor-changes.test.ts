import { describe, expect, it } from 'vitest';
import { products } from '../../scripts/catalog-files.ts';
import { list, record, text } from '../../src/model/json.ts';

/**
 * What vendors have changed and lists of products tend to have as it was: the change, the page that says it, and the members of
 * the file that follow it.
 */
interface Change {
  readonly product: string;
  readonly change: string;
  readonly source: string;
  /** Of the way in called `system`. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** What must be nowhere in the ways in of the file: how it was. */
  readonly gone?: RegExp;
  /** What the person who sets it up is told. */
  readonly told?: RegExp;
}

const CHANGES: readonly Change[] = [
  {
    product: 'hubspot',
    change: 'the addresses of OAuth version 1 end on 16 February 2027; those of 2026-03 take everything in the body',
    source: 'https://developers.hubspot.com/changelog/v1-oauth-api-deprecation',
    members: { tokenUrl: 'https://api.hubapi.com/oauth/2026-03/token' },
    gone: /\/oauth\/v1\//,
    told: /16 February 2027/,
  },
  {
    product: 'salesforce',
    change: 'new apps are external client apps, and connected apps cannot be created any more',
    source: 'https://developer.salesforce.com/docs/platform/isvforce/guide/secure-code-ac-eca.md',
    told: /external client app/i,
  },
  {
    product: 'shopify',
    change: 'offline tokens end, and public apps must use such tokens from 1 January 2027',
    source: 'https://shopify.dev/docs/apps/build/security/credentials-and-data/use-expiring-offline-access-tokens.md',
    members: { tokenParams: { expiring: '1' }, refreshTokens: 'single_use' },
    told: /1 January 2027/,
  },
  {
    product: 'trello',
    change: 'OAuth 2.0 at Atlassian since 15 September 2026, in place of OAuth 1',
    source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/oauth-2-getting-started/',
    members: { authorizationUrl: 'https://auth.atlassian.com/authorize', refreshTokens: 'single_use' },
    gone: /trello\.com\/1\/(?:OAuth|authorize)/i,
    told: /OAuth 1 do not work/,
  },
  {
    product: 'monday',
    change: 'the new flow: tokens that end, refresh tokens and revocation, at addresses of its own',
    source: 'https://developer.monday.com/apps/docs/migrating-to-the-new-oauth-flow',
    members: {
      tokenUrl: 'https://auth.monday.com/oauth_ms/oauth/token',
      revocationUrl: 'https://auth.monday.com/oauth_ms/oauth/revoke',
      refreshTokens: 'single_use',
    },
    gone: /oauth2\/token/,
  },
  {
    product: 'linear',
    change: 'every application has refresh tokens since 1 April 2026; tokens of ten years are no longer given',
    source: 'https://linear.app/developers/oauth-2-0-authentication.md',
    members: { refreshTokens: 'single_use', revocationUrl: 'https://api.linear.app/oauth/revoke' },
    told: /1 April 2026/,
  },
  {
    product: 'calendly',
    change: 'a refresh token works once',
    source: 'https://developer.calendly.com/docs/authentication/refresh-token-rotation-guide',
    members: {
      refreshTokens: 'single_use',
      tokenUrl: 'https://auth.calendly.com/oauth/token',
      clientAuthentication: 'client_secret_basic',
    },
    told: /works once/,
  },
];

describe.each(CHANGES)('$product: $change', ({ product, source, members = {}, gone, told }) => {
  const json = products().find(({ file }) => file === `${product}.json`)?.json;
  const ways = list(json?.profiles).map(record);

  it('is right in the file, which names its source', () => {
    expect(list(record(json?.verified).sources)).toContain(source);
    expect(ways.find(({ id }) => id === 'system')).toMatchObject(members);
    if (gone !== undefined) expect(JSON.stringify(ways)).not.toMatch(gone);
  });

  if (told === undefined) return;
  it('is told to whoever sets it up', () => {
    const guides = list(json?.setupGuides).map(record);
    const said = guides.flatMap(({ title, steps, notes }) => [title, ...list(steps), ...list(notes)]).map(text);
    expect(said.join('\n')).toMatch(told);
  });
});
