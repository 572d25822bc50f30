import { expect, it } from 'vitest';
import { faultLine } from '../../src/cli/fault-line.ts';

const field = { key: 'apiKey', title: 'API key' };

it('says in words what is wrong with a value that was entered, and how it should be', () => {
  expect(faultLine({ field, reason: 'missing' })).toBe('apiKey: it is missing');
  const shaped = { ...field, pattern: '^[0-9a-f]{32}$', shape: 'be 32 letters and digits' };
  expect(faultLine({ field: shaped, reason: 'wrong_shape' })).toBe('apiKey: it should be 32 letters and digits');
  expect(faultLine({ field: shaped, reason: 'missing' })).toBe('apiKey: it is missing');
  const choices = [
    { value: 'us', title: 'United States' },
    { value: 'eu', title: 'Europe' },
  ];
  expect(faultLine({ field: { key: 'region', title: 'Region', choices }, reason: 'missing' })).toBe(
    'region: it must be one of us (United States), eu (Europe)',
  );
});
