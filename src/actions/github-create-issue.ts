import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { githubLink } from './github-link.ts';
import { forbidden, refusedField } from './github-problem.ts';
import { repositoryName } from './github-repository.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';

/** `POST /repos/{owner}/{repo}/issues` */
export const githubCreateIssue = defineAction({
  id: 'github.createIssue',
  title: 'Create a GitHub issue',
  purpose: 'create the issue',
  integration: 'github',
  // private repositories need `repo`, which is more than most deployments want to ask for
  scopes: ['public_repo'],
  input: z.object({
    repository: repositoryName,
    title: z
      .string()
      .trim()
      .min(1, 'The title cannot be empty.')
      .max(256, 'GitHub allows at most 256 characters.')
      .meta({ title: 'What is it about?', description: 'One line that becomes the title' }),
    /** Never asked for; only code can set it. */
    body: z.string().trim().max(65_536, 'GitHub allows at most 65,536 characters.').optional(),
  }),
  phrases: [
    /^(?:create|open) (?:a |an )?(?:new )?github issue in (?<repository>https?:\S+?|[\w.-]+\/[\w.-]+)(?:\s*[:,-]\s+(?<title>.+))?$/i,
  ],
  run: async (api, { repository, title, body }, context) => {
    const issue = { title: title.replace(/\s*\n\s*/g, ' '), ...(body === undefined ? {} : { body }) };
    const { data } = await orRefuse(api.post<unknown>(`/repos/${repository}/issues`, issue), {
      403: forbidden(
        say(context, 'Your GitHub access does not allow creating issues in {repository}.', { repository }),
      ),
      404: say(context, "There is no repository {repository}, or your access can't reach it.", { repository }),
      410: say(context, 'Issues are turned off in {repository}.', { repository }),
      422: (refused) => refusedField(refused, context),
    });
    const number = createdId(record(data).number);
    return { repository, number, title: issue.title, url: githubLink(api, record(data).html_url) };
  },
  answer: ({ repository, number, title, url }, context) => ({
    title: say(context, 'Created {key}', { key: `${repository}#${number}` }),
    text: title,
    url,
  }),
});
