import { isIPv6 } from 'node:net';
import { Agent, buildConnector, Client, type Dispatcher } from 'undici';
import type { HttpRequest } from '../model/http.ts';
import { isLoopbackHost } from '../model/loopback.ts';
import { type Lookup, lookupPublic } from './address-guard.ts';
import type { Guard } from './host-rules.ts';
import { openTunnel } from './proxy-tunnel.ts';

export interface ConnectionOptions {
  readonly lookup: Lookup;
  /** Opens tunnels to everything but loopback and the deployment's own hosts. The proxy then resolves names. */
  readonly proxy?: URL | undefined;
}

/** Where one request is sent: over kept connections, or over one of its own. */
export interface Route {
  readonly dispatcher: Dispatcher;
  /** Call it when the request is over. */
  release(): void;
}

type Certificate = NonNullable<HttpRequest['certificate']>;

/**
 * The connections of one process to products. A connection opened under one guard is never used under another, and one with a
 * client certificate is used for that request only.
 */
export function createConnections({ lookup, proxy }: ConnectionOptions) {
  const strict = poolOver(connectorTo(lookup, undefined));
  const loopback = poolOver(connectorTo(lookup, 'loopback'));
  const inside = poolOver(connectorTo(lookup, 'private'));
  const tunnelled = proxy && poolOver((certificate) => connectorThrough(proxy, certificate));
  const poolFor = ({ hostname }: URL, { allowInsecureLoopback, privateHosts }: Guard): Pool => {
    if (privateHosts?.includes(hostname) === true) return inside;
    if (tunnelled !== undefined && !isLoopbackHost(hostname)) return tunnelled;
    return allowInsecureLoopback ? loopback : strict;
  };

  /** @param url checked by `checkDestination` */
  return (url: URL, guard: Guard, certificate?: Certificate): Route => {
    const { kept, connect } = poolFor(url, guard);
    if (certificate === undefined) return { dispatcher: kept, release: () => {} };
    const dispatcher = new Client(url.origin, settings(connect(certificate)));
    return { dispatcher, release: () => void dispatcher.destroy() };
  };
}

interface Pool {
  readonly kept: Dispatcher;
  readonly connect: Connect;
}

type Connect = (certificate?: Certificate) => buildConnector.connector;

function poolOver(connect: Connect): Pool {
  return { kept: new Agent(settings(connect())), connect };
}

/**
 * Milliseconds for which an idle connection is kept, as in Node's own fetch: less than servers keep it, so that they do not
 * close it under a request. The time in a server's `Keep-Alive` header takes precedence.
 */
const IDLE = 4_000;

/**
 * Time and size are limited for the whole call, so its parts have no limits of their own. Every setting is given, because
 * undici's copies of them inherit what somebody may have added to Object.prototype.
 */
function settings(connect: buildConnector.connector): Agent.Options {
  return {
    connect,
    connections: null,
    maxOrigins: Number.POSITIVE_INFINITY,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: IDLE,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: MOST_OF_HEADERS,
    maxResponseSize: -1,
  };
}

/** Bytes, the limit of Node's own server and client. */
const MOST_OF_HEADERS = 16 * 1024;

function connectorTo(lookup: Lookup, also: Parameters<typeof lookupPublic>[2]): Connect {
  return (certificate) => connector({ ...certificate, lookup: guardedLookup(lookup, also) });
}

function connectorThrough(proxy: URL, certificate: Certificate | undefined): buildConnector.connector {
  const inside = connector({ ...certificate });
  return (options, done) => {
    const authority = `${isIPv6(options.hostname) ? `[${options.hostname}]` : options.hostname}:${options.port || 443}`;
    openTunnel(proxy, authority).then(
      (httpSocket) => inside({ ...options, httpSocket }, done),
      (error: Error) => done(error, null),
    );
  };
}

function connector(options: Partial<Certificate> & { readonly lookup?: GuardedLookup }): buildConnector.connector {
  return buildConnector({ ...options, autoSelectFamily: true, allowH2: false, socketPath: null });
}

type LookupCallback = (error: Error | null, addresses: { address: string; family: 4 | 6 }[]) => void;
type GuardedLookup = ReturnType<typeof guardedLookup>;

function guardedLookup(lookup: Lookup, also: Parameters<typeof lookupPublic>[2]) {
  return (hostname: string, _options: object, done: LookupCallback) => {
    lookupPublic(lookup, hostname, also).then(
      (addresses) =>
        done(
          null,
          addresses.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 })),
        ),
      (error: Error) => done(error, []),
    );
  };
}
