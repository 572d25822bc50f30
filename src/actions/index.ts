// Asana
export { asanaCreateTask } from './asana-create-task.ts';
// Freshsales
export { freshsalesAddNote } from './freshsales-add-note.ts';
export { freshsalesCreateContact } from './freshsales-create-contact.ts';
export { freshsalesCreateDeal } from './freshsales-create-deal.ts';
export { freshsalesFindContact } from './freshsales-find-contact.ts';
export { freshsalesFindDeal } from './freshsales-find-deal.ts';
export { freshsalesListContacts } from './freshsales-list-contacts.ts';
export { freshsalesUpdateDeal } from './freshsales-update-deal.ts';
export { freshsalesViewContact } from './freshsales-view-contact.ts';
// GitHub
export { githubCommentIssue } from './github-comment-issue.ts';
export { githubCreateIssue } from './github-create-issue.ts';
export { githubMyIssues } from './github-my-issues.ts';
// GitLab
export { gitlabCreateIssue } from './gitlab-create-issue.ts';
// Google
export { googleAddRow } from './google-add-row.ts';
export { googleCreateEvent } from './google-create-event.ts';
// Gorgias
export { gorgiasCreateTicket } from './gorgias-create-ticket.ts';
export { gorgiasFindCustomer } from './gorgias-find-customer.ts';
export { gorgiasListTickets } from './gorgias-list-tickets.ts';
export { gorgiasReplyTicket } from './gorgias-reply-ticket.ts';
export { gorgiasViewTicket } from './gorgias-view-ticket.ts';
// HubSpot
export { hubspotCreateContact } from './hubspot-create-contact.ts';
export { hubspotFindContact } from './hubspot-find-contact.ts';
// Jira
export { jiraAssignIssue } from './jira-assign-issue.ts';
export { jiraCommentIssue } from './jira-comment-issue.ts';
export { jiraCreateIssue } from './jira-create-issue.ts';
export { jiraDeleteIssue } from './jira-delete-issue.ts';
export { jiraMoveIssue } from './jira-move-issue.ts';
export { jiraSearchMyIssues } from './jira-search-my-issues.ts';
export { jiraUpdateIssue } from './jira-update-issue.ts';
export { jiraViewIssue } from './jira-view-issue.ts';
// Jotform
export { jotformFillForm } from './jotform-fill-form.ts';
export { jotformListForms } from './jotform-list-forms.ts';
export { jotformViewSubmissions } from './jotform-view-submissions.ts';
// Microsoft 365
export { microsoft365CreateEvent } from './microsoft-365-create-event.ts';
// Notion
export { notionFindPage } from './notion-find-page.ts';
// Salesforce
export { salesforceFindContact } from './salesforce-find-contact.ts';
// Slack
export { slackSendMessage } from './slack-send-message.ts';
// Trello
export { trelloListMyCards } from './trello-list-my-cards.ts';
// Zendesk
export { zendeskCreateTicket } from './zendesk-create-ticket.ts';
export { zendeskListMyTickets } from './zendesk-list-my-tickets.ts';
export { zendeskReplyTicket } from './zendesk-reply-ticket.ts';
export { zendeskSearchTickets } from './zendesk-search-tickets.ts';
export { zendeskSetStatus } from './zendesk-set-status.ts';
export { zendeskViewTicket } from './zendesk-view-ticket.ts';

// what they return

export type { FreshsalesContact } from './freshsales-contact.ts';
export type { FreshsalesDeal } from './freshsales-deal.ts';
export type { GorgiasTicket } from './gorgias-ticket.ts';
export type { HubspotContact } from './hubspot-contact.ts';
export type { JiraIssue } from './jira-issue.ts';
export type { JotformForm } from './jotform-forms.ts';
export type { ZendeskTicket } from './zendesk-ticket.ts';
