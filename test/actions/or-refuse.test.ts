import { expect, it } from 'vitest';
import { orRefuse } from '../../src/actions/or-refuse.ts';
import { ActionRefusedError, ApiCallError, ReauthorizationNeededError } from '../../src/errors.ts';

const failed = (status: number, body: unknown = {}) =>
  Promise.reject(new ApiCallError({ status, method: 'GET', url: 'https://api.example/x', body }));

it('lets an answer through', async () => {
  expect(await orRefuse(Promise.resolve(1), { 404: 'No.' })).toBe(1);
});

it('puts our sentence in the place of a failure', async () => {
  await expect(orRefuse(failed(404), { 404: 'It is not there.' })).rejects.toMatchObject({
    code: 'action_refused',
    personText: 'It is not there.',
  });
});

it('lets the answer decide on the sentence', async () => {
  const refusals = { 400: (body: unknown) => (body === 'known' ? 'That is known.' : undefined) };
  await expect(orRefuse(failed(400, 'known'), refusals)).rejects.toBeInstanceOf(ActionRefusedError);
  await expect(orRefuse(failed(400, 'other'), refusals)).rejects.toBeInstanceOf(ApiCallError);
});

it('leaves other statuses, and a refused credential, as they are', async () => {
  await expect(orRefuse(failed(500), { 404: 'No.' })).rejects.toMatchObject({ code: 'api_call', status: 500 });
  const ended = Promise.reject(new ReauthorizationNeededError('ended'));
  await expect(orRefuse(ended, { 401: 'No.' })).rejects.toBeInstanceOf(ReauthorizationNeededError);
});
