import type { AnyAction, PublicIntegration } from 'latchkey';
import * as actions from 'latchkey/actions';
import { askedAction } from 'latchkey/dialogs';
import { describe, expect, it } from 'vitest';
import { helpText, SENTENCES, suggestions } from '../../playground/what-to-ask.ts';

const all = Object.values<AnyAction>(actions);
/** Those that are built in; what the catalogue has is connected, and asked for in the bot's own words. */
const products = Object.keys(SENTENCES);
const integrations = products.map((id) => ({ id, name: id }) as PublicIntegration);
const acme = { id: 'acme', name: 'Acme *CRM*' } as PublicIntegration;

describe('what is offered', () => {
  it('is one sentence for each product, six at most, and none that deletes', () => {
    expect(suggestions(integrations)).toHaveLength(6);
    expect(suggestions([...integrations, acme])).toHaveLength(6);
    const asked = suggestions(integrations).map((sentence) => askedAction(sentence, all)?.action);
    expect(asked.map((action) => action?.integration)).toEqual(products);
    expect(asked.filter((action) => action?.id.includes('delete'))).toEqual([]);
  });

  it('is understood, every word of it', () => {
    for (const [product, sentences] of Object.entries(SENTENCES)) {
      for (const sentence of sentences) expect(askedAction(sentence, all)?.action.integration, sentence).toBe(product);
    }
  });

  it('names every product in the help, and how to connect one that has no sentences', () => {
    const text = helpText([...integrations, acme]);
    for (const { name } of integrations) expect(text).toContain(`**${name}**`);
    expect(text).toContain('*connect acme*');
    expect(text).not.toContain('Acme *CRM*');
  });

  it('names many that have no sentences in one line, none of them as a link', () => {
    const many = ['asana', 'box', 'linear', 'monday.com', 'xero'].map((id) => ({ id, name: id }) as PublicIntegration);
    const lines = helpText([...integrations, ...many]).split('\n');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(integrations.length + 1);
    expect(lines.find((line) => line.includes('xero'))).toContain('for example: *connect asana*');
    expect(lines.join()).not.toContain('monday.com');
  });
});
