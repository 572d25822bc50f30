import { describe, expect, it } from 'vitest';
import { everyNode } from '../../sandbox/jira/every-node.ts';
import { documentText } from '../../src/actions/document-text.ts';
import { EVERY_NODE_TEXT } from './every-node-text.ts';

const doc = (...content: readonly unknown[]) => ({ type: 'doc', version: 1, content });
const paragraph = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
const words = (text: string) => ({ type: 'text', text });

describe('an Atlassian Document', () => {
  it('is read with every word apart from the next one', () => {
    expect(documentText(everyNode)).toBe(EVERY_NODE_TEXT);
  });

  it.each([
    [
      'a link that says its own address once',
      doc(
        paragraph({ ...words('https://a.example'), marks: [{ type: 'link', attrs: { href: 'https://a.example' } }] }),
      ),
      'https://a.example',
    ],
    [
      'numbers from where they begin',
      doc({
        type: 'orderedList',
        attrs: { order: 4 },
        content: [{ type: 'listItem', content: [paragraph(words('four'))] }],
      }),
      '4. four',
    ],
    [
      'a list in a list of tasks',
      doc({
        type: 'taskList',
        content: [
          { type: 'taskItem', attrs: { state: 'TODO' }, content: [words('one')] },
          { type: 'taskList', content: [{ type: 'taskItem', attrs: { state: 'TODO' }, content: [words('two')] }] },
        ],
      }),
      '[ ] one\n  [ ] two',
    ],
    [
      'columns below each other',
      doc({
        type: 'layoutSection',
        content: [
          { type: 'layoutColumn', content: [paragraph(words('left'))] },
          { type: 'layoutColumn', content: [paragraph(words('right'))] },
        ],
      }),
      'left\nright',
    ],
    ['what it does not know by its words', doc({ type: 'novelty', content: [paragraph(words('new'))] }), 'new'],
    ['a date that is none as it is', doc(paragraph({ type: 'date', attrs: { timestamp: 'soon' } })), 'soon'],
    ['nothing', null, ''],
    ['something else', 'text', ''],
  ])('is read with %s', (_, document, text) => {
    expect(documentText(document)).toBe(text);
  });

  it('of any depth is read', () => {
    let node: unknown = paragraph(words('deep'));
    for (let depth = 0; depth < 5_000; depth += 1) node = { type: 'panel', content: [node] };
    expect(documentText(doc(node, paragraph(words('shallow'))))).toBe('shallow');
  });
});
