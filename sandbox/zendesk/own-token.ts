import { type Answer, json, noContent } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import type { ZendeskCaller } from './caller.ts';
import { recordNotFound } from './problem.ts';
import { zendeskClients } from './seed.ts';

/** `GET /api/v2/oauth/tokens/current.json` */
export function showToken(world: World, { user, token }: ZendeskCaller): Answer {
  if (!token) return recordNotFound();
  return json(200, {
    token: {
      id: token.id,
      url: `${world.url()}/zendesk/${token.tenant}/api/v2/oauth/tokens/${token.id}.json`,
      user_id: user.number,
      client_id: zendeskClients.findIndex(({ identifier }) => identifier === token.clientId) + 1,
      token: token.accessToken.slice(0, 10),
      scopes: token.scopes,
      created_at: new Date(token.createdAt).toISOString(),
      expires_at: token.expiresAt === null ? null : new Date(token.expiresAt).toISOString(),
    },
  });
}

/** `DELETE /api/v2/oauth/tokens/{id}` and `…/current.json`: access and refresh token end together. */
export function revokeToken(world: World, { user, token }: ZendeskCaller, request: ProductRequest): Answer {
  const { tokens } = world.state().zendesk;
  const id = request.params.id === undefined ? token?.id : Number(request.params.id);
  const revoked = tokens.find((one) => one.id === id && one.userId === user.id);
  if (!revoked) return recordNotFound();
  tokens.splice(tokens.indexOf(revoked), 1);
  return noContent();
}
