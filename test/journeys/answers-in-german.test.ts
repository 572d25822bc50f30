import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsOf } from './chat-person.ts';
import { connected } from './journey.ts';
import { rows } from './rows.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Somebody who is connected, and whose client is German from now on. */
async function germanWith(integration: string) {
  const row = rows.find((one) => one.integration === integration && one.ownClient === undefined);
  if (row === undefined) throw new Error(`there is no row of ${integration}`);
  const { chat } = await connected(world, row);
  return async (text: string) => textsOf(await chat.send({ type: 'message', text, locale: 'de-DE' }));
}

it('an issue is created in German, after what the product refuses', async () => {
  const say = await germanWith('jira');
  expect(await say('Issue in Jira anlegen')).toContain('Worum geht es?');
  expect(await say('Die Kaffeemaschine ist leer')).toBe('Für welches Projekt?');
  const refused = await say('NIX');
  expect(refused).toContain('Es gibt kein Projekt „NIX“, in dem Sie Issues anlegen können.');
  const created = await say('KAN');
  expect(created).toMatch(/KAN-\d+ angelegt/);
  expect(created).not.toContain('Created');
});

it('what an action does not take, and what it cannot find, is said in German', async () => {
  const say = await germanWith('jira');
  expect(await say('Issue in Jira ansehen')).toContain('Welches Issue?');
  expect(await say('12')).toContain('Der Schlüssel eines Issues sieht aus wie KAN-7.');
  expect(await say('KAN-9999')).toContain('Es gibt kein Issue KAN-9999, oder Ihr Konto kann es nicht sehen.');
});

it('what an action itself refuses is said in German', async () => {
  const say = await germanWith('jira');
  await say('Issue in Jira ändern');
  await say('KAN-1');
  await say('summary');
  expect(await say('x'.repeat(256))).toBe('Jira nimmt höchstens 255 Zeichen als Zusammenfassung an.');
});

it('a list without entries is one in German', async () => {
  const say = await germanWith('freshsales');
  expect(await say('Kontakt in Freshsales suchen')).toContain('Wen soll ich suchen?');
  expect(await say('Niemandsland')).toContain('Ich habe keinen Kontakt zu „Niemandsland“ gefunden.');
});

it('a form that the account does not have is refused in German', async () => {
  const say = await germanWith('jotform');
  expect(await say('Antworten in Jotform ansehen')).toContain('Welches Formular?');
  expect(await say('999999999999')).toContain('Ihr Jotform-Konto hat kein Formular mit der Nummer 999999999999.');
});
