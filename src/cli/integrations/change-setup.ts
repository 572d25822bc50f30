import type { SetupChange } from '../../flows/operator/change-setup.ts';
import { type Loss, lossesOf } from '../../flows/operator/losses.ts';
import { type Answer, type Call, done, refused } from '../command.ts';

/** Changes the setup of an integration and reports the outcome. Asks before, if people lose something. */
export async function changeSetup(call: Call, integration: string, change: SetupChange, text: string): Promise<Answer> {
  const operator = await call.open();
  const overview = await operator.describeIntegration(integration);
  const losses = overview === undefined ? [] : lossesOf(overview, change);
  if (losses.length > 0) await call.confirm(losses.map((loss) => LOSSES[loss](integration)).join(', and '));
  const outcome = await operator.changeSetup({ actor: call.actor, integration, change });
  if (outcome.status !== 'saved') return refused(outcome.status, REFUSALS[outcome.status]);
  const { enabled, mode, profile, audience } = outcome.setup;
  return done({ integration, setup: { enabled, mode, selectedProfile: profile ?? null, audience } }, text);
}

const LOSSES: Readonly<Record<Loss, (id: string) => string>> = {
  switched_off: (id) => `the bot then refuses everything that needs ${id}`,
  own_accounts: (id) => `people can then no longer use their own ${id} accounts with the bot`,
  no_account: (id) => `nobody can use ${id} until a shared account is connected`,
  shared_account: (id) => `people who use the shared ${id} account now can then no longer use it`,
};

const REFUSALS = {
  unknown_integration: 'there is no such integration; `npx latchkey integrations list` names them',
  unknown_profile: 'it has no such profile; `npx latchkey integrations show` names them',
  not_for_people:
    'with the selected profile the bot itself signs in, so people cannot connect: select another profile first',
  not_authorized: 'no shared account is connected yet: use `npx latchkey integrations connect`, or the console',
  users_not_whole: 'name each user as CHANNEL/TENANT/USER, as `npx latchkey connections list` does',
  conflict: 'somebody else changed it at the same time: try again',
} as const;
