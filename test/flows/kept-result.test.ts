import { expect, it } from 'vitest';
import { keptResult } from '../../src/flows/kept-result.ts';

const done = (output: unknown) => ({ status: 'done', answer: { title: 'Done.' }, output }) as const;
const KEPT = { status: 'done', answer: { title: 'Done.' } };

it('keeps as JSON what a dialog or a tool collects', () => {
  for (const by of ['dialog', 'tool'] as const)
    expect(keptResult(done({ at: new Date(0), left: undefined }), { by })).toEqual({
      ...KEPT,
      output: { at: '1970-01-01T00:00:00.000Z' },
    });
});

it('keeps nothing that nobody collects, that is no JSON, or that is too large', () => {
  expect(keptResult(done({ a: 1 }), { by: 'plain' })).toEqual(KEPT);
  const round: Record<string, unknown> = {};
  round.self = round;
  for (const output of [undefined, () => 1, 1n, round, 'x'.repeat(70_000)])
    expect(keptResult(done(output), { by: 'dialog' })).toEqual(KEPT);
});

it('keeps everything else as it is', () => {
  const failed = { status: 'failed', why: 'busy', ref: 'r', retry: true } as const;
  expect(keptResult(failed, { by: 'dialog' })).toBe(failed);
});
