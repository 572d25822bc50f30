import type { AuthMethodName } from './profile.ts';

/** How the bot's developer prepares one way to connect at the product, in the product's own terms. */
export interface SetupGuide {
  /** "An API key of your account". */
  readonly title: string;
  /** The methods that the guide is for. */
  readonly methods: readonly AuthMethodName[];
  /** The page of the product to start from. */
  readonly url?: string;
  /** In order; `{callbackUrl}` is replaced by the redirect URI of this bot. */
  readonly steps: readonly string[];
  /** What the product does not mention, and typical mistakes. */
  readonly notes?: readonly string[];
}

/** The placeholder for the redirect URI in a step. */
export const CALLBACK_URL = '{callbackUrl}';
