export { type JiraOptions, jira } from './jira.ts';
export { type JotformOptions, jotform } from './jotform.ts';
