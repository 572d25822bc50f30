import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Authorizer, createAuthorizer, type Owner, silentLogger } from 'latchkey';
import { verbsOf } from '../test/verbs-of.ts';
import { integrationOf } from './product.ts';
import { BOT, INTEGRATION } from './stored-connections.ts';

/** Latchkey's pages on a real server, over a store of its own. */
export interface ServedBot {
  readonly url: string;
  readonly authorizer: Authorizer;
  /** A link for somebody who has not asked before. */
  begin(): Promise<Begun>;
  close(): Promise<void>;
}

interface Begun {
  readonly owner: Owner;
  readonly conversationKey: string;
  readonly link: string;
}

export interface Listening {
  readonly url: string;
  readonly server: Server;
}

export async function listen(handle: RequestListener): Promise<Listening> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export async function serveBot(store: string, productUrl: string): Promise<ServedBot> {
  let handle: RequestListener = () => {};
  const { server, url } = await listen((request, response) => handle(request, response));
  const authorizer = await createAuthorizer({
    publicUrl: url,
    store,
    keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    integrations: [integrationOf(productUrl)],
    appId: BOT,
    requestsPerMinute: 1_000_000_000,
    logger: silentLogger,
  });
  const latchkey = authorizer.handler();
  handle = (request, response) => void latchkey(request, response);
  let people = 0;
  return {
    url,
    authorizer,
    begin: async () => {
      people += 1;
      const key = `4:test/${people}`;
      // a tenant may have a thousand open attempts
      const owner: Owner = {
        kind: 'user',
        bot: BOT,
        channel: 'test',
        tenant: `t${Math.floor(people / 500)}`,
        user: `u${people}`,
      };
      const begun = await verbsOf(authorizer).beginAuthorization({
        owner,
        ownerName: 'Person',
        conversation: { key, kind: 'personal', reference: {} },
        integration: INTEGRATION,
        purpose: 'be measured',
        scopes: ['read'],
      });
      if (begun.status !== 'begun') throw new Error(`the attempt is ${begun.status}`);
      return { owner, conversationKey: key, link: begun.link };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await authorizer.close();
    },
  };
}
