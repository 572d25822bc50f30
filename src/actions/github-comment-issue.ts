import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { githubLink } from './github-link.ts';
import { forbidden, refusedField } from './github-problem.ts';
import { issueReference } from './github-repository.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';

/** `POST /repos/{owner}/{repo}/issues/{number}/comments`, which works for pull requests too. */
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
      .max(65_536, 'GitHub allows at most 65,536 characters.')
      .meta({ title: 'What is your comment?' }),
  }),
  phrases: [
    /^comment on (?:the )?(?:github issue )?(?<issue>https?:\/\/github\.com\/[^\s:]+|[\w.-]+\/[\w.-]+#\d+)(?:\s*[:,]\s*(?<comment>.+))?$/is,
  ],
  run: async (api, { issue, comment }, context) => {
    const [repository = '', number = ''] = issue.split('#');
    const call = api.post<unknown>(`/repos/${repository}/issues/${number}/comments`, { body: comment });
    const { data } = await orRefuse(call, {
      403: forbidden(say(context, 'Your GitHub access does not allow comments on {issue}.', { issue })),
      404: say(context, "There is no issue {issue}, or your access can't reach it.", { issue }),
      410: say(context, '{issue} was deleted.', { issue }),
      422: (body) => refusedField(body, context),
    });
    createdId(record(data).id);
    return { issue, comment, url: githubLink(api, record(data).html_url) };
  },
  answer: ({ issue, comment, url }, context) => ({
    title: say(context, 'Commented on {key}', { key: issue }),
    text: comment,
    url,
  }),
});
