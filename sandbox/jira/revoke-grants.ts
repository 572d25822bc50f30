import type { World } from '../world.ts';

/** As if the person had removed the app under "Connected apps", and revoked the API token: nothing works any more. */
export function revokeJiraGrants(world: World, userId: string): void {
  const { grants, codes, accessTokens, refreshTokens, revokedApiTokens } = world.state().jira;
  delete grants[userId];
  revokedApiTokens.push(userId);
  for (const issued of [codes, accessTokens, refreshTokens]) {
    for (const [secret, { userId: owner }] of Object.entries(issued)) {
      if (owner === userId) delete issued[secret];
    }
  }
}
