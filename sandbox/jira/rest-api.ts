import { json } from '../answer.ts';
import type { ProductRequest, Route } from '../product.ts';
import type { World } from '../world.ts';
import type { ApiGuard, ServeSite, SiteCaller } from './caller.ts';
import { addComment, assignIssue, listTransitions, searchAssignable, transitionIssue } from './issue-changes.ts';
import { createIssue, deleteIssue, getIssue, updateIssue } from './issues.ts';
import { problem } from './problem.ts';
import { searchIssues } from './search.ts';

/**
 * The REST API of a site, at the gateway and at the site itself.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/
 */
export function restApi(
  world: World,
  { host, api, guard }: { readonly host: string; readonly api: string; readonly guard: ApiGuard },
): readonly Route[] {
  const read = (handle: ServeSite) => guard(world, 'read:jira-work', handle);
  const write = (handle: ServeSite) => guard(world, 'write:jira-work', handle);
  const people = (handle: ServeSite) => guard(world, 'read:jira-user', handle);
  return [
    { method: 'GET', host, path: `${api}/myself`, handle: people(myself) },
    { method: 'POST', host, path: `${api}/issue`, handle: write((...call) => createIssue(world, ...call)) },
    { method: 'GET', host, path: `${api}/issue/{key}`, handle: read((...call) => getIssue(world, ...call)) },
    { method: 'PUT', host, path: `${api}/issue/{key}`, handle: write((...call) => updateIssue(world, ...call)) },
    { method: 'DELETE', host, path: `${api}/issue/{key}`, handle: write((...call) => deleteIssue(world, ...call)) },
    {
      method: 'GET',
      host,
      path: `${api}/issue/{key}/transitions`,
      handle: read((...call) => listTransitions(world, ...call)),
    },
    {
      method: 'POST',
      host,
      path: `${api}/issue/{key}/transitions`,
      handle: write((...call) => transitionIssue(world, ...call)),
    },
    {
      method: 'POST',
      host,
      path: `${api}/issue/{key}/comment`,
      handle: write((...call) => addComment(world, ...call)),
    },
    {
      method: 'PUT',
      host,
      path: `${api}/issue/{key}/assignee`,
      handle: write((...call) => assignIssue(world, ...call)),
    },
    {
      method: 'GET',
      host,
      path: `${api}/user/assignable/search`,
      handle: people((...call) => searchAssignable(world, ...call)),
    },
    { method: 'GET', host, path: `${api}/issue/createmeta/{project}/issuetypes`, handle: read(listIssueTypes) },
    { method: 'GET', host, path: `${api}/search/jql`, handle: read((...call) => searchIssues(world, ...call)) },
    { method: 'POST', host, path: `${api}/search/jql`, handle: read((...call) => searchIssues(world, ...call)) },
    { method: 'GET', host, path: `${api}/project/search`, handle: read(listProjects) },
    { method: 'GET', host, path: `${api}/search`, handle: read(removedSearch) },
    { method: 'POST', host, path: `${api}/search`, handle: read(removedSearch) },
  ];
}

function myself({ user }: SiteCaller) {
  return json(200, {
    accountId: user.accountId,
    accountType: 'atlassian',
    emailAddress: user.email,
    displayName: user.name,
    active: true,
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
  });
}

/**
 * `action=create` leaves out where the person may not; `query` is a part of key or name, whatever its case.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get
 */
function listProjects({ site, user }: SiteCaller, { url: { searchParams } }: ProductRequest) {
  const creates = searchParams.get('action') === 'create';
  const query = (searchParams.get('query') ?? '').toLowerCase();
  const maxResults = Math.min(Number(searchParams.get('maxResults') ?? 50), 100);
  const seen = site.projects.filter(
    ({ readers, key, name }) =>
      (!creates || !readers.includes(user.id)) && `${key}\n${name}`.toLowerCase().includes(query),
  );
  const values = seen
    .slice(0, maxResults)
    .map(({ id, key, name }) => ({ id, key, name, projectTypeKey: 'software', simplified: true }));
  return json(200, { values, maxResults, startAt: 0, total: seen.length, isLast: seen.length <= maxResults });
}

function listIssueTypes({ site, user }: SiteCaller, { params }: ProductRequest) {
  const project = site.projects.find(({ key, id }) => key === params.project || id === params.project);
  if (!project || project.readers.includes(user.id)) {
    return problem(404, ['The project does not exist or you do not have permission to create issues in it.']);
  }
  const { issueTypes } = project;
  return json(200, { issueTypes, maxResults: 50, startAt: 0, total: issueTypes.length });
}

function removedSearch() {
  return problem(410, [
    'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
  ]);
}
