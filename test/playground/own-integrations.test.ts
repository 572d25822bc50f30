import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from 'latchkey';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfig } from '../../playground/config.ts';
import { type Playground, startPlayground } from '../../playground/start-playground.ts';
import { openChat } from '../journeys/chat-person.ts';

const acme = {
  id: 'acme',
  name: 'Acme Desk',
  baseUrl: 'https://api.acme.example',
  profiles: [
    {
      id: 'api-key',
      title: 'API key',
      method: 'api_key',
      fields: [{ key: 'apiKey', title: 'Key of your desk', type: 'password' }],
      placements: [{ in: 'header', name: 'X-Key', value: '{{apiKey}}' }],
    },
  ],
  check: { path: '/me', account: { id: 'id' } },
};

let folder: string;
let playground: Playground | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-own-'));
});
afterEach(async () => {
  await playground?.close();
  playground = undefined;
  rmSync(folder, { recursive: true });
});

async function startWith(file: object): Promise<Playground> {
  writeFileSync(join(folder, 'acme.json'), JSON.stringify(file));
  const config = readConfig({ PORT: '0', LATCHKEY_INTEGRATIONS: folder });
  return startPlayground({ ...config, folder: join(folder, '.latchkey') }, { logger: silentLogger });
}

it('offers a product of a JSON file in the chat, and connects it there', async () => {
  playground = await startWith(acme);
  const chat = await openChat(playground.url, 'ann');
  expect(JSON.stringify(await chat.say('help'))).toContain('**Acme Desk**: *connect acme*');
  const asked = JSON.stringify(await chat.say('connect acme'));
  expect(asked).toContain('Acme Desk');
  expect(asked).toContain('Key of your desk');
});

it('shows the icon of such a file on the card that asks for access, from its own address', async () => {
  const icon = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
  playground = await startWith({ ...acme, icon });
  const chat = await openChat(playground.url, 'ann');
  const asked = JSON.stringify(await chat.say('connect acme'));
  const url = /"type":"Image","url":"([^"]+)"/.exec(asked)?.[1] ?? '';
  expect(url).toBe(`${playground.url}/assets/icons/acme`);
  const answer = await fetch(url);
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['image/svg+xml', icon]);
});

it('refuses to start with an icon that loads something from elsewhere', async () => {
  const icon = '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil.example/x.png"/></svg>';
  await expect(startWith({ ...acme, icon })).rejects.toThrow(
    'acme.json: icon: it must not contain <image>: only shapes are allowed',
  );
});

it('refuses to start with a mistaken file, by the name of the setting, the file and the member', async () => {
  await expect(startWith({ ...acme, nam: 'Acme' })).rejects.toThrow(
    'LATCHKEY_INTEGRATIONS: acme.json: nam: no such member',
  );
});
