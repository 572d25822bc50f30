import { endWhileOpen } from '../end-authorization.ts';
import type { Services } from '../services.ts';
import type { Actor } from './audited.ts';

/** Ends an open attempt to connect and tells the person. False if no attempt with this id is open. */
export async function stopAuthorization(
  services: Services,
  input: { readonly actor: Actor; readonly id: string },
): Promise<boolean> {
  const ending = { status: 'failed', why: 'stopped', tell: 'unattended', by: input.actor } as const;
  return (await endWhileOpen(services, input.id, ending)) !== undefined;
}
