import { z } from 'zod';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedId, documentedList, documentedNothing } from './documented.ts';
import { issuePath, issueUrl, NOBODY, noSuchIssue } from './jira-issue.ts';
import { issueKey } from './jira-issue-key.ts';
import { chosenFrom, named, offer } from './offer.ts';
import { orRefuse } from './or-refuse.ts';
import { type Listener, say } from './sentences/said/say.ts';

/** `PUT /rest/api/3/issue/{key}/assignee`, with the account that `GET /rest/api/3/user/assignable/search` finds. */
export const jiraAssignIssue = defineAction({
  id: 'jira.assignIssue',
  title: 'Assign a Jira issue',
  purpose: 'assign the issue',
  integration: 'jira',
  scopes: ['write:jira-work', 'read:jira-user'],
  input: z.object({
    key: issueKey,
    who: z
      .string()
      .trim()
      .min(1, 'Please give a name.')
      .max(254, 'That name is too long.')
      .meta({ title: 'Who should work on it?', description: 'A name, “me” or “nobody”' }),
  }),
  phrases: [
    /^assign (?:the )?(?:jira )?(?:issue )?(?<key>[a-z][a-z0-9_]+-\d+|https?:\/\/[\w-]+\.atlassian\.net\/\S+) to (?<who>.+)$/i,
  ],
  run: async (api, { key, who }, context) => {
    const person = await personMeant(api, key, who, context);
    const { data } = await orRefuse(api.put<unknown>(`${issuePath(key)}/assignee`, { accountId: person.accountId }), {
      400:
        person.accountId === null
          ? say(context, '{key} has to be assigned to someone.', { key })
          : say(context, "{key} can't be assigned to {name}.", { name: person.name, key }),
      403: say(context, 'Your Jira account is not allowed to assign {key}.', { key }),
      404: noSuchIssue(key, context),
    });
    documentedNothing(data);
    return { key, name: person.name, url: issueUrl(context, key) };
  },
  answer: ({ key, name, url }, context) => ({
    title:
      name === NOBODY
        ? say(context, 'Assigned {key} to nobody', { key })
        : say(context, 'Assigned {key} to {name}', { key, name }),
    url,
  }),
});

interface Person {
  /** Null for nobody, as Jira has it. */
  readonly accountId: string | null;
  readonly name: string;
  readonly email: string;
}

async function personMeant(api: Api, key: string, who: string, context: Listener): Promise<Person> {
  if (/^(?:nobody|no one|none|unassigned)$/i.test(who)) return { accountId: null, name: NOBODY, email: '' };
  if (/^(?:me|myself)$/i.test(who)) return readPerson((await api.get<unknown>('/rest/api/3/myself')).data);
  const params = { issueKey: key, query: who, maxResults: 20 };
  const { data } = await orRefuse(api.get<unknown>('/rest/api/3/user/assignable/search', { params }), {
    400: noSuchIssue(key, context),
    404: noSuchIssue(key, context),
  });
  const people = documentedList(data).map(readPerson);
  const { found, choices } = chosenFrom(
    people,
    who,
    ({ name }) => name,
    ({ email, accountId }) => email || (accountId ?? ''),
  );
  const person = found ?? named(people, who, ({ email }) => email) ?? (people.length === 1 ? people[0] : undefined);
  if (person !== undefined) return person;
  const sentence =
    people.length === 0
      ? say(context, "I couldn't find anyone called “{who}” to assign {key} to.", { who, key })
      : say(context, 'Several people are called “{who}”.', { who });
  return offer('who', sentence, choices);
}

function readPerson(entry: unknown): Person {
  const user = record(entry);
  const accountId = documentedId(user.accountId);
  return { accountId, name: text(user.displayName) || accountId, email: text(user.emailAddress) };
}
