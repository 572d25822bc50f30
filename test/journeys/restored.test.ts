import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { type Backup, backUpPostgres, backUpSqlite } from './backup.ts';
import { textsOf } from './chat-person.ts';
import { connected, finish, goToCode, startJourney } from './journey.ts';
import { rowsByLink, rowsOf } from './rows.ts';
import { openWorld, type World } from './world.ts';

const [jira] = rowsByLink('J14').filter(({ integration }) => integration === 'jira');
const [jotform] = rowsOf('J4').filter(({ name }) => name === 'Jotform by a key in the chat');
if (jira === undefined || jotform === undefined) throw new Error('the rows have other names');

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let postgres: TestPostgres;
let database: TestDatabase | undefined;
let world: World | undefined;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterEach(async () => {
  await world?.close();
  await database?.drop();
  world = database = undefined;
});
afterAll(() => postgres.stop());

describe.each(['SQLite', 'PostgreSQL'])('a backup of %s', (engine) => {
  const open = async (): Promise<World> => {
    database = engine === 'SQLite' ? undefined : await postgres.newDatabase();
    world = await openWorld({}, [], database?.url);
    return world;
  };
  const backUp = async (of: World): Promise<Backup> => {
    if (database === undefined) return backUpSqlite(of.folder);
    const made = await backUpPostgres(database);
    // its sessions have ended, and it opens others
    await eventually(async () => void (await of.connections('jira')));
    return made;
  };

  const restoreTo = async (of: World, { restore }: Backup): Promise<void> => {
    await of.restart(restore);
    await of.round();
  };

  it('that is an hour old: links and codes of it are over, and whoever was connecting can begin again', async () => {
    const here = await open();
    const linked = await startJourney(here, jira);
    const coded = await startJourney(here, jira);
    const code = await goToCode(coded);
    const backup = await backUp(here);
    expect(textsOf(await coded.chat.say(code))).toContain('Connected to Jira');
    await finish(linked);

    here.advance(60 * MINUTE);
    await restoreTo(here, backup);
    for (const { chat } of [linked, coded]) {
      expect(textsOf(await chat.hear())).toBe(
        'Your request to connect Jira has expired. Nothing was saved. Say *retry* to start again.',
      );
    }
    expect(await here.connections('jira')).toEqual([]);
    expect(textsOf(await coded.chat.say(code))).toContain("I'm not waiting for a code from you");
    expect(textsOf(await linked.chat.say('retry'))).toContain('I need access to your Jira account');
    expect(here.count(jira.action.route)).toBe(0);
  });

  it('that is days old: a token that was renewed since is asked for again, and nothing is said of what is long over', async () => {
    const here = await open();
    const renewed = await connected(here, jira);
    const removed = await connected(here, jotform);
    const waiting = await startJourney(here, jira);
    const backup = await backUp(here);
    expect(textsOf(await removed.chat.say('disconnect Jotform'))).toContain('Removed here.');
    here.advance(2 * 60 * MINUTE);
    await here.round();
    await waiting.chat.listen();
    expect(textsOf(await renewed.chat.say(jira.second.say))).toMatch(jira.second.answer);

    here.advance(2 * DAY);
    await restoreTo(here, backup);
    for (const { chat } of [renewed, removed, waiting]) await chat.hearsNothing();
    expect(textsOf(await waiting.chat.say('retry'))).not.toContain('I need access');
    // what docs/operate.md says of connections that were removed since
    expect(await here.connections('jotform')).toHaveLength(1);
    expect(textsOf(await removed.chat.say(jotform.second.say))).toMatch(jotform.second.answer);
    const again = await startJourney(here, jira, renewed);
    expect(textsOf(again.asked)).toContain('Your connection to Jira has ended. Please connect again');
    await finish(again);
    expect(here.count(jira.action.route)).toBe(1);
  });

  it('that was made while an action ran: the person is asked to check, and it does not run again', async () => {
    const here = await open();
    const { chat } = await connected(here, jira);
    const route = jira.action.route.replace(/^\S+ /, '');
    here.sandbox.control.failNext('jira', { kind: 'hang', route });
    const answered = chat.say(jira.action.say).catch(() => undefined);
    const asked = () => here.sandbox.control.requests().filter((one) => `jira ${one.route}` === jira.action.route);
    await eventually(() => expect(asked()).toHaveLength(2));
    const backup = await backUp(here);
    here.advance(2 * MINUTE);
    await restoreTo(here, backup);
    await answered;
    // what could not be said at the start, before the chat listens, is said later
    here.advance(2 * MINUTE);
    await here.round();
    expect(textsOf(await chat.hear(/interrupted/))).toContain("I don't know whether it worked");
    expect(here.count(jira.action.route)).toBe(0);
  });
});
