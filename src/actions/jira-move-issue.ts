import { z } from 'zod';
import { ActionRefusedError } from '../errors.ts';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries, documentedNothing } from './documented.ts';
import { issuePath, issueUrl, noSuchIssue } from './jira-issue.ts';
import { issueKey } from './jira-issue-key.ts';
import { named, offer } from './offer.ts';
import { orRefuse } from './or-refuse.ts';
import { type Listener, say } from './sentences/said/say.ts';

/**
 * `POST /rest/api/3/issue/{key}/transitions`: a status changes only by a transition that is open, and `GET` of the same path lists
 * those. People name the status or the transition; if they name neither, we offer the open ones.
 */
export const jiraMoveIssue = defineAction({
  id: 'jira.moveIssue',
  title: 'Move a Jira issue',
  purpose: 'move the issue',
  integration: 'jira',
  scopes: ['write:jira-work', 'read:jira-work'],
  input: z.object({
    key: issueKey,
    status: z
      .string()
      .trim()
      .max(80, 'That is too long for a status.')
      .optional()
      .meta({ description: 'What should its status be?' }),
  }),
  phrases: [
    /^move (?:the )?(?:jira )?(?:issue )?(?<key>[a-z][a-z0-9_]+-\d+|https?:\/\/[\w-]+\.atlassian\.net\/\S+)$/i,
    /^move (?:the )?(?:jira )?(?:issue )?(?<key>[a-z][a-z0-9_]+-\d+|https?:\/\/[\w-]+\.atlassian\.net\/\S+) to (?<status>.+)$/i,
    /^(?:set|change) (?:the )?status of (?:jira )?(?:issue )?(?<key>[a-z][a-z0-9_]+-\d+) to (?<status>.+)$/i,
  ],
  run: async (api, { key, status = '' }, context) => {
    const transitions = await openTransitions(api, key, context);
    const found =
      named(firstToEach(transitions), status, ({ to }) => to) ?? named(transitions, status, ({ name }) => name);
    if (transitions.length === 0)
      throw new ActionRefusedError(
        say(context, 'Your Jira account is not allowed to move {key} from its status.', { key }),
      );
    if (found === undefined) {
      const choices = transitions.map(({ to }) => to);
      const sentence = say(context, "{key} can't be moved to “{status}”.", { key, status });
      return offer('status', status === '' ? undefined : sentence, choices);
    }
    const call = api.post<unknown>(`${issuePath(key)}/transitions`, { transition: { id: found.id } });
    const { data } = await orRefuse(call, {
      400: say(context, "Jira won't move {key} to “{status}” until more fields are filled in.", {
        key,
        status: found.to,
      }),
      403: say(context, 'Your Jira account is not allowed to move {key}.', { key }),
      404: noSuchIssue(key, context),
      409: say(context, 'Someone else is changing {key} right now. Please try again.', { key }),
    });
    documentedNothing(data);
    return { key, status: found.to, url: issueUrl(context, key) };
  },
  answer: ({ key, status, url }, context) => ({ title: say(context, 'Moved {key} to {status}', { key, status }), url }),
});

/** Keeps only the first transition to each status. */
function firstToEach<T extends { readonly to: string }>(transitions: readonly T[]): readonly T[] {
  return transitions.filter(({ to }, at) => transitions.findIndex((one) => one.to === to) === at);
}

async function openTransitions(api: Api, key: string, context: Listener) {
  const { data } = await orRefuse(api.get<unknown>(`${issuePath(key)}/transitions`), {
    403: say(context, 'Your Jira account is not allowed to see {key}.', { key }),
    404: noSuchIssue(key, context),
  });
  return documentedEntries(record(data).transitions, 'id', 'name').map(({ id, name, to }) => ({
    id: text(id),
    name: text(name),
    to: text(record(to).name) || text(name),
  }));
}
