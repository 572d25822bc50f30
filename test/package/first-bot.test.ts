import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectInBrowser, linkIn, wordsOf } from 'latchkey/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChannel } from '../channel.ts';
import { freePort, startBot } from '../start-bot.ts';
import { type Installed, installPacked, linkAll, root, runIn } from './packed.ts';

let installed: Installed;
let keys: string;
beforeAll(async () => {
  installed = await installPacked();
  linkAll(installed);
  const made = await runIn(installed, join(installed.package, 'dist/src/cli/main.js'), ['keys', 'new']);
  keys = made.said.trim();
}, 180_000);
afterAll(() => installed.remove());

const module = readFileSync(join(root, 'examples/first-bot.mjs'), 'utf8');

/** As the README says that it is done. */
function asCommonJs(code: string): string {
  const imports = [...code.matchAll(/^import (\{[^}]*\}|\w+) from ('[^']+');\n/gm)];
  const rest = imports.reduce((left, [statement]) => left.replace(statement, ''), code);
  const required = imports.map(([, names, from]) => `const ${names} = require(${from});`).join('\n');
  return `${required}\nasync function start() {\n${rest}\n}\nstart();\n`;
}

describe('examples/first-bot.mjs, in an empty folder with the packed package', () => {
  it.each([
    ['first-bot.mjs', module],
    ['first-bot.cjs', asCommonJs(module)],
  ])(
    'runs as %s, connects, and creates the issue',
    async (file, code) => {
      expect(code.includes('import ')).toBe(file.endsWith('.mjs'));
      writeFileSync(join(installed.folder, file), code);
      const env = { LATCHKEY_KEYS: keys, PORT: String(await freePort()) };
      const bot = await startBot([file], { cwd: installed.folder, env });
      const alice = await openChannel(bot.url);
      expect(wordsOf(await alice.say('hello', 1))).toBe('What is broken?');
      const asked = await alice.say('The printer in room 7', 2);
      const done = wordsOf(await alice.say(await connectInBrowser(linkIn(asked)), 3));
      expect(done).toMatch(/Connected to Jira[\s\S]*Created KAN-\d+[\s\S]*We look at KAN-\d+\./);
      await alice.close();
      await bot.stop();
    },
    60_000,
  );
});
