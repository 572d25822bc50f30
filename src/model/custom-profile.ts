import type { Profile } from './profile.ts';

/** An authorization profile that the bot's developer made. Its client secret is sealed with the rest of the record. */
export interface CustomProfile extends Omit<PublicCustomProfile, 'profile'> {
  /** Its `id` is the id of this record. */
  readonly profile: Profile;
}

/** The part that may be shown. */
export interface PublicCustomProfile {
  readonly id: string;
  readonly version: number;
  readonly integration: string;
  readonly name: string;
  readonly description: string;
  /** A draft is stored but not offered to anybody. */
  readonly draft: boolean;
  readonly profile?: never;
  readonly createdAt: number;
  readonly updatedAt: number;
}
