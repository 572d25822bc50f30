import { z } from 'zod';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { githubLink } from './github-link.ts';
import { forbidden, leftOut } from './github-problem.ts';
import { orRefuse } from './or-refuse.ts';
import { counted, type Listener, word } from './sentences/said/say.ts';

/** `GET /issues`: issues in all repositories that the token can reach. GitHub lists pull requests as issues. */
export const githubMyIssues = defineAction({
  id: 'github.myIssues',
  title: 'List my GitHub issues',
  purpose: 'list your issues',
  integration: 'github',
  // public issues need no scope; the response does not say whether the token could see more with one
  scopes: [],
  effect: 'read',
  input: z.object({}),
  phrases: [/^(?:list |show )?my (?:open )?github issues$/i],
  run: async (api) => {
    const params = { filter: 'assigned', state: 'open', sort: 'updated', per_page: 10 };
    const { data, headers } = await orRefuse(api.get<unknown>('/issues', { params }), {
      403: forbidden('Your GitHub token is not allowed to list issues.'),
    });
    return {
      issues: documentedEntries(data, 'number').map((entry) => readIssue(api, entry)),
      hidden: leftOut(headers),
    };
  },
  answer: ({ issues, hidden }, context) =>
    issues.length === 0
      ? { title: 'No open issues are assigned to you.', ...partial(hidden, context) }
      : {
          title: 'Open issues assigned to you',
          ...partial(hidden, context),
          items: issues.map(({ repository, number, title, kind, url }) => ({
            title: [`${repository}#${number}`, title].filter(Boolean).join(': '),
            subtitle: word(context, kind),
            url,
          })),
        },
});

/** Tells the person that issues are missing. */
function partial(hidden: number, context: Listener): { readonly text?: string } {
  return hidden === 0 ? {} : { text: counted(context, 'withoutOrganizations', hidden) };
}

function readIssue(api: Api, entry: unknown) {
  const issue = record(entry);
  return {
    repository: text(record(issue.repository).full_name),
    number: text(issue.number),
    title: text(issue.title),
    kind: issue.pull_request === undefined ? 'issue' : 'pull request',
    url: githubLink(api, issue.html_url),
  };
}
