import { type Answer, json, noContent } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { asObject, asText, jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import type { SiteCaller } from './caller.ts';
import { isDocument } from './document-format.ts';
import { absent, findIssue, isReader, notUnderstood } from './issues.ts';
import { presentUser, statusCategories } from './present-issue.ts';
import { problem } from './problem.ts';
import { jiraUsers } from './seed.ts';

/** A transition has its own name, which can differ from that of the status it leads to. */
const TRANSITIONS = [
  { id: '11', name: 'To Do', status: 'To Do' },
  { id: '21', name: 'Start progress', status: 'In Progress' },
  { id: '31', name: 'Done', status: 'Done' },
] as const;

/** `GET /rest/api/3/issue/{key}/transitions`: those that lead somewhere else. */
export function listTransitions(world: World, caller: SiteCaller, request: ProductRequest): Answer {
  const issue = findIssue(world, caller, request);
  if (!issue) return absent();
  const open = isReader(caller, issue.project) ? [] : TRANSITIONS.filter(({ status }) => status !== issue.status);
  const transitions = open.map(({ id, name, status }) => ({
    id,
    name,
    to: { id: `1000${id}`, name: status, statusCategory: statusCategories[status] },
    isAvailable: true,
  }));
  return json(200, { expand: 'transitions', transitions });
}

/** `POST /rest/api/3/issue/{key}/transitions` */
export function transitionIssue(world: World, caller: SiteCaller, request: ProductRequest): Answer {
  const issue = findIssue(world, caller, request);
  if (!issue) return absent();
  const wanted = asObject(jsonObject(request.body)?.transition)?.id;
  const transition = TRANSITIONS.find(({ id, status }) => id === wanted && status !== issue.status);
  if (!transition || isReader(caller, issue.project)) {
    return problem(400, ['It seems that you have tried to perform an illegal workflow operation.']);
  }
  const { issues } = world.state().jira;
  issues[issues.indexOf(issue)] = { ...issue, status: transition.status, updated: world.now() };
  return noContent();
}

/** `POST /rest/api/3/issue/{key}/comment` */
export function addComment(world: World, caller: SiteCaller, request: ProductRequest): Answer {
  const issue = findIssue(world, caller, request);
  if (!issue) return absent();
  if (isReader(caller, issue.project)) {
    return problem(403, ['You do not have permission to comment on this issue.']);
  }
  const body = jsonObject(request.body)?.body;
  if (!isDocument(body)) return problem(400, [], { comment: 'Comment body is not valid!' });
  const { comments } = world.state().jira;
  const comment = { id: String(20_001 + comments.length), issue: issue.id, author: caller.user.id, body };
  comments.push(comment);
  const created = new Date(world.now()).toISOString().replace('Z', '+0000');
  return json(201, { id: comment.id, author: presentUser(world, caller.user.id), body, created });
}

/** `PUT /rest/api/3/issue/{key}/assignee` */
export function assignIssue(world: World, caller: SiteCaller, request: ProductRequest): Answer {
  const issue = findIssue(world, caller, request);
  if (!issue) return absent();
  if (isReader(caller, issue.project)) return problem(403, ['You do not have permission to assign issues.']);
  const body = jsonObject(request.body);
  if (!body || !('accountId' in body)) return notUnderstood();
  const member = membersOf(caller).find(({ accountId }) => accountId === body.accountId);
  if (body.accountId !== null && !member) {
    return problem(400, [], { assignee: `User '${body.accountId}' cannot be assigned issues.` });
  }
  const { issues } = world.state().jira;
  issues[issues.indexOf(issue)] = { ...issue, assignee: member?.id ?? null, updated: world.now() };
  return noContent();
}

/** `GET /rest/api/3/user/assignable/search`: by the beginning of a word of the name, or of the e-mail address. */
export function searchAssignable(world: World, caller: SiteCaller, request: ProductRequest): Answer {
  const { searchParams } = request.url;
  if (!asText(searchParams.get('issueKey')) && !asText(searchParams.get('project'))) {
    return problem(400, ["Either the 'project' or the 'issueKey' query parameter is required."]);
  }
  const query = (searchParams.get('query') ?? '').toLowerCase();
  const found = membersOf(caller).filter(({ name, email }) =>
    [name, ...name.split(' '), email].some((word) => word.toLowerCase().startsWith(query)),
  );
  return json(
    200,
    found.map(({ id }) => presentUser(world, id)),
  );
}

function membersOf({ site }: SiteCaller) {
  return jiraUsers.filter(({ sites }) => sites.includes(site.name));
}
