import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { burnCode, confirmAuthorization } from '../../src/flows/confirm-authorization.ts';
import { forms, tracker } from '../web/integrations.ts';
import { ALICE, arriveAtProduct, BOB, type RunningWeb, startWeb } from '../web/running-web.ts';

describe('confirmAuthorization', () => {
  let web: RunningWeb;
  beforeEach(async () => {
    web = await startWeb({ integrations: [tracker(), forms(), tracker({ id: 'other' })] });
  });
  afterEach(() => web.close());

  const landed = async (input: Parameters<RunningWeb['begin']>[0] = {}) => {
    const { browser, state, authorization } = await arriveAtProduct(web, input);
    const back = await browser.get(`/oauth/callback/${authorization.integration}?code=the-code&state=${state}`);
    const [code = ''] = /[B-Z]{4}-[B-Z]{4}/.exec((await browser.get(back.headers.location ?? '')).text) ?? [];
    return { authorization, code };
  };
  const type = (code: string, where: { readonly key?: string; readonly inGroup?: boolean } = {}) => {
    const { key = 'chat of bob', inGroup = false } = where;
    return confirmAuthorization(web.services, { owner: BOB, conversationKey: key, code, inGroup });
  };
  const triesOf = async (...attempts: readonly { readonly authorization: { readonly id: string } }[]) =>
    Promise.all(
      attempts.map(async ({ authorization }) => {
        const kept = await web.services.vault.authorizations.byId(authorization.id);
        return kept?.status === 'quarantined' ? kept.triesLeft : kept?.status;
      }),
    );

  it('reads what the page shows, as people type it', async () => {
    const { code } = await landed();
    expect(await type(`${code.toLowerCase().replace('-', '\u2011')}.`)).toHaveProperty('status', 'connected');
  });

  it('counts a wrong code against every open attempt of the person, wherever it is typed', async () => {
    const both = [await landed(), await landed({ integration: 'other' })] as const;
    const alices = await landed({ owner: ALICE });
    expect(await type('BBBB-BBBB')).toEqual({ status: 'wrong', triesLeft: 2 });
    expect(await triesOf(...both, alices)).toEqual([2, 2, 3]);
    expect(await type('CCCC-CCCC', { key: 'another chat' })).toEqual({ status: 'wrong', triesLeft: 1 });
    expect(await triesOf(...both, alices)).toEqual([1, 1, 3]);
    expect(await type('DDDD-DDDD')).toEqual({ status: 'wrong', triesLeft: 0 });
    expect(await triesOf(...both, alices)).toEqual(['revoked', 'revoked', 3]);
  });

  it('burns a code that is typed in a group, and says whose it was', async () => {
    const attempt = await landed();
    const seen = { status: 'seen_by_others', integration: 'tracker' };
    expect(await type(attempt.code, { key: 'a group', inGroup: true })).toEqual(seen);
    expect(await triesOf(attempt)).toEqual(['revoked']);
    expect(await type(attempt.code)).toEqual({ status: 'over', integration: 'tracker' });
  });

  it('burns a code inside a sentence of a group too, and no other one costs a try there', async () => {
    const attempt = await landed();
    expect(await burnCode(web.services, { owner: BOB, code: 'BBBB-BBBB' })).toEqual({ status: 'not_waiting' });
    expect(await burnCode(web.services, { owner: ALICE, code: attempt.code })).toEqual({ status: 'not_waiting' });
    expect(await triesOf(attempt)).toEqual([3]);
    expect(await burnCode(web.services, { owner: BOB, code: attempt.code })).toHaveProperty('status', 'seen_by_others');
    expect(await triesOf(attempt)).toEqual(['revoked']);
  });

  it("tells one's own code from a stranger's, in another chat, after its use, and after the last wrong one", async () => {
    const [first, alices] = [await landed(), await landed({ owner: ALICE })];
    const elsewhere = { status: 'other_conversation', integration: 'tracker' };
    expect(await type(first.code, { key: 'another chat' })).toEqual(elsewhere);
    expect(await triesOf(first)).toEqual([3]);
    expect(await type(first.code)).toHaveProperty('status', 'connected');
    expect(await type(first.code)).toEqual({ status: 'over', integration: 'tracker' });
    expect(await type(alices.code)).toEqual({ status: 'not_waiting' });
  });
});
