import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASTED } from '../answers/pasted.ts';
import { type ChatPerson, textsOf } from './chat-person.ts';
import { connected } from './journey.ts';
import { type Row, rows } from './rows.ts';
import { openWorld, type World } from './world.ts';

const rowOf = (integration: string): Row => {
  const row = rows.find((one) => one.integration === integration);
  if (row === undefined) throw new Error(`${integration} has no row`);
  return row;
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
// products limit how much is asked of them in a minute
beforeEach(() => world.advance(61_000));
afterAll(() => world.close());

describe.each([
  {
    integration: 'jira',
    ask: 'View a Jira issue',
    link: 'https://acme.atlassian.net/jira/software/projects/KAN/boards/1?selectedIssue=KAN-2',
    answer: /^KAN-2: /,
  },
  {
    integration: 'zendesk',
    ask: 'View a Zendesk ticket',
    link: 'https://acme.zendesk.com/agent/tickets/33',
    answer: /^#33 Printer/,
  },
  {
    integration: 'gorgias',
    ask: 'View a Gorgias ticket',
    link: 'https://acme.gorgias.com/app/views/1047/11',
    answer: /^#11 Where is my order/,
  },
  {
    integration: 'jotform',
    ask: 'View Jotform submissions',
    link: 'https://www.jotform.com/inbox/242930000000101',
    answer: /The coffee machine is out of beans/,
  },
])('a link to $integration, where the chat asked for what it leads to', ({ integration, ask, link, answer }) => {
  let chat: ChatPerson;
  beforeAll(async () => {
    ({ chat } = await connected(world, rowOf(integration)));
  });

  it.each(PASTED)('is understood in the sentences of $locale', async ({ locale, links }) => {
    for (const sentence of links) {
      await chat.send({ type: 'message', text: ask, locale });
      const said = sentence.replace('{it}', () => link);
      expect(textsOf(await chat.send({ type: 'message', text: said, locale })), said).toMatch(answer);
    }
  });
});
