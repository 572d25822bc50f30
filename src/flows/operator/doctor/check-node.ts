import type { Check } from './deployment.ts';

/** `engines` of the package; a test keeps the two the same. */
export const LOWEST_NODE = '22.16';

export const checkNode: Check = {
  id: 'node',
  title: 'Node is recent enough',
  run: ({ node }) => {
    const text = `this is Node ${node}`;
    if (isAtLeast(node, LOWEST_NODE)) return [{ verdict: 'ok', text }];
    return [{ verdict: 'problem', text, mend: `run the bot on Node ${LOWEST_NODE} or later` }];
  },
};

function isAtLeast(version: string, lowest: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [lowestMajor = 0, lowestMinor = 0] = lowest.split('.').map(Number);
  return major > lowestMajor || (major === lowestMajor && minor >= lowestMinor);
}
