import { HostRefusedError } from '../errors.ts';
import { isLoopbackAddress } from '../model/loopback.ts';
import { isPrivateAddress, isPublicAddress } from '../model/public-address.ts';

/** An address that a host name resolves to. */
export interface Address {
  readonly address: string;
  readonly family: number;
}

export type Lookup = (hostname: string) => Promise<readonly Address[]>;

/** What a guard can allow in addition to public addresses. */
const ALSO = { loopback: isLoopbackAddress, private: isPrivateAddress } as const;

/**
 * Resolves a host name and checks its addresses. Called at connect time, so that the address that was checked is the one that
 * is connected to (DNS rebinding). One forbidden address refuses them all. Address literals are never looked up, so
 * `isForbiddenHost` checks them.
 * @throws HostRefusedError
 */
export async function lookupPublic(
  lookup: Lookup,
  hostname: string,
  also: 'loopback' | 'private' | undefined,
): Promise<readonly Address[]> {
  const addresses = await lookup(hostname);
  for (const { address } of addresses) {
    if (isPublicAddress(address) || (also !== undefined && ALSO[also](address))) continue;
    throw new HostRefusedError(`${hostname} resolves to an address that is not public`);
  }
  return addresses;
}
