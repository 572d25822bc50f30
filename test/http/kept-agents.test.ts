import { expect, it } from 'vitest';
import { ConnectAgent } from '../../src/http/connect-agent.ts';
import { KEPT, keptAgents } from '../../src/http/kept-agents.ts';

const { httpAgent, httpsAgent } = keptAgents();
const tunnels = new ConnectAgent(new URL('http://127.0.0.1:1'), KEPT);

// Node keeps this very object for as long as the connection is open; test/assurance/heap.ts looks for it in the heap
it.each([
  ['http', httpAgent],
  ['https', httpsAgent],
  ['a proxy', tunnels],
])('a connection over %s is made without what only its first request needs', async (_over, agent) => {
  const options = { host: '127.0.0.1', port: 1, headers: { authorization: 'Bearer x' }, auth: 'ann:pw' };
  await new Promise<void>((resolve) => {
    const connection = agent.createConnection(Object.assign(options, { beforeRedirects: {} }), () => resolve());
    connection?.once('error', () => resolve());
  });
  expect(Object.keys(options)).toEqual(expect.arrayContaining(['host', 'port']));
  for (const name of ['headers', 'auth', 'beforeRedirects']) expect(options).not.toHaveProperty(name);
});
