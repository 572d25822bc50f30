import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The sentences of "What we promise", a list item each. */
function promises(): readonly string[] {
  const [, section = ''] = read('SECURITY.md').split('\n## What we promise\n');
  const [list = ''] = section.split(/\n## /);
  return [...list.matchAll(/^\d+\. ([\s\S]*?)(?=\n\d+\. |\n\n|$(?![\s\S]))/gm)].flatMap(([, item = '']) =>
    item
      .replaceAll(/\s+/g, ' ')
      .replaceAll('**', '')
      .split(/(?<=[.!?])\s+(?=[A-Z])/),
  );
}

interface Shown {
  readonly promise: string;
  readonly tests: readonly { readonly file: string; readonly name: string }[];
}

/** The table of docs/assurance.md: a promise, and the tests that show it as `file: name`. */
function shown(): readonly Shown[] {
  return read('docs/assurance.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('.test.ts'))
    .map((line) => {
      const [promise = '', tests = ''] = line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim());
      const named = [...tests.matchAll(/`(test\/[^`:]+): ([^`]+)`/g)];
      return { promise, tests: named.map(([, file = '', name = '']) => ({ file, name })) };
    });
}

describe('docs/assurance.md', () => {
  it('has every sentence that SECURITY.md promises, as it is written there, and no other', () => {
    expect(promises().length).toBeGreaterThan(20);
    expect(shown().map(({ promise }) => promise)).toEqual(promises());
  });

  it.each(shown())('names tests that exist for “$promise”', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    const missing = tests.filter(({ file, name }) => !existsSync(join(root, file)) || !read(file).includes(name));
    expect(missing).toEqual([]);
  });
});
