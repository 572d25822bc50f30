import { defineAction, z } from 'latchkey';

/** Reads, needs no input, and always finds three. */
export const count = defineAction({
  id: 'acme.count',
  title: 'Count them',
  purpose: 'count them',
  integration: 'acme',
  scopes: [],
  effect: 'read',
  input: z.object({}),
  run: async () => 3,
  answer: (three) => ({ title: `There are ${three}` }),
});
