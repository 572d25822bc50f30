import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AnyAction } from 'latchkey';
import * as actions from 'latchkey/actions';
import { askedAction } from 'latchkey/dialogs';
import { describe, expect, it } from 'vitest';
import { builtInIntegrations } from '../src/integrations/built-in.ts';

const docs = resolve(import.meta.dirname, '../docs');
const all: readonly AnyAction[] = Object.values(actions);
const builtIn = builtInIntegrations(() => undefined);
const pages = readdirSync(join(docs, 'integrations')).filter((file) => file.endsWith('.md') && file !== 'README.md');

const HEADINGS = [
  'What it can do',
  /^(?:Register the app|Get a key)$/,
  'What people see',
  'Permissions',
  'Limits',
  'Errors',
];

describe.each(pages)('docs/integrations/%s', (file) => {
  const page = read(file);

  it('has the headings that all have, in this order', () => {
    expect(headingsOf(page)).toEqual(
      HEADINGS.map((heading) => (heading instanceof RegExp ? expect.stringMatching(heading) : heading)),
    );
  });

  it('shows the connect step in one picture of a modest size', () => {
    const pictures = [...sectionOf(page, 'What people see').matchAll(/!\[[^\]]+\]\(\.\.\/(images\/[^)]+)\)/g)];
    expect(pictures.map((match) => match[1])).toEqual([`images/${file.replace(/\.md$/, '.png')}`]);
    for (const match of pictures) expect(statSync(join(docs, match[1] ?? '')).size).toBeLessThan(120_000);
  });
});

it('every picture is in a document', () => {
  const documents = [...readdirSync(docs), ...pages.map((page) => join('integrations', page))].filter((file) =>
    file.endsWith('.md'),
  );
  const texts = [join(docs, '../README.md'), ...documents.map((file) => join(docs, file))].map((path) =>
    readFileSync(path, 'utf8'),
  );
  const unused = readdirSync(join(docs, 'images')).filter(
    (name) => !texts.some((text) => text.includes(`images/${name})`)),
  );
  expect(unused).toEqual([]);
});

describe.each(builtIn)('the page of $name', ({ id, name, profiles, customProfile }) => {
  const page = existsSync(join(docs, 'integrations', `${id}.md`)) ? read(`${id}.md`) : '';
  const offered = all.filter(({ integration }) => integration === id);
  const rows = rowsOf(sectionOf(page, 'What it can do'));

  it('begins with its name', () => {
    expect(page).toMatch(new RegExp(`^# ${name}\n`));
  });

  it('names every action by its title, and no other', () => {
    expect(rows.map(([title]) => title).toSorted()).toEqual(offered.map(({ title }) => title).toSorted());
  });

  it.each(offered)('has an example of how people ask for “$title” that is understood', ({ id: actionId, title }) => {
    const [, , said = ''] = rows.find(([named]) => named === title) ?? [];
    const examples = [...said.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    expect(examples).not.toEqual([]);
    for (const example of examples) expect(askedAction(example, all)?.action.id).toBe(actionId);
  });

  it('says exactly which callback URL to register, where there is one', () => {
    const isOAuth = [...profiles, customProfile].some((profile) => profile?.method === 'oauth2');
    expect(page.includes(`\`<LATCHKEY_PUBLIC_URL>/oauth/callback/${id}\``)).toBe(isOAuth);
  });

  it('explains every scope as people read it', () => {
    const oauth = [...profiles, customProfile].find((profile) => profile?.method === 'oauth2');
    const permissions = sectionOf(page, 'Permissions');
    expect((oauth?.scopes ?? []).filter((scope) => !permissions.includes(`\`${scope}\``))).toEqual([]);
  });

  it('can be found from the README and from docs/embed.md', () => {
    expect(readFileSync(join(docs, '../README.md'), 'utf8')).toContain(`(docs/integrations/${id}.md)`);
    expect(readFileSync(join(docs, 'embed.md'), 'utf8')).toContain(`(integrations/${id}.md)`);
  });
});

describe('the README', () => {
  const readme = readFileSync(join(docs, '../README.md'), 'utf8');

  it('leads to every page of docs/', () => {
    const beside = readdirSync(docs).filter((file) => file.endsWith('.md'));
    expect(beside.filter((file) => !readme.includes(`](docs/${file})`))).toEqual([]);
  });

  it('has every setting of the playground in its table', () => {
    const config = readFileSync(join(docs, '../playground/config.ts'), 'utf8');
    const settings = [...config.matchAll(/\benv\.(\w+)/g)].map((match) => match[1] ?? '');
    const products = [...config.matchAll(/appOf\(env, '(\w+)'\)/g)].map((match) => match[1] ?? '');
    expect(settings.concat(products)).toEqual(expect.arrayContaining(['SANDBOX_PORT', 'GITHUB']));
    const table = sectionOf(readme, 'Settings');
    expect(settings.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
    expect(products.filter((name) => !table.includes(name))).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(join(docs, 'integrations', file), 'utf8');
}

function headingsOf(page: string): readonly string[] {
  return [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');
}

/** What stands below a heading. */
function sectionOf(page: string, heading: string): string {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  return section.split(/^## /m)[0] ?? '';
}

/** The cells of a table, without its head. */
function rowsOf(section: string): readonly (readonly string[])[] {
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
