// made of catalog/*.json by `npm run catalog`: change those files
import type { CatalogEntry } from './catalog-entry.ts';

/** What the catalogue has, without reading its files. */
export const CATALOG: readonly CatalogEntry[] = [
  {"id":"calendly","name":"Calendly","importName":"calendly","ways":["Sign in at Calendly","Personal access token"],"options":["clientId","clientSecret"],"needsHosts":false,"refresh":"single_use","revoke":true,"verifiedOn":"2026-11-27","source":"https://developer.calendly.com/docs/authentication/how-to-access-calendly-data-on-behalf-of-authenticated-users.md","unverified":1},
  {"id":"hubspot","name":"HubSpot","importName":"hubspot","ways":["Sign in at HubSpot","Private app token"],"options":["clientId","clientSecret"],"needsHosts":false,"refresh":"reusable","revoke":false,"verifiedOn":"2026-11-27","source":"https://developers.hubspot.com/docs/api-reference/2026-03/authentication/oauth-tokens/refresh-oauth-token","unverified":3},
  {"id":"linear","name":"Linear","importName":"linear","ways":["Sign in at Linear","Personal API key"],"options":["clientId","clientSecret"],"needsHosts":false,"refresh":"single_use","revoke":true,"verifiedOn":"2026-11-27","source":"https://linear.app/developers/oauth-2-0-authentication.md","unverified":2},
];
