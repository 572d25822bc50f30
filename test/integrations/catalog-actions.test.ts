import type { AnyAction } from 'latchkey';
import * as actions from 'latchkey/actions';
import {
  asanaCreateTask,
  gitlabCreateIssue,
  googleAddRow,
  googleCreateEvent,
  hubspotCreateContact,
  hubspotFindContact,
  microsoft365CreateEvent,
  notionFindPage,
  salesforceFindContact,
  slackSendMessage,
  trelloListMyCards,
} from 'latchkey/actions';
import type { PlayedAnswer } from 'latchkey/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { json } from '../../sandbox/answer.ts';
import { foreignAnswer, foreignKinds, truncated, withoutValues } from '../../sandbox/foreign-answer.ts';
import { products } from '../../scripts/catalog-files.ts';
import { openPlayedWorld, type PlayedWorld } from './played-world.ts';
import { faultOf, wrongOnes } from './wrong-members.ts';

let world: PlayedWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

interface Tried {
  readonly action: AnyAction;
  readonly input: Readonly<Record<string, unknown>>;
  /** The way in; by sign-in where it is left out. */
  readonly key?: string;
  /** What the product documents that it answers, by method and path below its base URL. */
  readonly answers: Readonly<Record<string, PlayedAnswer>>;
}

/** Somebody is connected to the stand-in that plays the product's file. */
async function connect({ action, key }: Pick<Tried, 'action' | 'key'>) {
  const { integration: id, scopes } = action;
  const json = products().find((product) => product.json.id === id)?.json;
  world = await openPlayedWorld([json], {
    change: (one) => ({
      ...one,
      profiles: one.profiles.map((profile) =>
        profile.method === 'oauth2' ? { ...profile, scopes: [...new Set([...profile.scopes, ...scopes])] } : profile,
      ),
    }),
  });
  const product = world.sandbox.product(id);
  const person = world.person();
  if (key === undefined) {
    const [tenant] = product.customers;
    await person.consent(id, { profile: 'system', ...(tenant === undefined ? {} : { tenant }) });
  } else await person.type(id, product.typed(key), key);
  return { person, product };
}

/** The action runs against the stand-in. */
async function run({ action, input, key, answers }: Tried) {
  const { person, product } = await connect({ action, ...(key === undefined ? {} : { key }) });
  for (const [call, answer] of Object.entries(answers)) product.answer(call, answer);
  product.arrived();
  const outcome = await person.run(action, input);
  return { outcome, sent: product.arrived().map(({ method, path, body }) => ({ method, path, body })) };
}

const start = '2026-12-02T09:30:00Z';

/** What each product documents as its answer, by action; an action that is missing here fails below. */
const DOCUMENTED: readonly (Omit<Tried, 'answers'> & {
  readonly answers: Readonly<Record<string, { readonly status?: number; readonly body: unknown }>>;
})[] = [
  {
    action: gitlabCreateIssue,
    key: 'personal-token',
    input: { project: 'acme/website', title: 'x' },
    answers: { 'POST /projects/acme%2Fwebsite/issues': { status: 201, body: { id: 9, iid: 3 } } },
  },
  {
    action: slackSendMessage,
    key: 'user-token',
    input: { channel: '#general', text: 'x' },
    answers: { 'POST /chat.postMessage': { body: { ok: true, channel: 'C1', ts: '1700000000.000100' } } },
  },
  {
    action: asanaCreateTask,
    key: 'personal-token',
    input: { name: 'x' },
    answers: {
      'GET /users/me': { body: { data: { gid: '1', workspaces: [{ gid: 'w', name: 'Acme' }] } } },
      'POST /tasks': { status: 201, body: { data: { gid: '42' } } },
    },
  },
  {
    action: notionFindPage,
    key: 'internal',
    input: { query: 'x' },
    answers: { 'POST /search': { body: { results: [{ id: 'p1', properties: {}, url: 'https://www.notion.so/r' }] } } },
  },
  {
    action: trelloListMyCards,
    key: 'token',
    input: {},
    answers: { 'GET /members/me/cards': { body: [{ id: 'c1', name: 'Call Bob' }] } },
  },
  {
    action: googleCreateEvent,
    input: { title: 'x', start },
    answers: { 'POST /calendar/v3/calendars/primary/events': { body: { id: 'e1' } } },
  },
  {
    action: googleAddRow,
    input: { spreadsheet: '1AbCdEfGhIjKlMnOpQrStUvWxYz', cells: 'x' },
    answers: {
      'POST /v4/spreadsheets/1AbCdEfGhIjKlMnOpQrStUvWxYz/values/A1:append': {
        body: { updates: { updatedRange: 'Sheet1!A7' } },
      },
    },
  },
  {
    action: microsoft365CreateEvent,
    input: { title: 'x', start },
    answers: { 'POST /me/events': { status: 201, body: { id: 'e1' } } },
  },
  {
    action: salesforceFindContact,
    input: { query: 'xy' },
    answers: {
      'POST /services/data/v62.0/parameterizedSearch': { body: { searchRecords: [{ Id: '003', Name: 'A' }] } },
    },
  },
  {
    action: hubspotFindContact,
    key: 'private-app',
    input: { who: 'xy' },
    answers: { 'POST /crm/objects/2026-03/contacts/search': { body: { results: [{ id: '1', properties: {} }] } } },
  },
  {
    action: hubspotCreateContact,
    input: { firstName: 'x', lastName: 'y', email: 'x@y.example' },
    answers: { 'POST /crm/objects/2026-03/contacts': { status: 201, body: { id: '512' } } },
  },
];

describe.each(DOCUMENTED)('whatever else answers $action.id', ({ action, input, key, answers }) => {
  it('is told as a product that does not answer, or did not say whether it worked, and never as done', async () => {
    const { person, product } = await connect({ action, ...(key === undefined ? {} : { key }) });
    const told = action.effect === 'read' ? /^unreachable$/ : /^(?:unreachable|unsure)$/;
    const answerAll = () => {
      for (const [call, answer] of Object.entries(answers)) product.answer(call, answer);
    };
    for (const [call, { status = 200, body }] of Object.entries(answers)) {
      const own = json(status, body);
      const instead = [
        ...foreignKinds.map((kind) => [kind, foreignAnswer(kind)] as const),
        ['nulls', withoutValues(own)] as const,
        ['truncated', truncated(own)] as const,
        ...[408, 500, 511].map((failed) => [String(failed), json(failed, {})] as const),
      ];
      for (const [kind, answer] of instead) {
        answerAll();
        product.answer(call, { instead: answer });
        const outcome = await person.run(action, input);
        expect(outcome, `${call}: ${kind}`).toMatchObject({ status: 'failed', why: expect.stringMatching(told) });
      }
      const until = new Date(Date.now() + 90_000).toUTCString();
      product.answer(call, { instead: json(429, {}, { 'retry-after': until }) });
      const busy = { why: 'busy', retryAfter: expect.toSatisfy((wait) => wait > 80 && wait <= 90) };
      expect(await person.run(action, input), call).toMatchObject(busy);
    }
    answerAll();
    expect(await person.run(action, input)).toMatchObject({ status: 'done' });
    expect(await person.connections()).toMatchObject([{ status: 'active' }]);
  });
});

/** Links as the products send them, and the hosts at which they may be. */
const LINKS: Readonly<Record<string, { readonly at: string; readonly link: string; readonly host: string }>> = {
  'gitlab.createIssue': { at: 'web_url', link: 'https://gitlab.com/acme/website/-/issues/3', host: 'gitlab.com' },
  'google.addRow': { at: '', link: '', host: 'docs.google.com' },
  'google.createEvent': { at: 'htmlLink', link: 'https://www.google.com/calendar/event?eid=e1', host: 'google.com' },
  'microsoft-365.createEvent': { at: 'webLink', link: 'https://outlook.office365.com/owa/?e1', host: 'office365.com' },
};

describe.each(DOCUMENTED)('whatever comes in the place of a member of the answer to $action.id', (tried) => {
  const { action, input, key, answers } = tried;

  it('says nothing wrong, and sends nobody elsewhere', async () => {
    const { person, product } = await connect({ action, ...(key === undefined ? {} : { key }) });
    const { at, link, host } = LINKS[action.id] ?? { at: '', link: '', host: 'notion.so' };
    const wrong: string[] = [];
    for (const [call, { status = 200, body }] of Object.entries(answers)) {
      const genuine = at === '' ? body : { ...(body as object), [at]: link };
      for (const { where, instead } of wrongOnes(genuine)) {
        for (const [other, answer] of Object.entries(answers)) product.answer(other, answer);
        const headers = { 'content-type': 'application/json' };
        product.answer(call, { instead: { status, headers, body: instead } });
        const fault = faultOf(await person.run(action, input), [], [host]);
        if (fault !== undefined) wrong.push(`${call} ${where}: ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

it('each action of a product of the catalogue is tried with these', () => {
  const catalogued = new Set(products().map(({ json: { id } }) => id));
  const all: readonly AnyAction[] = Object.values(actions);
  const ids = all.filter(({ integration }) => catalogued.has(integration)).map(({ id }) => id);
  expect(DOCUMENTED.map(({ action }) => action.id).toSorted()).toEqual(ids.toSorted());
});

describe('an action of the catalogue', () => {
  it('creates an issue at GitLab, in a project by its path', async () => {
    const { outcome, sent } = await run({
      action: gitlabCreateIssue,
      key: 'personal-token',
      input: { project: 'acme/website', title: 'The login\nis slow' },
      answers: {
        'POST /projects/acme%2Fwebsite/issues': {
          status: 201,
          body: { id: 9, iid: 3, web_url: 'https://gitlab.com/acme/website/-/issues/3' },
        },
      },
    });
    expect(outcome).toMatchObject({ status: 'done', output: { number: '3', title: 'The login is slow' } });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ title: 'The login is slow' });
  });

  it('sends a message at Slack, and says in words what Slack says with HTTP 200', async () => {
    const tried = { action: slackSendMessage, key: 'user-token', input: { channel: '#general', text: 'Good morning' } };
    const done = await run({
      ...tried,
      answers: { 'POST /chat.postMessage': { body: { channel: 'C1', ts: '1700000000.000100' } } },
    });
    expect(done.outcome).toMatchObject({ status: 'done', output: { id: 'C1', ts: '1700000000.000100' } });
    await world?.close();
    const refused = await run({
      ...tried,
      answers: { 'POST /chat.postMessage': { status: 200, body: { ok: false, error: 'channel_not_found' } } },
    });
    expect(refused.outcome).toMatchObject({ status: 'failed', why: 'refused', text: /no such channel in Slack/ });
  });

  it('creates a task at Asana in the only workspace, and asks which one where there are several', async () => {
    const me = (...names: readonly string[]) => ({
      'GET /users/me': { body: { data: { gid: '1', workspaces: names.map((name) => ({ gid: `w-${name}`, name })) } } },
      'POST /tasks': { status: 201, body: { data: { gid: '42', permalink_url: 'https://app.asana.com/0/1/42' } } },
    });
    const tried = { action: asanaCreateTask, key: 'personal-token', input: { name: 'Call Bob' } };
    const one = await run({ ...tried, answers: me('Acme') });
    expect(one.outcome).toMatchObject({ status: 'done', output: { id: '42', workspace: 'Acme' } });
    expect(JSON.parse(one.sent.at(-1)?.body ?? '')).toEqual({
      data: { name: 'Call Bob', workspace: 'w-Acme', assignee: 'me' },
    });
    await world?.close();
    const two = await run({ ...tried, answers: me('Acme', 'Globex') });
    expect(two.outcome).toMatchObject({ status: 'input_refused', input: 'workspace', choices: ['Acme', 'Globex'] });
    expect(two.sent.map(({ method }) => method)).toEqual(['GET']);
  });

  it('finds pages at Notion by their titles', async () => {
    const properties = { Name: { type: 'title', title: [{ plain_text: 'Road' }, { plain_text: 'map' }] } };
    const { outcome } = await run({
      action: notionFindPage,
      key: 'internal',
      input: { query: 'road' },
      answers: { 'POST /search': { body: { results: [{ id: 'p1', properties, url: 'https://www.notion.so/r' }] } } },
    });
    expect(outcome).toMatchObject({ status: 'done', output: { pages: [{ title: 'Roadmap' }] } });
  });

  it('lists the cards of a person at Trello', async () => {
    const { outcome } = await run({
      action: trelloListMyCards,
      key: 'token',
      input: {},
      answers: {
        'GET /members/me/cards': {
          body: [{ id: 'c1', name: 'Call Bob', due: '2026-12-04T12:00:00.000Z', shortUrl: 'https://trello.com/c/1' }],
        },
      },
    });
    expect(outcome).toMatchObject({ status: 'done', output: [{ name: 'Call Bob', due: '2026-12-04' }] });
  });

  it('creates an event in Google Calendar', async () => {
    const { outcome, sent } = await run({
      action: googleCreateEvent,
      input: { title: 'Lunch', start },
      answers: {
        'POST /calendar/v3/calendars/primary/events': {
          body: { id: 'e1', htmlLink: 'https://calendar.google.com/e1' },
        },
      },
    });
    expect(outcome).toMatchObject({ status: 'done', output: { id: 'e1' } });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      summary: 'Lunch',
      end: { dateTime: '2026-12-02T10:30:00.000Z' },
    });
  });

  const spreadsheet = 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz/edit?gid=0#gid=0';
  const append = 'POST /v4/spreadsheets/1AbCdEfGhIjKlMnOpQrStUvWxYz/values/A1:append';

  it('adds a row to a Google Sheet, at the host of Sheets', async () => {
    const { outcome, sent } = await run({
      action: googleAddRow,
      input: { spreadsheet, cells: 'Bob; 12;; done' },
      answers: { [append]: { body: { updates: { updatedRange: 'Sheet1!A7:D7', updatedRows: 1 } } } },
    });
    expect(outcome).toMatchObject({ status: 'done', answer: { title: 'Added the row', text: 'Sheet1!A7:D7' } });
    expect(sent[0]?.path).toMatch(/^sheets\.googleapis\.com\/v4\/.*\?valueInputOption=USER_ENTERED/);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ values: [['Bob', '12', '', 'done']] });
  });

  it.each([
    [400, /doesn't accept this row/],
    [403, /not allowed to change/],
    [404, /no such spreadsheet/],
  ])('says in words that Sheets answers %i', async (status, text) => {
    const answers = { [append]: { status, body: { error: { code: status } } } };
    const { outcome } = await run({ action: googleAddRow, input: { spreadsheet, cells: 'x' }, answers });
    expect(outcome).toMatchObject({ status: 'failed', why: 'refused', text: expect.stringMatching(text) });
  });

  it.each(['https://evil.example/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz', '../../x', 'short'])(
    'takes no %j for a spreadsheet',
    async (other) => {
      const { outcome, sent } = await run({
        action: googleAddRow,
        input: { spreadsheet: other, cells: 'x' },
        answers: {},
      });
      expect(outcome).toMatchObject({ status: 'input_refused', input: 'spreadsheet' });
      expect(sent).toEqual([]);
    },
  );

  it('creates an event in Microsoft 365, with a name by which it is the same when tried again', async () => {
    const { outcome, sent } = await run({
      action: microsoft365CreateEvent,
      input: { title: 'Lunch', start, minutes: 30 },
      answers: { 'POST /me/events': { status: 201, body: { id: 'e1', webLink: 'https://outlook.office365.com/e1' } } },
    });
    expect(outcome).toMatchObject({ status: 'done', output: { id: 'e1' } });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      end: { dateTime: '2026-12-02T10:00:00.000Z', timeZone: 'UTC' },
      transactionId: expect.stringMatching(/.{8,}/),
    });
  });

  it('finds contacts at Salesforce, with what was typed as a value', async () => {
    const { outcome, sent } = await run({
      action: salesforceFindContact,
      input: { query: "O'Hara" },
      answers: {
        'POST /services/data/v62.0/parameterizedSearch': {
          body: { searchRecords: [{ Id: '003', Name: "Scarlett O'Hara", Email: 's@tara.example', Title: null }] },
        },
      },
    });
    expect(outcome).toMatchObject({ status: 'done', output: { contacts: [{ name: "Scarlett O'Hara", title: '' }] } });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ q: "O'Hara" });
  });

  it('finds contacts at HubSpot, by whichever name they have', async () => {
    const properties = { firstname: 'Scarlett', lastname: "O'Hara", email: 's@tara.example', jobtitle: null };
    const { outcome, sent } = await run({
      action: hubspotFindContact,
      key: 'private-app',
      input: { who: "O'Hara" },
      answers: {
        'POST /crm/objects/2026-03/contacts/search': {
          body: {
            total: 2,
            results: [
              { id: '151', properties },
              { id: '152', properties: { email: 'r@butler.example' } },
            ],
          },
        },
      },
    });
    expect(outcome).toMatchObject({
      status: 'done',
      output: {
        contacts: [
          { id: '151', name: "Scarlett O'Hara" },
          { id: '152', name: 'r@butler.example' },
        ],
      },
      answer: { items: [{ title: "Scarlett O'Hara", subtitle: 's@tara.example' }, { title: 'r@butler.example' }] },
    });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ query: "O'Hara", limit: 10 });
  });

  it.each([
    [201, { id: '512' }, { status: 'done', output: { id: '512', name: 'Rhett Butler' } }],
    [400, { category: 'VALIDATION_ERROR' }, { why: 'refused', text: "HubSpot doesn't accept this contact." }],
    [403, { category: 'MISSING_SCOPES' }, { why: 'refused', text: expect.stringMatching(/not allowed to create/) }],
    [409, { category: 'CONFLICT' }, { why: 'refused', text: expect.stringMatching(/r@butler\.example already/) }],
  ])('creates a contact at HubSpot, which answers %i', async (status, body, expected) => {
    const { outcome, sent } = await run({
      action: hubspotCreateContact,
      input: { firstName: 'Rhett', lastName: 'Butler', email: 'r@butler.example' },
      answers: { 'POST /crm/objects/2026-03/contacts': { status, body } },
    });
    expect(outcome).toMatchObject(expected);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      properties: { firstname: 'Rhett', lastname: 'Butler', email: 'r@butler.example' },
    });
  });

  it.each([
    [gitlabCreateIssue, 'personal-token', { project: 'acme/website', title: 'x' }],
    [slackSendMessage, 'user-token', { channel: '#general', text: 'x' }],
    [googleCreateEvent, undefined, { title: 'x', start }],
    [googleAddRow, undefined, { spreadsheet, cells: 'x' }],
    [microsoft365CreateEvent, undefined, { title: 'x', start }],
    [hubspotCreateContact, undefined, { firstName: 'x', lastName: 'y', email: 'x@y.example' }],
  ] as const)('that creates is unsure where the answer has no id: $id', async (action, key, input) => {
    const { outcome } = await run({ action, input, ...(key === undefined ? {} : { key }), answers: {} });
    expect(outcome).toMatchObject({ status: 'failed', why: 'unsure' });
  });

  it.each([
    [notionFindPage, 'internal', { query: 'x' }],
    [trelloListMyCards, 'token', {}],
    [salesforceFindContact, undefined, { query: 'xy' }],
    [hubspotFindContact, undefined, { who: 'xy' }],
  ] as const)(
    'that reads does not take an answer without its list for an empty one: $id',
    async (action, key, input) => {
      const { outcome } = await run({ action, input, ...(key === undefined ? {} : { key }), answers: {} });
      expect(outcome).toMatchObject({ status: 'failed' });
    },
  );
});
