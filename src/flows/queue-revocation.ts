import { randomUUID } from 'node:crypto';
import type { Credential } from '../model/credential.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

/** Ends a credential at its product as soon as that can be done, and tries for 24 hours; survives a restart. */
export async function queueRevocation(
  services: Services,
  vault: Vault,
  subject: {
    /** One revocation each. */
    readonly id: string;
    readonly integration: string;
    readonly profile: string;
    readonly tenant?: string | undefined;
    readonly credential: Credential;
  },
  /** Milliseconds from now. */
  delay = 0,
): Promise<void> {
  const now = services.now();
  const { id, integration, profile, tenant, credential } = subject;
  await vault.outbox.put(randomUUID(), `revoke/${id}`, now + delay, now, {
    kind: 'revoke',
    integration,
    profile,
    ...(tenant === undefined ? {} : { tenant }),
    credential,
  });
}
