import type { Profile } from './profile.ts';

/** An authorization profile that the bot's developer made. Its client secret is sealed with the rest of the record. */
export interface CustomProfile {
  readonly id: string;
  readonly version: number;
  readonly integration: string;
  readonly name: string;
  readonly description: string;
  /** A draft is kept but offered to nobody. */
  readonly draft: boolean;
  /** Its `id` is this record's id. */
  readonly profile: Profile;
  readonly createdAt: number;
  readonly updatedAt: number;
}
