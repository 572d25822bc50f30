import type { World } from '../world.ts';

/** As if the app had been uninstalled and the API key reset: unlike `/oauth/revoke` it ends access tokens as well. */
export function revokeGorgiasGrants(world: World, userId: string): void {
  const { codes, accessTokens, refreshTokens, revokedKeys } = world.state().gorgias;
  revokedKeys.push(userId);
  for (const issued of [codes, accessTokens, refreshTokens]) {
    for (const [secret, { userId: owner }] of Object.entries(issued)) {
      if (owner === userId) delete issued[secret];
    }
  }
}
