import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { documentedId } from './documented.ts';
import { ISSUE_FIELDS, issuePath, issueTitle, noSuchIssue, readJiraIssue } from './jira-issue.ts';
import { issueKey } from './jira-issue-key.ts';
import { orRefuse } from './or-refuse.ts';
import { say, word } from './sentences/said/say.ts';

/** `GET /rest/api/3/issue/{key}` */
export const jiraViewIssue = defineAction({
  id: 'jira.viewIssue',
  title: 'View a Jira issue',
  purpose: 'show the issue',
  integration: 'jira',
  scopes: ['read:jira-work'],
  effect: 'read',
  input: z.object({ key: issueKey }),
  phrases: [
    /^(?:view|show|open) (?:the )?(?:jira )?(?:issue )?(?<key>[a-z][a-z0-9_]+-\d+|https?:\/\/[\w-]+\.atlassian\.net\/\S+)$/i,
    /^(?:view|show|open) (?:the )?jira issue (?<key>https?:\S+)$/i,
  ],
  run: async (api, { key }, context) => {
    const call = api.get<unknown>(issuePath(key), { params: { fields: ISSUE_FIELDS.join(',') } });
    const { data } = await orRefuse(call, {
      403: say(context, 'Your Jira account is not allowed to see {key}.', { key }),
      404: noSuchIssue(key, context),
    });
    documentedId(record(data).key);
    return readJiraIssue(data, context);
  },
  answer: (issue, context) => ({
    title: issueTitle(issue),
    ...(issue.description === '' ? {} : { text: issue.description }),
    facts: [
      { title: 'Status', value: issue.status },
      { title: 'Assigned to', value: word(context, issue.assignee) },
      ...(issue.priority === '' ? [] : [{ title: 'Priority', value: issue.priority }]),
    ],
    url: issue.url,
  }),
});
