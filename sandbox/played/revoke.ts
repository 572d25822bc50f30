import { type Answer, json, noContent } from '../answer.ts';
import { bodyParameters } from '../request-body.ts';
import type { TokenWay } from './definition.ts';
import type { Grant, Grants } from './grants.ts';
import { isClient } from './token-endpoint.ts';
import { filledPath, isPlaced, type Received } from './wire.ts';

/** Revokes a token as the definition declares. */
export function answerRevocation(
  way: TokenWay,
  grants: Grants,
  request: Received,
  /** The path of the endpoint, with the names of its placements. */
  path: string,
  scene: Parameters<typeof isClient>[3],
): Answer {
  if (way.revocation !== undefined) return byCall(way, way.revocation, grants, request, path);
  if (way.revocationRequest === 'delete') return byDelete(way, grants, request);
  const parameters = bodyParameters(request.body) ?? {};
  if (request.method !== 'POST' || request.body.encoding !== way.tokenRequestFormat) return json(405, {});
  if (!isClient(way, request, parameters, scene)) return json(401, { error: 'invalid_client' });
  end(way, grants, String(parameters.token));
  return json(200, {});
}

function byDelete(way: TokenWay, grants: Grants, { method, headers }: Received): Answer {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  if (method !== 'DELETE' || grants.access.get(token)?.alive !== true) return json(401, {});
  end(way, grants, token);
  return noContent();
}

type Call = NonNullable<TokenWay['revocation']>;

function byCall(way: TokenWay, call: Call, grants: Grants, request: Received, path: string): Answer {
  const needsBody = call.placements.some((placement) => placement.in === 'body');
  if (request.method !== call.method || request.body.encoding !== (needsBody ? call.format : 'none')) {
    return json(405, {});
  }
  const shown = [...grants.refresh.keys(), ...grants.access.keys()].find((token) => {
    const type = grants.refresh.has(token) ? 'refresh_token' : 'access_token';
    if (!call.tokens.includes(type)) return false;
    return pairs(grants, token).some((accessToken) => {
      const values = callValues(way, token, type, accessToken);
      return isPlaced(call.placements, values, request, filledPath(path, call.placements, values));
    });
  });
  if (shown === undefined) return json(400, { error: 'invalid_request' });
  end(way, grants, shown);
  return json(200, {});
}

/** The access tokens that may accompany a token. */
function pairs(grants: Grants, token: string): readonly string[] {
  return grants.access.has(token) ? [token] : [...grants.access.keys()];
}

function callValues(way: TokenWay, token: string, tokenType: string, accessToken: string) {
  const { clientId, clientSecret = '' } = way;
  const encoded = [clientId, clientSecret].map((part) => new URLSearchParams([['', part]]).toString().slice(1));
  const basic = Buffer.from(encoded.join(':')).toString('base64');
  return { token, tokenType, accessToken, clientId, clientSecret, basic };
}

/** RFC 7009 section 2.1: a grant's tokens end with it. */
function end(way: TokenWay, grants: Grants, token: string): void {
  const known: { readonly grant: Grant; alive: boolean } | undefined =
    grants.refresh.get(token) ?? grants.access.get(token);
  if (known === undefined) return;
  known.alive = false;
  if (way.revocationEnds === 'grant' || grants.refresh.has(token)) known.grant.alive = false;
}
