import type { SaveProfileOutcome } from '../../flows/operator/save-profile.ts';
import { type Answer, done, refused } from '../command.ts';

/** How the commands that save a profile report the outcome. */
export function answerOfSaving(outcome: SaveProfileOutcome): Answer {
  switch (outcome.status) {
    case 'saved': {
      const { id, integration, name, draft } = outcome.profile;
      const next = draft
        ? 'it is a draft, which nobody is offered'
        : `offer it with: npx latchkey integrations select-profile ${integration} ${id}`;
      return done({ profile: { id, integration, name, draft } }, `saved ${name} as ${id}; ${next}`);
    }
    case 'invalid':
      return refused('invalid', `this profile cannot work:\n${outcome.reason}`);
    case 'unknown_integration':
      return refused(
        'unknown_integration',
        'there is no such integration; `npx latchkey integrations list` names them',
      );
    case 'not_found':
      return refused('not_found', 'this integration has no such profile; `npx latchkey profiles list` names them');
    case 'other_method':
      return refused(
        'other_method',
        'a profile keeps its method and its grant, because connections made with it fit no other: create another profile',
      );
    case 'conflict':
      return refused('conflict', 'somebody else changed it at the same time: try again');
  }
}
