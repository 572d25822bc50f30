import type { AnyAction } from 'latchkey';
import * as actions from 'latchkey/actions';

/** Links as the products' own pages have them in the address line and behind "copy link", and what they lead to. */
export const PASTED_LINKS: readonly {
  readonly action: AnyAction;
  readonly input: string;
  readonly means: string;
  readonly links: readonly string[];
}[] = [
  {
    action: actions.jiraViewIssue,
    input: 'key',
    means: 'KAN-7',
    links: [
      'https://acme.atlassian.net/browse/KAN-7',
      'https://acme.atlassian.net/browse/kan-7?focus=1',
      'https://acme.atlassian.net/browse/KAN-7#comment',
      'https://acme.atlassian.net/browse/KAN-7?focusedCommentId=10010&page=com.atlassian.jira.plugin.system.issuetabpanels:comment-tabpanel#comment-10010',
      'https://acme.atlassian.net/jira/software/projects/KAN/boards/1?selectedIssue=KAN-7',
      'https://acme.atlassian.net/jira/software/c/projects/KAN/boards/1/backlog?view=detail&selectedIssue=KAN-7&issueLimit=100',
      'https://acme.atlassian.net/jira/software/c/projects/KAN/issues/KAN-7?jql=project%3DKAN',
      'https://acme.atlassian.net/jira/software/c/projects/OPS/boards/2/backlog?issueKey=KAN-7',
      'https://acme.atlassian.net/jira/core/projects/KAN/board/KAN-7',
      'https://acme.atlassian.net/issues/KAN-7?filter=-1',
      'https://acme.atlassian.net/issues/?selectedIssue=KAN-7',
      'https://acme.atlassian.net/servicedesk/customer/portal/3/KAN-7',
      'https://acme.atlassian.net/jira/servicedesk/projects/KAN/queues/custom/1/KAN-7',
      'https://acme.atlassian.net/projects/KAN/issues/KAN-7',
    ],
  },
  {
    action: actions.zendeskViewTicket,
    input: 'ticket',
    means: '33',
    links: [
      'https://acme.zendesk.com/agent/tickets/33',
      'https://acme.zendesk.com/agent/tickets/33/events',
      'https://acme.zendesk.com/agent/#/tickets/33',
      'https://acme.zendesk.com/tickets/33',
      'https://acme.zendesk.com/requests/33',
      'https://acme.zendesk.com/hc/requests/33',
      'https://acme.zendesk.com/hc/en-us/requests/33?page=1',
      'https://acme.zendesk.com/hc/ja/requests/33',
    ],
  },
  {
    action: actions.gorgiasViewTicket,
    input: 'ticket',
    means: '11',
    links: [
      'https://acme.gorgias.com/app/ticket/11',
      'https://acme.gorgias.com/app/ticket/11?message=5',
      'https://acme.gorgias.com/app/views/1/ticket/11#m',
      'https://acme.gorgias.com/app/views/1047/11',
      'https://acme.gorgias.com/app/views/1047/11?page=2',
    ],
  },
  {
    action: actions.githubCommentIssue,
    input: 'issue',
    means: 'acme/website#12',
    links: [
      'https://github.com/acme/website/issues/12',
      'https://github.com/acme/website/issues/12#issuecomment-1234567890',
      'https://github.com/acme/website/pull/12',
      'https://github.com/acme/website/pull/12/files',
      'https://github.com/acme/website/discussions/12',
      'https://github.com/orgs/acme/projects/1?pane=issue&itemId=4711&issue=acme%7Cwebsite%7C12',
    ],
  },
  {
    action: actions.githubCreateIssue,
    input: 'repository',
    means: 'acme/website',
    links: [
      'https://github.com/acme/website',
      'https://github.com/acme/website.git',
      'https://github.com/acme/website/',
      'https://github.com/acme/website/tree/main/docs',
      'https://github.com/acme/website/issues?q=is%3Aopen',
    ],
  },
  {
    action: actions.jotformViewSubmissions,
    input: 'form',
    means: '231234567890123',
    links: [
      'https://form.jotform.com/231234567890123',
      'https://www.jotform.com/231234567890123',
      'https://eu.jotform.com/form/231234567890123',
      'https://www.jotform.com/build/231234567890123',
      'https://www.jotform.com/inbox/231234567890123/5812345678901234567',
      'https://www.jotform.com/tables/231234567890123',
    ],
  },
  {
    action: actions.freshsalesAddNote,
    input: 'target',
    means: 'contact 402000300001',
    links: ['https://acme.myfreshworks.com/crm/sales/contacts/402000300001'],
  },
  {
    action: actions.freshsalesViewContact,
    input: 'contact',
    means: '402000300001',
    links: ['https://acme.myfreshworks.com/crm/sales/contacts/402000300001'],
  },
  {
    action: actions.freshsalesUpdateDeal,
    input: 'deal',
    means: '402000400001',
    links: [
      'https://acme.myfreshworks.com/crm/sales/deals/402000400001',
      'https://acme.freshworks.com/crm/sales/deals/402000400001?x=1',
    ],
  },
];
