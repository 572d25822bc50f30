import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpBrowser } from '../http-browser.ts';
import { type RunningConsole, startConsole } from './running-console.ts';

let web: RunningConsole;
let browser: HttpBrowser;

/** Sorted as the list is, by id. */
const NAMES = Array.from({ length: 120 }, (_, at) => `person ${String(at).padStart(3, '0')}`);

beforeAll(async () => {
  web = await startConsole();
  browser = await web.signedIn();
  for (const [at, name] of NAMES.entries()) {
    await web.services.vault.connections.save(
      {
        id: name.replace(' ', '-'),
        owner: { kind: 'user', bot: web.services.bot, channel: 'msteams', tenant: 't', user: `aad-${at}` },
        ownerName: name,
        integration: 'tracker',
        profile: 'system',
        status: at === 77 ? 'needs_reauth' : 'active',
        account: { id: `a${at}`, label: `${name.replace(' ', '.')}@corp.example` },
        scopes: [],
        createdAt: 1,
        updatedAt: 1,
      },
      { type: 'oauth2', accessToken: `token-of-${at}`, scopes: [] },
    );
  }
});
afterAll(() => web?.close());

const list = async (path: string) => {
  const { text } = await browser.get(path);
  const linkTo = (title: string) =>
    new RegExp(`<a href="([^"]+)">${title}</a>`).exec(text)?.[1]?.replaceAll('&amp;', '&');
  return {
    text,
    people: [...text.matchAll(/<bdi title="msteams\/t\/[^"]+">([^<]+)</g)].map(([, name = '']) => name),
    next: linkTo('Next page'),
    first: linkTo('First page'),
  };
};

describe('the list of connections', () => {
  it('is paged, with a way back to its beginning', async () => {
    const first = await list('/console/connections');
    expect(first.people).toEqual(NAMES.slice(0, 50));
    expect(first.first).toBeUndefined();
    const second = await list(first.next ?? '');
    expect(second.people).toEqual(NAMES.slice(50, 100));
    expect(second.first).toBe('/console/connections');
    const last = await list(second.next ?? '');
    expect(last.people).toEqual(NAMES.slice(100));
    expect(last.next).toBeUndefined();
  });

  it.each(['Person 118', 'PERSON.118@corp', 'aad-118'])('finds a person by name, account or id: %s', async (said) => {
    const found = await list(`/console/connections?q=${encodeURIComponent(said)}`);
    expect(found.people).toEqual(['person 118']);
    expect(found.text).toContain('<a href="/console/connections">Show all</a>');
  });

  it('shows those that must be connected again, and keeps a filter from page to page', async () => {
    expect((await list('/console/connections?status=needs_reauth')).people).toEqual(['person 077']);
    const works = await list('/console/connections?status=active&q=corp&integration=tracker');
    expect(works.people).toEqual(NAMES.slice(0, 50));
    const next = await list(works.next ?? '');
    expect(next.people).toEqual(NAMES.slice(50, 101).filter((name) => name !== 'person 077'));
    expect(next.first).toBe('/console/connections?integration=tracker&status=active&q=corp');
    expect(next.text).toContain('value="corp"');
  });

  it('says so when nothing matches, and ignores a state that is none', async () => {
    expect((await list('/console/connections?q=nobody')).text).toContain('There is no such connection.');
    expect((await list('/console/connections?status=odd')).people).toHaveLength(50);
  });
});
