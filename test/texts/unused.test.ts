import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { chatTexts } from '../../src/texts/tables.ts';
import { consoleTexts } from '../../src/web/console/texts/tables.ts';
import { pageTexts } from '../../src/web/page-texts/tables.ts';

const ROOMS = ['src', 'dialogs', 'agents', 'playground'].map((room) => resolve(import.meta.dirname, '../..', room));
const TEXTS = /\/(?:texts|page-texts)\//;

/** All code that could show a text; the sample bot shows one that is for bots. */
const code = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
)
  .filter((path) => path.endsWith('.ts') && !TEXTS.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

it.each([
  ['chat', chatTexts.en],
  ['pages', pageTexts.en],
  ['console', consoleTexts.en],
])('every text is shown somewhere: %s', (_, texts) => {
  const unused = Object.keys(texts).filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
  expect(unused).toEqual([]);
});
