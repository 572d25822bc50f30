import type { World } from '../world.ts';
import { priorities } from './issue-fields.ts';
import { jiraSites, jiraUsers } from './seed.ts';
import type { JiraIssue } from './state.ts';

/** An issue as the API shows it, with the requested fields. */
export function presentIssue(world: World, issue: JiraIssue, fields: readonly string[]) {
  const all = fieldsOf(world, issue);
  const everything = fields.some((name) => name === '*all' || name === '*navigable');
  const shown = Object.entries(all).filter(([name]) => everything || fields.includes(name));
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: selfOf(world, issue),
    key: `${issue.project}-${issue.number}`,
    fields: Object.fromEntries(shown),
  };
}

export function selfOf(world: World, issue: JiraIssue): string {
  return `${world.url()}/jira/gateway/ex/jira/${issue.cloudId}/rest/api/3/issue/${issue.id}`;
}

export const statusCategories: Readonly<Record<string, { readonly key: string; readonly name: string }>> = {
  'To Do': { key: 'new', name: 'To Do' },
  'In Progress': { key: 'indeterminate', name: 'In Progress' },
  Done: { key: 'done', name: 'Done' },
};

function fieldsOf(world: World, issue: JiraIssue) {
  const site = jiraSites.find(({ cloudId }) => cloudId === issue.cloudId);
  const project = site?.projects.find(({ key }) => key === issue.project);
  return {
    summary: issue.summary,
    description: issue.description ?? null,
    status: { name: issue.status, statusCategory: statusCategories[issue.status] },
    issuetype: project?.issueTypes.find(({ untranslatedName }) => untranslatedName === issue.issueType) ?? null,
    priority: { id: String(1 + indexIn(priorities, issue.priority)), name: issue.priority },
    labels: issue.labels,
    project: { id: project?.id, key: project?.key, name: project?.name },
    assignee: presentUser(world, issue.assignee),
    reporter: presentUser(world, issue.reporter),
    creator: presentUser(world, issue.reporter),
    duedate: issue.dueDate,
    created: jiraTime(issue.created),
    updated: jiraTime(issue.updated),
  };
}

function indexIn(names: readonly string[], name: string): number {
  return names.indexOf(name);
}

export function presentUser(world: World, userId: string | null) {
  const user = jiraUsers.find(({ id }) => id === userId);
  if (!user) return null;
  return {
    accountId: user.accountId,
    accountType: 'atlassian',
    emailAddress: user.email,
    displayName: user.name,
    active: true,
    avatarUrls: { '48x48': `${world.url()}/jira/site/acme/avatar.png` },
  };
}

/** Jira writes the zone without a colon. */
function jiraTime(time: number): string {
  return new Date(time).toISOString().replace('Z', '+0000');
}
