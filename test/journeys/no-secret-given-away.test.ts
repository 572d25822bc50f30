import { createHash } from 'node:crypto';
import type { Authorizer, Owner } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import type { ProfileToSave } from 'latchkey/internal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { verbsOf } from '../verbs-of.ts';
import { codeOn } from './browser-person.ts';
import { linkOn } from './chat-person.ts';
import { countThings, type StrictProduct, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

const KEY = 'c4nary-K3y-0f-th3-p3rson';
/** Of the test bot’s ring. */
const RING = Buffer.alloc(32, 7).toString('base64');
const OWN_SECRET = 'c4nary-0f-the-depl0yment';
const ACTOR = { id: 'o1', name: 'olga' };
/** Names under which a record keeps something in confidence. */
const CONFIDENTIAL =
  /"(?:credential|codeVerifier|linkHash|browserHash|stateHash|codeMac|clientSecret|clientsByTenant|accessToken|refreshToken|passwordHash|sealed)":/;

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
  const open = await verbsOf(authorizer).openAuthorizations(owner);
  const reads: Readonly<Record<string, () => unknown>> = {
    settings: () => authorizer.settings,
    textsIn: () => Object.values(authorizer.textsIn('de')).map(String),
    translate: () => authorizer.translate(countThings.title, 'de'),
    integrations: () => authorizer.integrations,
    integration: () => ['acme', 'forms'].map((id) => verbsOf(authorizer).integration(id)),
    offeredProfiles: () => ['acme', 'forms'].map((id) => verbsOf(authorizer).offeredProfiles(id)),
    openAuthorizations: () => open,
    authorizationById: () => Promise.all(authorizationIds.map((id) => verbsOf(authorizer).authorizationById(id))),
    'errands.here': () => verbsOf(authorizer).errandsHere(owner, open[0]?.conversation.key ?? ''),
    askedSecrets: () =>
      verbsOf(authorizer).askedSecrets({ owner, conversationKey: open[0]?.conversation.key ?? '', masks: true }),
    listConnections: () => verbsOf(authorizer).listConnections(owner),
    lacksCredential: () => verbsOf(authorizer).lacksCredential({ owner, action: countThings }),
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

/** Everything else is called below, and its answer read. */
const EXEMPT: Readonly<Record<string, string>> = {
  handler: 'gives the pages; test/journeys/secrets.test.ts reads every one of them',
  mount: 'puts the same pages on a server',
  consoleHandler: 'gives the console, and the link for the first account to who runs the bot',
  mountConsole: 'puts the same console on a server',
  exchangeToken: 'is the flow of this name for the sender of a turn; called below',
  converse: 'hears a turn, and gives the output of its action; test/journeys/errands.test.ts reads it',
  operator: 'is the verbs, each of which is called',
  close: 'is called at the end, and gives nothing',
};

it('no call gives away a key, a token, a verifier or what is compared with them, at any time', async () => {
  const { authorizer } = bot;
  const chat = await bot.chat(PERSON);
  const asked = await chat.say('Count my things');
  const id = async () => (await verbsOf(authorizer).openAuthorizations(owner)).at(-1)?.id ?? '';
  const ids = [await id()];
  await readAll(authorizer, ids);

  const browser = bot.browser();
  const moving = await browser.submit(await browser.get(linkOn(asked)));
  await readAll(authorizer, ids);
  const conversation = (await verbsOf(authorizer).openAuthorizations(owner))[0]?.conversation;
  if (conversation === undefined) throw new Error('nothing is open');
  const begin = { owner, ownerName: 'Canary', conversation, purpose: 'sing', scopes: [] };
  const { ownerName } = begin;
  const exchange = { owner, ownerName, conversation, integration: 'acme', token: KEY };
  answers.push({ of: 'exchangeTokenFor', answer: await verbsOf(authorizer).exchangeTokenFor(exchange) });
  answers.push({
    of: 'beginAuthorization',
    answer: await verbsOf(authorizer).beginAuthorization({ ...begin, integration: 'acme' }),
  });

  const code = codeOn(await browser.get(browser.onward(moving)));
  await readAll(authorizer, ids);
  const conversationKey = conversation.key;
  answers.push({
    of: 'confirmAuthorization',
    answer: await verbsOf(authorizer).confirmAuthorization({ owner, conversationKey, code }),
  });
  await readAll(authorizer, ids);
  answers.push({
    of: 'runAction',
    answer: await verbsOf(authorizer).runAction({ owner, action: countThings, input: {} }),
  });

  const { link: _link, ...begun } = {
    link: '',
    ...(await verbsOf(authorizer).beginAuthorization({ ...begin, integration: 'forms' })),
  };
  answers.push({ of: 'beginAuthorization', answer: begun });
  ids.push(await id());
  await readAll(authorizer, ids);
  answers.push({
    of: 'submitCredential',
    answer: await verbsOf(authorizer).submitCredential({
      owner,
      conversationKey,
      authorizationId: ids[1] ?? '',
      values: { apiKey: KEY },
    }),
  });
  await readAll(authorizer, ids);
  answers.push({ of: 'disconnect', answer: await verbsOf(authorizer).disconnect({ owner, integration: 'acme' }) });

  const statuses = new Set(
    answers.filter(({ of }) => of === 'openAuthorizations').flatMap(({ answer }) => statusesIn(answer)),
  );
  expect([...statuses]).toEqual(expect.arrayContaining(['new', 'redirected', 'quarantined']));
  expect(forms.received.some(({ headers }) => headers['x-key'] === KEY && headers['x-partner'] === OWN_SECRET)).toBe(
    true,
  );
  expectNoSecretIn(answers, code);
});

it('no call that changes, begins or ends something gives one away either', async () => {
  const { authorizer } = bot;
  const { operator } = authorizer;
  const note = async (of: string, answer: unknown) => answers.push({ of, answer: await answer });
  const chat = await bot.chat('changer');
  const mine: Owner = { ...owner, user: 'changer' };
  const [asked, browser] = [await chat.say('Count my things'), bot.browser()];
  const moving = await browser.submit(await browser.get(linkOn(asked)));
  const code = codeOn(await browser.get(browser.onward(moving)));
  const [open] = await verbsOf(authorizer).openAuthorizations(mine);
  const conversationKey = open?.conversation.key ?? '';
  await note('codeAwaited', verbsOf(authorizer).codeAwaited({ owner: mine, conversationKey }));
  await note('burnCode', verbsOf(authorizer).burnCode({ owner: mine, code: 'BCDFGHJK' }));
  await chat.say(code);
  await note('errands.here', verbsOf(authorizer).errandsHere(mine, conversationKey));
  const [connection] = await verbsOf(authorizer).listConnections(mine);
  await note('useConnection', verbsOf(authorizer).useConnection({ owner: mine, connectionId: connection?.id ?? '' }));
  await note('useSite', verbsOf(authorizer).useSite({ owner: mine, integration: 'acme', named: 'Elsewhere' }));
  await note('connectRefusal', verbsOf(authorizer).connectRefusal({ owner: mine, integration: 'forms' }));
  await note('register', authorizer.register(countThings));
  await note('newReference', authorizer.newReference());
  await note(
    'begin',
    verbsOf(authorizer).begin(async () => 'a turn'),
  );
  await note('log', authorizer.log({ event: 'sweep_failed', error: 'none' }));
  await authorizer.storage.write({ mine: { seen: 1 } });
  await note('storage', authorizer.storage.read(['mine', 'acme', 'forms', 'ours', open?.id ?? '']));
  await note('texts', Object.entries(authorizer.textsIn()));
  const from = { id: 'changer', name: 'Changer' };
  const conversation = { id: 'chat-changer', isGroup: false, conversationType: 'personal' };
  await bot.receive({ type: 'message', text: 'hi', channelId: 'test', from, conversation }, (context) =>
    note('run', authorizer.run(context, countThings, {})),
  );
  await chat.listen();
  await chat.say('connect forms');
  const [again] = await verbsOf(authorizer).openAuthorizations(mine);
  await note(
    'cancelAuthorization',
    verbsOf(authorizer).cancelAuthorization({ owner: mine, authorizationId: again?.id ?? '' }),
  );
  await note('sweep', authorizer.sweep());
  await note('deliver', authorizer.deliver());

  const ours: ProfileToSave = {
    actor: ACTOR,
    integration: 'acme',
    name: 'Ours',
    description: '',
    draft: false,
    profile: {
      id: 'ours',
      title: 'Ours',
      method: 'oauth2',
      origin: 'custom',
      clientId: 'our-client',
      clientSecret: OWN_SECRET,
      authorizationUrl: `${product.url}/authorize`,
      tokenUrl: `${product.url}/token`,
      scopes: ['things'],
      placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
    },
  };
  const saved = await operator.saveProfile(ours);
  if (saved.status !== 'saved') throw new Error(JSON.stringify(saved));
  const { id } = saved.profile;
  await note('operator.saveProfile', saved);
  await note('operator.duplicateProfile', operator.duplicateProfile({ actor: ACTOR, id, name: 'Theirs' }));
  await note('operator.listProfiles', operator.listProfiles());
  await note('operator.effectOfEdit', operator.effectOfEdit({ ...ours, id, draft: true }));
  await note('operator.listAudit', operator.listAudit({ actor: ACTOR, filter: {}, limit: 100 }));
  await note('operator.useOfProfile', operator.useOfProfile(id));
  await note('operator.describeIntegration', operator.describeIntegration('acme'));
  await note('integration', verbsOf(authorizer).integration('acme'));
  await note('operator.deleteProfile', operator.deleteProfile({ actor: ACTOR, id }));
  const shared = { actor: ACTOR, integration: 'forms', profile: 'key', values: { apiKey: KEY } };
  await note('operator.shareConnection', operator.shareConnection(shared));
  const change = { mode: 'preauthorized', enabled: true, audience: { kind: 'everyone' } } as const;
  await note('operator.changeSetup', operator.changeSetup({ actor: ACTOR, integration: 'forms', change }));
  await note('operator.describeIntegration', operator.describeIntegration('forms'));
  await note('operator.deleteSetup', operator.deleteSetup({ actor: ACTOR, integration: 'forms' }));
  await note('operator.rotateKeys', operator.rotateKeys({ actor: ACTOR }));
  await note('operator.doctor', operator.doctor());
  const revoked = operator.revokeConnection({ actor: ACTOR, id: connection?.id ?? '' });
  await note('operator.revokeConnection', revoked);
  await note('operator.revokeAllConnections', operator.revokeAllConnections({ actor: ACTOR, integration: 'acme' }));
  if (mine.kind === 'user') await note('operator.forgetOwner', operator.forgetOwner({ actor: ACTOR, owner: mine }));
  expectNoSecretIn(answers, code);
});

it('every public method was called', () => {
  const { authorizer } = bot;
  const methods = [...Object.keys(authorizer), ...Object.keys(authorizer.operator).map((verb) => `operator.${verb}`)];
  const called = new Set(answers.map(({ of }) => of));
  expect(methods.filter((method) => !called.has(method) && !(method in EXEMPT))).toEqual([]);
  expect(Object.keys(EXEMPT).filter((method) => called.has(method) || !methods.includes(method))).toEqual([]);
});

function expectNoSecretIn(given: typeof answers, code: string): void {
  for (const { of, answer } of given) {
    const text = JSON.stringify(answer) ?? '';
    expect(`${of} ${text}`).not.toMatch(CONFIDENTIAL);
    for (const secret of [KEY, OWN_SECRET, 'strict-client-secret', RING, code, code.replace('-', '')])
      expect(`${of} ${text}`).not.toContain(secret);
    // as the product makes its tokens and codes
    expect(`${of} ${text}`).not.toMatch(/\b(?:at|rt|code|family)-[\w-]{32}/);
    const hashes =
      text.match(/[\w-]{43,}/g)?.map((word) => createHash('sha256').update(word).digest('base64url')) ?? [];
    expect(hashes.filter((hash) => product.challenges.includes(hash))).toEqual([]);
  }
}

function statusesIn(answer: unknown): readonly string[] {
  return Array.isArray(answer) ? answer.map(({ status }: { readonly status: string }) => status) : [];
}
