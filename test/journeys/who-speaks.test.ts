import { type Activity, TestAdapter, type TurnContext } from 'botbuilder';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verbsOf } from '../verbs-of.ts';
import { textsOf } from './chat-person.ts';
import { type StrictProduct, startStrictProduct } from './strict-product.ts';
import { ListeningAdapter, openTestBot, type TestBot } from './test-bot.ts';

let bot: TestBot;
let product: StrictProduct;

beforeAll(async () => {
  product = await startStrictProduct(() => bot.now());
  bot = await openTestBot({ integrations: () => [product.integration], actions: product.actions });
});
afterAll(async () => {
  await bot.close();
  await product.close();
});

const ASKED = 'I need access to your Acme account';
const GROUP = "I don't connect accounts in a group";
const REFUSED = "You're not allowed to use this here.";
const NOTHING = 'There is nothing to cancel.';
const STOPPED = "OK, I've stopped: ";

let people = 0;
interface Told {
  readonly channelId?: string;
  readonly user?: string;
  readonly conversation?: Readonly<Record<string, unknown>>;
  readonly channelData?: unknown;
  readonly aadObjectId?: string;
}

/** What a channel sends, and nothing that it does not. */
async function speak(told: Told, text = 'Count my things', on = bot): Promise<string> {
  const user = told.user ?? `speaker-${++people}`;
  const conversation = { id: `room-${user}`, ...told.conversation };
  const { aadObjectId, channelData, channelId = 'test' } = told;
  const from = { id: user, name: 'Somebody', ...(aadObjectId === undefined ? {} : { aadObjectId }) };
  const activity = { type: 'message', text, channelId, from, conversation, channelData };
  const chat = await on.chat(user, { conversation: conversation as Activity['conversation'] });
  return textsOf(await chat.post(activity));
}

const slackId = (channel: string) => ({ id: `B1:T1:${channel}`, isGroup: false });

describe('what a channel itself writes says whether a conversation is personal', () => {
  it.each<[string, Told]>([
    ['Teams', { channelId: 'msteams', conversation: { conversationType: 'personal' } }],
    ['Teams with Copilot', { channelId: 'msteams:COPILOT', conversation: { conversationType: 'personal' } }],
    ['Slack, by the id of the channel', { channelId: 'slack', conversation: slackId('D1') }],
    ['Slack, by its event', { channelId: 'slack', channelData: { SlackMessage: { event: { channel_type: 'im' } } } }],
    ['Slack, a button', { channelId: 'slack', channelData: { Payload: { channel: { id: 'D1' } } } }],
    ['Telegram', { channelId: 'telegram', channelData: { message: { chat: { type: 'private' } } } }],
    ['Telegram, by the flag', { channelId: 'telegram', conversation: { isGroup: false } }],
    ['Facebook, which sends no flag', { channelId: 'facebook' }],
    ['LINE', { channelId: 'line', channelData: { source: { type: 'user' } } }],
    ['SMS, which sends no flag', { channelId: 'sms' }],
    ['WhatsApp, which sends no flag', { channelId: 'whatsapp' }],
    ['Webex', { channelId: 'webex', channelData: { roomType: 'direct' } }],
    ['Google Chat', { channelId: 'googlechat', channelData: { space: { type: 'DM' } } }],
    ['Alexa, which sends no flag', { channelId: 'alexa' }],
    ['Direct Line', { channelId: 'directline', user: 'dl_personal' }],
  ])('%s: personal', async (_channel, told) => {
    expect(await speak(told)).toContain(ASKED);
  });

  it.each<[string, Told]>([
    ['a public Slack channel that holds one person', { channelId: 'slack', conversation: slackId('C1') }],
    [
      'the same, however its event is dressed',
      {
        channelId: 'slack',
        conversation: { ...slackId('C1'), conversationType: 'personal' },
        channelData: { SlackMessage: { event: { channel_type: 'im' } } },
      },
    ],
    [
      'a Slack channel by its event',
      { channelId: 'slack', channelData: { SlackMessage: { event: { channel: 'C1' } } } },
    ],
    ['Slack without a sign', { channelId: 'slack', conversation: { isGroup: false, conversationType: 'personal' } }],
    ['a channel of a team', { channelId: 'msteams', conversation: { conversationType: 'channel' } }],
    ['Teams without a sign', { channelId: 'msteams' }],
    ['a Telegram group', { channelId: 'telegram', conversation: { id: '-100', isGroup: false } }],
    [
      'a Telegram super group',
      {
        channelId: 'telegram',
        conversation: { isGroup: false },
        channelData: { message: { chat: { type: 'supergroup' } } },
      },
    ],
    ['a LINE room', { channelId: 'line', channelData: { source: { type: 'room' } } }],
    ['a Webex space', { channelId: 'webex', channelData: { roomType: 'group' } }],
    ['two people in Google Chat', { channelId: 'googlechat', channelData: { space: { spaceType: 'DIRECT_MESSAGE' } } }],
    ['whatever says that it is one', { channelId: 'sms', conversation: { isGroup: true } }],
  ])('%s: a group', async (_channel, told) => {
    expect(await speak(told)).toContain(GROUP);
  });
});

describe('what a client may write is not believed', () => {
  it.each<[string, Told, Told]>([
    ['channelData.tenant.id', { channelData: { tenant: { id: 't1' } } }, { channelData: { tenant: { id: 't2' } } }],
    ['conversation.tenantId', { conversation: { tenantId: 't1' } }, { conversation: { tenantId: 't2' } }],
    [
      'channelData.SlackMessage.team_id',
      { channelData: { SlackMessage: { team_id: 't1' } } },
      { channelData: { SlackMessage: { team_id: 't2' } } },
    ],
  ])('on Direct Line %s makes nobody somebody else', async (field, one, other) => {
    const place = { channelId: 'directline', user: `dl_${field}` };
    expect(await speak({ ...place, ...one })).toContain(ASKED);
    expect(await speak({ ...place, ...other }, 'cancel')).toContain(STOPPED);
  });

  it('the sender of a mail, and of whatever nobody knows, is not believed', async () => {
    for (const channelId of ['email', 'carrier-pigeon', 'constructor']) {
      expect(await speak({ channelId, conversation: { isGroup: false } }), channelId).toContain(REFUSED);
    }
  });
});

describe('the same person is the same person', () => {
  it('who presses a button on Slack is who wrote there, and not their namesake in another workspace', async () => {
    const place = { channelId: 'slack', user: 'U1' };
    const wrote = { SlackMessage: { team_id: 'T1', event: { channel: 'D1' } } };
    const pressed = (id: string) => ({ Payload: { team: { id }, channel: { id: 'D1' } } });
    expect(await speak({ ...place, channelData: wrote })).toContain(ASKED);
    expect(await speak({ ...place, channelData: pressed('T2') }, 'cancel')).toContain(NOTHING);
    expect(await speak({ ...place, channelData: pressed('T1') }, 'cancel')).toContain(STOPPED);
  });

  it('on Teams it is the directory’s id that counts, in its tenant', async () => {
    const conversation = { id: 'teams-1', conversationType: 'personal' };
    const place = { channelId: 'msteams', conversation, user: '29:one' };
    const inTenant = (id: string, aadObjectId: string) => ({ ...place, aadObjectId, channelData: { tenant: { id } } });
    expect(await speak(inTenant('t1', 'aad-1'))).toContain(ASKED);
    expect(await speak(inTenant('t2', 'aad-1'), 'cancel')).toContain(NOTHING);
    expect(await speak(inTenant('t1', 'aad-2'), 'cancel')).toContain(NOTHING);
    expect(await speak(inTenant('t1', 'aad-1'), 'cancel')).toContain(STOPPED);
  });
});

/** Speaks on an adapter of one's own, with the middleware's options. */
async function speakOn(
  adapter: TestAdapter,
  options: Partial<Parameters<typeof authorizerMiddleware>[1]> = {},
  activity: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  adapter.use(authorizerMiddleware(bot.authorizer, { adapter, ...options }));
  const from = { id: `speaker-${++people}`, name: 'Somebody' };
  const conversation = { id: `room-${people}` };
  await adapter.processActivity(
    {
      type: 'message',
      id: `message-${people}`,
      text: 'Count my things',
      channelId: 'test',
      from,
      conversation,
      ...activity,
    } as Activity,
    async (context) => {
      const [action] = product.actions;
      if (action !== undefined) await bot.authorizer.run(context, action, {});
    },
  );
  return textsOf(adapter.activeQueue.splice(0) as never);
}

/** Shows these claims, and of `undefined` nothing at all. */
class ClaimingAdapter extends ListeningAdapter {
  readonly identity: unknown;
  constructor(identity: unknown) {
    super();
    this.identity = identity;
  }
  protected override createContext(request: Partial<Activity>): TurnContext {
    const context = super.createContext(request);
    context.turnState.set(this.BotIdentityKey, this.identity);
    return context;
  }
}
const claiming = (claims: Readonly<Record<string, unknown>>) =>
  new ClaimingAdapter({ claims: Object.entries(claims).map(([type, value]) => ({ type, value })) });

describe('a person is known only by what the adapter verified for this very app', () => {
  it.each<[string, () => TestAdapter]>([
    ['the SDK’s own test adapter, which verifies nothing', () => new TestAdapter(async () => {})],
    ['an adapter that leaves the key empty', () => new ClaimingAdapter(undefined)],
    ['an identity without claims', () => new ClaimingAdapter({})],
    ['an anonymous identity', () => new ClaimingAdapter({ claims: [], authenticationType: 'anonymous' })],
    ['claims for another app', () => claiming({ aud: 'another-app' })],
    ['an audience of several', () => claiming({ aud: ['test-app'] })],
    ['the audience of all channels', () => claiming({ aud: 'https://api.botframework.com', appid: 'test-app' })],
    ['a caller as a skill (v1)', () => claiming({ aud: 'test-app', ver: '1.0', appid: 'caller' })],
    ['a caller as a skill (v2)', () => claiming({ aud: 'test-app', ver: '2.0', azp: 'caller' })],
    ['a caller as a skill without a version', () => claiming({ aud: 'test-app', appid: 'caller' })],
    ['a caller as a skill without checks', () => claiming({ aud: 'test-app', appid: 'AnonymousSkill' })],
  ])('%s: nobody', async (_what, adapter) => {
    expect(await speakOn(adapter())).toContain(REFUSED);
  });

  it.each<[string, () => TestAdapter]>([
    ['a channel’s token', () => claiming({ aud: 'test-app', iss: 'https://api.botframework.com' })],
    ['the bot’s own turn, as the SDK makes its claims', () => claiming({ aud: 'test-app', appid: 'test-app' })],
    ['the adapter of latchkey/testing', () => new ListeningAdapter()],
  ])('%s: known', async (_what, adapter) => {
    expect(await speakOn(adapter())).toContain(ASKED);
  });

  it('the adapter of latchkey/testing proves for its own app only', async () => {
    const adapter = new ListeningAdapter();
    adapter.appId = 'another-app';
    expect(await speakOn(adapter)).toContain(REFUSED);
  });

  it('a skill caller is believed where the deployment names it, and no other one', async () => {
    const called = (appid: string) => claiming({ aud: 'test-app', ver: '1.0', appid });
    expect(await speakOn(called('parent'), { trustSkillCallers: ['parent'] })).toContain(ASKED);
    expect(await speakOn(called('mallory'), { trustSkillCallers: ['parent'] })).toContain(REFUSED);
  });
});

describe('adapters that Latchkey does not know', () => {
  const place = { channelId: 'pigeon', from: { id: 'p1', name: 'Somebody' }, conversation: { id: 'loft' } };

  it('are served through `ownerOf` and `isPersonal`, each for what it says', async () => {
    const ownerOf = ({ channelId, from }: Activity) => (channelId === 'pigeon' ? { user: from.id } : undefined);
    const isPersonal = ({ channelId }: Activity) => (channelId === 'pigeon' ? true : undefined);
    const unknown = () => new TestAdapter(async () => {});
    expect(await speakOn(unknown(), { ownerOf, isPersonal }, place)).toContain(ASKED);
    expect(await speakOn(unknown(), { ownerOf }, place)).toContain(GROUP);
    expect(await speakOn(unknown(), { isPersonal }, place)).toContain(REFUSED);
    expect(await speakOn(unknown(), { ownerOf, isPersonal })).toContain(REFUSED);
  });

  it('a sender of mail is served where the deployment vouches for the mailbox, and only in a conversation of one', async () => {
    const mail = { channelId: 'email', from: { id: 'ann@corp.example', name: 'Ann' } };
    const ownerOf = ({ channelId, from }: Activity) =>
      channelId === 'email' && from.id.endsWith('@corp.example') ? { user: from.id } : undefined;
    const alone = { ...mail, conversation: { id: 'mail-1', isGroup: false } };
    const byChannel = () => claiming({ aud: 'test-app' });
    expect(await speakOn(byChannel(), { ownerOf }, alone)).toContain(ASKED);
    expect(await speakOn(byChannel(), {}, alone)).toContain(REFUSED);
    expect(await speakOn(byChannel(), { ownerOf }, { ...alone, from: { id: 'eve@evil.example' } })).toContain(REFUSED);
    expect(await speakOn(byChannel(), { ownerOf }, { ...mail, conversation: { id: 'mail-2' } })).toContain(GROUP);
    expect(await speakOn(byChannel(), { ownerOf, isPersonal: () => false }, alone)).toContain(GROUP);
  });

  it('what the deployment claims is whole: the same user of another tenant is somebody else', async () => {
    const of = (tenant?: string) => ({
      ownerOf: ({ from }: Activity) => ({ user: from.id, ...(tenant === undefined ? {} : { tenant }) }),
      isPersonal: () => true,
    });
    const one = { ...place, from: { id: 'p2', name: 'Somebody' } };
    expect(await speakOn(claiming({ aud: 'test-app' }), of('t1'), one)).toContain(ASKED);
    const open = (tenant: string) =>
      verbsOf(bot.authorizer).openAuthorizations({
        kind: 'user',
        bot: 'test-app',
        channel: 'pigeon',
        tenant,
        user: 'p2',
      });
    const counts = async () => Promise.all(['t1', '', 't2', 'T1'].map(async (tenant) => (await open(tenant)).length));
    expect(await counts()).toEqual([1, 0, 0, 0]);
    expect(await speakOn(claiming({ aud: 'test-app' }), of(), one)).toContain(ASKED);
    expect(await counts()).toEqual([1, 1, 0, 0]);
  });

  it.each<[string, () => TestAdapter]>([
    ['for another app', () => claiming({ aud: 'another-app' })],
    ['without a token', () => new ClaimingAdapter({ claims: [] })],
    ['by a skill caller', () => claiming({ aud: 'test-app', appid: 'caller' })],
  ])('cannot vouch for what came %s', async (_what, adapter) => {
    const ownerOf = ({ from }: Activity) => ({ user: from.id });
    expect(await speakOn(adapter(), { ownerOf, isPersonal: () => true }, place)).toContain(REFUSED);
  });
});

it.each([7, ['x'], { toString: null }])('who gives %j for a name is called by their id', async (name) => {
  const chat = await bot.chat(`nameless-${++people}`);
  const from = { id: `nameless-${people}`, name };
  expect(textsOf(await chat.post({ type: 'message', text: 'Count my things', from }))).toContain(ASKED);
});

describe('an activity that no channel would send', () => {
  const SECRET = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a number for a text', { type: 'messageUpdate', text: 4711 }],
    ['a list for a text', { type: 'messageUpdate', text: [SECRET] }],
    ['an object for a text', { type: 'event', text: { text: SECRET } }],
    ['nothing for a name', { type: 'invoke', name: null }],
    ['a number for a name', { type: 'invoke', name: 1 }],
    ['a number for a channel', { channelId: 7, type: 'event' }],
    ['an object for a conversation', { conversation: { id: { toString: null } }, type: 'event' }],
    ['a list for data', { type: 'event', channelData: [[[SECRET]]] }],
    ['a number for a person’s name', { type: 'message', text: 'Count my things', from: { id: 'odd', name: 7 } }],
    ['an object for it', { type: 'message', text: 'Count my things', from: { id: 'odd', name: { toString: null } } }],
    ['a list for who speaks', { type: 'message', text: 'Count my things', from: { id: ['odd'], name: 'Odd' } }],
    ['nothing for who speaks', { type: 'message', text: 'Count my things', from: null }],
    ['an object for a conversation of a message', { type: 'message', text: 'hi', conversation: { id: {} } }],
    [
      'odd mentions',
      { type: 'message', text: 'hi', entities: [null, 1, { type: 'mention', mentioned: null, text: 7 }] },
    ],
    ['an odd language, place and time', { type: 'message', text: 'hi', locale: {}, localTimezone: 'x', timestamp: {} }],
    ['an odd card', { type: 'message', value: { latchkey: { toString: null }, tenant: { toString: null } } }],
    ['an odd answer', { type: 'message', value: { question: { a: 1 }, answer: { toString: null } } }],
    ['its own prototype', { type: 'message', text: 'hi', value: JSON.parse('{"__proto__":{"latchkey":"x"}}') }],
  ])('is met by no error, and gives the bot no secret: %s', async (_what, activity) => {
    const adapter = claiming({ aud: 'test-app' });
    let seen = '';
    adapter.use(authorizerMiddleware(bot.authorizer, { adapter }));
    const from = { id: 'odd', name: 'Odd' };
    const conversation = { id: 'odd', conversationType: 'personal' };
    await adapter.processActivity(
      { channelId: 'test', from, conversation, ...activity } as unknown as Activity,
      async (context) => {
        seen = JSON.stringify(context.activity);
      },
    );
    expect(seen).not.toContain(SECRET);
  });
});
