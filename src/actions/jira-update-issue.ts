import { z } from 'zod';
import { ActionRefusedError } from '../errors.ts';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { atlassianDocument } from './atlassian-document.ts';
import { documentedNothing } from './documented.ts';
import { issuePath, issueUrl, noSuchIssue } from './jira-issue.ts';
import { issueKey } from './jira-issue-key.ts';
import { orRefuse } from './or-refuse.ts';
import { type Listener, say, word } from './sentences/said/say.ts';

const FIELDS = ['summary', 'description', 'priority'] as const;
type FieldName = (typeof FIELDS)[number];

/** `PUT /rest/api/3/issue/{key}`, one field at a time. Not the status: only a transition changes it. */
export const jiraUpdateIssue = defineAction({
  id: 'jira.updateIssue',
  title: 'Update a Jira issue',
  purpose: 'change the issue',
  integration: 'jira',
  scopes: ['write:jira-work'],
  input: z.object({
    key: issueKey,
    field: z.enum(FIELDS, 'Please choose summary, description or priority.').meta({ title: 'What should I change?' }),
    value: z
      .string()
      .trim()
      .min(1, 'It cannot be empty.')
      .meta({ title: 'What should it be?', description: 'The new text, or a priority like High' }),
  }),
  phrases: [
    /^(?:set|change|update) (?:the )?(?<field>summary|description|priority) of (?:jira )?(?:issue )?(?<key>[a-z][a-z0-9_]+-\d+|https?:\/\/[\w-]+\.atlassian\.net\/\S+) to (?<value>.+)$/i,
    /^(?:update|change|edit) (?:the )?jira issue (?<key>[a-z][a-z0-9_]+-\d+|https?:\/\/\S+)$/i,
  ],
  run: async (api, { key, field, value }, context) => {
    const call = api.put<unknown>(issuePath(key), { fields: { [field]: jiraValue(field, value) } });
    const { data } = await orRefuse(call, {
      400: (body) => refusedValue(body, key, field, context),
      403: say(context, 'Your Jira account is not allowed to change {key}.', { key }),
      404: noSuchIssue(key, context),
    });
    documentedNothing(data);
    return { key, field, value, url: issueUrl(context, key) };
  },
  answer: ({ key, field, value, url }, context) => ({
    title: say(context, 'Changed the {field} of {key}', { field: word(context, field), key }),
    text: value,
    url,
  }),
});

const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];

function jiraValue(field: FieldName, value: string): unknown {
  if (field === 'description') return atlassianDocument(value);
  if (field === 'priority') {
    return { name: PRIORITIES.find((name) => name.toLowerCase() === value.toLowerCase()) ?? value };
  }
  if (value.length > 255) throw new ActionRefusedError('Jira allows at most 255 characters in a summary.');
  // a summary has one line
  return value.replace(/\s*\n\s*/g, ' ');
}

/** Jira refuses a field that is not on the project's screen as it refuses a value that it does not know. */
function refusedValue(body: unknown, key: string, field: FieldName, context: Listener): string | undefined {
  if (!(field in record(record(body).errors))) return undefined;
  return say(context, "Jira doesn't accept this {field} for {key}.", { field: word(context, field), key });
}
