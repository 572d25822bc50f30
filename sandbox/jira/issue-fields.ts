import { lookUp } from '../look-up.ts';
import { asObject, asText } from '../request-body.ts';
import { isDocument } from './document-format.ts';
import { englishTypes, type JiraIssueType } from './issue-types.ts';
import { type JiraSite, jiraUsers } from './seed.ts';
import type { JiraIssue } from './state.ts';

export const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'] as const;

type Changes = Partial<
  Pick<
    JiraIssue,
    'project' | 'summary' | 'description' | 'issueType' | 'priority' | 'labels' | 'assignee' | 'reporter' | 'dueDate'
  >
>;

interface Refused {
  readonly messages: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

/** Either the changes, or Jira's sentences for the refused fields; it checks all fields before it responds. */
export function readFields(
  site: JiraSite,
  fields: Readonly<Record<string, unknown>>,
  purpose: 'create',
): { readonly changes: Changes & { readonly project: string } } | Refused;
export function readFields(
  site: JiraSite,
  fields: Readonly<Record<string, unknown>>,
  purpose: 'update',
): { readonly changes: Changes } | Refused;
export function readFields(
  site: JiraSite,
  fields: Readonly<Record<string, unknown>>,
  purpose: 'create' | 'update',
): { readonly changes: Changes } | Refused {
  const wanted =
    purpose === 'create' ? { project: undefined, issuetype: undefined, summary: undefined, ...fields } : fields;
  const errors: Record<string, string> = {};
  let changes: Changes = {};
  const types = site.projects.find(({ key }) => key === asObject(fields.project)?.key)?.issueTypes ?? englishTypes;
  for (const [name, value] of Object.entries(wanted)) {
    const reader = name === 'issuetype' ? issueType(types) : lookUp(fieldReaders, name);
    const read = reader ? reader(value, site) : unknownField(name);
    if (typeof read === 'string') errors[name] = read;
    else changes = { ...changes, ...read };
  }
  if (fields.description !== undefined && fields.description !== null && typeof fields.description !== 'string') {
    if (!isDocument(fields.description)) return { messages: ['INVALID_INPUT'], errors: {} };
  }
  return Object.keys(errors).length > 0 ? { messages: [], errors } : { changes };
}

/** By id, or by the name that it has in the language of the site. */
function issueType(types: readonly JiraIssueType[]) {
  return (value: unknown): Changes | string => {
    const wanted = asObject(value) ?? {};
    const found = types.find(({ id, name }) => id === wanted.id || name === wanted.name);
    return found ? { issueType: found.untranslatedName } : 'Specify a valid issue type';
  };
}

/** One reader per field: the change, or the sentence that refuses it. */
const fieldReaders: Readonly<Record<string, (value: unknown, site: JiraSite) => Changes | string>> = {
  project(value, site) {
    const { key, id } = asObject(value) ?? {};
    const project = site.projects.find((one) => one.key === key || one.id === id);
    return project ? { project: project.key } : 'Specify a valid project ID or key';
  },
  summary(value) {
    const summary = asText(value)?.trim();
    if (!summary) return 'You must specify a summary of the issue.';
    if (summary.includes('\n')) return 'The summary is invalid because it contains newline characters.';
    if (summary.length > 255) return "Summary can't exceed 255 characters.";
    return { summary };
  },
  description(value) {
    if (typeof value !== 'string') return { description: value ?? null };
    return 'Operation value must be an Atlassian Document (see the Atlassian Document Format)';
  },
  priority(value) {
    const { name, id } = asObject(value) ?? {};
    const priority = priorities.find((one, index) => one === name || id === String(index + 1));
    return priority ? { priority } : 'The priority selected is invalid.';
  },
  labels(value) {
    if (!Array.isArray(value) || !value.every((label) => typeof label === 'string')) return 'data was not an array';
    const spaced = value.find((label) => label.includes(' '));
    return spaced ? `The label '${spaced}' contains spaces which is invalid.` : { labels: value };
  },
  assignee(value, site) {
    if (value === null) return { assignee: null };
    const assignee = memberOf(site, value);
    return assignee ? { assignee } : 'Specify a valid value for assignee';
  },
  reporter(value, site) {
    const reporter = memberOf(site, value);
    return reporter ? { reporter } : 'Specify a valid value for reporter';
  },
  duedate(value) {
    if (value === null) return { dueDate: null };
    const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    return isDate ? { dueDate: value } : 'Specify a valid value for duedate';
  },
};

function memberOf(site: JiraSite, value: unknown): string | undefined {
  const { accountId, id } = asObject(value) ?? {};
  return jiraUsers.find(
    (user) => user.sites.includes(site.name) && (user.accountId === accountId || user.accountId === id),
  )?.id;
}

function unknownField(name: string): string {
  return `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
}
