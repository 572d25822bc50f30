import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { documentedNothing } from './documented.ts';
import { issuePath, noSuchIssue } from './jira-issue.ts';
import { issueKey } from './jira-issue-key.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';

/** `DELETE /rest/api/3/issue/{key}`, which cannot be undone. */
export const jiraDeleteIssue = defineAction({
  id: 'jira.deleteIssue',
  title: 'Delete a Jira issue',
  purpose: 'delete the issue',
  integration: 'jira',
  scopes: ['write:jira-work'],
  input: z.object({ key: issueKey }),
  phrases: [
    /^delete (?:the )?(?:jira )?(?:issue )?(?<key>[a-z][a-z0-9_]+-\d+|https?:\/\/[\w-]+\.atlassian\.net\/\S+)$/i,
    /^(?:delete) (?:the )?jira issue (?<key>https?:\S+)$/i,
  ],
  destructive: true,
  run: async (api, { key }, context) => {
    const { data } = await orRefuse(api.delete<unknown>(issuePath(key)), {
      // Jira's only reason to refuse somebody who may delete the issue
      400: say(context, '{key} has subtasks. Delete them first.', { key }),
      403: say(context, 'Your Jira account is not allowed to delete {key}.', { key }),
      404: noSuchIssue(key, context),
    });
    documentedNothing(data);
    return { key };
  },
  answer: ({ key }, context) => ({ title: say(context, 'Deleted {key}', { key }) }),
});
