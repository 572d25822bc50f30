import type { NamedProfile } from '../../model/audit-facts.ts';
import type { Profile } from '../../model/profile.ts';
import type { Services } from '../services.ts';

/** A profile as the audit log names it. */
export function namedProfile(
  { declared }: Pick<Services, 'declared'>,
  integration: string,
  { id, title }: Pick<Profile, 'id' | 'title'>,
): NamedProfile {
  const builtIn = declared.find((one) => one.id === integration)?.profiles.some((profile) => profile.id === id);
  return { name: title, ...(builtIn === true ? { builtIn } : {}) };
}
