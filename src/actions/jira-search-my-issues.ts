import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { ISSUE_FIELDS, issueTitle, readJiraIssue } from './jira-issue.ts';

/** `POST /rest/api/3/search/jql`; the older `/search` returns 410. */
export const jiraSearchMyIssues = defineAction({
  id: 'jira.searchMyIssues',
  title: 'Search my Jira issues',
  purpose: 'look up your issues',
  integration: 'jira',
  scopes: ['read:jira-work'],
  effect: 'read',
  input: z.object({}),
  phrases: [/^(?:show |list |search )?my (?:open )?jira issues$/i],
  run: async (api, _input, context) => {
    const jql = 'assignee = currentUser() ORDER BY updated DESC';
    const { data } = await api.post<unknown>('/rest/api/3/search/jql', { jql, fields: ISSUE_FIELDS, maxResults: 10 });
    return documentedEntries(record(data).issues, 'key').map((issue) => readJiraIssue(issue, context));
  },
  answer: (issues) =>
    issues.length === 0
      ? { title: 'No issues are assigned to you.' }
      : {
          title: 'Issues assigned to you',
          items: issues.map((issue) => ({
            title: issueTitle(issue),
            subtitle: issue.status,
            url: issue.url,
          })),
        },
});
