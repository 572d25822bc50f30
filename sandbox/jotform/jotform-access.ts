import { jotformHosts } from './jotform-hosts.ts';
import { type JotformAccount, type JotformForm, jotformAccounts, jotformForms, jotformPeople } from './seed.ts';

/** Jotform's addresses and people's keys. */
export interface JotformAccess {
  /** Stands for `https://api.jotform.com`. */
  readonly url: string;
  /** Stands for `https://eu-api.jotform.com`. */
  readonly euUrl: string;
  /** Stands for `https://hipaa-api.jotform.com`. */
  readonly hipaaUrl: string;
  /** Bob's key with full access. */
  readonly apiKey: string;
  /** Bob's key that may not write. */
  readonly readOnlyKey: string;
  /** Ann's key: same host, other forms. */
  readonly otherApiKey: string;
  readonly euApiKey: string;
  readonly hipaaApiKey: string;
  readonly accounts: readonly JotformAccount[];
  readonly forms: readonly JotformForm[];
}

export function jotformAccess(url: string): JotformAccess {
  const { bob, ann, emma, hank } = jotformPeople;
  return {
    url: url + jotformHosts.us,
    euUrl: url + jotformHosts.eu,
    hipaaUrl: url + jotformHosts.hipaa,
    apiKey: bob.fullAccessKey,
    readOnlyKey: bob.readOnlyKey,
    otherApiKey: ann.fullAccessKey,
    euApiKey: emma.fullAccessKey,
    hipaaApiKey: hank.fullAccessKey,
    accounts: jotformAccounts,
    forms: jotformForms,
  };
}
