import type { ActionContext } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { isLoopbackHost } from '../model/loopback.ts';
import { shownLine } from '../model/shown-text.ts';
import { documentText } from './document-text.ts';
import { type Listener, say } from './sentences/said/say.ts';

/** `/rest/api/3/issue/{key}` */
export function issuePath(key: string): string {
  return `/rest/api/3/issue/${encodeURIComponent(key)}`;
}

/** The connection's site: the one that the person chose after signing in, or the one that the API token is for. */
type Place = Pick<ActionContext, 'site' | 'tenant'>;

/** The issue's page for people. */
export function issueUrl({ site, tenant }: Place, key: string): string {
  const address = site?.url ?? `https://${tenant}.atlassian.net`;
  return isJiraSite(address) ? `${address}/browse/${encodeURIComponent(key)}` : '';
}

/** A site's address comes from the product. We link only to Atlassian's sites, or to a stand-in on this machine. */
function isJiraSite(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '') return false;
  return (
    isLoopbackHost(url.hostname) || (url.protocol === 'https:' && /\.(?:atlassian\.net|jira\.com)$/.test(url.hostname))
  );
}

/** Jira does not distinguish an issue that does not exist from one that the person must not see. */
export function noSuchIssue(key: string, context: Listener): string {
  return say(context, "There is no issue {key}, or your account can't see it.", { key });
}

/** The parts of an issue that answers show. Empty if Jira has no value. */
export interface JiraIssue {
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  readonly assignee: string;
  readonly priority: string;
  readonly description: string;
  readonly url: string;
}

/** The assignee of an unassigned issue; answers translate it. */
export const NOBODY = 'nobody';

export const ISSUE_FIELDS = ['summary', 'status', 'assignee', 'priority', 'description'] as const;

export function readJiraIssue(body: unknown, place: Place): JiraIssue {
  const issue = record(body);
  const fields = record(issue.fields);
  const key = shownLine(text(issue.key));
  return {
    key,
    summary: text(fields.summary),
    status: text(record(fields.status).name),
    assignee: text(record(fields.assignee).displayName) || NOBODY,
    priority: text(record(fields.priority).name),
    description: documentText(fields.description),
    url: issueUrl(place, key),
  };
}

/** `KAN-7: Fix the login`, or the key alone without a summary. */
export function issueTitle({ key, summary }: Pick<JiraIssue, 'key' | 'summary'>): string {
  return summary === '' ? key : `${key}: ${summary}`;
}
