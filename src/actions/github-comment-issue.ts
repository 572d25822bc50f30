import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { createdId } from './documented.ts';
import { forbidden, refusedField } from './github-problem.ts';
import { issueReference } from './github-repository.ts';
import { orRefuse } from './or-refuse.ts';

/** `POST /repos/{owner}/{repo}/issues/{number}/comments`, for pull requests too. */
export const githubCommentIssue = defineAction({
  id: 'github.commentIssue',
  title: 'Comment on a GitHub issue',
  purpose: 'add the comment',
  integration: 'github',
  scopes: ['public_repo'],
  input: z.object({
    issue: issueReference,
    comment: z
      .string()
      .trim()
      .min(1, 'The comment cannot be empty.')
      .max(65_536, 'GitHub takes at most 65,536 characters.')
      .meta({ title: 'What is your comment?' }),
  }),
  phrases: [
    /^comment on (?:the )?(?:github issue )?(?<issue>https?:\/\/github\.com\/[^\s:]+|[\w.-]+\/[\w.-]+#\d+)(?:\s*[:,]\s*(?<comment>.+))?$/is,
  ],
  run: async (api, { issue, comment }) => {
    const [repository = '', number = ''] = issue.split('#');
    const call = api.post<unknown>(`/repos/${repository}/issues/${number}/comments`, { body: comment });
    const { data } = await orRefuse(call, {
      403: forbidden(`Your GitHub access may not comment on ${issue}.`),
      404: `There is no issue ${issue}, or your access can't reach it.`,
      410: `${issue} was deleted.`,
      422: refusedField,
    });
    createdId(record(data).id);
    return { issue, comment, url: text(record(data).html_url) };
  },
  answer: ({ issue, comment, url }) => ({ title: `Commented on ${issue}`, text: comment, url }),
});
