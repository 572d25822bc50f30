import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { issueUrl } from './jira-issue.ts';
import { issueTypeNamed, projectNamed } from './jira-project.ts';
import { orRefuse } from './or-refuse.ts';
import { type Listener, say, word } from './sentences/said/say.ts';

/** `POST /rest/api/3/issue`. The type is sent by id, because names are translated; the default is a task. */
export const jiraCreateIssue = defineAction({
  id: 'jira.createIssue',
  title: 'Create a Jira issue',
  purpose: 'create the issue',
  integration: 'jira',
  scopes: ['write:jira-work', 'read:jira-work'],
  input: z.object({
    summary: z
      .string()
      .trim()
      .min(1, 'The summary cannot be empty.')
      .max(255, 'Jira allows at most 255 characters.')
      .meta({ title: 'What is it about?', description: 'One line that becomes the summary' }),
    /** A key or a name. Default: the only project in which the person can create issues; if there are several, we offer them. */
    project: z
      .string()
      .trim()
      .max(80, "Please give a project's key, like KAN, or its name.")
      .optional()
      .meta({ description: 'Which project is it for?' }),
    /** Asked for only if the project has no tasks; a message may name it. */
    type: z
      .string()
      .trim()
      .max(60, 'That is too long for an issue type.')
      .optional()
      .meta({ description: 'What type should it be?' }),
  }),
  phrases: [
    /^create (?:a |an )?(?:new )?(?:jira )?issue in (?<project>[a-z][a-z0-9_]+)\s*[:,-]\s*(?<summary>.+)$/i,
    /^create (?:a |an )?(?:new )?jira issue\s*:\s*(?<summary>.+)$/i,
    /^create (?:a |an )?(?:new )?jira (?<type>(?!issue\b)[\p{L}]+) in (?<project>[a-z][a-z0-9_]+)\s*[:,-]\s*(?<summary>.+)$/iu,
  ],
  run: async (api, { project: given = '', summary, type: wanted = '' }, context) => {
    const project = await projectNamed(api, given, context);
    const type = issueTypeNamed(project, wanted, context);
    // a summary has one line
    const line = summary.replace(/\s*\n\s*/g, ' ');
    const fields = { project: { key: project.key }, issuetype: { id: type.id }, summary: line };
    const { data } = await orRefuse(api.post<unknown>('/rest/api/3/issue', { fields }), {
      400: (body) => refusedField(body, project.key, context),
      403: say(context, 'Your Jira account is not allowed to create issues in {project}.', { project: project.key }),
    });
    const key = createdId(record(data).key);
    return { key, summary: line, url: issueUrl(context, key) };
  },
  answer: (issue, context) => ({
    title: say(context, 'Created {key}', { key: issue.key }),
    text: issue.summary,
    url: issue.url,
  }),
});

function refusedField(body: unknown, project: string, context: Listener): string | undefined {
  const refused = record(record(body).errors);
  if ('project' in refused)
    return say(context, 'There is no project “{project}” where you can create issues.', { project });
  if ('summary' in refused) return "Jira doesn't accept this summary.";
  const field = Object.keys(refused)[0];
  if (field === undefined) return undefined;
  return say(context, 'The project {project} also needs a value for “{field}”.', {
    project,
    field: word(context, field),
  });
}
