import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { textsOf } from './chat-person.ts';
import { oneOfEachWay, rowsOf } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

describe.each(oneOfEachWay(rowsOf('J4')).slice(0, 1))('$name', (row) => {
  enter(row);

  it('a store that takes no write: the turn is answered with the name of the fault, and the next one works (E12)', async () => {
    const chat = await world.chat();
    const other = new DatabaseSync(join(world.folder, 'latchkey.db'));
    other.exec('begin immediate');
    const heard = textsOf(await chat.post({ type: 'message', text: row.action.say }));
    other.exec('rollback');
    other.close();
    const [, ref] = /^Something went wrong on my side \((\w+)\)\./.exec(heard) ?? [heard];
    const named = world.log.find((event) => event.event === 'turn_failed' && event.ref === ref);
    expect(named).toMatchObject({ error: expect.stringMatching(/^database: /) });
    expect(textsOf(await chat.say(row.action.say))).toContain(`Connect ${row.product}`);
  });
});
