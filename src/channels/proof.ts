/** What an adapter shows of who sent an activity. */
export type Proof =
  /** It verified a token that was made for this very app. */
  | { readonly status: 'verified' }
  /** The same, but another bot made it, which writes `from` itself. */
  | { readonly status: 'skill'; readonly caller: string }
  /** It let the activity in unchecked, or for another app. */
  | { readonly status: 'refused' }
  /** It says nothing. */
  | { readonly status: 'absent' };

/**
 * Bot Framework's own token service, in its public cloud and in that of the US Government: it signs what channels send. The Agents
 * SDK also lets in every token of Entra ID for the app, by default from any tenant, those of people who sign in to it included.
 */
export const CHANNEL_ISSUERS = ['https://api.botframework.com', 'https://api.botframework.us'];

/**
 * Reads the claims of the identity that an adapter verified. Only an audience that equals the app's own id is proof: also
 * in a turn that the bot itself began, whose claims the SDK makes of the id that the bot gave it.
 *
 * @param claims absent where the adapter shows no identity
 * @param channels issuers of what channels send, where the adapter lets in whatever is signed for the app. Default: it lets in
 *   channels and bots only, or the bot itself began the turn
 */
export function readProof(
  claims: Readonly<Record<string, unknown>> | undefined,
  appId: string,
  channels?: readonly string[],
): Proof {
  if (claims === undefined) return { status: 'absent' };
  const { aud, iss, appid, azp, scp } = claims;
  if (appId === '' || aud !== appId) return { status: 'refused' };
  // in tokens of people only: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
  if (scp !== undefined) return { status: 'refused' };
  // v1 tokens of bots name their app in `appid`, v2 tokens in `azp`; a channel's token has neither
  const caller = [appid, azp].find((app) => app !== undefined && app !== appId);
  if (caller !== undefined) return { status: 'skill', caller: String(caller) };
  // whoever signs in to the app has a token for it too
  const isOfChannel = channels === undefined || channels.includes(String(iss));
  return { status: isOfChannel ? 'verified' : 'refused' };
}
