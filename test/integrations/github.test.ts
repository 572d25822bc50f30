import { githubCommentIssue, githubCreateIssue, githubMyIssues } from 'latchkey/actions';
import type { Sandbox } from 'latchkey/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { integrationContract, type TriedAction, type Way } from '../contracts/integration-contract.ts';
import { openProducts, type Products } from './open-products.ts';
import { standInGithub } from './stand-ins.ts';

const signIn: Way = {
  name: 'OAuth app',
  profile: 'system',
  enter: () => ({ kind: 'consent', user: 'bob' }),
  account: 'bob',
  wire: () => ({ header: 'authorization', value: /^Bearer gho_\w+$/ }),
  secret: () => undefined,
  revokeAtProduct: (sandbox) => sandbox.control.revokeGrants('github', 'bob'),
  disconnected: 'unsupported',
};

const personalToken: Way = {
  name: 'personal access token',
  profile: 'personal-token',
  enter: (sandbox) => ({ kind: 'typed', values: { token: tokenOf(sandbox) } }),
  account: 'bob',
  wire: (sandbox) => ({ header: 'authorization', value: `Bearer ${tokenOf(sandbox)}` }),
  secret: tokenOf,
  revokeAtProduct: (sandbox) => sandbox.control.revokeGrants('github', 'bob'),
  disconnected: 'unsupported',
  wrong: { token: `ghp_${'x'.repeat(36)}` },
};

const myIssues: TriedAction = {
  action: githubMyIssues,
  expected: {
    title: 'Open issues assigned to you',
    items: expect.arrayContaining([
      {
        title: 'acme/website#12: The logo is blurred',
        subtitle: 'issue',
        url: expect.stringMatching(/\/github\/web\/acme\/website\/issues\/12$/),
      },
    ]),
  },
  route: 'GET /issues',
};

integrationContract({
  id: 'github',
  make: standInGithub(),
  ways: [signIn, personalToken],
  actions: [myIssues],
  harmless: { action: githubMyIssues, input: {} },
  wrongWires: [
    { what: 'user name and password', profile: 'system', header: 'Authorization', value: 'Basic {{accessToken}}' },
    { what: 'another header', profile: 'system', header: 'X-Access-Token', value: '{{accessToken}}' },
    { what: 'no scheme', profile: 'personal-token', header: 'Authorization', value: '{{token}}' },
  ],
});

describe('GitHub’s own ways', () => {
  let products: Products | undefined;
  afterEach(() => products?.close());

  it('shows what is public with the default scope, and private repositories with repo', async () => {
    products = await openProducts(standInGithub());
    const bob = products.person();
    await bob.consent('github', { user: 'bob', profile: 'system' });
    expect(titlesOf(await bob.run(githubMyIssues))).toEqual(['acme/website#12: …', 'acme/website#14: …']);
    await bob.disconnect('github');
    await bob.type('github', { token: tokenOf(products.sandbox) }, 'personal-token');
    expect(titlesOf(await bob.run(githubMyIssues))).toContain('acme/backend#9: …');
  });

  it('reads the scopes of an answer, which has commas where the request had spaces', async () => {
    products = await openProducts(standInGithub({ scopes: ['read:user', 'repo'] }));
    const bob = products.person();
    await bob.consent('github', { user: 'bob', profile: 'system' });
    expect(await bob.connections()).toMatchObject([{ scopes: ['read:user', 'repo'] }]);
  });

  it('takes 200 with an error for a refusal, and tells the person’s from the deployment’s', async () => {
    products = await openProducts(standInGithub());
    const { control } = products.sandbox;
    const revoked = () => control.revokeGrants('github', 'bob');
    const refused = await products.person().consent('github', { user: 'bob', profile: 'system', dawdle: revoked });
    expect(refused).toMatchObject({ status: 'failed', why: 'refused' });
    await products.close();

    const { clientId } = products.sandbox.github;
    products = await openProducts(standInGithub({ system: { clientId, clientSecret: 'not the secret' } }));
    const ended = await products.person().consent('github', { user: 'bob', profile: 'system' });
    expect(ended).toMatchObject({ status: 'failed', why: 'misconfigured' });
  });

  it('calls a used-up rate limit busy, although GitHub says 403', async () => {
    products = await openProducts(standInGithub());
    const bob = products.person();
    await bob.type('github', { token: tokenOf(products.sandbox) }, 'personal-token');
    products.sandbox.control.failNext('github', { kind: 'rate_limited', times: 1, route: '' });
    expect(await bob.run(githubMyIssues)).toMatchObject({ status: 'failed', why: 'busy', retryAfter: 60 });
    expect(await bob.connections()).toMatchObject([{ status: 'active' }]);
  });

  it('creates issues and comments on them, for which public_repo is asked, or repo is enough', async () => {
    products = await openProducts(standInGithub());
    const bob = products.person();
    await bob.consent('github', { user: 'bob', profile: 'system' });
    const input = { repository: 'https://github.com/acme/website', title: 'The menu is\nempty' };
    expect(await bob.run(githubCreateIssue, input)).toMatchObject({
      status: 'needs_authorization',
      reason: 'scope',
      missingScopes: ['public_repo'],
    });
    await products.close();

    products = await openProducts(standInGithub({ scopes: ['read:user', 'repo'] }));
    const ann = products.person();
    await ann.consent('github', { user: 'ann', profile: 'system' });
    const created = await ann.run(githubCreateIssue, input);
    const title = { title: 'Created acme/website#15', text: 'The menu is empty' };
    expect(created).toMatchObject({ status: 'done', answer: title });
    const issue = 'https://github.com/acme/website/pull/12#discussion';
    const commented = await ann.run(githubCommentIssue, { issue, comment: 'Mine too.' });
    expect(commented).toMatchObject({ status: 'done', answer: { title: 'Commented on acme/website#12' } });
    const nowhere = { repository: 'acme/nowhere', title: 'x' };
    const text = "There is no repository acme/nowhere, or your access can't reach it.";
    expect(await ann.run(githubCreateIssue, nowhere)).toMatchObject({ status: 'failed', why: 'refused', text });
  });

  it('names single sign-on where it is refused, and where it left something out', async () => {
    products = await openProducts(standInGithub());
    const bob = products.person();
    await bob.type('github', { token: tokenOf(products.sandbox) }, 'personal-token');
    products.sandbox.control.setGithubSingleSignOn('partial_results');
    const text =
      'Issues in 2 organizations are missing: they require single sign-on, and your access is not authorized for them.';
    expect(await bob.run(githubMyIssues)).toMatchObject({ status: 'done', answer: { text } });
    products.sandbox.control.setGithubSingleSignOn('required');
    const refused = { status: 'failed', why: 'refused', text: expect.stringContaining('single sign-on') };
    expect(await bob.run(githubMyIssues)).toMatchObject(refused);
    expect(await bob.run(githubCreateIssue, { repository: 'acme/website', title: 'x' })).toMatchObject(refused);
    expect(await bob.connections()).toMatchObject([{ status: 'active' }]);
  });

  it.each(['gho_x', 'ghp_short', 'bob:password', 'github_pat_ with spaces'])('sends nothing for %j', async (token) => {
    products = await openProducts(standInGithub());
    const outcome = await products.person().type('github', { token }, 'personal-token');
    expect(outcome).toMatchObject({ status: 'invalid', reason: 'wrong_shape' });
    expect(products.arrived('github')).toEqual([]);
  });
});

function tokenOf({ github }: Sandbox): string {
  return github.users.find(({ id }) => id === 'bob')?.personalToken ?? '';
}

function titlesOf(outcome: Awaited<ReturnType<ReturnType<Products['person']>['run']>>): readonly string[] {
  if (outcome.status !== 'done') throw new Error(outcome.status);
  return (outcome.answer.items ?? []).map(({ title }) => title.replace(/: .*/, ': …'));
}
