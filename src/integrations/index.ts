export { type FreshsalesOptions, freshsales } from './freshsales.ts';
export { type GorgiasOptions, gorgias } from './gorgias.ts';
export { type JiraOptions, jira } from './jira.ts';
export { type JotformOptions, jotform } from './jotform.ts';
export { type ZendeskOptions, zendesk } from './zendesk.ts';
