import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { enterPerson } from './door-person.ts';
import type { Proof } from './proof.ts';
import { type BotProcess, openTheatre } from './theatre.ts';

const CODE = /[B-Z]{4}-[B-Z]{4}/;

export const renewalStorm: Proof = {
  figure: 'F6',
  what: 'renewals: 4 processes with 25 callers each find that a token has ended; one token request, and everybody is answered',
  run: async ({ newStore, isShort }, attempt) => {
    const theatre = await openTheatre(await newStore(), 'grant');
    const bots: BotProcess[] = [];
    while (bots.length < (isShort ? 2 : 4)) bots.push(await theatre.enter());
    const callers = isShort ? 5 : 25;
    const { product } = theatre;
    const person = enterPerson(theatre);
    const [first] = bots;
    if (first !== undefined) await person.connect(first);
    for (let round = 0; round < (isShort ? 2 : 100); round += 1) {
      // by the product, or by the clock
      if (round % 2 === 0) product.age(person.user);
      else await theatre.wait(61 * 60_000);
      const before = product.asked('/token');
      const places = bots.flatMap((bot, at) =>
        Array.from({ length: callers }, (_, caller) => ({ bot, place: `${person.user} ${at} ${caller}` })),
      );
      await Promise.all(
        places.map(({ bot, place }) =>
          attempt(`round ${round}`, async () => {
            assert.match(await person.say('Count them', bot, randomUUID(), place), /There are 3/);
          }),
        ),
      );
      await attempt(`the token requests of round ${round}`, () => {
        assert.equal(product.asked('/token') - before, 1);
      });
    }
    await theatre.close();
    return undefined;
  },
};

export const callbackStorm: Proof = {
  figure: 'F7',
  what: '20 callbacks at three processes at once: one token request, and the grant lives',
  run: async ({ newStore, isShort }, attempt) => {
    const theatre = await openTheatre(await newStore(), 'grant');
    const [one, two, three] = [await theatre.enter(), await theatre.enter(), await theatre.enter()];
    const { product } = theatre;
    for (let round = 0; round < (isShort ? 2 : 100); round += 1) {
      await attempt(`round ${round}`, async () => {
        const person = enterPerson(theatre);
        await person.say('Count them', one);
        const callback = await person.consent(two);
        const before = product.asked('/token');
        const doors = Array.from({ length: 20 }, (_, at) => [one, two, three][at % 3] ?? one);
        const pages = await Promise.all(doors.map((door) => person.comeBack(callback, door)));
        assert.equal(product.asked('/token') - before, 1);
        const code = pages.map(({ text }) => CODE.exec(text)?.[0]).find((found) => found !== undefined);
        assert(code !== undefined, 'no page shows the code');
        assert.match(await person.say(code, three), /Connected to Acme[\s\S]*There are 3/);
      });
    }
    await theatre.close();
    return undefined;
  },
};
