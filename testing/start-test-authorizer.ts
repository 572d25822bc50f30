import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Authorizer, type AuthorizerOptions, createAuthorizer, silentLogger } from '../src/index.ts';

/**
 * An authorizer for one test: a store in memory, its own keys, and its pages on a free port of this machine. It has the
 * app id of the `RecordingAdapter`. `close` stops everything.
 */
export async function startTestAuthorizer(
  options: Pick<AuthorizerOptions, 'integrations'> & Partial<AuthorizerOptions>,
): Promise<Authorizer> {
  const server = createServer((request, response) => void handle(request, response));
  let handle: ReturnType<Authorizer['handler']> = async () => false;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  const authorizer = await createAuthorizer({
    publicUrl: `http://127.0.0.1:${port}`,
    store: 'sqlite::memory:',
    keys: `test:${randomBytes(32).toString('base64')}`,
    appId: 'test-app',
    logger: silentLogger,
    ...options,
  }).catch(async (error: unknown) => {
    // a listening server would keep the test's process from ending
    await close();
    throw error;
  });
  handle = authorizer.handler();
  return {
    ...authorizer,
    close: async (...servers) => {
      await close();
      await authorizer.close(...servers);
    },
  };
}
