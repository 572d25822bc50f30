import type { World } from '../world.ts';

/** As if the person had revoked the app at Settings → Applications, and deleted the personal access token. */
export function revokeGithubGrants(world: World, userId: string): void {
  const { codes, accessTokens, revokedTokens } = world.state().github;
  revokedTokens.push(userId);
  for (const issued of [codes, accessTokens]) {
    for (const [secret, { userId: owner }] of Object.entries(issued)) {
      if (owner === userId) delete issued[secret];
    }
  }
}
