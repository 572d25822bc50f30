import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Field, Sign } from '../../src/channels/channel-fields.ts';
import { CHANNELS, type Channel, UNKNOWN } from '../../src/channels/channels.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/channels.md'), 'utf8');

const BELIEVED = {
  service: 'the service: believed',
  client: 'the client: believed with `dl_`, or `trustDirectLineUserIds`',
  anybody: 'anybody: only through `ownerOf`',
  unknown: 'unknown: only through `ownerOf`',
};

function rowOf(id: string, { name, person, tenant, groups, shows, limits }: Channel): string {
  const shown = [
    shows.cards ? 'cards' : 'words',
    shows.masked ? 'masked fields' : '',
    shows.cards && !shows.svg ? 'PNG icons only' : '',
    shows.edits ? 'edits' : '',
    `${limits.text} characters`,
    limits.choices === 0 ? '' : `${limits.choices} buttons`,
    limits.choicesInGroups === 0 ? 'none in groups' : '',
  ];
  const kind =
    groups === 'none' ? 'always: no groups' : groups.map(signText).join('<br>') || 'only through `isPersonal`';
  return `| ${[
    id === '' ? name : `${name} (\`${id}\`)`,
    person.fields.map(fieldText).join(', else '),
    BELIEVED[person.writtenBy],
    tenant.map(fieldText).join(', else ') || '–',
    kind,
    shown.filter((word) => word !== '').join(', '),
  ].join(' | ')} |`;
}

function fieldText({ path, part }: Field): string {
  return part === undefined ? `\`${path}\`` : `part ${part + 1} of \`${path}\``;
}

function signText(sign: Sign): string {
  const personal = `${fieldText(sign)} ${inWords(sign.personal)}`;
  return sign.group === undefined ? personal : `${personal}; a group where it ${inWords(sign.group)}`;
}

function inWords({ source }: RegExp): string {
  const [, word, end] = /^\^(-|\w+)(\$?)$/.exec(source) ?? [];
  if (word === undefined) return `matches \`${source.replaceAll('|', '\\|')}\``;
  return `${end === '$' ? 'is' : 'begins with'} \`${word}\``;
}

it('docs/channels.md has the table as the code has it', () => {
  const rows = [...Object.entries(CHANNELS), ['', UNKNOWN] as const].map(([id, channel]) => rowOf(id, channel));
  const written = page.split('\n').filter((line) => line.split(' | ').length === 6 && line.includes('`from.'));
  expect(written).toEqual(rows);
});
