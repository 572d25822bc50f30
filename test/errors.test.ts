import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as latchkey from 'latchkey';
import { LatchkeyError, type LatchkeyErrorCode } from 'latchkey';
import { describe, expect, it } from 'vitest';
import * as errors from '../src/errors.ts';

const page = readFileSync(resolve(import.meta.dirname, '../docs/errors.md'), 'utf8');

/** The compiler wants exactly the codes that there are. */
const CODES: Readonly<Record<LatchkeyErrorCode, LatchkeyError>> = {
  configuration: new errors.ConfigurationError('x'),
  store_unavailable: new errors.StoreUnavailableError('x'),
  store_newer: new errors.StoreNewerError('x'),
  seal_broken: new errors.SealBrokenError('x'),
  host_refused: new errors.HostRefusedError('x'),
  provider_unreachable: new errors.ProviderUnreachableError('x'),
  oauth_refused: new errors.OAuthRefusedError('denied', 'x'),
  api_call: new errors.ApiCallError({ status: 400, method: 'GET', url: 'x' }),
  undocumented_answer: new errors.UndocumentedAnswerError('read'),
  reauthorization_needed: new errors.ReauthorizationNeededError('ended'),
  action_refused: new errors.ActionRefusedError('x'),
  input_refused: new errors.InputRefusedError('project', 'x'),
};
const all = Object.entries(CODES).map(([code, error]) => ({ code, error, name: error.name }));
const classes = Object.entries(errors).filter(([name]) => name !== 'LatchkeyError');

describe('the errors', () => {
  it('are all in the union of codes', () => {
    expect(all.map(({ name }) => name).toSorted()).toEqual(classes.map(([name]) => name).toSorted());
  });

  it.each(all)('$name has its code, a constant name, and is exported', ({ code, error, name }) => {
    expect(error).toBeInstanceOf(LatchkeyError);
    expect(error.code).toBe(code);
    expect(Object.getOwnPropertyDescriptor(error, 'name')?.value).toBe(error.constructor.name);
    expect(latchkey).toHaveProperty(name);
  });

  it.each(all)('$name is on the page of errors, in its table and under a heading with its code', ({ code, name }) => {
    expect(page).toContain(`| \`${code}\` | [\`${name}\`](#${name.toLowerCase()}) |`);
    expect(page).toContain(`\n### ${name}\n\n\`${code}\`. `);
  });

  it('has no error on the page that is not there', () => {
    const headings = [...page.matchAll(/^### (.+)$/gm)].map((match) => match[1] ?? '');
    expect(headings.filter((name) => !classes.some(([known]) => known === name))).toEqual([]);
  });
});
