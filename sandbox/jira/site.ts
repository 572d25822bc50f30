import { type Answer, json, page } from '../answer.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import type { ProductRequest, Route } from '../product.ts';
import type { World } from '../world.ts';
import { withApiToken } from './caller.ts';
import { documentText } from './document-format.ts';
import { jiraBrand } from './jira-brand.ts';
import { restApi } from './rest-api.ts';
import { jiraSites, jiraUsers } from './seed.ts';

const host = '/jira/site/{site}';

/** `{site}.atlassian.net`: pages for people, and the REST API for API tokens. A 3LO token does not work here. */
export function site(world: World): readonly Route[] {
  const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;
  return [
    { method: 'GET', host, path: '/browse/{key}', handle: (request) => showIssue(world, request) },
    ...restApi(world, { host, api: '/rest/api/3', guard: withApiToken }),
    ...methods.map((method): Route => ({ method, host, path: '/rest/*', handle: refuseRest })),
  ];
}

function refuseRest(): Answer {
  return json(
    401,
    { message: 'Client must be authenticated to access this resource.', 'status-code': 401 },
    { 'www-authenticate': 'OAuth realm="sandbox"' },
  );
}

function showIssue(world: World, request: ProductRequest): Answer {
  const found = jiraSites.find(({ name }) => name === request.params.site);
  const issue = world
    .state()
    .jira.issues.find(
      (one) => one.cloudId === found?.cloudId && `${one.project}-${one.number}` === request.params.key?.toUpperCase(),
    );
  if (!found || !issue) {
    const body = html`<h1>We couldn't find that issue</h1><p>It does not exist, or you may not see it.</p>`;
    return page(404, pageLayout({ title: 'Issue not found', brand: jiraBrand, body }));
  }
  const key = `${issue.project}-${issue.number}`;
  const nameOf = (userId: string | null) => jiraUsers.find(({ id }) => id === userId)?.name ?? 'Unassigned';
  const body = html`<p class="soft">${found.title} / ${issue.project} / ${key}</p>
<h1>${issue.summary}</h1>
${documentText(issue.description)
  .split('\n')
  .map((line) => html`<p>${line}</p>`)}
<dl><dt>Status</dt><dd>${issue.status}</dd><dt>Type</dt><dd>${issue.issueType}</dd><dt>Priority</dt><dd>${issue.priority}</dd>
<dt>Assignee</dt><dd>${nameOf(issue.assignee)}</dd><dt>Reporter</dt><dd>${nameOf(issue.reporter)}</dd>
${issue.labels.length > 0 && html`<dt>Labels</dt><dd>${issue.labels.join(', ')}</dd>`}</dl>`;
  return page(200, pageLayout({ title: `${key} ${issue.summary}`, brand: jiraBrand, body }));
}
