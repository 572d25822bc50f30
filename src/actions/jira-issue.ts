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

/** Of a connection: the site that was chosen after signing in, or the one that an API token is for. */
type Place = Pick<ActionContext, 'site' | 'tenant'>;

/** The issue's page for people. */
export function issueUrl({ site, tenant }: Place, key: string): string {
  const address = site?.url ?? `https://${tenant}.atlassian.net`;
  return isJiraSite(address) ? `${address}/browse/${encodeURIComponent(key)}` : '';
}

/** What a site is called comes from the product; people are sent to a site of Atlassian's only, or to a stand-in on this machine. */
function isJiraSite(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '') return false;
  return (
    isLoopbackHost(url.hostname) || (url.protocol === 'https:' && /\.(?:atlassian\.net|jira\.com)$/.test(url.hostname))
  );
}

/** Jira says the same of an issue that is not there and of one that the person must not see. */
export function noSuchIssue(key: string, context: Listener): string {
  return say(context, "There is no issue {key}, or your account can't see it.", { key });
}

/** What people want to know of an issue. */
export interface JiraIssue {
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  readonly assignee: string;
  readonly priority: string;
  readonly description: string;
  readonly url: string;
}

/** Who works on it where nobody does; an answer has it in the person's language. */
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

/** `KAN-7: Fix the login`; the key alone where nothing is known of it. */
export function issueTitle({ key, summary }: Pick<JiraIssue, 'key' | 'summary'>): string {
  return summary === '' ? key : `${key}: ${summary}`;
}
