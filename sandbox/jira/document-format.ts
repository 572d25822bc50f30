import { asObject } from '../request-body.ts';

/**
 * Whether a value is acceptable Atlassian Document Format. A plain string is not, and neither is an empty text node.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function isDocument(value: unknown): boolean {
  const document = asObject(value);
  return document?.type === 'doc' && document.version === 1 && isContent(document.content);
}

/** The text of a document, for `~` in JQL and for the issue page. */
export function documentText(value: unknown): string {
  const node = asObject(value);
  if (!node) return '';
  if (typeof node.text === 'string') return node.text;
  if (!Array.isArray(node.content)) return node.type === 'hardBreak' ? '\n' : '';
  return node.content.map(documentText).join(node.type === 'doc' ? '\n' : '');
}

function isContent(value: unknown): boolean {
  return Array.isArray(value) && value.every(isNode);
}

function isNode(value: unknown): boolean {
  const node = asObject(value);
  if (!node || typeof node.type !== 'string') return false;
  if (node.type === 'text') return typeof node.text === 'string' && node.text !== '';
  return node.content === undefined || isContent(node.content);
}
