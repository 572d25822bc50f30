import { type AnyAction, type Api, defineAction } from 'latchkey';
import { expect } from 'vitest';
import { z } from 'zod';
import type { MakeIntegration, Person, Products } from './open-products.ts';

/** One way in which a product is documented, or was seen, to say no; and what must become of it. */
export interface FailureShape {
  /** What it looks like, and what follows. */
  readonly shape: string;
  /** Default: the integration as every deployment has it. */
  readonly make?: MakeIntegration;
  readonly attempt: (products: Products) => Promise<void>;
}

/** An action that makes one call which no action of ours makes. */
export function calling(integration: string, call: (api: Api) => Promise<unknown>): AnyAction {
  return defineAction({
    id: `${integration}.call`,
    title: 'Call',
    purpose: 'call',
    integration,
    scopes: [],
    input: z.object({}),
    run: async (api) => void (await call(api)),
  });
}

/** The action refused in these words, and the connection is as good as before. */
export async function expectRefused(
  person: Person,
  action: AnyAction,
  input: Readonly<Record<string, unknown>>,
  text: string,
): Promise<void> {
  expect(await person.run(action, input)).toMatchObject({ status: 'failed', why: 'refused', text });
  await expectActive(person);
}

/** The person is asked for one input again, and offered what the product has. */
export async function expectOffered(
  person: Person,
  action: AnyAction,
  input: Readonly<Record<string, unknown>>,
  { text, ...offered }: { readonly input: string; readonly text: string; readonly choices: readonly string[] },
): Promise<void> {
  const outcome = await person.run(action, input);
  expect(outcome).toMatchObject({ status: 'input_refused', problem: { why: 'said', text }, ...offered });
  await expectActive(person);
}

/** The action failed for a reason that the runner has words for, and the connection is as good as before. */
export async function expectFailed(person: Person, action: AnyAction, failure: object): Promise<void> {
  expect(await person.run(action)).toMatchObject({ status: 'failed', ...failure });
  await expectActive(person);
}

/** The person is asked to connect again; what is stored waits for that. */
export async function expectEnded(person: Person, action: AnyAction, input = {}): Promise<void> {
  expect(await person.run(action, input)).toMatchObject({ status: 'needs_authorization', reason: 'ended' });
  expect(await person.connections()).toMatchObject([{ status: 'needs_reauth' }]);
}

export async function expectActive(person: Person): Promise<void> {
  expect(await person.connections()).toMatchObject([{ status: 'active' }]);
}

export async function expectNothingKept(person: Person): Promise<void> {
  expect(await person.connections()).toEqual([]);
}
