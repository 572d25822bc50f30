import { type ConsoleTexts, englishConsoleTexts, englishTexts, type Texts } from 'latchkey';
import { describe, expect, it } from 'vitest';

describe('words of a deployment', () => {
  it('may be in any language, whatever the English ones are', () => {
    const german: Partial<Texts> = {
      connectionState: (status) => (status === 'active' ? 'Verbunden' : 'Bitte neu verbinden'),
      sayCancel: 'abbrechen',
    };
    const texts: Texts = { ...englishTexts, ...german };
    expect(texts.connectionState('active')).toBe('Verbunden');
    const console: Partial<ConsoleTexts> = { isNotReady: () => 'Erst muss jemand ein Konto verbinden.' };
    expect({ ...englishConsoleTexts, ...console }.isNotReady('preauthorized')).toMatch(/^Erst/);
  });
});
