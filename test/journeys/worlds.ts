import { afterAll, beforeEach } from 'vitest';
import { ownProfilesOf, type Row, worldOfRow } from './rows.ts';
import { openWorld, type World } from './world.ts';

type Kind = ReturnType<typeof worldOfRow>;

/**
 * The worlds in which the stories of a file are told: one with the products as they are built in, and where a row needs it
 * others in which developers have made profiles of their own and selected them. Each is opened when it is needed first.
 *
 * @param arrive told before each test in which world it happens
 * @returns says for the tests of a `describe` of which row they tell
 */
export function openWorlds(
  arrive: (world: World) => void,
  settings: Parameters<typeof openWorld>[0] = {},
): (row?: Pick<Row, 'ownClient' | 'ownForm'>) => void {
  const opened = new Map<Kind, Promise<World>>();
  const worldOf = (kind: Kind): Promise<World> => {
    const known = opened.get(kind);
    if (known !== undefined) return known;
    const world = openWorld(settings, ownProfilesOf(kind));
    opened.set(kind, world);
    return world;
  };
  afterAll(async () => {
    for (const world of opened.values()) await (await world).close();
  });
  return (row = {}) => {
    beforeEach(async () => {
      const world = await worldOf(worldOfRow(row));
      world.anew();
      arrive(world);
    });
  };
}
