import type { AnyAction } from 'latchkey';
import * as actions from 'latchkey/actions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INPUTS } from './action-inputs.ts';
import { BY_KEY } from './by-key.ts';
import { openProducts, type Person, type Products } from './open-products.ts';
import { faultOf, wrongOnes } from './wrong-members.ts';

/** Where people are sent. */
const HOSTS = ['atlassian.net', 'github.com', 'jotform.com'];

describe.each(BY_KEY)('whatever $id sends in the place of a member', ({ id, make, profile, values }) => {
  let products: Products;
  let person: Person;
  beforeAll(async () => {
    products = await openProducts(make);
    person = products.person();
    await person.type(id, values(products.sandbox), profile);
  });
  afterAll(() => products.close());

  const ofProduct = (Object.values(actions) as AnyAction[]).filter(({ integration }) => integration === id);
  it.each(ofProduct)(
    '“$title” says nothing wrong',
    async (action) => {
      products.sandbox.control.enforceRateLimits(false);
      const { front, sandbox } = products;
      const run = () => {
        sandbox.control.reset();
        sandbox.control.enforceRateLimits(false);
        return person.run(action, INPUTS[action.id] ?? {});
      };
      const asked: { readonly name: string; readonly body: string }[] = [];
      front.rewrite((name, body) => void asked.push({ name, body }));
      expect((await run()).status).toMatch(/^(?:done|needs_answers)$/);
      const wrong: string[] = [];
      for (const [at, { body, name }] of asked.entries()) {
        if (body === '') continue;
        for (const { where, instead } of wrongOnes(JSON.parse(body))) {
          let count = -1;
          front.rewrite(() => {
            count += 1;
            return count === at ? instead : undefined;
          });
          const fault = faultOf(await run(), [front.url, sandbox.url], HOSTS);
          if (fault !== undefined) wrong.push(`${name} ${where}: ${fault}`);
        }
      }
      front.rewrite(undefined);
      expect(wrong).toEqual([]);
    },
    600_000,
  );
});
