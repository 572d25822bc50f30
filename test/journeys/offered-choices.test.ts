import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatPerson, textsOf } from './chat-person.ts';
import { connected } from './journey.ts';
import { rows } from './rows.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let chat: ChatPerson;

beforeAll(async () => {
  world = await openWorld();
  const row = rows.find(({ integration }) => integration === 'jira');
  if (row === undefined) throw new Error('Jira has a row');
  ({ chat } = await connected(world, row));
});
afterAll(() => world.close());

describe('what the product does not know', () => {
  it('is answered with the projects that there are, and the rest is kept', async () => {
    const asked = textsOf(await chat.say('create a jira issue in NOPE: Water the plants'));
    expect(asked).toContain('There is no project NOPE in which you can create issues.');
    expect(textsOf(await chat.say('OPS: Operations'))).toContain(
      'The project OPS has no tasks. Which type shall it have?',
    );
    const created = textsOf(await chat.say('incident'));
    expect(created).toMatch(/Created OPS-\d+/);
    expect(created).toContain('Water the plants');
  });

  it('is answered with the statuses that are open', async () => {
    expect(textsOf(await chat.say('move KAN-1 to Closed'))).toContain('KAN-1 cannot be moved to Closed.');
    expect(textsOf(await chat.say('done'))).toContain('Moved KAN-1 to Done');
  });

  it('is asked for again where nobody has that name', async () => {
    expect(textsOf(await chat.say('assign KAN-1 to Zoe'))).toContain(
      'I found nobody called Zoe who can be given KAN-1.',
    );
    expect(textsOf(await chat.say('ann'))).toContain('Assigned KAN-1 to Ann Lee');
  });
});
