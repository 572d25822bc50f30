import { list, record, text } from '../model/json.ts';

/**
 * An Atlassian Document as plain text, one block per line. No word is lost, and no two run together.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function documentText(document: unknown): string {
  return blocksOf(document, 0).join('\n').trim();
}

type Node = Readonly<Record<string, unknown>>;

/** No real document nests deeper; anything below is left out. */
const DEEPEST = 30;

function blocksOf(parent: unknown, depth: number): readonly string[] {
  if (depth > DEEPEST) return [];
  return childrenOf(parent).flatMap((node) => blockLines(node, depth + 1));
}

function blockLines(node: Node, depth: number): readonly string[] {
  switch (text(node.type)) {
    case 'paragraph':
    case 'heading':
    case 'caption':
    case 'codeBlock':
      return inline(node, depth).split('\n');
    case 'bulletList':
    case 'decisionList':
      return itemLines(node, depth, () => '• ');
    case 'orderedList':
      return itemLines(node, depth, (index) => `${firstNumber(node) + index}. `);
    case 'taskList':
      return itemLines(node, depth, (_index, item) => (text(attributesOf(item).state) === 'DONE' ? '[x] ' : '[ ] '));
    case 'blockquote':
      return blocksOf(node, depth).map((line) => `> ${line}`);
    case 'expand':
    case 'nestedExpand':
      return [text(attributesOf(node).title), ...blocksOf(node, depth)].filter((line) => line !== '');
    case 'table':
      return childrenOf(node).map((row) => rowText(row, depth));
    case 'rule':
      return ['———'];
    default:
      return isInline(node) ? inlineNode(node, depth).split('\n') : blocksOf(node, depth);
  }
}

/** Further blocks of an item are indented below its first line. */
function itemLines(node: Node, depth: number, mark: (index: number, item: Node) => string): readonly string[] {
  return childrenOf(node).flatMap((item, index) => {
    // a list in a list may be a child of the list itself
    if (/List$/.test(text(item.type))) return blockLines(item, depth + 1).map((line) => `  ${line}`);
    const holdsBlocks = childrenOf(item).some((child) => !isInline(child));
    const [first = '', ...rest] = holdsBlocks ? blocksOf(item, depth) : inline(item, depth).split('\n');
    return [`${mark(index, item)}${first}`, ...rest.map((line) => `  ${line}`)];
  });
}

function firstNumber(list: Node): number {
  const { order } = attributesOf(list);
  return typeof order === 'number' ? order : 1;
}

function rowText(row: Node, depth: number): string {
  return childrenOf(row)
    .map((cell) => blocksOf(cell, depth).join(' '))
    .join(' | ');
}

function inline(parent: Node, depth: number): string {
  if (depth > DEEPEST) return '';
  return childrenOf(parent)
    .map((node) => inlineNode(node, depth + 1))
    .join('');
}

const INLINE =
  /^(?:text|hardBreak|mention|emoji|date|status|placeholder|media|inlineCard|blockCard|embedCard|mediaInline|inlineExtension)$/;

function isInline(node: Node): boolean {
  return INLINE.test(text(node.type));
}

function inlineNode(node: Node, depth: number): string {
  const attributes = attributesOf(node);
  switch (text(node.type)) {
    case 'text':
      return linked(text(node.text), node);
    case 'hardBreak':
      return '\n';
    case 'mention':
      return text(attributes.text) || '@somebody';
    case 'emoji':
      return text(attributes.text) || text(attributes.shortName);
    case 'date':
      return dayOf(text(attributes.timestamp));
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      return text(attributes.url) || text(record(attributes.data).url);
    case 'media':
    case 'mediaInline':
      return `[${text(attributes.alt) || 'attachment'}]`;
    default:
      return text(attributes.text) || inline(node, depth);
  }
}

/** Adds the address of a link, unless the text already is the address. */
function linked(words: string, { marks }: Node): string {
  const link = list(marks)
    .map(record)
    .find(({ type }) => type === 'link');
  const href = link === undefined ? '' : text(attributesOf(link).href);
  return href === '' || href === words ? words : `${words} (${href})`;
}

/** From milliseconds, as text, to the day in UTC. Other text stays as it is. */
function dayOf(timestamp: string): string {
  const date = new Date(Number(timestamp));
  return timestamp === '' || Number.isNaN(date.getTime()) ? timestamp : date.toISOString().slice(0, 10);
}

function childrenOf(node: unknown): readonly Node[] {
  return list(record(node).content).map(record);
}

function attributesOf(node: unknown): Node {
  return record(record(node).attrs);
}
