import { createHash } from 'node:crypto';
import type { Authorizer, Owner } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { codeOn } from './browser-person.ts';
import { linkOn } from './chat-person.ts';
import { countThings, type StrictProduct, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

const KEY = 'c4nary-K3y-0f-th3-p3rson';
const OWN_SECRET = 'c4nary-0f-the-depl0yment';
const ACTOR = { id: 'o1', name: 'olga' };
/** Names under which a record keeps something in confidence. */
const CONFIDENTIAL =
  /"(?:credential|codeVerifier|linkHash|browserHash|stateHash|codeMac|clientSecret|clientsByTenant|accessToken|refreshToken|passwordHash|sealed|keys)":/;

let product: StrictProduct;
let forms: TestServer;
let bot: TestBot;
const PERSON = 'canary';
const owner: Owner = { kind: 'user', bot: 'test-app', channel: 'test', tenant: '', user: PERSON };
const answers: { readonly of: string; readonly answer: unknown }[] = [];

beforeAll(async () => {
  const clock = { now: () => bot.now() };
  product = await startStrictProduct(() => clock.now());
  forms = await startServer((_request, response) => answerJson(response, 200, { id: 'jane' }));
  bot = await openTestBot({
    integrations: () => [
      product.integration,
      defineIntegration({
        id: 'forms',
        name: 'Forms',
        baseUrl: forms.origin,
        allowInsecureLoopback: true,
        profiles: [
          {
            id: 'key',
            title: 'Key',
            method: 'api_key',
            fields: [
              { key: 'apiKey', title: 'API key' },
              { key: 'partner', title: 'Partner', visibility: 'hidden', value: OWN_SECRET },
            ],
            placements: [
              { in: 'header', name: 'x-key', value: '{{apiKey}}' },
              { in: 'header', name: 'x-partner', value: '{{partner}}' },
            ],
          },
        ],
        check: { path: '/me', account: { id: 'id' } },
      }),
    ],
    actions: product.actions,
  });
});
afterAll(async () => {
  await bot.close();
  await product.close();
  await forms.close();
});

/** Everything that reads, as it answers in this moment; what begins or ends something is called where the story needs it. */
async function readAll(authorizer: Authorizer, authorizationIds: readonly string[]): Promise<void> {
  const { operator } = authorizer;
  const open = await authorizer.openAuthorizations(owner);
  const reads: Readonly<Record<string, () => unknown>> = {
    settings: () => authorizer.settings,
    integrations: () => authorizer.integrations,
    offeredProfiles: () => ['acme', 'forms'].map((id) => authorizer.offeredProfiles(id)),
    integration: () => ['acme', 'forms'].map((id) => authorizer.integration(id)),
    action: () => authorizer.action(countThings.id),
    openAuthorizations: () => open,
    authorizationById: () => Promise.all(authorizationIds.map((id) => authorizer.authorizationById(id))),
    pendingActionsOf: () => Promise.all(authorizationIds.map((id) => authorizer.pendingActionsOf(id))),
    askedSecrets: () =>
      authorizer.askedSecrets({ owner, conversationKey: open[0]?.conversation.key ?? '', masks: true }),
    listConnections: () => authorizer.listConnections(owner),
    lacksCredential: () => authorizer.lacksCredential({ owner, action: countThings }),
    'operator.listIntegrations': () => operator.listIntegrations(),
    'operator.describeIntegration': () => operator.describeIntegration('forms'),
    'operator.listProfiles': () => operator.listProfiles(),
    'operator.listConnections': () => operator.listConnections({ limit: 10 }),
    'operator.keysInUse': () => operator.keysInUse(),
    'operator.testProfile': () =>
      operator.testProfile({ actor: ACTOR, integration: 'forms', profile: 'key', values: { apiKey: KEY } }),
  };
  for (const [of, read] of Object.entries(reads)) answers.push({ of, answer: await read() });
}

/** They give what the bot says or does, a number, or nothing. */
const GIVE_NOTHING: readonly string[] = [
  ...[
    'handler',
    'consoleHandler',
    'burnCode',
    'codeAwaited',
    'texts',
    'register',
    'mount',
    'mountConsole',
    'attach',
    'run',
    'useSite',
    'resumeAction',
  ],
  ...[
    'connectRefusal',
    'newReference',
    'log',
    'sweep',
    'deliver',
    'begin',
    'storage',
    'close',
    'operator',
    'cancelAuthorization',
    'useConnection',
  ],
  ...['operator.changeSetup', 'operator.deleteSetup', 'operator.shareConnection', 'operator.saveProfile'],
  ...['operator.duplicateProfile', 'operator.useOfProfile', 'operator.deleteProfile', 'operator.revokeConnection'],
  ...['operator.revokeAllConnections', 'operator.forgetOwner', 'operator.rotateKeys', 'operator.doctor'],
];

it('no public call gives away a key, a token, a verifier or what is compared with them, at any time', async () => {
  const { authorizer } = bot;
  const chat = await bot.chat(PERSON);
  const asked = await chat.say('Count my things');
  const id = async () => (await authorizer.openAuthorizations(owner)).at(-1)?.id ?? '';
  const ids = [await id()];
  await readAll(authorizer, ids);

  const browser = bot.browser();
  const moving = await browser.submit(await browser.get(linkOn(asked)));
  await readAll(authorizer, ids);
  const conversation = (await authorizer.openAuthorizations(owner))[0]?.conversation;
  if (conversation === undefined) throw new Error('nothing is open');
  const begin = { owner, ownerName: 'Canary', conversation, purpose: 'sing', scopes: [] };
  answers.push({
    of: 'beginAuthorization',
    answer: await authorizer.beginAuthorization({ ...begin, integration: 'acme' }),
  });

  const code = codeOn(await browser.get(browser.onward(moving)));
  await readAll(authorizer, ids);
  const conversationKey = conversation.key;
  answers.push({
    of: 'confirmAuthorization',
    answer: await authorizer.confirmAuthorization({ owner, conversationKey, code }),
  });
  await readAll(authorizer, ids);
  answers.push({ of: 'runAction', answer: await authorizer.runAction({ owner, action: countThings, input: {} }) });

  const { link: _link, ...begun } = {
    link: '',
    ...(await authorizer.beginAuthorization({ ...begin, integration: 'forms' })),
  };
  answers.push({ of: 'beginAuthorization', answer: begun });
  ids.push(await id());
  await readAll(authorizer, ids);
  answers.push({
    of: 'submitCredential',
    answer: await authorizer.submitCredential({
      owner,
      conversationKey,
      authorizationId: ids[1] ?? '',
      values: { apiKey: KEY },
    }),
  });
  await readAll(authorizer, ids);
  answers.push({ of: 'disconnect', answer: await authorizer.disconnect({ owner, integration: 'acme' }) });

  const statuses = new Set(
    answers.filter(({ of }) => of === 'openAuthorizations').flatMap(({ answer }) => statusesIn(answer)),
  );
  expect([...statuses]).toEqual(expect.arrayContaining(['new', 'redirected', 'quarantined']));
  expect(forms.received.some(({ headers }) => headers['x-key'] === KEY && headers['x-partner'] === OWN_SECRET)).toBe(
    true,
  );
  for (const { of, answer } of answers) {
    const text = JSON.stringify(answer) ?? '';
    expect(`${of} ${text}`).not.toMatch(CONFIDENTIAL);
    for (const secret of [KEY, OWN_SECRET, 'strict-client-secret', code]) expect(`${of} ${text}`).not.toContain(secret);
    // as the product makes its tokens and codes
    expect(`${of} ${text}`).not.toMatch(/\b(?:at|rt|code|family)-[\w-]{32}/);
    const hashes =
      text.match(/[\w-]{43,}/g)?.map((word) => createHash('sha256').update(word).digest('base64url')) ?? [];
    expect(hashes.filter((hash) => product.challenges.includes(hash))).toEqual([]);
  }

  const walked = new Set([...answers.map(({ of }) => of), ...GIVE_NOTHING]);
  const methods = [...Object.keys(authorizer), ...Object.keys(authorizer.operator).map((verb) => `operator.${verb}`)];
  expect(methods.filter((method) => !walked.has(method))).toEqual([]);
});

function statusesIn(answer: unknown): readonly string[] {
  return Array.isArray(answer) ? answer.map(({ status }: { readonly status: string }) => status) : [];
}
