import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as actions from 'latchkey/actions';
import { jira } from 'latchkey/integrations';
import { beforeEach, describe, expect, it } from 'vitest';
import { verbsOf } from '../verbs-of.ts';
import { type ChatPerson, type Heard, textsOf } from './chat-person.ts';
import { type HoldingProxy, startHoldingProxy } from './holding-proxy.ts';
import { connected, finish, go, startJourney, stepsAfterAsking } from './journey.ts';
import { type RowByLink, rowsByKey, rowsByLink } from './rows.ts';
import { openTestBot, type TestBot } from './test-bot.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

const jiraRow = rowsByLink('J1').find(({ integration }) => integration === 'jira');
if (jiraRow === undefined) throw new Error('nobody tells of Jira');
const row: RowByLink = jiraRow;

const ACME = '1324a887-45db-4bf4-9e99-ef0ff456d421';
const GLOBEX = '7c1e3f52-90ab-4d0e-8a35-2b6f1c9d4e77';
const NOW_AT = (site: string) => `OK, for Jira I use bob@acme.example at ${site} from now on.`;
const DISCOVERY = 'jira GET /oauth/token/accessible-resources';
const ENDED = 'Your connection to Jira has ended. Please connect again, so that I can do what you ask me for there.';
const hour = 3_600_000;

const suggested = (heard: readonly Heard[]) =>
  heard.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []).map(({ value }) => value);

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

const stageOf = (bot: TestBot) => ({
  sandbox: world.sandbox,
  chat: () => bot.chat(),
  browser: () => bot.browser(),
});

describe('a person whose account reaches no site', () => {
  enter();

  it('is told so, and may try again with another account', async () => {
    const journey = await startJourney(world, { ...row, consent: { user: 'nosites' } });
    await go(journey, 'came back');
    const told = await journey.chat.hear(/has no site that I may use/);
    expect(suggested(told)).toEqual(['retry']);
    const again = { ...journey, row, browser: world.browser(), asked: await journey.chat.say('retry'), steps: 0 };
    await finish(again);
  });
});

describe('a person whose grant reaches two sites', () => {
  enter();

  const refreshes = () => world.count(`${row.tokenRoute} refresh_token`);
  const connectionsOf = async ({ user }: ChatPerson) =>
    (await world.connections('jira')).filter(({ owner }) => owner.kind === 'user' && owner.user === user);
  /** Asks for issues, and says at which sites Jira was asked for them. */
  const sitesAsked = async (chat: ChatPerson, at?: string) => {
    const before = world.sandbox.control.requests().length;
    const ask = { type: 'message', text: row.second.say };
    expect(textsOf(await (at === undefined ? chat.send(ask) : chat.post(ask, at)))).toMatch(row.second.answer);
    const asked = world.sandbox.control.requests().slice(before);
    return [...new Set(asked.flatMap(({ path }) => /\/ex\/jira\/([^/]+)\//.exec(path)?.[1] ?? []))];
  };

  describe('switches to the other one', () => {
    it('is told of it when connected, with words that go there', async () => {
      const { heard } = await connected(world, row);
      expect(textsOf(heard)).toContain('You also gave me access to Globex: say *use jira Globex* to switch.');
      expect(suggested(heard)).toEqual(['use jira Globex']);
    });

    it('is told nothing of sites where only one was granted', async () => {
      const { site: _, ...withoutChoice } = row;
      const { heard } = await connected(world, { ...withoutChoice, consent: { user: 'bob', options: [ACME] } });
      expect(textsOf(heard)).not.toContain('You also let me work');
      expect(suggested(heard)).toEqual([]);
    });

    it('and back, with one consent and one connection, over restarts', async () => {
      const { chat } = await connected(world, row);
      const granted = world.count(`${row.tokenRoute} authorization_code`);
      expect(await sitesAsked(chat)).toEqual([ACME]);
      expect(textsOf(await chat.say('use jira globex'))).toBe(NOW_AT('Globex'));
      expect(await sitesAsked(chat)).toEqual([GLOBEX]);
      expect(world.count(`${row.tokenRoute} authorization_code`)).toBe(granted);
      await world.restart();
      expect(await sitesAsked(chat)).toEqual([GLOBEX]);
      expect(textsOf(await chat.say('connections'))).toContain('Globex · Connected');
      expect(await connectionsOf(chat)).toHaveLength(1);
      expect(textsOf(await chat.say('Use Jira bob@acme.example at Acme'))).toBe(NOW_AT('Acme'));
      await world.restart();
      expect(await sitesAsked(chat)).toEqual([ACME]);
      expect(await connectionsOf(chat)).toHaveLength(1);
      expect(world.count(`${row.tokenRoute} authorization_code`)).toBe(0);
    });

    it('and the connection lives on there: it is renewed, and ended by its name', async () => {
      const { chat } = await connected(world, row);
      await chat.say('use jira Globex');
      for (let renewal = 1; renewal <= 3; renewal += 1) {
        world.advance(hour);
        expect(await sitesAsked(chat)).toEqual([GLOBEX]);
        expect(refreshes()).toBe(renewal);
      }
      expect(textsOf(await chat.say('disconnect jira Globex'))).toBe(row.disconnected);
      expect(await connectionsOf(chat)).toEqual([]);
    });

    it('while the bot asks for something else, which then happens there', async () => {
      const { chat } = await connected(world, row);
      await chat.say('Create a Jira issue');
      expect(textsOf(await chat.say('use jira Globex'))).toContain(NOW_AT('Globex'));
      expect(textsOf(await chat.say('Order the fireworks'))).toMatch(/Created GLX-\d+/);
    });

    it('is written down, with who did it', async () => {
      const { chat } = await connected(world, row);
      await chat.say('use jira Globex');
      const [connection] = await connectionsOf(chat);
      const database = new DatabaseSync(join(world.folder, 'latchkey.db'), { readOnly: true });
      const audited = database.prepare('select actor, subject, result from audit where what = ?').all('site_switched');
      database.close();
      expect(audited.at(-1)).toEqual({
        actor: expect.stringContaining(chat.user),
        subject: connection?.id,
        result: JSON.stringify({ kind: 'site', id: GLOBEX }),
      });
    });

    it.each([
      ['is due', () => world.advance(hour)],
      ['the product ended before its time', () => world.sandbox.control.advance(hour)],
    ])('with a token that %s, which is renewed on the way', async (_, age) => {
      const { chat } = await connected(world, row);
      age();
      expect(textsOf(await chat.say('use jira Globex'))).toBe(NOW_AT('Globex'));
      expect(refreshes()).toBe(1);
      expect(await sitesAsked(chat)).toEqual([GLOBEX]);
      world.advance(2 * hour);
      expect(await sitesAsked(chat)).toEqual([GLOBEX]);
      expect(refreshes()).toBe(2);
    });

    it('with everything else at once, at two instances, and stays connected once', async () => {
      const { chat } = await connected(world, row);
      const other = await world.secondInstance();
      const rooms = await Promise.all(Array.from({ length: 6 }, (_, room) => world.chat(chat.user, `sites-${room}`)));
      world.advance(hour);
      await Promise.all(
        rooms.map((room, index) => {
          const text = index % 3 === 0 ? row.second.say : `use jira ${index % 3 === 1 ? 'Globex' : 'Acme'}`;
          return room.post({ type: 'message', text }, index % 2 === 0 ? world.url : other.url);
        }),
      );
      expect(refreshes()).toBe(1);
      expect(await connectionsOf(chat)).toHaveLength(1);
      world.advance(hour);
      await chat.say('use jira Globex');
      expect(await sitesAsked(chat)).toEqual([GLOBEX]);
      expect(await sitesAsked(chat, other.url)).toEqual([GLOBEX]);
    });
  });

  describe('with a connection at each', () => {
    const connectedTwice = async () => {
      const { chat, browser } = await connected(world, row);
      const again = { ...row, action: { ...row.action, say: 'connect jira' }, site: () => GLOBEX };
      await go(await startJourney(world, again, { chat, browser }), 'typed the code');
      expect((await connectionsOf(chat)).map(({ site }) => site?.name).toSorted()).toEqual(['Acme', 'Globex']);
      return chat;
    };

    it('chooses between them, and Jira is not asked', async () => {
      const chat = await connectedTwice();
      const asked = world.sandbox.control.requests().length;
      expect(textsOf(await chat.say('use jira Acme'))).toBe(NOW_AT('Acme'));
      expect(world.sandbox.control.requests()).toHaveLength(asked);
      expect(await sitesAsked(chat)).toEqual([ACME]);
      expect(textsOf(await chat.say('use jira globex'))).toBe(NOW_AT('Globex'));
      expect(await sitesAsked(chat)).toEqual([GLOBEX]);
      expect(await connectionsOf(chat)).toHaveLength(2);
    });

    it('keeps both, also where the other one was not known yet when it was asked for', async () => {
      const chat = await connectedTwice();
      const connections = await connectionsOf(chat);
      const acme = connections.find(({ site }) => site?.id === ACME);
      if (acme === undefined) throw new Error('not connected');
      const { authorizer } = await world.secondInstance();
      const switched = await verbsOf(authorizer).useSite({ owner: acme.owner, integration: 'jira', named: 'Acme' });
      expect(switched).toMatchObject({ status: 'switched', connection: { id: acme.id } });
      expect(await connectionsOf(chat)).toEqual(connections);
      expect(await sitesAsked(chat)).toEqual([ACME]);
    });
  });

  describe('with another account besides, whose grant does not reach it', () => {
    const withAnn = async () => {
      const { chat } = await connected(world, row);
      const { site: _, ...annRow } = { ...row, consent: { user: 'ann' }, account: 'ann@acme.example' };
      const action = { ...row.action, say: 'connect jira' };
      await go(await startJourney(world, { ...annRow, action }, { chat }), 'typed the code');
      return chat;
    };

    it('goes there with the account that can, which is used from then on', async () => {
      const chat = await withAnn();
      expect(textsOf(await chat.say('use jira Globex'))).toBe(NOW_AT('Globex'));
      expect(await sitesAsked(chat)).toEqual([GLOBEX]);
      expect(await connectionsOf(chat)).toHaveLength(2);
    });

    it('goes with nobody else than the account that was named', async () => {
      const chat = await withAnn();
      const asked = world.count(DISCOVERY);
      const heard = await chat.say('use jira ann@acme.example at Globex');
      expect(textsOf(heard)).toContain("I couldn't find that account or site in Jira.");
      expect(suggested(heard)).toEqual(['use jira bob@acme.example at Acme', 'use jira ann@acme.example at Acme']);
      expect(world.count(DISCOVERY)).toBe(asked + 1);
      expect((await connectionsOf(chat)).map(({ site }) => site?.id)).toEqual([ACME, ACME]);
    });
  });

  describe('is told why not, and nothing changes', () => {
    const stays = async (chat: ChatPerson) => {
      expect(await connectionsOf(chat)).toMatchObject([{ site: { name: 'Acme' }, status: 'active' }]);
      expect(await sitesAsked(chat)).toEqual([ACME]);
    };

    it('where no site has this name: these there are', async () => {
      const { chat } = await connected(world, row);
      const heard = await chat.say('use jira Initech');
      expect(textsOf(heard)).toBe(
        "I couldn't find that account or site in Jira. You can choose bob@acme.example at Acme, bob@acme.example at Globex.",
      );
      expect(suggested(heard)).toEqual(['use jira bob@acme.example at Acme', 'use jira bob@acme.example at Globex']);
      await stays(chat);
    });

    it('and in a group hears no names', async () => {
      const { chat } = await connected(world, row);
      const group = await world.chat(chat.user, 'sites-group');
      await group.listen();
      const heard = await group.say('use jira Initech');
      expect(textsOf(heard)).toBe("I couldn't find that account or site in Jira.");
      expect(suggested(heard)).toEqual([]);
    });

    it.each([
      ['its sites', 'accessible-resources'],
      ['the account there', '/rest/api/3/myself'],
    ])('where Jira does not answer for %s', async (_, route) => {
      const { chat } = await connected(world, row);
      for (const kind of ['server_error', 'lost', 'rate_limited'] as const) {
        world.sandbox.control.failNext('jira', { kind, route });
        expect(textsOf(await chat.say('use jira Globex'))).toBe(
          "Jira isn't answering right now. Nothing was changed. Try again in a few minutes.",
        );
      }
      await stays(chat);
      expect(textsOf(await chat.say('use jira Globex'))).toBe(NOW_AT('Globex'));
    });

    it('where the token endpoint does not answer', async () => {
      const { chat } = await connected(world, row);
      world.advance(hour);
      world.sandbox.control.failNext('jira', { kind: 'server_error', route: 'POST /oauth/token' });
      expect(textsOf(await chat.say('use jira Globex'))).toContain("Jira isn't answering right now.");
      world.advance(31_000);
      await stays(chat);
    });

    it('where the grant was revoked: it asks to connect again', async () => {
      const { chat } = await connected(world, row);
      row.revoke(world.sandbox);
      const heard = await chat.say('use jira Globex');
      expect(textsOf(heard)).toBe(ENDED);
      expect(suggested(heard)).toEqual(['reconnect jira']);
      expect(await connectionsOf(chat)).toMatchObject([{ site: { name: 'Acme' }, status: 'needs_reauth' }]);
      const asked = world.sandbox.control.requests().length;
      expect(textsOf(await chat.say('use jira Globex'))).toBe(ENDED);
      expect(world.sandbox.control.requests()).toHaveLength(asked);
    });

    it('where the developer has switched Jira off', async () => {
      const { chat } = await connected(world, row);
      const { authorizer } = await world.secondInstance();
      const set = (enabled: boolean) =>
        authorizer.operator.changeSetup({ actor: { name: 'dev' }, integration: 'jira', change: { enabled } });
      await set(false);
      try {
        const [connection] = await connectionsOf(chat);
        if (connection === undefined) throw new Error('not connected');
        const asked = world.sandbox.control.requests().length;
        const { owner } = connection;
        expect(await verbsOf(authorizer).useSite({ owner, integration: 'jira', named: 'Globex' })).toEqual({
          status: 'refused',
          why: 'disabled',
        });
        expect(world.sandbox.control.requests()).toHaveLength(asked);
      } finally {
        await set(true);
      }
    });
  });

  describe('is the only one who switches it', () => {
    it('nobody else can, in their own chat, in a group, or in a conversation of the owner', async () => {
      const { chat } = await connected(world, row);
      const asked = world.count(DISCOVERY);
      const stranger = await world.chat();
      expect(textsOf(await stranger.say('use jira Globex'))).toBe('Jira is not connected.');
      const group = await world.chat(stranger.user, 'sites-strangers');
      await group.listen();
      expect(textsOf(await group.say('use jira Globex'))).toBe('Jira is not connected.');
      const from = { id: stranger.user, name: chat.user };
      const inTheirs = await chat.post({ type: 'message', text: 'use jira Globex', from });
      expect(textsOf(inTheirs)).toBe('Jira is not connected.');
      expect(world.count(DISCOVERY)).toBe(asked);
      expect(await sitesAsked(chat)).toEqual([ACME]);
    });

    it('somebody with the same account elsewhere switches their own connection and no other', async () => {
      const { chat } = await connected(world, row);
      const { chat: neighbour } = await connected(world, row);
      expect(textsOf(await neighbour.say('use jira Globex'))).toBe(NOW_AT('Globex'));
      expect(await sitesAsked(neighbour)).toEqual([GLOBEX]);
      expect(await sitesAsked(chat)).toEqual([ACME]);
    });
  });
});

describe('a token that is renewed during the switch', () => {
  let proxy: HoldingProxy;
  let bot: TestBot;
  enter();

  beforeEach(async () => {
    proxy = await startHoldingProxy(world.sandbox.url);
    const { clientId, clientSecret, sitesUrl } = world.sandbox.jira;
    const sandbox = { sitesUrl, authUrl: `${proxy.url}/jira/auth`, gatewayUrl: `${proxy.url}/jira/gateway` };
    bot = await openTestBot({
      integrations: () => [jira({ clientId, clientSecret, sandbox })],
      actions: [actions.jiraCreateIssue, actions.jiraSearchMyIssues],
    });
    return async () => {
      await bot.close();
      await proxy.close();
    };
  });

  it('is not lost: the switch waits for it and takes it along', async () => {
    const { chat } = await connected(stageOf(bot), row);
    const elsewhere = { id: 'elsewhere', name: '', isGroup: false, conversationType: 'personal' };
    const other = await bot.chat(chat.user, { conversation: elsewhere });

    const proof = proxy.hold('/rest/api/3/myself');
    const switching = chat.say('use jira Globex');
    await proof.arrived;
    bot.advance(hour);
    const renewal = proxy.hold('/oauth/token');
    const acting = other.say(row.second.say);
    await renewal.arrived;
    proof.release();
    const early = await Promise.race([switching, new Promise((resolve) => setTimeout(resolve, 300, 'still waiting'))]);
    expect(early).toBe('still waiting');
    renewal.release();
    expect(textsOf(await acting)).toMatch(row.second.answer);
    expect(textsOf(await switching)).toBe(NOW_AT('Globex'));

    // by now Jira takes the newest refresh token only
    bot.advance(hour);
    world.advance(hour);
    expect(textsOf(await chat.say(row.second.say))).toContain('Book the launch venue');
  });
});

describe('a site that does not let the account in', () => {
  enter();

  it.each([
    [403, 'Your Jira account has no access to Globex. Nothing was changed.'],
    [404, 'Your Jira account has no access to Globex. Nothing was changed.'],
    [503, "Jira isn't answering right now. Nothing was changed. Try again in a few minutes."],
  ])('is said for %i, and nothing changes', async (status, sentence) => {
    const { chat } = await connected(world, row);
    const route = 'GET /ex/jira/{cloudId}/rest/api/3/myself';
    world.sandbox.control.failNext('jira', { kind: 'status', status, route });
    expect(textsOf(await chat.say('use jira Globex'))).toBe(sentence);
    expect(textsOf(await chat.say('connections'))).toContain('Acme · Connected');
  });
});

describe('a name that no account has', () => {
  enter();

  it.each(['use', 'disconnect'])('is answered with those there are: %s', async (verb) => {
    const jotform = rowsByKey('J1').find(({ integration, way }) => integration === 'jotform' && way === 'card');
    if (jotform === undefined) throw new Error('nobody tells of Jotform');
    const { chat } = await connected(world, jotform);
    const heard = await chat.say(`${verb} jotform ann@acme.example`);
    expect(textsOf(heard)).toBe("I couldn't find that account or site in Jotform. You can choose bob@acme.example.");
    expect(suggested(heard)).toEqual([`${verb} jotform bob@acme.example`]);
    expect(textsOf(await chat.say('connections'))).toContain('Jotform: bob@acme.example');
  });
});

describe('without a code', () => {
  openWorlds(
    (entered) => {
      world = entered;
    },
    { confirm: 'none' },
  )();

  it('the other sites are told as well', async () => {
    const journey = await startJourney(world, row);
    for (const { name } of stepsAfterAsking(row).slice(0, -1)) await go(journey, name);
    const heard = await journey.chat.hear(row.action.answer);
    expect(textsOf(heard)).toContain('You also gave me access to Globex: say *use jira Globex* to switch.');
    expect(suggested(heard)).toEqual(['use jira Globex']);
  });
});
