// Starting it

// Controlling it
export type { ConsentChoice } from './answer-consent.ts';
export type { OAuthProductName, SandboxControl } from './control.ts';
export type { Fault, FaultKind } from './faults.ts';
export type { FreshsalesAccess } from './freshsales/freshsales-access.ts';
export type { FreshsalesUser } from './freshsales/seed.ts';
export type { GithubAccess } from './github/github-access.ts';
export type { GithubIssue, GithubUser } from './github/seed.ts';
export type { GorgiasAccess } from './gorgias/gorgias-access.ts';
export type { GorgiasUser } from './gorgias/seed.ts';
// The products' addresses and credentials
export type { JiraAccess } from './jira/jira-access.ts';
export type { JiraProject, JiraSite, JiraUser } from './jira/seed.ts';
export type { JotformAccess } from './jotform/jotform-access.ts';
export type { JotformAccount, JotformForm, JotformQuestion, JotformRegion } from './jotform/seed.ts';
export type { RecordedRequest } from './journal.ts';
export {
  type PlayedAnswer,
  type PlayedOptions,
  type PlayedProduct,
  type PlayedRequest,
  type PlayedSandbox,
  startPlayed,
} from './played/start-played.ts';
export type { ProductName } from './product.ts';
export type { RedirectRegistration } from './registered-redirect.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './start-sandbox.ts';
export type { ZendeskRole, ZendeskUser } from './zendesk/seed.ts';
export type { ZendeskAccess } from './zendesk/zendesk-access.ts';

// The types that they consist of

export type { Answer as SandboxAnswer } from './answer.ts';
export type { oauthProductNames } from './control.ts';
export type { faultKinds } from './faults.ts';
export type { JiraIssueType } from './jira/issue-types.ts';
export type { productNames } from './product.ts';
