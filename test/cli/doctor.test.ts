import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, startTracker, type Tracker } from './products.ts';
import { newKey, openWorkplace, type Workplace } from './workplace.ts';

let tracker: Tracker;
let place: Workplace;
let healthy: Record<string, string>;
const bot = createServer((request, response) => {
  response.end(request.url === '/healthz' ? '{"status":"ok"}' : '<link rel="stylesheet" href="/assets/latchkey.css">');
});
beforeAll(async () => {
  await new Promise<void>((done) => bot.listen(0, '127.0.0.1', done));
  const address = bot.address();
  const publicUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  tracker = await startTracker();
  place = openWorkplace({ LATCHKEY_PUBLIC_URL: publicUrl });
  // the built-in products are out of reach here: a module leaves them out
  const list = JSON.stringify({ ...JSON.parse(readTracker()), check: undefined });
  const module = `const tracker = ${list};
    tracker.check = { method: 'GET', path: '/me', account: () => undefined };
    delete tracker.customProfile;
    export default [tracker];`;
  healthy = { LATCHKEY_INTEGRATIONS: place.write('bot.mjs', module) };
});
afterAll(async () => {
  place.close();
  await tracker.close();
  bot.close();
  bot.closeAllConnections();
});

describe('the doctor', () => {
  it('ends with 0 where there is no problem, and shows only what is to be done', async () => {
    const { code, out } = await place.run(['doctor'], { env: healthy });
    expect(code).toBe(0);
    expect(out).toContain('WARNING  http://127.0.0.1');
    expect(out).toMatch(/0 problems, 1 warning, 0 to check manually, \d+ OK\n$/);
    expect(out).not.toContain('OK       ');
    expect((await place.run(['doctor', '--all'], { env: healthy })).out).toContain('OK       ');
  });

  it('says as JSON what it found, in a shape that stays', async () => {
    const found = await place.json(['doctor'], { env: healthy });
    expect(found).toEqual({
      healthy: true,
      counts: { ok: expect.any(Number), warning: 1, problem: 0, manual: 0 },
      findings: expect.arrayContaining([
        { check: 'keys', title: expect.any(String), verdict: 'ok', text: 'it does' },
        {
          check: 'public_url',
          title: expect.any(String),
          verdict: 'warning',
          text: expect.any(String),
          fix: expect.any(String),
        },
        { check: 'products', title: expect.any(String), verdict: 'ok', about: 'tracker', text: expect.any(String) },
      ]),
    });
  });

  it('finds a wrong key and a public URL of plain http together, and ends with 1', async () => {
    await place.run(['keys', 'list']);
    const other = newKey('k1');
    place.hide(other.slice(3));
    const env = { ...healthy, LATCHKEY_KEYS: other, LATCHKEY_PUBLIC_URL: 'http://bot.example.com' };
    const { code, out } = await place.run(['doctor'], { env });
    expect(code).toBe(1);
    expect(out).toContain('PROBLEM  the store does not open with LATCHKEY_KEYS');
    expect(out).toContain('→ LATCHKEY_KEYS: key "k1" is not the one');
    expect(out).toContain('PROBLEM  LATCHKEY_PUBLIC_URL is "http://bot.example.com"');
  });

  it('announces the end of a way in, and wants no secret to be set', async () => {
    // the built-in products, none of which can be reached from here
    const { out } = await place.run(['doctor'], { env: { LATCHKEY_KEYS: '' } });
    expect(out).toContain('zendesk/api-token: Zendesk switches it off on 2027-04-30');
    expect(out).toContain('LATCHKEY_KEYS contains no key');
  });
});

function readTracker(): string {
  folderWith(place, tracker);
  return place.read('integrations/tracker.json');
}
