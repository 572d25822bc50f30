import { findCredential } from './find-credential.ts';
import type { Services } from './services.ts';

/** Whether the person would have to connect first. Used in groups, where nobody can be asked, before asking for inputs. */
export async function lacksCredential(
  services: Services,
  input: Parameters<typeof findCredential>[1],
): Promise<boolean> {
  return (await findCredential(services, input)).status === 'needs_authorization';
}
