import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type DoorPerson, enterPerson, type Identity } from './door-person.ts';
import type { Proof } from './proof.ts';
import { type BotProcess, openTheatre, type Theatre } from './theatre.ts';

/** Who is somebody else, however alike they look. */
const OTHERS: Readonly<Record<string, (own: Identity) => Identity>> = {
  'another user': (own) => ({ ...own, user: `${own.user}2` }),
  'the same id in another channel': (own) => ({ ...own, channel: 'telegram' }),
  'the same id in another tenant': (own) => ({ ...own, tenant: 'tenant-2' }),
  'an id with separators': (own) => ({ ...own, user: `${own.user}/` }),
  'an id in capitals': (own) => ({ ...own, user: own.user.toUpperCase() }),
  'an id with a space behind it': (own) => ({ ...own, user: `${own.user} ` }),
};

const NOT_CONNECTED = /You have not connected anything yet/;

interface Scene {
  readonly theatre: Theatre;
  readonly bot: BotProcess;
  readonly victim: DoorPerson;
  readonly other: DoorPerson;
}

/** What somebody tries with what is another person's. */
const ATTACKS: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'types the code': async ({ bot, victim, other }) => {
    const code = await victim.goToCode('Count them', bot);
    await other.say(code, bot);
    assert.match(await victim.say('connections', bot), NOT_CONNECTED);
  },
  'types the code in the chat of its owner': async ({ bot, victim, other }) => {
    const code = await victim.goToCode('Count them', bot);
    await other.say(code, bot, randomUUID(), victim.conversation);
    assert.match(await victim.say('connections', bot), NOT_CONNECTED);
  },
  'presses the button of the link first': async ({ bot, victim, other }) => {
    await victim.say('Count them', bot);
    const callback = await other.consent(bot, victim.link());
    await other.comeBack(callback, bot);
    assert.match(await victim.say('connections', bot), NOT_CONNECTED);
  },
  'has the link finished by its own owner, and guesses': async ({ bot, victim, other }) => {
    await other.say('Count them', bot);
    const callback = await victim.consent(bot, other.link());
    await victim.comeBack(callback, bot);
    for (const guess of ['BBBB-BBBB', 'CCCC-CCCC', 'DDDD-DDDD']) await other.say(guess, bot);
    assert.match(await other.say('connections', bot), NOT_CONNECTED);
  },
  'opens the callback in a browser of their own': async ({ bot, victim, other }) => {
    await victim.say('Count them', bot);
    await other.comeBack(await victim.consent(bot), bot);
  },
  'cancels, and disconnects': async ({ bot, victim, other }) => {
    await victim.connect(bot);
    for (const said of ['cancel', 'disconnect acme', `disconnect acme ${victim.account}`]) await other.say(said, bot);
    assert.match(await victim.say('Count them', bot), /There are 3/);
  },
  'asks for what the connection of the victim can do': async ({ bot, victim, other }) => {
    await victim.connect(bot);
    await other.say('Make tea', bot);
    await other.say(`use acme ${victim.account}`, bot);
    assert.doesNotMatch(await other.say('connections', bot), new RegExp(victim.account));
  },
};

export const otherOwners: Proof = {
  figure: 'F5',
  what: 'what somebody tries with another person’s link, code, callback or connection: no credential under another owner',
  run: async ({ newStore, isShort }, attempt) => {
    const theatre = await openTheatre(await newStore(), 'token');
    const bot = await theatre.enter();
    const rounds = isShort ? 1 : 5;
    for (const [who, otherOf] of Object.entries(OTHERS)) {
      for (const [what, attack] of Object.entries(ATTACKS)) {
        for (let round = 0; round < rounds; round += 1) {
          await attempt(`${who} ${what}`, async () => {
            const own: Identity = { user: `dl_ann-${randomUUID()}`, channel: 'msteams', tenant: 'tenant-1' };
            const scene = {
              theatre,
              bot,
              victim: enterPerson(theatre, own, `account-${randomUUID()}`),
              other: enterPerson(theatre, otherOf(own), `account-${randomUUID()}`),
            };
            await attack(scene);
            await nothingIsMixedUp(scene);
          });
        }
      }
    }
    await theatre.close();
    return undefined;
  },
};

/** Nobody acts with, or sees, an account that is not their own. */
async function nothingIsMixedUp({ theatre, bot, victim, other }: Scene): Promise<void> {
  assert.equal(theatre.product.made(victim.account), 0);
  for (const [person, stranger] of [
    [victim, other],
    [other, victim],
  ] as const) {
    const listed = await person.say('connections', bot);
    assert.doesNotMatch(listed, new RegExp(stranger.account));
    if (NOT_CONNECTED.test(listed)) {
      assert.doesNotMatch(await person.say('Count them', bot), /There are 3/);
    }
  }
}
