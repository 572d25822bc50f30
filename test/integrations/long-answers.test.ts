import type { AnyAction } from 'latchkey';
import * as actions from 'latchkey/actions';
import { jotformListForms, jotformViewSubmissions, zendeskSearchTickets } from 'latchkey/actions';
import { afterEach, describe, expect, it } from 'vitest';
import { INPUTS } from './action-inputs.ts';
import { BY_KEY } from './by-key.ts';
import { openProducts, type Person, type Products } from './open-products.ts';
import { standInJotform, standInZendesk } from './stand-ins.ts';

let products: Products;
let person: Person;
afterEach(() => products.close());

const nested = (open: string, close: string, times: number) => `${open.repeat(times)}${close.repeat(times)}`;

/** Nothing that a product documents, and more of it than anybody reads. */
const BODIES: Readonly<Record<string, string>> = {
  'eleven megabytes of text': JSON.stringify({ text: 'x'.repeat(11_000_000) }),
  'a list in a list, a hundred thousand times': nested('[', ']', 100_000),
  'an object in an object, a hundred thousand times': `${nested('{"content":', '}', 100_000).replace('}', 'null}')}`,
  'ten thousand entries of nothing': JSON.stringify(Array.from({ length: 10_000 }, () => null)),
};

describe.each(BY_KEY)('an answer without end at $id', ({ id, make, profile, values }) => {
  it('is told as a product that does not answer, and never as done', async () => {
    products = await openProducts(make);
    person = products.person();
    await person.type(id, values(products.sandbox), profile);
    const ofProduct = (Object.values(actions) as AnyAction[]).filter(({ integration }) => integration === id);
    for (const [what, body] of Object.entries(BODIES)) {
      products.front.rewrite(() => body);
      for (const action of ofProduct) {
        products.sandbox.control.reset();
        products.sandbox.control.enforceRateLimits(false);
        const outcome = await person.run(action, INPUTS[action.id] ?? {});
        const told = { status: 'failed', why: expect.stringMatching(/^(?:unreachable|unsure)$/) };
        expect(outcome, `${action.id}: ${what}`).toMatchObject(told);
      }
    }
    expect(await person.connections()).toMatchObject([{ status: 'active' }]);
  }, 120_000);
});

describe('a form', () => {
  async function connected(): Promise<void> {
    products = await openProducts(standInJotform());
    person = products.person();
    await person.type('jotform', { apiKey: products.sandbox.jotform.apiKey }, 'api-key');
  }
  const content = (entry: object) =>
    JSON.stringify({ responseCode: 200, content: [{ id: '242930000000101', ...entry }] });

  it('with a title of open tags is read once, and not anew at each of them', async () => {
    await connected();
    products.front.rewrite(() => content({ title: '<a'.repeat(200_000), count: 'many' }));
    expect(await person.run(jotformListForms)).toMatchObject({
      status: 'done',
      // how many there are was not said
      answer: { items: [{ subtitle: 'form 242930000000101' }] },
    });
  });

  it('whose answer holds lists in lists is read as deep as forms go', async () => {
    await connected();
    const deep = nested('[', ']', 50_000);
    products.front.rewrite(() =>
      content({ created_at: '2026-12-01 08:00:00', answers: { 3: { text: 'Why?', answer: 0 } } }).replace(
        '"answer":0',
        `"answer":${deep}`,
      ),
    );
    const outcome = await person.run(jotformViewSubmissions, { form: '242930000000101' });
    expect(outcome).toMatchObject({ status: 'done', answer: { items: [{ title: '2026-12-01 08:00 (New York)' }] } });
  });

  it('is asked for what is not in the trash, so that ten deleted submissions are not “nobody”', async () => {
    await connected();
    products.arrived('jotform');
    await person.run(jotformViewSubmissions, { form: '242930000000101' });
    const [request] = products.arrived('jotform');
    expect(new URL(request?.path ?? '', 'http://x').searchParams.get('filter')).toBe('{"status:ne":"DELETED"}');
  });
});

describe('a customer’s search at Zendesk', () => {
  const page = (id: number, subject: string, next: boolean) =>
    JSON.stringify({ requests: [{ id, subject, status: 'open' }], next_page: next ? 'https://x.example/2' : null });
  let pages: number;

  async function searched(answer: (page: number) => string) {
    products = await openProducts(standInZendesk());
    person = products.person();
    await person.consent('zendesk', { user: 'eve', tenant: 'acme', profile: 'system' });
    pages = 0;
    products.front.rewrite((name) => {
      if (!name.includes('/requests.json')) return undefined;
      pages += 1;
      return answer(pages);
    });
    return person.run(zendeskSearchTickets, { words: 'blue lamp' });
  }

  it('goes through the pages, and finds what is on a later one', async () => {
    const ending = await searched((at) => page(at, at === 3 ? 'The blue lamp' : 'Another', at < 3));
    expect(ending).toMatchObject({ status: 'done', answer: { items: [{ title: '#3 The blue lamp' }] } });
  });

  it('ends where pages do not, and says that it has not read all', async () => {
    expect(await searched((at) => page(at, 'Another', true))).toMatchObject({
      status: 'failed',
      why: 'refused',
      text: 'I only looked at your newest 500 requests and found none with these words.',
    });
    expect(pages).toBe(5);
  });

  it('says that there is none only where all were read', async () => {
    expect(await searched((at) => page(at, 'Another', false))).toMatchObject({
      status: 'done',
      answer: { title: 'I found no tickets for “blue lamp”.' },
    });
  });
});
