import { describe, expect, it } from 'vitest';
import { isMissingEndpoint, readZendeskProblem, refusedRecord } from '../../src/actions/zendesk-problem.ts';

const blankSubject = {
  error: 'RecordInvalid',
  description: 'Record validation errors',
  details: { subject: [{ description: 'Subject: cannot be blank', error: 'BlankValue' }] },
};

describe('a problem at Zendesk', () => {
  it.each([
    ['with a code', { error: 'RecordNotFound', description: 'Not found' }, 'RecordNotFound'],
    ['with a title', { error: { title: 'Forbidden', message: 'You do not have access.' } }, 'Forbidden'],
    ['in a list', { errors: [{ code: 'InvalidPaginationDepth', title: 'x', detail: 'y' }] }, 'InvalidPaginationDepth'],
    ['with a bare sentence', { error: "Couldn't authenticate you" }, "Couldn't authenticate you"],
    ['that is a page', '<h1>Oops</h1>', ''],
    ['that says nothing', undefined, ''],
  ])('%s is read', (_shape, body, code) => {
    expect(readZendeskProblem(body)).toEqual({ code, fields: [] });
  });

  it('names the fields of an invalid record', () => {
    expect(readZendeskProblem(blankSubject)).toEqual({
      code: 'RecordInvalid',
      fields: [{ name: 'subject', blank: true }],
    });
    expect(refusedRecord(blankSubject, { locale: 'en' })).toBe('Zendesk also needs a value for the subject.');
    expect(refusedRecord({ error: 'RecordInvalid', details: {} }, { locale: 'en' })).toBeUndefined();
  });

  it('tells a plan without a route from a record that is not there', () => {
    expect(isMissingEndpoint({ error: { title: 'Invalid endpoint', message: 'Not found' } })).toBe(true);
    expect(isMissingEndpoint({ error: 'InvalidEndpoint', description: 'Not found' })).toBe(true);
    expect(isMissingEndpoint({ error: 'RecordNotFound', description: 'Not found' })).toBe(false);
  });
});
