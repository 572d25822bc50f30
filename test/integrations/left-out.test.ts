import {
  freshsalesFindContact,
  freshsalesFindDeal,
  gorgiasReplyTicket,
  jiraAssignIssue,
  jiraCreateIssue,
  jotformFillForm,
  jotformListForms,
  jotformViewSubmissions,
  zendeskSearchTickets,
  zendeskSetStatus,
} from 'latchkey/actions';
import { afterEach, describe, expect, it } from 'vitest';
import { BY_KEY } from './by-key.ts';
import { openProducts, type Person, type Products } from './open-products.ts';
import { standInJira, standInZendesk } from './stand-ins.ts';

let products: Products;
afterEach(() => products.close());

async function connected(product: string): Promise<Person> {
  const found = BY_KEY.find(({ id }) => id === product);
  if (found === undefined) throw new Error(`nobody connects ${product}`);
  const { id, make, profile, values } = found;
  products = await openProducts(make);
  const person = products.person();
  await person.type(id, values(products.sandbox), profile);
  return person;
}

/** From now on a call is answered with this. */
function answer(path: string, body: unknown): void {
  products.front.rewrite((name) => (name.includes(path) ? JSON.stringify(body) : undefined));
}

describe('what is not what was asked for', () => {
  it('is no deal and no contact, where a search at Freshsales finds other things too', async () => {
    const person = await connected('freshsales');
    answer('/api/search', [
      { id: '1', type: 'contact', name: 'Coffee Club' },
      { id: '2', type: 'deal', name: 'Coffee machines' },
      { id: '3', type: 'sales_account', name: 'Coffee Ltd' },
    ]);
    const titles = async (...asked: Parameters<Person['run']>) => {
      const outcome = await person.run(...asked);
      return outcome.status === 'done' ? outcome.answer.items?.map(({ title }) => title) : outcome.status;
    };
    expect(await titles(freshsalesFindDeal, { name: 'coffee' })).toEqual(['Coffee machines']);
    expect(await titles(freshsalesFindContact, { who: 'coffee' })).toEqual(['Coffee Club']);
  });

  it('is no form, where it is in the trash at Jotform: it is not asked for, and not listed', async () => {
    const person = await connected('jotform');
    products.arrived('jotform');
    answer('/user/forms', {
      responseCode: 200,
      content: [
        { id: '1', title: 'Winter party', status: 'DELETED', count: '3' },
        { id: '2', title: 'Summer party', status: 'ENABLED', count: '3' },
      ],
    });
    const outcome = await person.run(jotformListForms);
    expect(outcome).toMatchObject({ answer: { items: [{ title: 'Summer party' }] } });
    const [request] = products.arrived('jotform');
    expect(new URL(request?.path ?? '', 'http://x').searchParams.get('filter')).toBe('{"status:ne":"DELETED"}');
  });

  it('is no form that is filled in, where its owner has closed it', async () => {
    const person = await connected('jotform');
    answer('/form/242930000000102', { responseCode: 200, content: { status: 'DISABLED' } });
    expect(await person.run(jotformFillForm, { form: '242930000000102' })).toMatchObject({
      status: 'failed',
      why: 'refused',
      text: "Form 242930000000102 isn't accepting answers at the moment.",
    });
  });

  it('is no site of Jira, where a grant reaches Confluence only', async () => {
    products = await openProducts(standInJira());
    const ann = products.person();
    const { cloudId = '' } = products.sandbox.jira.sites.find(({ name }) => name === 'acme') ?? {};
    const at = (id: string, scope: string) => ({ id, name: id, url: 'https://acme.atlassian.net', scopes: [scope] });
    answer('/accessible-resources', [at('wiki', 'read:confluence-content.summary'), at(cloudId, 'read:jira-work')]);
    expect(await ann.consent('jira', { user: 'ann' })).toEqual({ status: 'done' });
  });

  it('is no submission, where it is in the trash at Jotform', async () => {
    const person = await connected('jotform');
    const of = (id: string, status: string) => ({ id, status, created_at: `2026-12-01 08:0${id}:00`, answers: {} });
    answer('/submissions', { responseCode: 200, content: [of('1', 'DELETED'), of('2', 'ACTIVE')] });
    const outcome = await person.run(jotformViewSubmissions, { form: '242930000000101' });
    expect(outcome).toMatchObject({ answer: { items: [{ title: '2026-12-01 08:02 (New York)' }] } });
  });

  it('is no ticket, where a search at Zendesk has operators of its own', async () => {
    const person = await connected('zendesk');
    answer('/search.json', { results: [{ id: 7, result_type: 'user', name: 'Bob' }], next_page: null });
    const outcome = await person.run(zendeskSearchTickets, { words: 'type:user bob' });
    expect(outcome).toMatchObject({ answer: { title: 'I found no tickets for “type:user bob”.' } });
  });

  it('is no type that an issue can have by itself: a subtask at Jira', async () => {
    const person = await connected('jira');
    answer('/issuetypes', {
      issueTypes: [
        { id: '1', name: 'Part', untranslatedName: 'Task', subtask: true },
        { id: '2', name: 'Bug', subtask: false },
      ],
    });
    const outcome = await person.run(jiraCreateIssue, { project: 'KAN', type: 'Part', summary: 'x' });
    expect(outcome).toMatchObject({ status: 'input_refused', input: 'type', choices: ['Bug'] });
  });
});

describe('where two things have one name', () => {
  const people = [
    { accountId: 'a1', displayName: 'Ann Lee', emailAddress: 'ann@acme.example' },
    { accountId: 'a2', displayName: 'Ann Lee' },
  ];

  it('nobody is assigned for another, and what is offered is understood', async () => {
    const person = await connected('jira');
    answer('/assignable/search', people);
    const asked = await person.run(jiraAssignIssue, { key: 'KAN-1', who: 'Ann Lee' });
    const choices = ['Ann Lee (ann@acme.example)', 'Ann Lee (a2)'];
    expect(asked).toMatchObject({ status: 'input_refused', input: 'who', choices });
    products.arrived('jira');
    await person.run(jiraAssignIssue, { key: 'KAN-1', who: 'Ann Lee (a2)' });
    expect(products.arrived('jira').at(-1)?.body).toBe('{"accountId":"a2"}');
  });
});

it('what somebody else changes at the same moment at Zendesk is said so', async () => {
  const person = await connected('zendesk');
  products.front.answerNext('PUT', { status: 409, body: { error: 'UpdateConflict' } });
  expect(await person.run(zendeskSetStatus, { ticket: '33', status: 'open' })).toMatchObject({
    status: 'failed',
    why: 'refused',
    text: 'Someone else is changing ticket #33 right now. Please try again.',
  });
});

describe('what this person cannot do there', () => {
  it('is not tried at Zendesk: customers only say that a request of theirs is solved', async () => {
    products = await openProducts(standInZendesk());
    const eve = products.person();
    await eve.consent('zendesk', { user: 'eve', tenant: 'acme', profile: 'system' });
    products.arrived('zendesk');
    expect(await eve.run(zendeskSetStatus, { ticket: '33', status: 'open' })).toMatchObject({
      status: 'failed',
      why: 'refused',
      text: 'You can only mark your own requests as solved. To reopen one, reply to it.',
    });
    expect(products.arrived('zendesk')).toEqual([]);
  });

  it.each([
    ['a customer without an address', { id: 11, customer: { email: null }, messages: [] }],
    [
      'a ticket that came by chat',
      { id: 11, customer: { email: 'eve@customer.example' }, messages: [{ source: { type: 'chat', to: [] } }] },
    ],
  ])('is not sent at Gorgias: %s', async (_, ticket) => {
    const person = await connected('gorgias');
    answer('/api/tickets/11', ticket);
    products.arrived('gorgias');
    expect(await person.run(gorgiasReplyTicket, { ticket: '11', reply: 'It comes today.' })).toMatchObject({
      status: 'failed',
      why: 'refused',
      text: "Ticket #11 didn't come by e-mail, so I can't reply to it. Please reply in Gorgias.",
    });
    expect(products.arrived('gorgias').map(({ method }) => method)).toEqual(['GET']);
  });
});
