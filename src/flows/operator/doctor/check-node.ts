import type { Check } from './deployment.ts';

/** The same as `engines` in package.json, which a test checks. */
export const LOWEST_NODE = '22.16';

export const checkNode: Check = {
  id: 'node',
  title: 'Node is recent enough',
  run: ({ node }) => {
    const text = `this is Node ${node}`;
    if (isRecentEnough(node)) return [{ verdict: 'ok', text }];
    return [{ verdict: 'problem', text, fix: `run the bot on Node ${LOWEST_NODE} or later` }];
  },
};

/** @param version of Node, without the `v` */
export function isRecentEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [lowestMajor = 0, lowestMinor = 0] = LOWEST_NODE.split('.').map(Number);
  return major > lowestMajor || (major === lowestMajor && minor >= lowestMinor);
}
