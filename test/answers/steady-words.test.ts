import { askedConnection, wordsIn } from 'latchkey/dialogs';
import { jira } from 'latchkey/integrations';
import { describe, expect, it } from 'vitest';
import { steadyWords } from '../../src/answers/steady-words.ts';
import { publicIntegration } from '../../src/model/public-profile.ts';

describe.each(['', 'i', 'gi', 'y', 'gy'])('a bot’s own word with the flags "%s"', (flags) => {
  const own = { ...wordsIn('en'), help: new RegExp('^sos$', flags), connect: new RegExp('^link (.+)$', flags) };

  it('is understood each time', () => {
    const words = steadyWords(own);
    const heard = Array.from({ length: 3 }, () => [words.help.test('sos'), words.connect.exec('link jira')?.[1]]);
    expect(heard).toEqual(Array.from({ length: 3 }, () => [true, 'jira']));
    expect(words.help.test('help')).toBe(false);
    expect(words.cancel).toBe(own.cancel);
  });

  it('names what to connect each time', () => {
    const integrations = [publicIntegration(jira({ clientId: 'c', clientSecret: 's' }))];
    for (let time = 0; time < 3; time += 1)
      expect(askedConnection('link jira', { integrations }, own)?.id).toBe('jira');
  });
});
