type Node = Readonly<Record<string, unknown>>;

const words = (text: string, marks?: readonly Node[]): Node => ({ type: 'text', text, ...(marks && { marks }) });
const paragraph = (...content: readonly Node[]): Node => ({ type: 'paragraph', content });
const node = (type: string, content: readonly Node[], attrs?: Node): Node => ({
  type,
  content,
  ...(attrs && { attrs }),
});

/**
 * A description with each kind of node that people's issues have.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export const everyNode: Node = {
  type: 'doc',
  version: 1,
  content: [
    node('heading', [words('St', [{ type: 'strong' }]), words('eps')], { level: 2 }),
    node('orderedList', [
      node('listItem', [paragraph(words('Open the app'))]),
      node('listItem', [
        paragraph(words('Press '), words('Save', [{ type: 'strong' }])),
        node('bulletList', [node('listItem', [paragraph(words('twice'))])]),
      ]),
    ]),
    paragraph(words('First line'), { type: 'hardBreak' }, words('second line')),
    node('codeBlock', [words('npm test\nnpm'), words(' start')], { language: 'bash' }),
    paragraph(
      { type: 'mention', attrs: { id: '5b10a2844c20165700ede21a', text: '@Ann Lee' } },
      words(' wants it by '),
      { type: 'date', attrs: { timestamp: '1764201600000' } },
      words(' '),
      { type: 'emoji', attrs: { shortName: ':rocket:', text: '🚀' } },
      { type: 'emoji', attrs: { shortName: ':acme:' } },
      words(' '),
      { type: 'status', attrs: { text: 'URGENT', color: 'red' } },
    ),
    node('table', [
      node('tableRow', [
        node('tableHeader', [paragraph(words('Who'))]),
        node('tableHeader', [paragraph(words('What'))]),
      ]),
      node('tableRow', [node('tableCell', [paragraph(words('Ann'))]), node('tableCell', [paragraph(words('tests'))])]),
    ]),
    paragraph(
      words('See '),
      words('the guide', [{ type: 'link', attrs: { href: 'https://acme.example/guide' } }]),
      words(' and '),
      { type: 'inlineCard', attrs: { url: 'https://acme.example/board' } },
    ),
    node('panel', [paragraph(words('Mind the gap'))], { panelType: 'warning' }),
    node('blockquote', [paragraph(words('It never worked'))]),
    node('taskList', [
      node('taskItem', [words('Write')], { state: 'DONE' }),
      node('taskItem', [words('Publish')], { state: 'TODO' }),
    ]),
    { type: 'rule' },
    node('expand', [paragraph(words('Hidden words'))], { title: 'More' }),
    node('mediaSingle', [
      { type: 'media', attrs: { type: 'file', id: 'f1', alt: 'screenshot.png' } },
      node('caption', [words('The '), words('button', [{ type: 'em' }])]),
    ]),
    node('decisionList', [node('decisionItem', [words('Keep '), words('it')], { state: 'DECIDED' })]),
    node('orderedList', [node('listItem', [paragraph(words('Last'))])], { order: 7 }),
    node('table', [
      node('tableRow', [
        node('tableCell', [
          node('nestedExpand', [paragraph(words('below')), paragraph(words('it'))], { title: 'Details' }),
        ]),
      ]),
    ]),
    { type: 'blockCard', attrs: { url: 'https://acme.example/block' } },
    { type: 'embedCard', attrs: { url: 'https://acme.example/embed', layout: 'center' } },
    paragraph(
      { type: 'mediaInline', attrs: { type: 'file', id: 'f2' } },
      words(' '),
      { type: 'placeholder', attrs: { text: 'Your name' } },
      { type: 'mention', attrs: { id: '5b10a2844c20165700ede21b' } },
    ),
    node('layoutSection', [
      node('layoutColumn', [paragraph(words('left'))], { width: 50 }),
      node('layoutColumn', [paragraph(words('right'))], { width: 50 }),
    ]),
  ],
};
