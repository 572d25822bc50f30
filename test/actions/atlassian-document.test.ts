import { expect, it } from 'vitest';
import { atlassianDocument } from '../../src/actions/atlassian-document.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

it('makes a paragraph of each line, and no empty text', () => {
  expect(atlassianDocument(' One.\r\n\n  \nTwo. ')).toEqual({
    type: 'doc',
    version: 1,
    content: [paragraph('One.'), paragraph('Two.')],
  });
});

it('makes an empty document of nothing', () => {
  expect(atlassianDocument(' \n ')).toEqual({ type: 'doc', version: 1, content: [] });
});
