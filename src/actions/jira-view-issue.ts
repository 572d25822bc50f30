import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { ISSUE_FIELDS, readJiraIssue } from './jira-issue.ts';

/** `GET /rest/api/3/issue/{key}` */
export const jiraViewIssue = defineAction({
  id: 'jira.viewIssue',
  title: 'View a Jira issue',
  purpose: 'show the issue',
  integration: 'jira',
  scopes: ['read:jira-work'],
  input: z.object({
    key: z
      .string()
      .trim()
      .regex(/^[A-Za-z][A-Za-z0-9_]+-\d+$/, 'An issue key looks like KAN-7.')
      .transform((key) => key.toUpperCase())
      .meta({ title: 'Which issue?', description: 'Its key, like KAN-7' }),
  }),
  phrases: [/^(?:view|show|open) (?:the )?(?:jira )?(?:issue )?(?<key>[a-z][a-z0-9_]+-\d+)$/i],
  run: async (api, input, context) => {
    const path = `/rest/api/3/issue/${encodeURIComponent(input.key)}`;
    const { data } = await api.get<unknown>(path, { params: { fields: ISSUE_FIELDS.join(',') } });
    return readJiraIssue(data, context.site?.url ?? '');
  },
  answer: (issue) => ({
    title: `${issue.key}: ${issue.summary}`,
    ...(issue.description === '' ? {} : { text: issue.description }),
    facts: [
      { title: 'Status', value: issue.status },
      { title: 'Assigned to', value: issue.assignee },
      ...(issue.priority === '' ? [] : [{ title: 'Priority', value: issue.priority }]),
    ],
    url: issue.url,
  }),
});
