import { type Answer, json, noContent } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { asObject, jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import type { SiteCaller } from './caller.ts';
import { readFields } from './issue-fields.ts';
import { presentIssue, selfOf } from './present-issue.ts';
import { problem } from './problem.ts';
import type { JiraIssue } from './state.ts';

/** `POST /rest/api/3/issue` */
export function createIssue(world: World, caller: SiteCaller, request: ProductRequest): Answer {
  const fields = asObject(jsonObject(request.body)?.fields);
  if (!fields) return notUnderstood();
  const read = readFields(caller.site, fields, 'create');
  if ('errors' in read) return problem(400, read.messages, read.errors);

  const { project } = read.changes;
  if (isReader(caller, project)) {
    return problem(403, ['You do not have permission to create issues in this project.']);
  }
  const jira = world.state().jira;
  const now = world.now();
  jira.lastIssueId += 1;
  const issue: JiraIssue = {
    id: String(jira.lastIssueId),
    cloudId: caller.site.cloudId,
    number: nextNumber(jira.issues, caller.site.cloudId, project),
    summary: '',
    description: null,
    issueType: 'Task',
    status: 'To Do',
    priority: 'Medium',
    labels: [],
    assignee: null,
    reporter: caller.user.id,
    dueDate: null,
    created: now,
    updated: now,
    ...read.changes,
  };
  jira.issues.push(issue);
  return json(201, { id: issue.id, key: `${issue.project}-${issue.number}`, self: selfOf(world, issue) });
}

/** `GET /rest/api/3/issue/{key}` */
export function getIssue(world: World, caller: SiteCaller, request: ProductRequest): Answer {
  const issue = findIssue(world, caller, request);
  if (!issue) return absent();
  const fields = request.url.searchParams.get('fields')?.split(',') ?? ['*all'];
  return json(200, presentIssue(world, issue, fields));
}

/** `PUT /rest/api/3/issue/{key}` */
export function updateIssue(world: World, caller: SiteCaller, request: ProductRequest): Answer {
  const issue = findIssue(world, caller, request);
  if (!issue) return absent();
  if (isReader(caller, issue.project))
    return problem(403, ['You do not have permission to edit issues in this project.']);
  const fields = asObject(jsonObject(request.body)?.fields);
  if (!fields) return notUnderstood();
  const read = readFields(caller.site, fields, 'update');
  if ('errors' in read) return problem(400, read.messages, read.errors);

  const { issues } = world.state().jira;
  issues[issues.indexOf(issue)] = { ...issue, ...read.changes, updated: world.now() };
  return noContent();
}

/** `DELETE /rest/api/3/issue/{key}` */
export function deleteIssue(world: World, caller: SiteCaller, request: ProductRequest): Answer {
  const issue = findIssue(world, caller, request);
  if (!issue) return absent();
  if (isReader(caller, issue.project)) {
    return problem(403, ['You do not have permission to delete issues in this project.']);
  }
  const { issues } = world.state().jira;
  issues.splice(issues.indexOf(issue), 1);
  return noContent();
}

export function findIssue(world: World, { site }: SiteCaller, request: ProductRequest): JiraIssue | undefined {
  const wanted = request.params.key?.toUpperCase();
  return world
    .state()
    .jira.issues.find(
      (issue) =>
        issue.cloudId === site.cloudId && (`${issue.project}-${issue.number}` === wanted || issue.id === wanted),
    );
}

export function isReader({ site, user }: SiteCaller, project: string): boolean {
  return site.projects.find(({ key }) => key === project)?.readers.includes(user.id) ?? true;
}

function nextNumber(issues: readonly JiraIssue[], cloudId: string, project: string): number {
  const numbers = issues.filter((issue) => issue.cloudId === cloudId && issue.project === project);
  return Math.max(0, ...numbers.map(({ number }) => number)) + 1;
}

export function absent(): Answer {
  return problem(404, ['Issue does not exist or you do not have permission to see it.']);
}

export function notUnderstood(): Answer {
  return problem(400, ['Invalid request payload. Refer to the REST API documentation and try again.']);
}
