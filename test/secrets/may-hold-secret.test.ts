import { mayHoldSecret } from 'latchkey';
import { describe, expect, it } from 'vitest';
import { wrappedIn } from '../answers/pasted.ts';
import { heldOutMessages } from './held-out-messages.ts';
import { moreMessages } from './more-messages.ts';
import { ordinaryMessages } from './ordinary-messages.ts';
import { KEYS, KNOWN_SECRETS, WRAPPINGS } from './pasted-keys.ts';

const KEY = KEYS[3]?.key ?? '';

describe('mayHoldSecret', () => {
  it.each([...WRAPPINGS.filter(({ how }) => !how.startsWith('cut')), ...wrappedIn('keys')])(
    'is true of a key $how',
    ({ paste }) => {
      expect(mayHoldSecret({ type: 'message', text: paste(KEY) })).toBe(true);
    },
  );

  it.each(KNOWN_SECRETS)('is true of %s', (secret) => {
    expect(mayHoldSecret({ type: 'message', text: `look: ${secret}` })).toBe(true);
  });

  it.each([
    ['summary', { summary: KEY }],
    ['speak', { speak: KEY }],
    ['value', { value: { answers: [KEY] } }],
    ['attachments', { attachments: [{ contentType: 'text/html', content: `<p>${KEY}</p>` }] }],
    ['entities', { entities: [{ type: 'clientInfo', note: KEY }] }],
    ['channelData', { channelData: { message: { text: KEY } } }],
    ['suggestedActions', { suggestedActions: { actions: [{ value: KEY }] } }],
  ])('looks at %s too', (_where, more) => {
    expect(mayHoldSecret({ type: 'message', text: 'hello', ...more })).toBe(true);
  });

  it('is false of the token that Slack sends along, and of who wrote where', () => {
    const channelData = {
      ApiToken: 'xoxb-123456789012-abcdefghij',
      SlackMessage: { token: 'aB3dE6gH9jK2mN5pQ8sT1vW4' },
    };
    const from = { id: '29:1aB3dE6gH9jK2mN5pQ8sT1vW4xY7zA0cD3fG6', name: 'Jane' };
    expect(mayHoldSecret({ type: 'message', id: KEY, text: 'hello', channelData, from })).toBe(false);
  });

  it('is false of nearly all ordinary messages', () => {
    const messages = [...ordinaryMessages(), ...moreMessages(), ...heldOutMessages()];
    const wrongly = messages.filter((text) => mayHoldSecret({ type: 'message', text }));
    console.log(
      `mayHoldSecret is true of ${((wrongly.length / messages.length) * 100).toFixed(2)} % of ordinary messages`,
    );
    expect(wrongly.length / messages.length).toBeLessThan(0.02);
  });
});
