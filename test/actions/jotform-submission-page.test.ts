import { expect, it } from 'vitest';
import { submissionPage } from '../../src/actions/jotform-submission-page.ts';

const at = (baseURL: string) => submissionPage({ defaults: { baseURL } as never }, '59').url;

it('stands where the account lives', () => {
  expect(at('https://api.jotform.com')).toBe('https://www.jotform.com/submission/59');
  expect(at('https://eu-api.jotform.com')).toBe('https://eu.jotform.com/submission/59');
  expect(at('https://hipaa-api.jotform.com')).toBe('https://hipaa.jotform.com/submission/59');
  expect(at('https://acme.jotform.com/API')).toBe('https://acme.jotform.com/submission/59');
  expect(at('https://forms.acme.example/API')).toBe('https://forms.acme.example/submission/59');
});

it('is nowhere for a stand-in, and for what is unknown', () => {
  expect(at('http://127.0.0.1:4010/jotform')).toBeUndefined();
  expect(at('https://elsewhere.example')).toBeUndefined();
  expect(submissionPage({ defaults: { baseURL: 'https://api.jotform.com' } as never }, '').url).toBeUndefined();
});
