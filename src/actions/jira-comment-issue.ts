import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { shownLine } from '../model/shown-text.ts';
import { atlassianDocument } from './atlassian-document.ts';
import { createdId } from './documented.ts';
import { issuePath, issueUrl, noSuchIssue } from './jira-issue.ts';
import { issueKey } from './jira-issue-key.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';

/** `POST /rest/api/3/issue/{key}/comment` */
export const jiraCommentIssue = defineAction({
  id: 'jira.commentIssue',
  title: 'Comment on a Jira issue',
  purpose: 'add the comment',
  integration: 'jira',
  scopes: ['write:jira-work'],
  input: z.object({
    key: issueKey,
    comment: z
      .string()
      .trim()
      .min(1, 'The comment cannot be empty.')
      .max(32_767, 'Jira allows at most 32,767 characters.')
      .meta({ title: 'What is your comment?' }),
  }),
  phrases: [
    /^comment on (?:the )?(?:jira )?(?:issue )?(?<key>[a-z][a-z0-9_]+-\d+|https?:\/\/[\w-]+\.atlassian\.net\/[^\s:]+)\s*[:,]\s*(?<comment>.+)$/is,
    /^comment on (?:the )?(?:jira )?(?:issue )?(?<key>[a-z][a-z0-9_]+-\d+|https?:\/\/[\w-]+\.atlassian\.net\/\S+)$/i,
  ],
  run: async (api, { key, comment }, context) => {
    const call = api.post<unknown>(`${issuePath(key)}/comment`, { body: atlassianDocument(comment) });
    const { data } = await orRefuse(call, {
      400: "Jira doesn't accept this comment.",
      403: say(context, 'Your Jira account is not allowed to comment on {key}.', { key }),
      404: noSuchIssue(key, context),
    });
    const id = createdId(record(data).id);
    return { key, comment, url: commentUrl(issueUrl(context, key), id) };
  },
  answer: ({ key, comment, url }, context) => ({
    title: say(context, 'Commented on {key}', { key }),
    text: comment,
    url,
  }),
});

function commentUrl(page: string, id: string): string {
  return page === '' ? '' : `${page}?focusedCommentId=${encodeURIComponent(shownLine(id))}`;
}
