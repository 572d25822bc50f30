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
 * Reads the claims of the identity that an adapter verified. Only an audience that equals the app's own id is proof: also
 * in a turn that the bot itself began, whose claims the SDK makes of the id that the bot gave it.
 *
 * @param claims absent where the adapter shows no identity
 */
export function readProof(claims: Readonly<Record<string, unknown>> | undefined, appId: string): Proof {
  if (claims === undefined) return { status: 'absent' };
  if (appId === '' || claims.aud !== appId) return { status: 'refused' };
  // v1 tokens of bots name their app in `appid`, v2 tokens in `azp`; a channel's token has neither
  const caller = [claims.appid, claims.azp].find((app) => app !== undefined && app !== appId);
  return caller === undefined ? { status: 'verified' } : { status: 'skill', caller: String(caller) };
}
