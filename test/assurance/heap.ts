import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formsOf } from '../journeys/forms-of.ts';
import { type DoorPerson, enterPerson } from './door-person.ts';
import type { Proof } from './proof.ts';
import { type BotProcess, openTheatre, type Theatre } from './theatre.ts';

export const heap: Proof = {
  figure: 'F12',
  what: 'secrets in a snapshot of the heap of a process that has got, used, renewed, refused and removed them, in any spelling',
  run: async ({ newStore, isShort }, attempt) => {
    const theatre = await openTheatre(await newStore(), 'token');
    const bot = await theatre.enter();
    const cast = await play(theatre, bot);
    const secrets = () => cast.flatMap((person) => [...theatre.product.given(person.account), ...person.secrets()]);
    await attempt('some are connected, some no more, and one is at the code', () => findsNone(bot, secrets()));
    if (!isShort) {
      for (const person of cast) {
        for (const what of ['cancel', 'disconnect acme', 'disconnect beta']) await person.say(what, bot);
      }
      await attempt('nobody is connected any more', () => findsNone(bot, secrets()));
    }
    await theatre.close();
    return `${secrets().length} secrets`;
  },
};

/** Everything that can happen to a token, a key and what leads to them. */
async function play(theatre: Theatre, bot: BotProcess): Promise<readonly DoorPerson[]> {
  const { product } = theatre;
  const enter = () => enterPerson(theatre);
  const keyOf = ({ account }: DoorPerson) => product.keyOf(account);
  const [gone, stays, atTheCode, byCard, byPage, leaves] = [enter(), enter(), enter(), enter(), enter(), enter()];
  for (const person of [gone, stays]) {
    await person.connect(bot);
    assert.match(await person.say('Make tea', bot), /Made tea/);
    product.age(person.account);
    assert.match(await person.say('Count them', bot), /There are 3/);
  }
  await byCard.say('Make coffee', bot);
  await byCard.giveKey(`wrong-${randomUUID()}`, bot);
  assert.match(await byCard.giveKey(keyOf(byCard), bot), /Made coffee/);
  await byPage.say('Make coffee', bot);
  assert.match(await byPage.giveKeyOnPage(keyOf(byPage), bot), /Made coffee/);
  await leaves.say('Make coffee', bot);
  assert.match(await leaves.giveKey(keyOf(leaves), bot), /Made coffee/);
  assert.match(await leaves.say('disconnect beta', bot), /Removed/);
  assert.match(await gone.say('disconnect acme', bot), /Removed/);
  await atTheCode.goToCode('Make tea', bot);
  return [gone, stays, atTheCode, byCard, byPage, leaves];
}

async function findsNone(bot: BotProcess, secrets: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-heap-'));
  try {
    const file = join(folder, 'heap');
    const kept = randomUUID();
    await bot.order({ verb: 'heap', file, kept });
    const strings = stringsOf(file);
    const spelled = (secret: string) => formsOf(secret).filter(([form]) => form !== 'the UTF-16');
    const found = (secret: string) =>
      spelled(secret).flatMap(([form, bytes]) => (strings.includes(bytes.toString('latin1')) ? [form] : []));
    // else it would find nothing at all
    assert.deepEqual(
      found(kept),
      spelled(kept).map(([form]) => form),
    );
    assert.deepEqual(
      secrets.flatMap((secret) => found(secret).map((form) => `${form} of ${secret}`)),
      [],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All strings of a snapshot, one after the other. The rest of the file is numbers. */
function stringsOf(file: string): string {
  const snapshot = readFileSync(file);
  const at = snapshot.lastIndexOf('"strings":[');
  const end = snapshot.lastIndexOf(']}');
  assert(at > 0 && end > at, 'no snapshot');
  const strings: readonly string[] = JSON.parse(snapshot.toString('utf8', at + '"strings":'.length, end + 1));
  return strings.join('\n');
}
