import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { connectInBrowser } from 'latchkey/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { type Heard, linkOn, textsOf } from './journeys/chat-person.ts';
import { type ExamplePerson, openExamples } from './running-example.ts';

const folder = resolve(import.meta.dirname, '../examples/samples');
const SHARED = ['host.ts', 'set-up.ts'];
const samples = readdirSync(folder).filter((file) => !SHARED.includes(file));

/** No sample may need more beside the set-up that all share. */
const MOST_LINES = 15;

const examples = openExamples();
// each ends by itself when it is asked to
afterEach(async () => expect(await examples.close()).not.toContain(null));

const meet = async (sample: string, activity = {}): Promise<ExamplePerson> =>
  examples.open(await examples.start(join('samples', sample)), activity);

/** Connects, by the link that was said, and gives what the bot then says. */
const connect = async (person: ExamplePerson, asked: readonly Heard[], replies: number) =>
  person.say(await connectInBrowser(linkOn(asked)), replies);

describe('of each sample', () => {
  it.each(samples.map((sample) => [sample, addedLines(sample)] as const))('%s adds %i lines', (_, added) => {
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThanOrEqual(MOST_LINES);
  });

  it('there is one to look at for each that people begin with', () => {
    expect(samples).toHaveLength(8);
  });
});

describe('the samples with dialogs', () => {
  it('multi-turn prompt asks its questions, and files what it has heard', async () => {
    const person = await meet('multi-turn-prompt.ts');
    expect(textsOf(await person.say('hello', 1))).toContain('How do you travel?');
    await person.say('Bus', 1);
    await person.say('Ann', 1);
    await person.say('33', 1);
    const done = await connect(person, await person.say('yes', 2), 3);
    expect(textsOf(done)).toMatch(/Created KAN-\d+[\s\S]*Ann, 33, comes by Bus[\s\S]*It is KAN-\d+\./);
  });

  it('core bot keeps its own help and cancel, and leaves Latchkey’s questions to Latchkey', async () => {
    const person = await meet('core-bot.ts');
    await person.say('hello', 1);
    expect(textsOf(await person.say('help', 1))).toBe('Say where you want to go.');
    expect(textsOf(await person.say('cancel', 2))).toContain('Cancelling …');
    await person.say('hello', 1);
    await person.say('Graz', 1);
    await person.say('tomorrow', 1);
    const asked = await person.say('yes', 2);
    expect(textsOf(await person.say('cancel', 2))).toMatch(/Nothing is booked\.$/);
    expect(linkOn(asked)).toContain('/connect/');
    for (const said of ['hello', 'Graz', 'tomorrow']) await person.say(said, 1);
    expect(textsOf(await connect(person, await person.say('yes', 2), 3))).toMatch(/You are booked: KAN-\d+\.$/);
  });

  it('bot authentication signs in, acts, and signs out', async () => {
    const person = await meet('bot-authentication.ts');
    const connected = await connect(person, await person.say('hello', 2), 2);
    expect(textsOf(connected)).toMatch(/Connected to Jira as[\s\S]*Shall I list your issues\?/);
    expect(textsOf(await person.say('yes', 1))).toContain('KAN-');
    expect(textsOf(await person.say('disconnect jira', 1))).toContain('Removed');
    expect(textsOf(await person.say('hello', 2))).toContain('I need access to your Jira account');
  });

  it('Teams auth signs in without a token service', async () => {
    const person = await meet('teams-auth.ts', teams('personal'));
    const done = await connect(person, await person.say('hello', 2), 3);
    expect(textsOf(done)).toMatch(/Connected to Jira as[\s\S]*KAN-[\s\S]*That is all I know of you\.$/);
  });
});

describe('the samples without dialogs', () => {
  it.each(['echo-bot.ts', 'echo-bot.cjs'])('%s echoes, and does what it is asked for', async (sample) => {
    const person = await meet(sample);
    expect(textsOf(await person.say('hello', 1))).toBe('Echo: hello');
    const done = await connect(person, await person.say('Search my Jira issues', 2), 2);
    expect(textsOf(done)).toMatch(/Connected to Jira as[\s\S]*KAN-/);
    expect(textsOf(await person.say('hello again', 1))).toBe('Echo: hello again');
  });

  it('Teams conversation acts for a person alone with it, and asks nobody in a channel', async () => {
    const botUrl = await examples.start('samples/teams-conversation.ts');
    const alone = await examples.open(botUrl, teams('personal'));
    expect(textsOf(await alone.say('mention me', 1))).toContain('Hi');
    const inChannel = await examples.open(botUrl, teams('channel'));
    expect(textsOf(await inChannel.say('Search my Jira issues', 1))).not.toContain('/connect/');
    const done = await connect(alone, await alone.say('Search my Jira issues', 2), 2);
    expect(textsOf(done)).toContain('KAN-');
  });

  it('Facebook events keep their payloads, and the link is a line of words', async () => {
    const person = await meet('facebook-events.ts', { channelId: 'facebook' });
    expect(textsOf(await person.say('hello', 1))).toContain('What do you want to try?');
    const asked = await person.say('Search my Jira issues', 2);
    expect(asked.flatMap(({ attachments = [] }) => attachments)).toEqual([]);
    expect(textsOf(await connect(person, asked, 2))).toContain('KAN-');
  });
});

/** As Microsoft Teams sends what one person says. */
function teams(conversationType: 'personal' | 'channel') {
  return {
    channelId: 'msteams',
    from: { id: '29:alice', aadObjectId: 'alice', name: 'Alice', role: 'user' },
    conversation: {
      id: conversationType,
      conversationType,
      isGroup: conversationType !== 'personal',
      tenantId: 'acme',
    },
    channelData: { tenant: { id: 'acme' } },
  };
}

/** Lines that end in a plus. */
function addedLines(sample: string): number {
  const lines = readFileSync(join(folder, sample), 'utf8').split('\n');
  return lines.filter((line) => line.endsWith(' // +')).length;
}
