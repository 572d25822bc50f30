/** What an adapter can prove about the sender of an activity. */
export type Proof =
  /** It verified a token that was made for this very app. */
  | { readonly status: 'verified' }
  /** The same, but another bot sent it, and wrote `from` itself. */
  | { readonly status: 'skill'; readonly caller: string }
  /** It let the activity in unchecked, or with a token for another app or of a person. */
  | { readonly status: 'refused' }
  /** It provides no identity. */
  | { readonly status: 'absent' };

/**
 * Bot Framework's own token service, in the public cloud and the one for the US Government, signs what channels send. The Agents SDK
 * also lets in every Entra ID token for the app, by default from any tenant, including those of people who sign in to it.
 */
export const CHANNEL_ISSUERS = ['https://api.botframework.com', 'https://api.botframework.us'];

/**
 * Reads the claims of the identity that an adapter verified. Only an audience that equals the app's own id is proof, even in a turn
 * that the bot itself began: there the SDK makes the claims from the id that the bot gave it.
 *
 * @param claims undefined if the adapter provides no identity
 * @param channels the issuers of channels' tokens, for an adapter that lets in every token for the app. Default: any issuer, for an
 *   adapter that lets in only channels and bots, or for a turn that the bot itself began
 */
export function readProof(
  claims: Readonly<Record<string, unknown>> | undefined,
  appId: string,
  channels?: readonly string[],
): Proof {
  if (claims === undefined) return { status: 'absent' };
  const { aud, iss, appid, azp, scp } = claims;
  if (appId === '' || aud !== appId) return { status: 'refused' };
  // only people's tokens have it: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
  if (scp !== undefined) return { status: 'refused' };
  // v1 tokens of bots name their app in `appid`, v2 tokens in `azp`; a channel's token has neither
  const caller = [appid, azp].find((app) => app !== undefined && app !== appId);
  if (caller !== undefined) return { status: 'skill', caller: String(caller) };
  // people who sign in to the app have a token for it too
  const isOfChannel = channels === undefined || channels.includes(String(iss));
  return { status: isOfChannel ? 'verified' : 'refused' };
}
