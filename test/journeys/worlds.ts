import { afterAll, beforeEach } from 'vitest';
import { type Row, rows } from './rows.ts';
import { openWorld, type World } from './world.ts';

/**
 * The worlds in which the stories of a file are told: one with the products as they are built in, and where a row needs it
 * another one in which developers have made profiles of their own and selected them. Each is opened when it is needed first.
 *
 * @param arrive told before each test in which world it happens
 * @returns says for the tests of a `describe` of which row they tell
 */
export function openWorlds(
  arrive: (world: World) => void,
  settings: Parameters<typeof openWorld>[0] = {},
): (row?: Pick<Row, 'ownClient'>) => void {
  const opened = new Map<boolean, Promise<World>>();
  const worldOf = (own: boolean): Promise<World> => {
    const known = opened.get(own);
    if (known !== undefined) return known;
    const world = openWorld(settings, own ? rows.filter(({ ownClient }) => ownClient !== undefined) : []);
    opened.set(own, world);
    return world;
  };
  afterAll(async () => {
    for (const world of opened.values()) await (await world).close();
  });
  return (row = {}) => {
    beforeEach(async () => {
      const world = await worldOf(row.ownClient !== undefined);
      world.anew();
      arrive(world);
    });
  };
}
