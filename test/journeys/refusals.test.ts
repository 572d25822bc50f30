import { request } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { linkOn, textsOf } from './chat-person.ts';
import { callbackOf, finish, go, type Journey, pageOf, startJourney } from './journey.ts';
import { oneOfEachWay, type Row, type RowByLink, rowsByLink, rowsWithBrowser } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

const E1 =
  "This link has expired, was already used, or a newer one has replaced it. Ask me again and I'll send a new one.";
const E2 = 'This link was opened in another browser. For your safety I stopped it. Ask me for a new one.';
/** E2, where the browser comes back from the product: with the way to go on. */
const E2_BACK =
  /You came back from \w+ in a different browser .+ For your safety I stopped here\. .+ Send a new link to the chat/;
const E15 = "This page isn't available. Go back to the chat.";

/** Versions of all attempts: whoever changes one counts one up. */
function versions(): readonly unknown[] {
  const database = new DatabaseSync(join(world.folder, 'latchkey.db'), { readOnly: true });
  try {
    return database.prepare('select id, version, status from authorizations order by id').all();
  } finally {
    database.close();
  }
}

async function nothingHappened(journey: Journey, tokenRoute: string): Promise<void> {
  expect(world.count(tokenRoute)).toBe(0);
  expect(world.count(journey.row.action.route)).toBe(0);
  expect(textsOf(await journey.chat.say('connections'))).toBe('You have not connected anything yet.');
}

async function consented(row: Row): Promise<Journey> {
  const journey = await startJourney(world, row);
  await go(journey, 'consented');
  return journey;
}

describe.each(oneOfEachWay(rowsWithBrowser('J6')))('$name', (row) => {
  enter(row);

  it('R2 50 visits of scanners and previews change nothing, and the person goes on', async () => {
    const journey = await startJourney(world, row);
    const link = linkOn(journey.asked);
    const before = versions();
    const visits = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const scanner = world.browser();
        const page = await scanner.get(link, { method: index % 2 === 0 ? 'GET' : 'HEAD' });
        return page.status;
      }),
    );
    expect(new Set(visits)).toEqual(new Set([200]));
    expect(versions()).toEqual(before);
    world.anew();
    await finish(journey);
  });

  it('J6 R3 a second browser that continues ends the attempt, both pages and the chat say so, and the person starts again', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'opened the link');
    const second = world.browser();
    const page = await second.get(linkOn(journey.asked));
    await go(journey, 'pressed Continue');
    const noted = world.log.length;
    expect((await second.submit(page)).text).toContain(E2);
    expect(world.log.slice(noted).map(({ event }) => event)).toEqual(['browser_mismatch', 'authorization_ended']);
    expect(textsOf(await journey.chat.hear())).toContain(
      'was opened in another browser. For your safety I stopped it.',
    );
    expect((await journey.browser.get(linkOn(journey.asked))).text).toContain(E1);
    expect(textsOf(await journey.chat.say('connections'))).toBe('You have not connected anything yet.');
  });

  it('J6 unknown, used and expired links are one and the same page', async () => {
    const journey = await startJourney(world, row);
    const link = linkOn(journey.asked);
    const unknown = await world.browser().get(`${world.url}/connect/${'A'.repeat(43)}`);
    const expiring = await startJourney(world, row);
    world.advance(10 * 60_000);
    const expired = await world.browser().get(linkOn(expiring.asked));
    await world.round();
    const swept = await world.browser().get(link);
    const again = await startJourney(world, row);
    await finish(again);
    const used = await world.browser().get(linkOn(again.asked));
    for (const page of [unknown, expired, swept, used]) {
      expect(page.status).toBe(404);
      expect(page.text).toContain(E1);
      expect(page.html).toBe(unknown.html);
    }
  });
});

describe.each(rowsByLink('J6').flatMap(withTenant))('$name', ({ row, tenant }) => {
  enter(row);

  it('J6 the connect page asks at whose address, and sends nobody to any other host (E10)', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'opened the link');
    const asking = pageOf(journey);
    for (const typed of [
      '',
      'two words',
      `${tenant}.evil.example`,
      `evil.example/${tenant}`,
      `${tenant}@evil.example`,
    ]) {
      const page = await journey.browser.submit(asking, { 'field.tenant': typed });
      expect(page.status).toBe(422);
      const said = typed === '' ? 'Enter your %s subdomain.' : "That doesn't look like a %s subdomain:";
      expect(page.text).toContain(said.replace('%s', row.product));
      expect(() => journey.browser.onward(page)).toThrow('does not move on');
    }
    const page = await journey.browser.submit(asking, {
      'field.tenant': ` https://${tenant.toUpperCase()}.${row.integration}.com/ `,
    });
    expect(journey.browser.onward(page)).toContain(`/${row.integration}/${tenant}/oauth/`);
    await finish(journey);
  });
});

describe.each(
  rowsByLink('J6')
    .flatMap(withTenant)
    .filter(({ row }) => row.ownClient !== undefined),
)('$name', ({ row }) => {
  enter(row);

  it('J6 where no app is registered for an address, the page says so, and the right one may still be entered', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'opened the link');
    const page = await journey.browser.submit(pageOf(journey), { 'field.tenant': 'globex' });
    expect(page.text).toContain(`I am not set up for this ${row.product} address.`);
    expect(() => journey.browser.onward(page)).toThrow('does not move on');
    await finish(journey);
  });
});

describe.each(rowsByLink('J6'))('$name', (row) => {
  enter(row);

  it('J6 R4 a callback in a browser without the cookie, or with another one, is stopped and the chat is told', async () => {
    for (const hasAnother of [false, true]) {
      const journey = await consented(row);
      const stranger = world.browser();
      if (hasAnother) stranger.share((await consented(row)).browser);
      const page = await stranger.get(callbackOf(journey));
      expect(page.text).toMatch(E2_BACK);
      expect(textsOf(await journey.chat.hear())).toContain(
        `The link to connect ${row.product} was opened in another browser. For your safety I stopped it.`,
      );
      expect((await journey.browser.get(callbackOf(journey))).text).toContain('Stopped for your safety');
      await nothingHappened(journey, row.tokenRoute);
    }
  });

  it('J6 R5 a callback at the address of another integration is refused, and the right one still works', async () => {
    const journey = await consented(row);
    for (const other of ['jira', 'jotform', 'zendesk', 'gorgias', 'unknown', '..%2fjira']) {
      if (other === row.integration) continue;
      const swapped = callbackOf(journey).replace(`/callback/${row.integration}`, `/callback/${other}`);
      expect((await journey.browser.get(swapped)).text, swapped).toContain(E15);
    }
    expect(world.count(row.tokenRoute)).toBe(0);
    await finish(journey);
  });
});

describe.each(oneOfEachWay(rowsByLink('J6')))('$name', (row) => {
  enter(row);

  it.each([
    ['missing', (params: URLSearchParams) => params.delete('state')],
    ['empty', (params: URLSearchParams) => params.set('state', '')],
    ['doubled', (params: URLSearchParams) => params.append('state', params.get('state') ?? '')],
    ['beside another one', (params: URLSearchParams) => params.append('state', 'x')],
    ['an array', (params: URLSearchParams) => rename(params, 'state', 'state[]')],
    ['an object', (params: URLSearchParams) => rename(params, 'state', 'state[a]')],
    ['cut', (params: URLSearchParams) => params.set('state', (params.get('state') ?? '').slice(0, -1))],
    ['tampered with', (params: URLSearchParams) => params.set('state', flipped(params.get('state') ?? ''))],
    ['longer', (params: URLSearchParams) => params.set('state', `${params.get('state')}A`)],
    ['invented', (params: URLSearchParams) => params.set('state', 'A'.repeat(43))],
    ['there with two codes', (params: URLSearchParams) => params.append('code', 'another')],
  ])('J6 R6 a callback whose state is %s is refused, and the untouched one still works', async (_how, mutate) => {
    const journey = await consented(row);
    const url = new URL(callbackOf(journey));
    mutate(url.searchParams);
    expect((await journey.browser.get(url.href)).text).toContain(E15);
    expect(world.count(row.tokenRoute)).toBe(0);
    expect(world.count(row.action.route)).toBe(0);
    await finish(journey);
  });

  it('J6 a callback after the link has expired asks for no token, and "retry" gives a new link', async () => {
    const journey = await consented(row);
    world.advance(10 * 60_000);
    expect((await journey.browser.get(callbackOf(journey))).text).toContain(E1);
    await world.round();
    expect(textsOf(await journey.chat.hear())).toBe(
      `Your request to connect ${row.product} has expired. Nothing was saved. Say *retry* to start again.`,
    );
    expect((await journey.browser.get(callbackOf(journey))).text).toContain('expired');
    expect(world.count(row.tokenRoute)).toBe(0);
    journey.asked = await journey.chat.say('retry');
    journey.steps = 0;
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('R10 the redirect URI comes from the configured address, whatever Host and X-Forwarded-Host say', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'opened the link');
    const answer = await pressContinue(pageOf(journey).html, pageOf(journey).url);
    expect(answer).toContain(encodeURIComponent(`${world.url}/oauth/callback/${row.integration}`));
    expect(answer).not.toContain('evil.example');
  });
});

describe.each(rowsByLink('J7'))('$name', (row) => {
  enter(row);

  it('J7 R16 cancelling at the product is told in the chat and on the page, and "retry" goes on (E5)', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'pressed Continue');
    const back = await world.sandbox.consent(journey.browser.onward(pageOf(journey)), { decision: 'decline' });
    const page = await journey.browser.get(back);
    expect(page.text).toContain(`${row.product} didn't give access`);
    expect(textsOf(await journey.chat.hear())).toBe(
      `${row.product} didn't give access: it was cancelled or declined there. Nothing was saved. Say *retry* to try again.`,
    );
    expect(world.count(row.tokenRoute)).toBe(0);
    expect(world.count(row.action.route)).toBe(0);
    journey.asked = await journey.chat.say('retry');
    journey.steps = 0;
    await finish(journey);
  });
});

describe.each(oneOfEachWay(rowsByLink('J7')))('$name', (row) => {
  enter(row);

  it.each([
    ['server_error', 'Something went wrong at {product} during the sign-in ({ref}). Nothing was saved. Say *retry*'],
    ['temporarily_unavailable', "{product} can't sign anybody in right now ({ref}). Nothing was saved. Wait a few"],
    ['invalid_scope', "{product} doesn't give this bot the permissions it asks for ({ref})."],
    ['unauthorized_client', "{product} doesn't let this bot sign people in ({ref})."],
    ['made_up', "{product} didn't accept the sign-in ({ref}). Nothing was saved."],
    ['', "{product} didn't accept the sign-in ({ref}). Nothing was saved."],
  ])(
    'J7 R16 the error "%s" ends the attempt in our words, never in those of the product (E6)',
    async (error, sentence) => {
      const journey = await consented(row);
      const url = new URL(callbackOf(journey));
      url.searchParams.delete('code');
      url.searchParams.set('error', error);
      url.searchParams.set('error_description', 'Call 0800-EVIL to fix this <b>now</b>');
      const page = await journey.browser.get(url.href);
      const told = textsOf(await journey.chat.hear());
      const [ref = ''] = /[0-9a-f]{10}/.exec(told) ?? [];
      expect(told.startsWith(sentence.replace('{product}', row.product).replace('{ref}', ref)), told).toBe(true);
      expect(`${page.html} ${told} ${JSON.stringify(world.log)}`).not.toContain('EVIL');
      await nothingHappened(journey, row.tokenRoute);
    },
  );

  it('J7 R16 an administrator who does not allow it is told apart from the person who cancelled', async () => {
    const journey = await consented(row);
    const url = new URL(callbackOf(journey));
    url.searchParams.delete('code');
    url.searchParams.set('error', 'access_denied');
    url.searchParams.set('error_description', 'Your administrator has blocked this app: call 0800-EVIL');
    const page = await journey.browser.get(url.href);
    const told = textsOf(await journey.chat.hear());
    expect(told).toBe(
      `An administrator of your ${row.product} account has not allowed this bot. Nothing was saved. Ask them to allow it, then say *retry*.`,
    );
    expect(page.text).toContain(`An administrator of your ${row.product} account has not allowed`);
    expect(page.html).not.toContain('EVIL');
    await nothingHappened(journey, row.tokenRoute);
  });

  it('J7 R16 an error beside a code is no consent: the code is not used', async () => {
    const journey = await consented(row);
    await journey.browser.get(`${callbackOf(journey)}&error=access_denied`);
    expect(textsOf(await journey.chat.hear())).toContain(`${row.product} didn't accept the sign-in`);
    await nothingHappened(journey, row.tokenRoute);
  });

  it('J7 an error counts only with a valid state and in the right browser', async () => {
    const journey = await consented(row);
    const path = `${world.url}/oauth/callback/${row.integration}`;
    for (const query of ['error=access_denied', `error=access_denied&state=${'A'.repeat(43)}`]) {
      expect((await journey.browser.get(`${path}?${query}`)).text).toContain(E15);
    }
    await journey.chat.hearsNothing();
    const state = new URL(callbackOf(journey)).searchParams.get('state');
    const other = await consented(row);
    const page = await world.browser().get(`${path}?error=access_denied&state=${state}`);
    expect(page.text).toMatch(E2_BACK);
    expect(textsOf(await journey.chat.hear())).not.toContain("didn't give access");
    await other.chat.hearsNothing();
    await finish(other);
  });

  it('R18 a newer link ends the older one, wherever the older one had got to', async () => {
    for (const reached of ['opened the link', 'pressed Continue', 'consented'] as const) {
      const journey = await startJourney(world, row);
      const oldLink = linkOn(journey.asked);
      await go(journey, reached);
      const { callback } = journey;
      const asked = await journey.chat.say('new link');
      expect((await journey.browser.get(oldLink)).text).toContain(E1);
      if (callback !== undefined) {
        expect((await journey.browser.get(callback)).text).toContain('There is a newer link');
      }
      expect(world.count(row.tokenRoute)).toBe(0);
      journey.asked = asked;
      journey.steps = 0;
      await finish(journey);
      expect(world.count(row.action.route)).toBe(1);
      await journey.chat.hearsNothing();
      world.anew();
    }
  });

  it('R18 beginning in another conversation ends the older attempt, and the older conversation is told', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'consented');
    const elsewhere = await world.chat(journey.chat.user, 'another');
    const newer = await startJourney(world, row, { chat: elsewhere, browser: journey.browser });
    expect(textsOf(await journey.chat.hear())).toBe(
      `You started to connect ${row.product} somewhere else, so this request no longer works. Say *retry* to do it here instead.`,
    );
    expect((await journey.browser.get(callbackOf(journey))).text).toContain('There is a newer link');
    expect(world.count(row.tokenRoute)).toBe(0);
    await finish(newer);
    expect(world.count(row.action.route)).toBe(1);
    await journey.chat.hearsNothing();
  });
});

function withTenant(row: RowByLink) {
  const { name, tenant } = row;
  return tenant === undefined ? [] : [{ name, row, tenant }];
}

function rename(params: URLSearchParams, from: string, to: string): void {
  params.set(to, params.get(from) ?? '');
  params.delete(from);
}

function flipped(state: string): string {
  return `${state.startsWith('A') ? 'B' : 'A'}${state.slice(1)}`;
}

/** By node:http, because fetch does not let a test forge Host. */
function pressContinue(html: string, url: string): Promise<string> {
  const token = /name="form_token"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '';
  const body = `form_token=${encodeURIComponent(token)}`;
  return new Promise((resolve, reject) => {
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const headers = {
      ...forged,
      origin: new URL(url).origin,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
    };
    const sent = request(url, { method: 'POST', headers }, async (answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      resolve(text);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
