import { z } from 'zod';
import { list, record, text } from '../model/json.ts';

/** The key of an issue, also out of its link. */
export const issueKey = z
  .string()
  .trim()
  .transform((given) => given.replace(/^https?:\/\/[^/]+\/(?:.*\/)?browse\/([^/?#]+).*$/, '$1').toUpperCase())
  .pipe(z.string().regex(/^[A-Z][A-Z0-9_]+-\d+$/, 'An issue key looks like KAN-7.'))
  .meta({ title: 'Which issue?', description: 'Its key, like KAN-7, or its link' });

/** `/rest/api/3/issue/{key}` */
export function issuePath(key: string): string {
  return `/rest/api/3/issue/${encodeURIComponent(key)}`;
}

/** Jira says the same of an issue that is not there and of one that the person must not see. */
export function noSuchIssue(key: string): string {
  return `There is no issue ${key}, or your account can't see it.`;
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

export const ISSUE_FIELDS = ['summary', 'status', 'assignee', 'priority', 'description'] as const;

export function readJiraIssue(body: unknown, siteUrl: string): JiraIssue {
  const issue = record(body);
  const fields = record(issue.fields);
  const key = text(issue.key);
  return {
    key,
    summary: text(fields.summary),
    status: text(record(fields.status).name),
    assignee: text(record(fields.assignee).displayName) || 'nobody',
    priority: text(record(fields.priority).name),
    description: plainText(fields.description).trim(),
    url: `${siteUrl}/browse/${key}`,
  };
}

/** The words of an Atlassian Document; a paragraph a line. */
function plainText(node: unknown): string {
  const { type, content, ...rest } = record(node);
  const words = text(rest.text) + list(content).map(plainText).join('');
  return type === 'paragraph' ? `${words}\n` : words;
}
