import { type Answer, json } from '../answer.ts';
import type { ProductRequest, Route } from '../product.ts';
import type { World } from '../world.ts';
import { type GithubCaller, withCaller } from './caller.ts';
import { addComment, createIssue } from './issue-changes.ts';
import { type GithubIssue, githubIssues } from './seed.ts';

/**
 * `api.github.com`.
 * @see https://docs.github.com/en/rest
 */
export function api(world: World, host: string): readonly Route[] {
  return [
    { method: 'GET', host, path: '/user', handle: withCaller(world, (caller) => showUser(world, caller)) },
    { method: 'GET', host, path: '/issues', handle: withCaller(world, (...call) => listIssues(world, ...call)) },
    {
      method: 'POST',
      host,
      path: '/repos/{owner}/{repository}/issues',
      handle: withCaller(world, (...call) => createIssue(world, ...call)),
    },
    {
      method: 'POST',
      host,
      path: '/repos/{owner}/{repository}/issues/{number}/comments',
      handle: withCaller(world, (...call) => addComment(world, ...call)),
    },
  ];
}

function showUser(world: World, { user, scopes }: GithubCaller): Answer {
  return json(200, {
    login: user.id,
    id: user.number,
    url: `${world.url()}/github/api/users/${user.id}`,
    html_url: `${world.url()}/github/web/${user.id}`,
    type: 'User',
    name: user.name,
    // private, unless the person has made it public or the token may read it
    email: scopes.includes('user:email') ? user.email : null,
  });
}

/** Issues and pull requests that are assigned to the caller; private repositories only with the scope `repo`. */
function listIssues(world: World, { user, scopes }: GithubCaller, { url }: ProductRequest): Answer {
  const state = url.searchParams.get('state') ?? 'open';
  const perPage = Math.min(Number(url.searchParams.get('per_page') ?? 30) || 30, 100);
  const visible = githubIssues
    .filter((issue) => issue.assignees.includes(user.id))
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => !issue.private || scopes.includes('repo'));
  const partial = world.state().github.singleSignOn === 'partial_results';
  return json(
    200,
    visible.slice(0, perPage).map((issue) => present(world, issue)),
    partial ? { 'x-github-sso': 'partial-results; organizations=21955855,20582480' } : {},
  );
}

function present(world: World, issue: GithubIssue) {
  const { number, repository, title, body, state, assignees } = issue;
  const repositoryUrl = `${world.url()}/github/api/repos/${repository}`;
  const page = `${world.url()}/github/web/${repository}/${issue.pullRequest ? 'pull' : 'issues'}/${number}`;
  return {
    url: `${repositoryUrl}/issues/${number}`,
    repository_url: repositoryUrl,
    html_url: page,
    id: 1000 + number,
    number,
    title,
    body,
    state,
    assignees: assignees.map((login) => ({ login })),
    repository: { full_name: repository, private: issue.private },
    ...(issue.pullRequest && { pull_request: { html_url: page } }),
  };
}
