import type { World } from '../world.ts';

/** As if the person had removed the app under "Connected apps": nothing issued before is worth anything. */
export function revokeJiraGrants(world: World, userId: string): void {
  const { grants, codes, accessTokens, refreshTokens } = world.state().jira;
  delete grants[userId];
  for (const issued of [codes, accessTokens, refreshTokens]) {
    for (const [secret, { userId: owner }] of Object.entries(issued)) {
      if (owner === userId) delete issued[secret];
    }
  }
}
