import type { AuthMethodName } from './profile.ts';

/** How the bot's developer prepares one way in at the product, in the product's own words. */
export interface SetupGuide {
  /** "An API key of your account". */
  readonly title: string;
  /** The ways in that it is for. */
  readonly methods: readonly AuthMethodName[];
  /** The page of the product where it begins. */
  readonly url?: string;
  /** In order; `{callbackUrl}` is replaced by the redirect URI of this bot. */
  readonly steps: readonly string[];
  /** What the product does not say, and what goes wrong otherwise. */
  readonly notes?: readonly string[];
}

/** What a step has in place of the redirect URI. */
export const CALLBACK_URL = '{callbackUrl}';
