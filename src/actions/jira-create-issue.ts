import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { orRefuse } from './or-refuse.ts';

/** `POST /rest/api/3/issue`; always a Task, the one type that every new project has. */
export const jiraCreateIssue = defineAction({
  id: 'jira.createIssue',
  title: 'Create a Jira issue',
  purpose: 'create the issue',
  integration: 'jira',
  scopes: ['write:jira-work'],
  input: z.object({
    project: z
      .string()
      .trim()
      .regex(/^[A-Za-z][A-Za-z0-9_]{1,9}$/, 'A project key is 2 to 10 letters or digits, like KAN.')
      .transform((key) => key.toUpperCase())
      .meta({ title: 'Which project is it for?', description: 'The project key, like KAN' }),
    summary: z
      .string()
      .trim()
      .min(1, 'The summary cannot be empty.')
      .max(255, 'Jira takes at most 255 characters.')
      .meta({ title: 'What is it about?', description: 'One line that becomes the summary' }),
  }),
  phrases: [/^create (?:a |an )?(?:new )?(?:jira )?issue in (?<project>[a-z][a-z0-9_]+)\s*[:,-]\s*(?<summary>.+)$/i],
  run: async (api, { project, summary }, context) => {
    const fields = { project: { key: project }, issuetype: { name: 'Task' }, summary };
    const { data } = await orRefuse(api.post<unknown>('/rest/api/3/issue', { fields }), {
      400: (body) => refusedField(body, project),
      403: `Your Jira account is not allowed to create issues in ${project}.`,
    });
    const key = createdId(record(data).key);
    return { key, summary, url: `${context.site?.url ?? ''}/browse/${key}` };
  },
  answer: (issue) => ({ title: `Created ${issue.key}`, text: issue.summary, url: issue.url }),
});

function refusedField(body: unknown, project: string): string | undefined {
  const refused = record(record(body).errors);
  if ('project' in refused) return `There is no project ${project} in which you can create issues.`;
  if ('issuetype' in refused) return `The project ${project} has no issue type called Task.`;
  if ('summary' in refused) return "Jira doesn't take this as summary.";
  const field = Object.keys(refused)[0];
  return field === undefined ? undefined : `The project ${project} also needs a value for ${field}.`;
}
