import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Workplace } from './workplace.ts';

/** A product of the test's own, which knows one key. */
export interface Tracker {
  readonly url: string;
  readonly apiKey: string;
  /** How it calls its accounts. */
  label: string;
  close(): Promise<void>;
}

export async function startTracker(): Promise<Tracker> {
  const apiKey = 'tr4cker-key-0123456789';
  const tracker = { url: '', apiKey, label: 'team@tracker.example', close: () => closed(server) };
  const server = createServer((request, response) => {
    const known = request.headers['x-key'] === apiKey;
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known ? { id: 'u1', email: tracker.label, echo: request.headers['x-key'] } : {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  tracker.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return tracker;
}

/** What LATCHKEY_INTEGRATIONS names: the tracker as a JSON file. */
export function folderWith(place: Workplace, { url }: Pick<Tracker, 'url'>): string {
  place.write('integrations/tracker.json', {
    id: 'tracker',
    name: 'Tracker',
    baseUrl: url,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'key',
        title: 'API key',
        method: 'api_key',
        fields: [{ key: 'apiKey', title: 'Key', type: 'password' }],
        placements: [{ in: 'header', name: 'X-Key', value: '{{apiKey}}' }],
      },
    ],
    customProfile: {
      id: 'custom',
      title: 'Sign in',
      method: 'oauth2',
      origin: 'custom',
      authorizationUrl: `${url}/authorize`,
      tokenUrl: `${url}/token`,
      scopes: ['offline'],
    },
    refreshScope: 'offline',
    check: { path: '/me', account: { id: 'id', label: 'email' } },
  });
  return join(place.folder, 'integrations');
}

/** What LATCHKEY_INTEGRATIONS names: a module that makes its list as a bot's code does. Its name is new: a process loads it once. */
export function moduleWith(place: Workplace, list: string): string {
  const from = pathToFileURL(resolve(import.meta.dirname, '../../src/integrations/index.ts')).href;
  return place.write(
    `integrations-${randomUUID()}.mjs`,
    `import * as made from '${from}';\nexport const integrations = ${list};\n`,
  );
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
