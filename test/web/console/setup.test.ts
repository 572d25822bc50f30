import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NAME, PASSWORD, type RunningConsole, startConsole } from './running-console.ts';

describe('the first run', () => {
  let web: RunningConsole;
  beforeEach(async () => {
    web = await startConsole();
  });
  afterEach(() => web.close());

  const account = { name: NAME, password: PASSWORD, repeat: PASSWORD };

  it('has no account, and says how to make one', async () => {
    const start = await web.browser().get('/console');
    expect([start.status, start.headers.location]).toEqual([303, '/console/sign-in']);
    const { status, text } = await web.browser().get('/console/sign-in');
    expect(status).toBe(200);
    expect(text).toContain('Not set up yet');
  });

  it('takes the token once, signs in, and is gone afterwards', async () => {
    const browser = web.browser();
    const { status, headers } = await browser.submit('/console/setup', { token: web.setupToken, ...account });
    expect([status, headers.location]).toEqual([303, '/console']);
    expect((await browser.get('/console')).status).toBe(200);
    for (const answer of [
      await web.browser().get('/console/setup'),
      await web.browser().submit('/console/setup', { token: web.setupToken, ...account }),
      await web.browser().get(`/console/setup?token=${web.setupToken}`),
    ]) {
      expect(answer.status === 403 || answer.status === 404).toBe(true);
      expect(answer.text).not.toContain('Set up the console');
    }
    expect(await web.services.vault.operators.count()).toBe(1);
  });

  it('refuses a wrong token and one that is too old, and keeps what was typed except passwords', async () => {
    const wrong = await web.browser().submit('/console/setup', { token: 'guessed-guessed-guessed', ...account });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('wrong, expired or already used, or a later start replaced it');
    expect(wrong.text).toContain(NAME);
    expect(wrong.text).not.toContain(PASSWORD);
    web.clock.now += 30 * 60_000;
    expect((await web.browser().submit('/console/setup', { token: web.setupToken, ...account })).status).toBe(422);
    expect(await web.services.vault.operators.count()).toBe(0);
  });

  it.each([
    ['too short', { password: 'eleven chars'.slice(0, 11) }, 'at least 12 characters'],
    ['common', { password: 'password1234' }, 'common passwords'],
    ['do not match', { repeat: 'four grey horses' }, 'do not match'],
    ['a name that is none', { name: 'x' }, '2 to 100 characters'],
  ])('says what is wrong, and the token stays good: %s', async (_what, change, words) => {
    const fields = { token: web.setupToken, ...account, ...change };
    const repeat = 'password' in change ? { repeat: change.password } : {};
    const refused = await web.browser().submit('/console/setup', { ...fields, ...repeat });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect((await web.browser().submit('/console/setup', { token: web.setupToken, ...account })).status).toBe(303);
  });

  it('makes one account of two that come at once', async () => {
    const answers = await Promise.all(
      ['ann@example.com', 'eve@example.com'].map((name) =>
        web.browser().submit('/console/setup', { token: web.setupToken, ...account, name }),
      ),
    );
    expect(answers.map(({ status }) => status === 303).filter(Boolean)).toHaveLength(1);
    expect(await web.services.vault.operators.count()).toBe(1);
  });
});
