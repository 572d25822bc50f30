import { z } from 'zod';
import { jiraState, seedJira } from './jira/state.ts';
import { jotformState, seedJotform } from './jotform/state.ts';

/** Everything that must survive a restart; switches and clock included, counters and faults not. */
export const sandboxState = z.object({
  version: z.literal(1),
  clockOffset: z.number(),
  jira: jiraState,
  jotform: jotformState,
});
export type SandboxState = z.infer<typeof sandboxState>;

/** The sandbox as it is before anybody touched it. */
export function seedState(now: number): SandboxState {
  return { version: 1, clockOffset: 0, jira: seedJira(now), jotform: seedJotform(now) };
}
