import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { asText, jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import type { GithubCaller } from './caller.ts';
import { invalid, notFound, problem } from './problem.ts';
import { githubIssues } from './seed.ts';

/** `POST /repos/{owner}/{repo}/issues` */
export function createIssue(world: World, caller: GithubCaller, request: ProductRequest): Answer {
  const repository = `${request.params.owner}/${request.params.repository}`;
  const refused = refusalAt(repository, caller);
  if (refused) return refused;
  const body = jsonObject(request.body);
  const title = asText(body?.title)?.trim();
  if (!title) return invalid('title');
  const { github } = world.state();
  const numbers = [...githubIssues, ...github.issues].filter((issue) => issue.repository === repository);
  const number = Math.max(...numbers.map((issue) => issue.number)) + 1;
  github.issues.push({ repository, number, title, body: asText(body?.body) ?? '', author: caller.user.id });
  return json(201, { id: 1000 + number, number, title, html_url: pageOf(world, repository, number) });
}

/** `POST /repos/{owner}/{repo}/issues/{number}/comments` */
export function addComment(world: World, caller: GithubCaller, request: ProductRequest): Answer {
  const repository = `${request.params.owner}/${request.params.repository}`;
  const refused = refusalAt(repository, caller);
  if (refused) return refused;
  const { github } = world.state();
  const issue = [...githubIssues, ...github.issues].find(
    (one) => one.repository === repository && String(one.number) === request.params.number,
  );
  if (!issue) return notFound();
  const body = asText(jsonObject(request.body)?.body);
  if (!body) return invalid('body');
  const id = 9001 + github.comments.length;
  github.comments.push({ id, issue: `${repository}#${issue.number}`, author: caller.user.id, body });
  return json(201, { id, body, html_url: `${pageOf(world, repository, issue.number)}#issuecomment-${id}` });
}

/** 404 for what a token must not see; 403 for what it may see but not change. */
function refusalAt(repository: string, { scopes }: GithubCaller): Answer | undefined {
  const known = githubIssues.find((issue) => issue.repository === repository);
  if (!known || (known.private && !scopes.includes('repo'))) return notFound();
  const mayWrite = scopes.includes('repo') || scopes.includes('public_repo');
  return mayWrite ? undefined : problem(403, 'Resource not accessible by personal access token');
}

function pageOf(world: World, repository: string, number: number): string {
  return `${world.url()}/github/web/${repository}/issues/${number}`;
}
