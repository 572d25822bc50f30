import { list, record, text } from '../model/json.ts';

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
