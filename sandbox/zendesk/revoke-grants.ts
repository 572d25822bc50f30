import type { World } from '../world.ts';

/** Ends every token a person allowed. API tokens belong to the account and stay. */
export function revokeZendeskGrants(world: World, userId: string): void {
  const { zendesk } = world.state();
  zendesk.tokens = zendesk.tokens.filter((token) => token.userId !== userId);
  for (const [code, issued] of Object.entries(zendesk.codes)) {
    if (issued.userId === userId) delete zendesk.codes[code];
  }
}
