import { z } from 'zod';
import { freshsalesState, seedFreshsales } from './freshsales/state.ts';
import { githubState, seedGithub } from './github/state.ts';
import { gorgiasState, seedGorgias } from './gorgias/state.ts';
import { jiraState, seedJira } from './jira/state.ts';
import { jotformState, seedJotform } from './jotform/state.ts';
import { seedZendesk, zendeskState } from './zendesk/state.ts';

/** Everything that must survive a restart; switches and clock included, counters and faults not. */
export const sandboxState = z.object({
  version: z.literal(1),
  clockOffset: z.number(),
  rateLimitsEnforced: z.boolean(),
  jira: jiraState,
  jotform: jotformState,
  zendesk: zendeskState,
  gorgias: gorgiasState,
  freshsales: freshsalesState,
  github: githubState,
});
export type SandboxState = z.infer<typeof sandboxState>;

/** The sandbox as it is before anybody touched it. */
export function seedState(now: number): SandboxState {
  return {
    version: 1,
    clockOffset: 0,
    rateLimitsEnforced: true,
    jira: seedJira(now),
    jotform: seedJotform(now),
    zendesk: seedZendesk(now),
    gorgias: seedGorgias(now),
    freshsales: seedFreshsales(now),
    github: seedGithub(),
  };
}
