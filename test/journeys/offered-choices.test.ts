import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatPerson, suggestionsOn, textsOf } from './chat-person.ts';
import { connected } from './journey.ts';
import { type RowByLink, rows } from './rows.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let chat: ChatPerson;

const jiraRow = (): RowByLink => {
  const row = rows.find(({ integration }) => integration === 'jira');
  if (row?.way !== 'link') throw new Error('Jira has a row');
  return row;
};

beforeAll(async () => {
  world = await openWorld();
  ({ chat } = await connected(world, jiraRow()));
});
afterAll(() => world.close());

const WHICH = 'Which project is it for?';

/** Somebody at a site with 24 projects, who connects because of what was said. */
async function pamSaid(say: string) {
  const { site: _, ...row } = jiraRow();
  const action = { ...row.action, say, answer: /Which project/ };
  return connected(world, { ...row, action, account: 'pam@initech.example', consent: { user: 'pam' } });
}

describe('what only the product knows', () => {
  it('is offered with the first question, and what was said before is kept', async () => {
    expect(textsOf(await chat.say('Create a Jira issue'))).toContain('What is it about?');
    const asked = await chat.say('Order a new kettle');
    expect(textsOf(asked)).toBe(WHICH);
    expect(suggestionsOn(asked)).toEqual(['KAN: Kanban board', 'OPS: Operations', 'cancel']);
    const created = textsOf(await chat.say('KAN: Kanban board'));
    expect(created).toMatch(/Created KAN-\d+/);
    expect(created).toContain('Order a new kettle');
    expect(textsOf(await chat.say('Move a Jira issue'))).toContain('Which issue?');
    const moves = await chat.say('KAN-2');
    expect(textsOf(moves)).toBe('What should its status be?');
    expect(suggestionsOn(moves)).toEqual(['To Do', 'Done', 'cancel']);
    expect(textsOf(await chat.say('to do'))).toContain('Moved KAN-2 to To Do');
  });

  it('is not asked for where there is only one, and cannot be skipped where the product needs it', async () => {
    const asked = await chat.say('create a jira issue: Fix the tap');
    expect(textsOf(asked)).toBe(WHICH);
    const again = await chat.say('skip');
    expect(textsOf(again)).toContain('There is no project “skip” where you can create issues.');
    expect(suggestionsOn(again)).not.toContain('skip');
    const { site: _, ...row } = jiraRow();
    const action = { ...row.action, say: 'create a jira issue: Fix the tap', answer: /Created KAN-\d+\nFix the tap/ };
    const ann = { ...row, action, account: 'ann@acme.example', consent: { user: 'ann' } };
    await connected(world, ann);
    expect(textsOf(await chat.say('cancel'))).toBe("OK, I won't create the issue. Jira stays connected.");
  });

  it('becomes numbers where there is more of it than the channel shows, and the rest can be named', async () => {
    const journey = await pamSaid('create a jira issue: Send the report');
    const asked = journey.heard.slice(-1);
    expect(textsOf(asked)).toContain('These projects changed most recently. You can also name another one.');
    expect(textsOf(asked)).toMatch(/\n1\. TPS1: Reports of branch 1\n[\s\S]*\n20\. TPS20: Reports of branch 20$/);
    expect(suggestionsOn(asked)).toEqual(['cancel']);
    expect(textsOf(await journey.chat.say('12'))).toMatch(/Created TPS12-\d+\nSend the report/);
    await journey.chat.say('create a jira issue: Send another one');
    expect(textsOf(await journey.chat.say('Reports of branch 23'))).toMatch(/Created TPS23-\d+\nSend another one/);
  });
});

describe('what the product does not know', () => {
  it('is answered with the projects that there are, and the rest is kept', async () => {
    const asked = textsOf(await chat.say('create a jira issue in NOPE: Water the plants'));
    expect(asked).toContain('There is no project “NOPE” where you can create issues.');
    expect(textsOf(await chat.say('OPS: Operations'))).toContain(
      "The project OPS doesn't use tasks. What type should it be?",
    );
    const created = textsOf(await chat.say('incident'));
    expect(created).toMatch(/Created OPS-\d+/);
    expect(created).toContain('Water the plants');
  });

  it('is answered with the statuses that are open', async () => {
    expect(textsOf(await chat.say('move KAN-1 to Closed'))).toContain("KAN-1 can't be moved to “Closed”.");
    expect(textsOf(await chat.say('done'))).toContain('Moved KAN-1 to Done');
  });

  it('is asked for again where nobody has that name', async () => {
    expect(textsOf(await chat.say('assign KAN-1 to Zoe'))).toContain(
      "I couldn't find anyone called “Zoe” to assign KAN-1 to.",
    );
    expect(textsOf(await chat.say('ann'))).toContain('Assigned KAN-1 to Ann Lee');
  });
});
