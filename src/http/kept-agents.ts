import http from 'node:http';
import https from 'node:https';
import { withoutRequest } from './without-request.ts';

/**
 * Milliseconds an idle connection is kept, as Node's own fetch does: less than servers do, so that they do not close it
 * under a request. A server that says when it closes is believed.
 */
const IDLE = 4_000;
export const KEPT = { keepAlive: true, timeout: IDLE } as const;

class KeptHttpAgent extends http.Agent {
  override createConnection(...[options, done]: Parameters<http.Agent['createConnection']>) {
    return super.createConnection(withoutRequest(options), done);
  }
}

class KeptHttpsAgent extends https.Agent {
  override createConnection(...[options, done]: Parameters<https.Agent['createConnection']>) {
    return super.createConnection(withoutRequest(options), done);
  }
}

/** Connections that outlive their first request, and keep nothing of it. */
export function keptAgents() {
  return { httpAgent: new KeptHttpAgent(KEPT), httpsAgent: new KeptHttpsAgent(KEPT) };
}
