import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirmAuthorization } from '../../../src/flows/confirm-authorization.ts';
import { disconnect } from '../../../src/flows/disconnect.ts';
import { endAuthorization } from '../../../src/flows/end-authorization.ts';
import { ownerKey } from '../../../src/model/owner.ts';
import type { HttpBrowser } from '../http-browser.ts';
import { forms, trackerWithSites } from '../integrations.ts';
import { answerAsProducts, arriveAtProduct, BOB, json } from '../running-web.ts';
import { type RunningConsole, startConsole, submitAt } from './running-console.ts';

const SITES = ['Support', 'Sales'].map((name) => ({ id: name, name, url: `https://${name}.tracker.example` }));
const conversationKey = 'chat of bob';

describe('what the console says of people and what they did', () => {
  let web: RunningConsole;
  let browser: HttpBrowser;
  beforeEach(async () => {
    web = await startConsole({
      integrations: [trackerWithSites(), forms()],
      answer: (request) => (request.url.endsWith('/sites') ? json(SITES) : answerAsProducts(request)),
    });
    browser = await web.signedIn();
  });
  afterEach(() => web.close());

  /** What is read, without what is in tags. */
  const textOf = async (path: string) => {
    const { text } = await browser.get(path);
    const heard = text.replace(/<span class="cell-title" aria-hidden="true">[^<]*<\/span>/g, '');
    return heard.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  };

  it('names the person, the product and how it went; ids stand in titles only', async () => {
    const { browser: person, state } = await arriveAtProduct(web);
    const landed = await person.get(`/oauth/callback/tracker?code=the-code&state=${state}`);
    const path = landed.headers.location ?? '';
    expect(await textOf('/console/authorizations')).toContain('Choosing a site');
    await person.submit(path, { site: 'Sales' });
    expect(await textOf('/console/authorizations')).toContain('Waiting for the code in the chat');
    const code = /[B-Z]{4}-[B-Z]{4}/.exec((await person.get(path)).text)?.[0].replace('-', '') ?? '';
    await confirmAuthorization(web.services, { owner: BOB, conversationKey, code });
    const connected = await textOf('/console/audit');
    expect(connected).toMatch(/Bob Jones in Microsoft Teams Connected Tracker bob@corp\.example/);
    const people = await textOf('/console/connections');
    expect(people).toContain('Bob Jones in Microsoft Teams');
    expect(people).not.toContain('msteams/');
    expect((await browser.get('/console/connections')).text).toContain('<bdi title="msteams/t/bob">Bob Jones</bdi>');
    await disconnect(web.services, { owner: BOB, integration: 'tracker' });
    const { authorization } = await arriveAtProduct(web, { purpose: 'look it up' });
    const attempt = await web.kept(authorization);
    if (attempt === undefined) throw new Error('it was kept');
    await endAuthorization(web.services, attempt, { status: 'cancelled', why: 'cancelled', tell: 'told' });

    const { text } = await browser.get('/console/audit');
    expect(text).toContain(`title="${ownerKey(BOB)}"`);
    expect(text).toContain(`title="${authorization.id}"`);
    const read = await textOf('/console/audit');
    expect(read).toMatch(
      /Bob Jones in Microsoft Teams Authorization ended Tracker for Bob Jones The person cancelled\./,
    );
    expect(read).toMatch(/Disconnected Tracker Removed here\. The product offers no way /);
    expect(read).toContain('A browser Opened a link Tracker for Bob Jones');
    expect(read).not.toMatch(/user\/|[0-9a-f]{8}-[0-9a-f]{4}-|cancelled: |unsupported/);

    const ofBob = `/console/audit?${new URLSearchParams({ actor: ownerKey(BOB) })}`;
    expect(await textOf(ofBob)).toContain('Who Bob Jones in Microsoft Teams');
    expect((await browser.get(ofBob)).text).toContain(`<input type="hidden" name="actor" value="${ownerKey(BOB)}">`);
    expect(await textOf(ofBob)).not.toContain('A browser Opened a link');
  });

  it('names the profile that was tested, and what was looked at', async () => {
    const test = '/console/integrations/forms/profiles/key/test';
    await submitAt(browser, test, test, { 'field.email': 'jane@acme.example', 'field.apiKey': 'the-key' });
    await browser.get('/console/connections');
    const read = await textOf('/console/audit');
    expect(read).toMatch(/Tested a profile API key Forms The product/);
    expect(read).toContain('Looked at connections All of them Done.');
  });

  it('says so where what it was about is no longer kept, and of whom it forgot', async () => {
    const gone = '5b0f6d3e-9a58-4b54-8f0c-0a9b6a1f2c3d';
    const entry = { at: web.clock.now, subject: gone, ref: null };
    const { audit } = web.services.vault;
    await audit.append({ ...entry, actor: 'forgotten/0a1b', what: 'disconnected', result: 'revoked' });
    await audit.append({ ...entry, actor: 'browser', what: 'callback', result: 'refused: other browser' });
    const read = await textOf('/console/audit');
    expect(read).toContain(
      'Somebody whose data was deleted Disconnected A former connection Revoked at the product too.',
    );
    expect(read).toContain('Returned from the product An earlier attempt Refused: it was another browser.');
    expect(read).not.toContain(gone);
  });
});
