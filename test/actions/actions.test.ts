import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AnyAction } from 'latchkey';
import { englishTexts } from 'latchkey';
import * as actions from 'latchkey/actions';
import { describe, expect, it } from 'vitest';
import { askedAction } from '../../src/answers/asked-action.ts';
import { acceptable, nextQuestion, questionsOf } from '../../src/answers/questions.ts';
import { spokenIn } from '../../src/answers/spoken.ts';
import { cpuTime } from '../cpu-time.ts';

const all: readonly AnyAction[] = Object.values(actions);
const spoken = spokenIn('en', 'UTC', Date.now());
const room = resolve(import.meta.dirname, '../../src/actions');

describe('the actions', () => {
  it('are all listed', () => {
    const defined = readdirSync(room)
      .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
      .filter((file) => readFileSync(join(room, file), 'utf8').includes('defineAction({'))
      .map((file) => file.replace(/\.ts$/, '').replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));
    expect(Object.keys(actions).sort()).toEqual(defined.sort());
  });

  it('are told apart by id and by title', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ title }) => title.toLowerCase())).size).toBe(all.length);
  });

  it.each(all)('$title: is named for its product, and asked for by its title', (action) => {
    expect(action.id).toMatch(new RegExp(`^${action.integration}\\.[a-z]\\w+$`));
    expect(action.title.toLowerCase()).toContain(action.integration.replaceAll('-', ' '));
    expect(askedAction(`${action.title}.`, all)).toEqual({ action, input: {} });
  });

  it.each(all)('$title: asks a proper question for each input', (action) => {
    for (const { title, hint = '' } of questionsOf(action)) {
      expect(title).toMatch(/^[A-Z]/);
      expect(hint).not.toMatch(/\.$/);
    }
  });

  it('are each run against their stand-in', () => {
    const tests = resolve(import.meta.dirname, '../integrations');
    const untried = Object.entries<AnyAction>(actions).filter(([name, { integration }]) => {
      const own = join(tests, `${integration}.test.ts`);
      const source = readFileSync(existsSync(own) ? own : join(tests, 'catalog-actions.test.ts'), 'utf8');
      return !new RegExp(`(?:action: |run\\()${name}\\b`).test(source);
    });
    expect(untried.map(([name]) => name)).toEqual([]);
  });

  it('that read say so, and no other does', () => {
    const reads = all.filter(({ effect }) => effect === 'read').map(({ id }) => id.replace(/^[\w-]+\./, ''));
    expect(reads.filter((verb) => !/^(?:view|list|search|find|my)/.test(verb))).toEqual([]);
    const writes = all.filter(({ effect }) => effect !== 'read').map(({ id }) => id.replace(/^[\w-]+\./, ''));
    expect(writes.filter((verb) => /^(?:view|list|search|find|my)/.test(verb))).toEqual([]);
  });

  it('ask before they destroy', () => {
    expect(all.filter(({ destructive }) => destructive).map(({ id }) => id)).toEqual(['jira.deleteIssue']);
  });
});

const sentences: readonly (readonly [string, AnyAction, Readonly<Record<string, unknown>>])[] = [
  ['Create a Jira issue in KAN: Fix the login', actions.jiraCreateIssue, { project: 'KAN', summary: 'Fix the login' }],
  ['show KAN-7', actions.jiraViewIssue, { key: 'KAN-7' }],
  ['my jira issues', actions.jiraSearchMyIssues, {}],
  ['Set the priority of KAN-7 to High', actions.jiraUpdateIssue, { field: 'priority', key: 'KAN-7', value: 'High' }],
  ['change summary of kan-7 to A to B', actions.jiraUpdateIssue, { field: 'summary', key: 'kan-7', value: 'A to B' }],
  ['update jira issue KAN-7', actions.jiraUpdateIssue, { key: 'KAN-7' }],
  ['Delete the issue KAN-7', actions.jiraDeleteIssue, { key: 'KAN-7' }],
  [
    'show https://acme.atlassian.net/browse/KAN-7',
    actions.jiraViewIssue,
    { key: 'https://acme.atlassian.net/browse/KAN-7' },
  ],
  [
    'open jira issue https://jira.acme.example/x?selectedIssue=KAN-7',
    actions.jiraViewIssue,
    { key: 'https://jira.acme.example/x?selectedIssue=KAN-7' },
  ],
  [
    'create a jira bug in KAN: It is slow',
    actions.jiraCreateIssue,
    { type: 'bug', project: 'KAN', summary: 'It is slow' },
  ],
  ['move KAN-7 to In Progress', actions.jiraMoveIssue, { key: 'KAN-7', status: 'In Progress' }],
  ['set the status of KAN-7 to Done', actions.jiraMoveIssue, { key: 'KAN-7', status: 'Done' }],
  ['comment on KAN-7: It works now', actions.jiraCommentIssue, { key: 'KAN-7', comment: 'It works now' }],
  ['comment on jira issue KAN-7', actions.jiraCommentIssue, { key: 'KAN-7' }],
  ['assign KAN-7 to me', actions.jiraAssignIssue, { key: 'KAN-7', who: 'me' }],
  ['assign the jira issue KAN-7 to Ann Lee', actions.jiraAssignIssue, { key: 'KAN-7', who: 'Ann Lee' }],
  ['list my forms', actions.jotformListForms, {}],
  ['view submissions of 242930000000101', actions.jotformViewSubmissions, { form: '242930000000101' }],
  ['fill in form 242930000000101', actions.jotformFillForm, { form: '242930000000101' }],
  ['create a zendesk ticket: The lift is stuck', actions.zendeskCreateTicket, { subject: 'The lift is stuck' }],
  [
    'Open an Urgent Zendesk ticket: The lift is stuck',
    actions.zendeskCreateTicket,
    { subject: 'The lift is stuck', priority: 'Urgent' },
  ],
  ['create a high priority zendesk ticket', actions.zendeskCreateTicket, { priority: 'high' }],
  ['show zendesk ticket #33', actions.zendeskViewTicket, { ticket: '#33' }],
  [
    'open zendesk ticket https://acme.zendesk.com/agent/tickets/33',
    actions.zendeskViewTicket,
    { ticket: 'https://acme.zendesk.com/agent/tickets/33' },
  ],
  ['my zendesk tickets', actions.zendeskListMyTickets, {}],
  ['show my zendesk requests', actions.zendeskListMyTickets, {}],
  ['search zendesk tickets for broken printer', actions.zendeskSearchTickets, { words: 'broken printer' }],
  [
    'create a gorgias ticket for eve@customer.example: Empty box',
    actions.gorgiasCreateTicket,
    { email: 'eve@customer.example', subject: 'Empty box' },
  ],
  ['open gorgias ticket for eve@customer.example', actions.gorgiasCreateTicket, { email: 'eve@customer.example' }],
  ['reply to zendesk ticket #33: On its way', actions.zendeskReplyTicket, { ticket: '#33', reply: 'On its way' }],
  [
    'reply to zendesk ticket https://acme.zendesk.com/agent/tickets/33',
    actions.zendeskReplyTicket,
    { ticket: 'https://acme.zendesk.com/agent/tickets/33' },
  ],
  ['set the status of zendesk ticket 33 to solved', actions.zendeskSetStatus, { ticket: '33', status: 'solved' }],
  ['mark zendesk ticket #33 as solved', actions.zendeskSetStatus, { ticket: '#33', status: 'solved' }],
  ['reply to gorgias ticket 11: It comes today', actions.gorgiasReplyTicket, { ticket: '11', reply: 'It comes today' }],
  ['find freshsales deal coffee', actions.freshsalesFindDeal, { name: 'coffee' }],
  [
    'set the stage of freshsales deal 402000400001 to Won',
    actions.freshsalesUpdateDeal,
    { field: 'stage', deal: '402000400001', value: 'Won' },
  ],
  [
    'add a note to freshsales deal 402000400001: Red ones',
    actions.freshsalesAddNote,
    { target: 'deal 402000400001', note: 'Red ones' },
  ],
  [
    'create a github issue in acme/website: It is slow',
    actions.githubCreateIssue,
    { repository: 'acme/website', title: 'It is slow' },
  ],
  [
    'create a github issue in https://github.com/acme/website',
    actions.githubCreateIssue,
    { repository: 'https://github.com/acme/website' },
  ],
  [
    'comment on acme/website#12: Mine too',
    actions.githubCommentIssue,
    { issue: 'acme/website#12', comment: 'Mine too' },
  ],
  [
    'comment on https://github.com/acme/website/issues/12',
    actions.githubCommentIssue,
    { issue: 'https://github.com/acme/website/issues/12' },
  ],
  ['view gorgias ticket 11', actions.gorgiasViewTicket, { ticket: '11' }],
  ['show the newest gorgias tickets', actions.gorgiasListTickets, {}],
  ['find gorgias customer eve@customer.example', actions.gorgiasFindCustomer, { email: 'eve@customer.example' }],
  [
    'add freshsales contact Jane van Doe, jane@customer.example',
    actions.freshsalesCreateContact,
    { firstName: 'Jane', lastName: 'van Doe', email: 'jane@customer.example' },
  ],
  [
    'create a freshsales contact: Jane Doe <jane@customer.example>',
    actions.freshsalesCreateContact,
    { firstName: 'Jane', lastName: 'Doe', email: 'jane@customer.example' },
  ],
  ['find freshsales contact Eve', actions.freshsalesFindContact, { who: 'Eve' }],
  ['find a freshsales contact eve@customer.example', actions.freshsalesFindContact, { who: 'eve@customer.example' }],
  ['show freshsales contact 402000300001', actions.freshsalesViewContact, { contact: '402000300001' }],
  ['list freshsales contacts', actions.freshsalesListContacts, {}],
  [
    'create a freshsales deal: Ten coffee machines for 6,000',
    actions.freshsalesCreateDeal,
    { name: 'Ten coffee machines', amount: 6000 },
  ],
];

describe('a sentence', () => {
  it.each(sentences)('“%s” asks for one action with what it says', (said, action, input) => {
    const asked = askedAction(said, all);
    expect(asked?.action.id).toBe(action.id);
    expect(acceptable(action, asked?.input, spoken)).toEqual(input);
    const meant = all.filter(({ phrases = [] }) => phrases.some((phrase) => phrase.test(said)));
    expect(meant.map(({ id }) => id)).toEqual([action.id]);
  });

  it('about a ticket of nobody in particular asks for nothing', () => {
    for (const said of [
      'create a ticket: Help',
      'search tickets for printer',
      'find contact Eve',
      'delete everything',
    ]) {
      expect(askedAction(said, all)).toBeUndefined();
    }
  });

  it('of any length is read at once', () => {
    const patterns = all.flatMap(({ phrases = [] }) => phrases);
    const took = cpuTime(() => {
      for (const said of [
        `create a freshsales contact ${'a '.repeat(20_000)}`,
        `create a freshsales deal ${' for '.repeat(8_000)}`,
      ])
        for (const pattern of patterns) pattern.test(said);
    });
    expect(took).toBeLessThan(2_000);
  });
});

describe('an input', () => {
  const refused: readonly (readonly [AnyAction, string, string, string])[] = [
    [actions.jiraViewIssue, 'key', 'seven', 'An issue key looks like KAN-7.'],
    [actions.jiraViewIssue, 'key', 'https://acme.atlassian.net/jira/boards', 'An issue key looks like KAN-7.'],
    [actions.jiraUpdateIssue, 'field', 'colour', 'Please choose summary, description or priority.'],
    [actions.jiraUpdateIssue, 'value', '  ', 'It cannot be empty.'],
    [actions.zendeskViewTicket, 'ticket', 'the newest', 'A ticket number has only digits, like 33.'],
    [actions.zendeskCreateTicket, 'subject', '', 'The subject cannot be empty.'],
    [actions.zendeskSearchTickets, 'words', 'x', 'Please enter at least two letters.'],
    [actions.gorgiasCreateTicket, 'email', 'eve', 'An e-mail address looks like jane@example.com.'],
    [actions.gorgiasViewTicket, 'ticket', 'https://acme.gorgias.com/app', 'A ticket number has only digits, like 33.'],
    [actions.freshsalesCreateContact, 'firstName', ' ', 'The name cannot be empty.'],
    [actions.freshsalesCreateDeal, 'amount', 'plenty', 'Please give a number, like 1,200.5.'],
    [actions.freshsalesCreateDeal, 'amount', '1.234,567', 'An amount has at most two decimals.'],
    [actions.freshsalesCreateDeal, 'amount', '-3', 'That is too small. The minimum is 0.'],
    [
      actions.freshsalesViewContact,
      'contact',
      'Eve',
      'A contact number has only digits. "Find a Freshsales contact" shows it.',
    ],
  ];

  it.each(named(refused))(
    'of “%s” that cannot be right is refused in a sentence',
    (_, action, name, said, sentence) => {
      const question = questionsOf(action).find((one) => one.name === name);
      const reading = question?.read(said, spoken);
      expect(reading?.status === 'refused' && englishTexts.inputProblem(reading.problem)).toBe(sentence);
    },
  );

  const read: readonly (readonly [AnyAction, string, unknown, unknown])[] = [
    [actions.jiraViewIssue, 'key', ' kan-7 ', 'KAN-7'],
    [actions.zendeskViewTicket, 'ticket', 33, '33'],
    [actions.freshsalesCreateDeal, 'amount', '12,345,678.90', 12_345_678.9],
    [actions.freshsalesCreateDeal, 'amount', '12 000', 12_000],
    [actions.freshsalesCreateDeal, 'amount', 0, 0],
    [actions.gorgiasFindCustomer, 'email', ' eve@customer.example ', 'eve@customer.example'],
  ];

  it.each(named(read))('of “%s” is read as people give it', (_, action, name, said, value) => {
    const question = questionsOf(action).find((one) => one.name === name);
    const reading = question?.read(said, spoken);
    expect(action.input.shape[name].parse(reading?.status === 'read' && reading.value)).toEqual(value);
  });

  it('that is optional is never asked for', () => {
    const given = { subject: 'The lift is stuck', body: 'On the third floor.' };
    expect(nextQuestion(actions.zendeskCreateTicket, given)).toBeUndefined();
    expect(nextQuestion(actions.zendeskCreateTicket, { ...given, priority: 'urgent' })).toBeUndefined();
    expect(acceptable(actions.zendeskCreateTicket, { ...given, priority: 'soonish' }, spoken)).toEqual(given);
  });

  it('with a closed choice shows it', () => {
    const choices = questionsOf(actions.jiraUpdateIssue).map(({ name, choices }) => [name, choices]);
    expect(choices).toContainEqual(['field', ['summary', 'description', 'priority']]);
  });
});

/** The title first, for the test's name. */
function named<Rest extends readonly unknown[]>(rows: readonly (readonly [AnyAction, ...Rest])[]) {
  return rows.map(([action, ...rest]) => [action.title, action, ...rest] as const);
}
