// Jira
export { jiraCreateIssue } from './jira-create-issue.ts';
export { jiraSearchMyIssues } from './jira-search-my-issues.ts';
export { jiraViewIssue } from './jira-view-issue.ts';
// Jotform
export { jotformFillForm } from './jotform-fill-form.ts';
export { jotformListForms } from './jotform-list-forms.ts';
export { jotformViewSubmissions } from './jotform-view-submissions.ts';
