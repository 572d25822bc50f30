import { tenantField } from '../model/connect-form.ts';
import type { Integration } from '../model/integration.ts';
import type { AddressRules } from './check-address.ts';

/** What an address of the authorization server may be made of. */
export function endpointRules({
  tenant,
  allowInsecureLoopback = false,
}: Pick<Integration, 'tenant' | 'allowInsecureLoopback'>): AddressRules {
  return {
    known: tenant === undefined ? [] : ['tenant'],
    fields: tenant === undefined ? [] : [tenantField(tenant)],
    allowInsecureLoopback,
  };
}
