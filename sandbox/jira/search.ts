import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import type { SiteCaller } from './caller.ts';
import { parseJql } from './jql.ts';
import { presentIssue, selfOf } from './present-issue.ts';
import { problem } from './problem.ts';

interface Search {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly maxResults: number;
  readonly offset: number;
}

/** `GET|POST /rest/api/3/search/jql`: no total, and only ids unless fields are asked for. */
export function searchIssues(world: World, { user, site }: SiteCaller, request: ProductRequest): Answer {
  const search = request.method === 'GET' ? readQuery(request.url.searchParams) : readBody(request);
  if (!search) return problem(400, ['Invalid request payload. Refer to the REST API documentation and try again.']);
  const query = parseJql(search.jql, { userId: user.id, now: world.now() });
  if ('problem' in query) return problem(400, [query.problem]);
  if (!query.restricted) {
    return problem(400, ['Unbounded JQL queries are not allowed here. Please add a search restriction to your query.']);
  }

  const found = world
    .state()
    .jira.issues.filter((issue) => issue.cloudId === site.cloudId && query.matches(issue))
    .sort(query.compare);
  const end = search.offset + search.maxResults;
  const issues = found
    .slice(search.offset, end)
    .map((issue) =>
      search.fields.length === 0 || (search.fields.length === 1 && search.fields[0] === 'id')
        ? { id: issue.id, self: selfOf(world, issue) }
        : presentIssue(world, issue, search.fields),
    );
  if (end >= found.length) return json(200, { issues, isLast: true });
  return json(200, { issues, isLast: false, nextPageToken: Buffer.from(`offset:${end}`).toString('base64url') });
}

function readQuery(query: URLSearchParams): Search {
  return {
    jql: query.get('jql') ?? '',
    fields: query.get('fields')?.split(',').filter(Boolean) ?? [],
    maxResults: pageSize(Number(query.get('maxResults') ?? 50)),
    offset: offsetOf(query.get('nextPageToken')),
  };
}

function readBody(request: ProductRequest): Search | undefined {
  const body = jsonObject(request.body);
  if (!body) return undefined;
  return {
    jql: typeof body.jql === 'string' ? body.jql : '',
    fields: Array.isArray(body.fields) ? body.fields.filter((field) => typeof field === 'string') : [],
    maxResults: pageSize(typeof body.maxResults === 'number' ? body.maxResults : 50),
    offset: offsetOf(body.nextPageToken),
  };
}

function pageSize(asked: number): number {
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, 100) : 50;
}

function offsetOf(token: unknown): number {
  if (typeof token !== 'string') return 0;
  const offset = /^offset:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  return Number(offset ?? 0);
}
