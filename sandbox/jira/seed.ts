import { everyNode } from './every-node.ts';
import { englishTypes, germanTypes, type JiraIssueType, operationsTypes } from './issue-types.ts';
import type { JiraIssue } from './state.ts';

/** The registered OAuth 2.0 (3LO) app. */
export const jiraClient = {
  clientId: 'sandbox-jira-client',
  clientSecret: 'sandbox-jira-secret',
  name: 'Latchkey',
  /** The scopes that the app's permissions page allows. */
  scopes: [
    'read:jira-work',
    'write:jira-work',
    'read:jira-user',
    'manage:jira-project',
    'manage:jira-configuration',
    'manage:jira-webhook',
    'read:confluence-content.summary',
    'offline_access',
  ],
} as const;

export interface JiraProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** People who may read but not change. */
  readonly readers: readonly string[];
  readonly issueTypes: readonly JiraIssueType[];
}

export interface JiraSite {
  /** Host label: `{name}.atlassian.net`, here `/jira/site/{name}`. */
  readonly name: string;
  readonly title: string;
  readonly cloudId: string;
  readonly projects: readonly JiraProject[];
}

export const jiraSites: readonly JiraSite[] = [
  {
    name: 'acme',
    title: 'Acme',
    cloudId: '1324a887-45db-4bf4-9e99-ef0ff456d421',
    projects: [
      { id: '10000', key: 'KAN', name: 'Kanban board', readers: [], issueTypes: englishTypes },
      { id: '10001', key: 'OPS', name: 'Operations', readers: ['ann'], issueTypes: operationsTypes },
    ],
  },
  {
    name: 'globex',
    title: 'Globex',
    cloudId: '7c1e3f52-90ab-4d0e-8a35-2b6f1c9d4e77',
    projects: [{ id: '10000', key: 'GLX', name: 'Globex launch', readers: [], issueTypes: germanTypes }],
  },
  {
    name: 'initech',
    title: 'Initech',
    cloudId: '9b2d6c10-3f47-4c1e-b1a5-58e0d7f2a6c3',
    // more than fit on one page of a list
    projects: Array.from({ length: 24 }, (_, index) => ({
      id: String(10_000 + index),
      key: `TPS${index + 1}`,
      name: `Reports of branch ${index + 1}`,
      readers: [],
      issueTypes: englishTypes,
    })),
  },
];

export interface JiraUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly accountId: string;
  /** Names of the sites the person belongs to. */
  readonly sites: readonly string[];
  /** Also has Confluence on the same site, which then appears under the same cloud id. */
  readonly confluence?: true;
}

export const jiraUsers: readonly JiraUser[] = [
  {
    id: 'bob',
    name: 'Bob Miller',
    email: 'bob@acme.example',
    accountId: '5b10a2844c20165700ede21b',
    sites: ['acme', 'globex'],
  },
  {
    id: 'ann',
    name: 'Ann Lee',
    email: 'ann@acme.example',
    accountId: '5b10a2844c20165700ede21a',
    sites: ['acme'],
  },
  {
    id: 'nosites',
    name: 'No sites',
    email: 'nosites@acme.example',
    accountId: '5b10a2844c20165700ede21c',
    sites: [],
  },
  {
    id: 'dup',
    name: 'Dup',
    email: 'dup@acme.example',
    accountId: '5b10a2844c20165700ede21d',
    sites: ['acme'],
    confluence: true,
  },
  {
    id: 'pam',
    name: 'Pam Adams',
    email: 'pam@initech.example',
    accountId: '5b10a2844c20165700ede21e',
    sites: ['initech'],
  },
];

/** API tokens by person; each works at every site of its owner. */
export const jiraApiTokens: Readonly<Record<string, string>> = {
  bob: 'ATATT3xFfGF0sandboxBob00000000000000000000000000B0B',
  ann: 'ATATT3xFfGF0sandboxAnn00000000000000000000000000A00',
};

const hour = 60 * 60 * 1000;

/** A few issues, so that a first search finds something. */
export function seedIssues(now: number): JiraIssue[] {
  const issue = (site: number, number: number, summary: string, rest: Partial<JiraIssue>): JiraIssue => ({
    id: String(10_000 + site * 1000 + number),
    cloudId: jiraSites[site]?.cloudId ?? '',
    project: 'KAN',
    number,
    summary,
    description: null,
    issueType: 'Task',
    status: 'To Do',
    priority: 'Medium',
    labels: [],
    assignee: null,
    reporter: 'ann',
    dueDate: null,
    created: now - (48 - number) * hour,
    updated: now - (24 - number) * hour,
    ...rest,
  });
  return [
    issue(0, 1, 'Order a new coffee machine', { assignee: 'bob' }),
    issue(0, 2, 'Password reset mail arrives twice', {
      issueType: 'Bug',
      status: 'In Progress',
      priority: 'High',
      assignee: 'bob',
      labels: ['mail'],
    }),
    issue(0, 3, 'Write the release notes', {
      description: everyNode,
      status: 'Done',
      assignee: 'ann',
      reporter: 'bob',
    }),
    issue(0, 4, 'Rotate the backup keys', {
      id: '10104',
      project: 'OPS',
      number: 1,
      assignee: 'bob',
      issueType: 'Change',
    }),
    issue(1, 1, 'Book the launch venue', { project: 'GLX', assignee: 'bob', reporter: 'bob' }),
  ];
}
