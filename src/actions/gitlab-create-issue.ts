import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { orRefuse } from './or-refuse.ts';
import { productLink } from './product-link.ts';
import { say } from './sentences/said/say.ts';

/** `POST /projects/{id}/issues`; the id can be the project's path, encoded as one segment. */
export const gitlabCreateIssue = defineAction({
  id: 'gitlab.createIssue',
  title: 'Create a GitLab issue',
  purpose: 'create the issue',
  integration: 'gitlab',
  scopes: ['api'],
  input: z.object({
    project: z
      .string()
      .trim()
      .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, 'A project path looks like acme/website.')
      .meta({ title: 'Which project?', description: 'Its path', examples: ['acme/website'] }),
    title: z
      .string()
      .trim()
      .min(1, 'The title cannot be empty.')
      .max(255, 'GitLab allows at most 255 characters.')
      .meta({ title: 'What is it about?', description: 'One line that becomes the title' }),
    /** Never asked for; only code can set it. */
    description: z.string().trim().optional(),
  }),
  phrases: [
    /^(?:create|open) (?:a |an )?(?:new )?gitlab issue in (?<project>[\w.-]+(?:\/[\w.-]+)+)(?:\s*[:,-]\s+(?<title>.+))?$/i,
  ],
  run: async (api, { project, title, description }, context) => {
    const issue = { title: title.replace(/\s*\n\s*/g, ' '), ...(description === undefined ? {} : { description }) };
    const { data } = await orRefuse(api.post<unknown>(`/projects/${encodeURIComponent(project)}/issues`, issue), {
      403: say(context, 'Your GitLab access does not allow creating issues in {project}.', { project }),
      404: say(context, "There is no project {project}, or your access can't reach it.", { project }),
    });
    const { iid, web_url: url } = record(data);
    return { project, number: createdId(iid), title: issue.title, url: productLink(api, url, []) };
  },
  answer: ({ project, number, title, url }, context) => ({
    title: say(context, 'Created {key}', { key: `${project}#${number}` }),
    text: title,
    url,
  }),
});
