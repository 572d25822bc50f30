/** Text as an Atlassian Document, one paragraph per line. API v3 refuses plain strings and empty text nodes. */
export function atlassianDocument(text: string) {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const content = lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
  return { type: 'doc', version: 1, content };
}
