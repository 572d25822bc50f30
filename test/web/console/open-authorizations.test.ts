import { afterEach, beforeEach, expect, it } from 'vitest';
import { arriveAtProduct } from '../running-web.ts';
import { NAME, type RunningConsole, startConsole, submitAt } from './running-console.ts';

let web: RunningConsole;
beforeEach(async () => {
  web = await startConsole();
});
afterEach(() => web.close());

it('ends a sign-in that is open: the callback that comes later connects nothing, and the audit log says who ended it', async () => {
  const developer = await web.signedIn();
  const { browser: person, state, authorization } = await arriveAtProduct(web);
  const path = `/console/authorizations/${authorization.id}/end`;

  const ended = await submitAt(developer, '/console/authorizations', path);
  expect(ended.status).toBe(200);
  expect(ended.text).toContain('The sign-in was ended, and the bot tells the person.');
  expect(ended.text).toContain('Nobody is connecting right now');

  const landed = await person.get(`/oauth/callback/tracker?code=the-code&state=${state}`);
  const page = await person.get(landed.headers.location ?? '');
  expect(page.text).toContain('ended this sign-in. Nothing was saved.');
  expect(await web.services.vault.connections.listAll({ limit: 10 })).toEqual([]);

  const { text } = await developer.get('/console/audit');
  const read = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(read).toMatch(new RegExp(`${NAME} .*Authorization ended .*A developer ended it in the console\\.`));

  const again = await submitAt(developer, '/console/audit', path);
  expect(again.text).toContain('This sign-in was already over.');
});
