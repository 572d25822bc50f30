import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { answerJson } from '../http/start-server.ts';
import type { Heard } from './chat-person.ts';

/** What stands in for Azure: it publishes the keys of channels and of bots, signs tokens, and takes what the bot says. */
export interface ChannelService {
  readonly url: string;
  /** Header for a call of the bot. `claims` replace those of a channel's own token for this app. */
  authorization(claims?: Readonly<Record<string, unknown>>, signing?: Signing): string;
  /** For a `CloudAdapter` of this app. */
  authentication(): ConfigurationBotFrameworkAuthentication;
  /** What the bot has said in a conversation since this was asked last. */
  take(conversation: string): readonly Heard[];
  close(): Promise<void>;
}

interface Signing {
  /** Default: the one that the service publishes. */
  readonly key?: KeyObject;
  /** Default: RS256. */
  readonly alg?: 'RS256' | 'none';
}

export const APP = '5a7c0de5-0000-4000-8000-000000000001';
/** The issuer of channels, and the one of bots and of the Emulator. */
const CHANNELS = 'https://api.botframework.com';
export const BOTS = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

/** A key that the service does not publish. */
export function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

/** @param endorsed channels that the published key may speak for */
export async function startChannelService(endorsed: readonly string[]): Promise<ChannelService> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const said = new Map<string, Heard[]>();
  let ids = 0;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const answer = (body: unknown) => answerJson(response, 200, body);
    if (path === '/openid') return answer({ issuer: CHANNELS, jwks_uri: `${url}/keys` });
    // the second where the Agents SDK looks below an authority
    if (path === '/keys' || path === '/tenant/discovery/v2.0/keys')
      return answer({
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', endorsements: endorsed }],
      });
    if (path === '/v3/conversations') return answer({ id: `begun-${++ids}` });
    const conversation = decodeURIComponent(/^\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1] ?? '');
    if (conversation === '') return answerJson(response, 404, {});
    const activity = { ...((await bodyOf(request)) as Heard), id: `said-${++ids}` };
    if (request.method === 'POST') said.set(conversation, [...(said.get(conversation) ?? []), activity]);
    return answer({ id: activity.id });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    authorization: (claims = {}, { key = privateKey, alg = 'RS256' } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: CHANNELS, aud: APP, serviceurl: url, nbf: now - 60, exp: now + 3_600 };
      const signed = [
        { typ: 'JWT', alg, kid: KID },
        { ...usual, ...claims },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      const signature = alg === 'none' ? '' : sign('sha256', Buffer.from(signed), key).toString('base64url');
      return `Bearer ${signed}.${signature}`;
    },
    authentication: () =>
      new ConfigurationBotFrameworkAuthentication(
        {
          ToChannelFromBotLoginUrl: `${url}/login`,
          ToChannelFromBotOAuthScope: CHANNELS,
          ToBotFromChannelTokenIssuer: CHANNELS,
          ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
          ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
          OAuthUrl: `${url}/token`,
        },
        {
          isValidAppId: async (appId) => appId === APP,
          isAuthenticationDisabled: async () => false,
          // what the bot sends needs no token here
          createCredentials: async () => ({ signRequest: async (request) => request }),
        },
        // bots that call as a skill are left to Latchkey
        { requiredEndorsements: [], validateClaims: async () => {} },
      ),
    take: (conversation) => {
      const taken = said.get(conversation) ?? [];
      said.delete(conversation);
      return taken.filter(({ type }) => type === 'message');
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const KID = 'test-key';

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}
