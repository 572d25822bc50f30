import { findCredential } from './find-credential.ts';
import type { Services } from './services.ts';

/** Would the action need a person to connect first? Asked where nobody can be, before its inputs are asked for. */
export async function lacksCredential(
  services: Services,
  input: Parameters<typeof findCredential>[1],
): Promise<boolean> {
  return (await findCredential(services, input)).status === 'needs_authorization';
}
