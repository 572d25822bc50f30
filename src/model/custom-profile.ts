import type { Profile } from './profile.ts';

/** An authorization profile that the bot's developer made. Its client secret is sealed with the rest of the record. */
export interface CustomProfile extends Omit<PublicCustomProfile, 'profile'> {
  /** Its `id` is this record's id. */
  readonly profile: Profile;
}

/** What of it is shown and given away (security.md R63). */
export interface PublicCustomProfile {
  readonly id: string;
  readonly version: number;
  readonly integration: string;
  readonly name: string;
  readonly description: string;
  /** A draft is kept but offered to nobody. */
  readonly draft: boolean;
  readonly profile?: never;
  readonly createdAt: number;
  readonly updatedAt: number;
}
