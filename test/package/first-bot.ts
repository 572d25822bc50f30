import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { connectInBrowser, linkIn, wordsOf } from 'latchkey/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { openExamples } from '../running-example.ts';
import { type Installed, root, runIn } from './packed.ts';

const module = readFileSync(join(root, 'examples/first-bot.mjs'), 'utf8');

/** Of the example in the README. The folder has everything that we have ourselves. */
export function firstBotRuns(installed: () => Installed): void {
  describe('examples/first-bot.mjs, in an empty folder with the packed package', () => {
    let keys: string;
    beforeAll(async () => {
      const made = await runIn(installed(), join(installed().package, 'dist/src/cli/main.js'), ['keys', 'new']);
      keys = made.said.trim();
    });

    it.each([
      ['first-bot.mjs', module],
      ['first-bot.cjs', asCommonJs(module)],
    ])(
      'runs as %s, connects, and creates the issue',
      async (file, code) => {
        expect(code.includes('import ')).toBe(file.endsWith('.mjs'));
        const { folder } = installed();
        writeFileSync(join(folder, file), code);
        const env = { LATCHKEY_KEYS: keys, PORT: String(await freePort()) };
        const examples = openExamples();
        const alice = await examples.open(await examples.start(file, { cwd: folder, args: [], env }));
        expect(wordsOf(await alice.say('hello', 1))).toBe('What is broken?');
        const asked = await alice.say('The printer in room 7', 2);
        const done = wordsOf(await alice.say(await connectInBrowser(linkIn(asked)), 3));
        expect(done).toMatch(/Connected to Jira[\s\S]*Created KAN-\d+[\s\S]*We'll look at KAN-\d+\./);
        // it ends by itself when it is asked to
        expect(await examples.close()).toEqual([0]);
      },
      60_000,
    );
  });
}

/** As the README says that it is done. */
function asCommonJs(code: string): string {
  const imports = [...code.matchAll(/^import (\{[^}]*\}|\w+) from ('[^']+');\n/gm)];
  const rest = imports.reduce((left, [statement]) => left.replace(statement, ''), code);
  const required = imports.map(([, names, from]) => `const ${names} = require(${from});`).join('\n');
  return `${required}\nasync function start() {\n${rest}\n}\nstart();\n`;
}

/** Its address is written down before it listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
