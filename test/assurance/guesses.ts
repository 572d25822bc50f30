import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { formatConfirmationCode } from '../../src/model/confirmation-code.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { openVault } from '../../src/vault/vault.ts';
import { KEYS } from '../vault/records.ts';
import { enterPerson } from './door-person.ts';
import type { Proof } from './proof.ts';
import { openTheatre } from './theatre.ts';

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

export const guesses: Proof = {
  figure: 'F16',
  what: 'guessed codes: none is accepted, and the attempt ends with the third',
  run: async ({ newStore, isShort }, attempt) => {
    const setting = await newStore();
    const theatre = await openTheatre(setting, 'token');
    const bot = await theatre.enter();
    for (let round = 0; round < (isShort ? 3 : 200); round += 1) {
      await attempt(`attempt ${round}`, async () => {
        const person = enterPerson(theatre);
        const code = await person.goToCode('Count them', bot);
        for (let tried = 0; tried < 3; tried += 1) {
          assert.doesNotMatch(await person.say(formatConfirmationCode(guess(code)), bot), /Connected/);
        }
        assert.doesNotMatch(await person.say(code, bot), /Connected/);
        assert.match(await person.say('connections', bot), /You have not connected anything yet/);
      });
    }
    await theatre.close();
    // what no attempt would live to see
    const store = await openStore(await newStore());
    const vault = await openVault(store, parseKeys(KEYS));
    const right = guess('');
    const mac = vault.mac('confirmation-code', `a1/${right}`);
    for (let tried = 0; tried < (isShort ? 1_000 : 1_000_000); tried += 1) {
      await attempt('a guess', () => {
        assert.equal(vault.macMatches(mac, 'confirmation-code', `a1/${guess(right)}`), false);
      });
    }
    await vault.close();
    return undefined;
  },
};

/** Any code but this one. */
function guess(not: string): string {
  const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return code === not.replace('-', '') ? guess(not) : code;
}
